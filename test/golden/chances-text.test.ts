// Proves the wording and layout of the pages of incidence, of exact chances and of rare outcomes, and that nothing is wider
// than the page but commands.
import { afterAll, describe, expect, test } from 'vitest';
import { exact, incidence, rare, simulate } from '../../src/experiment/index.ts';
import { exactText, incidenceText, rareText, simulationText, textWidth } from '../../src/report/index.ts';
import { startPool } from '../../src/runner/index.ts';
import { NO_SETTINGS, type Scenario, type Settings } from '../../src/scenario/index.ts';
import { pointOf, scenarioFromFile } from '../helpers/build-scenario.ts';

const pool = startPool({ workers: 0, now: () => 0 });
afterAll(() => pool.close());

const FUEL = scenarioFromFile('test/fixtures/fuel-prices.yaml');
const LADDER = scenarioFromFile('scenarios/exact/ladder.yaml');
const base = { named: 'x.yaml', seed: '2022', version: '1', command: 'juncture …', now: () => 0 };
const at = (scenario: Scenario, some: Partial<Settings> = {}) => {
  const settings = { ...NO_SETTINGS, ...some };
  return { scenario, settings, point: pointOf(scenario, settings) };
};

async function expectPage(name: string, text: (columns: number) => string): Promise<void> {
  for (const columns of [50, 80]) {
    const page = text(columns);
    for (const line of page.split('\n')) {
      if (!line.trim().startsWith('juncture ')) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    }
    await expect(page).toMatchFileSnapshot(`./report/${name}-${columns}.txt`);
  }
}

describe('incidence', () => {
  const options = { colour: false, start: FUEL.time.start };
  const sides = ['baseline', 'loyal_police'].map((name, i) => ({
    name,
    ...at(FUEL, i === 0 ? {} : { variant: name }),
  }));

  test('of one side: endings, first times, days in stages', async () => {
    const request = { ...base, scenario: FUEL, settings: NO_SETTINGS, sides: sides.slice(0, 1), runs: 600 };
    const result = await incidence(request, pool);
    await expectPage('incidence', (columns) => incidenceText(result, { ...options, columns, of: [] }));
  });

  test('of two sides: each ending on both, and where they lie furthest apart', async () => {
    const result = await incidence(
      { ...base, scenario: FUEL, settings: NO_SETTINGS, sides, runs: 600 },
      pool,
    );
    const of = ['street.riot'];
    await expectPage('incidence-sides', (columns) => incidenceText(result, { ...options, columns, of }));
  });
});

describe('exact chances', () => {
  test('beside the estimates of runs', async () => {
    const scenario = scenarioFromFile('scenarios/exact/hiv-cohort.yaml');
    const found = await exact(at(scenario, { variant: 'two_drugs' }));
    if (found?.kind !== 'exact') throw new Error(JSON.stringify(found));
    const beside = await simulate({ ...base, ...at(scenario, { variant: 'two_drugs' }), runs: 2_000 }, pool);
    await expectPage('exact', (columns) =>
      exactText(found, beside, { colour: false, columns, start: scenario.time.start }),
    );
  });
});

describe('rare outcomes', () => {
  test('by splitting', async () => {
    const request = { ...base, ...at(LADDER), outcome: 0, levels: null, runs: 200, replications: 5 };
    const result = await rare(request, pool);
    await expectPage('rare', (columns) => rareText(result, { colour: false, columns }));
  });

  test('without levels that help: plain runs', async () => {
    const request = { ...base, ...at(LADDER), outcome: 1, levels: null, runs: 200, replications: 5 };
    const result = await rare(request, pool);
    await expectPage('rare-plain', (columns) => rareText(result, { colour: false, columns }));
  });

  test('simulate says what it would take, and offers splitting', async () => {
    const settings = { set: { climb: 0.15 } };
    const result = await simulate({ ...base, ...at(LADDER, settings), runs: 10_000 }, pool);
    const page = simulationText(result, { colour: false, columns: 80 });
    expect(page).toContain('takes about 1,900,000 runs by plain sampling');
    expect(page).toContain('juncture rare x.yaml --outcome reached --seed 2022 --set climb=0.15');
  });
});
