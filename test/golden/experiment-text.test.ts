// Proves the wording and layout of the experiments' plain reports, and that nothing is wider than the page but commands.
import { afterAll, describe, expect, test } from 'vitest';
import {
  axisAlong,
  type ComparisonSide,
  compare,
  discover,
  drawnFactors,
  factorNamed,
  planRuns,
  type SensitivityDesign,
  type SensitivityMethod,
  sensitivity,
  sensitivityDesign,
  settingsAlong,
  settingsOn,
  sweep,
  type Target,
  type ThresholdRule,
  threshold,
  tornadoPlaces,
} from '../../src/experiment/index.ts';
import { seedKey } from '../../src/random/index.ts';
import {
  comparisonText,
  discoveryText,
  planText,
  sensitivityText,
  sweepText,
  textWidth,
  thresholdText,
} from '../../src/report/index.ts';
import { startPool } from '../../src/runner/index.ts';
import { NO_SETTINGS, type Settings } from '../../src/scenario/index.ts';
import { pointOf, scenarioFromFile } from '../helpers/build-scenario.ts';

const scenario = scenarioFromFile('test/fixtures/fuel-prices.yaml');
const now = (): number => performance.now();
const pool = startPool({ workers: 0, now });
afterAll(() => pool.close());
const base = {
  scenario,
  named: 'fuel',
  settings: NO_SETTINGS,
  seed: '2022',
  version: '1',
  command: 'juncture …',
  now,
};
const place = (settings: Settings) => ({ settings, point: pointOf(scenario, settings) });
const WIDTHS = [50, 80];

async function expectPage(name: string, text: (columns: number) => string): Promise<void> {
  for (const columns of WIDTHS) {
    const page = text(columns);
    for (const line of page.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    await expect(page).toMatchFileSnapshot(`./report/${name}-${columns}.txt`);
  }
}

describe('compare', () => {
  const side = (name: string, change: Partial<Settings>): ComparisonSide => ({
    name,
    ...place({ ...NO_SETTINGS, ...change }),
  });
  const sides = [
    side('baseline', {}),
    side('loyal_police', { variant: 'loyal_police' }),
    side('sponsor=gangs', { set: { sponsor: 'gangs' } }),
    side('loyalty=0.2', { set: { loyalty: 0.2 } }),
    side('without:oil_falls', { without: ['oil_falls'] }),
  ];

  test('two sides, in full', async () => {
    const result = await compare({ ...base, sides: sides.slice(0, 2), runs: 600 }, pool);
    await expectPage('compare', (columns) => comparisonText(result, { columns, colour: false }));
  });

  test('many sides: what is seen of each', async () => {
    const result = await compare({ ...base, sides, runs: 600 }, pool);
    await expectPage('compare-many', (columns) => comparisonText(result, { columns, colour: false }));
  });
});

describe('sweep', () => {
  async function along(names: readonly string[], count: number) {
    const axes = names.map((name) => axisAlong(factorNamed(scenario, name)!, count));
    const places = settingsAlong(NO_SETTINGS, axes).map(({ values, settings }) => ({
      values,
      ...place(settings),
    }));
    return sweep({ ...base, axes, places, runs: 200 }, pool);
  }

  test('along one parameter', async () => {
    const result = await along(['loyalty'], 6);
    await expectPage('sweep', (columns) => sweepText(result, { columns, colour: false }));
  });

  test('over two things', async () => {
    const result = await along(['loyalty', 'response'], 4);
    await expectPage('sweep-two', (columns) => sweepText(result, { columns, colour: false }));
  });
});

describe('threshold', () => {
  const tipped = (outcome: number, rule: ThresholdRule) => {
    const placeAt = (value: number) => place({ ...NO_SETTINGS, set: { loyalty: value } });
    return threshold({ ...base, parameter: 0, low: 0, high: 1, outcome, rule, runs: 500, placeAt }, pool);
  };

  test('found', async () => {
    const result = await tipped(2, { kind: 'beats', outcome: 1 });
    await expectPage('threshold', (columns) => thresholdText(result, { columns, colour: false }));
  });

  test('twice, nowhere, and not clear', async () => {
    const twice = thresholdText(await tipped(0, { kind: 'reaches', share: 0.1 }), {
      columns: 80,
      colour: false,
    });
    expect(twice.replaceAll(/\s+/g, ' ')).toContain('on and off: it tips twice.');
    const never = thresholdText(await tipped(0, { kind: 'reaches', share: 0.5 }), {
      columns: 80,
      colour: false,
    });
    expect(never.replaceAll(/\s+/g, ' ')).toContain(
      'Nowhere between 0 and 1: Order restored by force never comes in more than 50 of 100 runs.',
    );
    const unclear = thresholdText(await tipped(1, { kind: 'reaches', share: 0.28 }), {
      columns: 80,
      colour: false,
    });
    expect(unclear).toMatch(/cannot tell|where Security-force/);
  });
});

describe('sensitivity', () => {
  async function analysed(method: SensitivityMethod, kind: SensitivityDesign, size: number, runs: number) {
    const settings: Settings = {
      ...NO_SETTINGS,
      set: method === 'given-data' || method === 'luck' ? {} : { patience: 0.5 },
    };
    const factors = drawnFactors(scenario, pointOf(scenario, settings));
    const design = sensitivityDesign(kind, scenario, seedKey('2022'), { factors, size, secondOrder: true });
    const centre = pointOf(scenario, settings);
    const places =
      method === 'tornado'
        ? tornadoPlaces(scenario, centre, settings)
        : settingsOn(design, factors, settings).map(place);
    const outputs = {
      outcomes: scenario.outcomes.map((_, i) => i),
      measures: method === 'tornado' ? [] : [0],
    };
    return sensitivity({ ...base, settings, method, factors, design, places, centre, runs, outputs }, pool);
  }

  test('Sobol indices', async () => {
    const result = await analysed('sobol', 'saltelli', 32, 20);
    await expectPage('sensitivity-sobol', (columns) => sensitivityText(result, { columns, colour: false }));
  });

  test('Morris', async () => {
    const result = await analysed('morris', 'morris', 12, 40);
    await expectPage('sensitivity-morris', (columns) => sensitivityText(result, { columns, colour: false }));
  });

  test('ordinary runs', async () => {
    const result = await analysed('given-data', 'runs', 1, 3000);
    await expectPage('sensitivity-runs', (columns) => sensitivityText(result, { columns, colour: false }));
  });

  test('luck or ignorance', async () => {
    const result = await analysed('luck', 'latin-hypercube', 100, 10);
    await expectPage('sensitivity-luck', (columns) => sensitivityText(result, { columns, colour: false }));
  });

  test('tornado', async () => {
    const result = await analysed('tornado', 'one-at-a-time', 1, 600);
    await expectPage('sensitivity-tornado', (columns) => sensitivityText(result, { columns, colour: false }));
  });

  test('no index that may be 0 is printed below it', async () => {
    const text = sensitivityText(await analysed('sobol', 'saltelli', 16, 8), { columns: 80, colour: false });
    expect(text).not.toMatch(/−0\.\d/);
  });
});

describe('discover', () => {
  test('a box, what fresh runs say of it, the trade-off, a tree', async () => {
    const factors = drawnFactors(scenario, pointOf(scenario));
    const alone = { design: null, places: [place(NO_SETTINGS)] };
    const target: Target = { kind: 'outcomes', outcomes: [2], label: 'Government falls' };
    const result = await discover(
      { ...base, factors, target, search: alone, trial: alone, runs: 2000 },
      pool,
    );
    await expectPage('discovery', (columns) => discoveryText(result, { columns, colour: false }));
  });
});

describe('plan', () => {
  test('runs for a precision, and for a difference', async () => {
    const one = { name: 'baseline', ...place(NO_SETTINGS) };
    const other = { name: 'loyal_police', ...place({ ...NO_SETTINGS, variant: 'loyal_police' }) };
    const wanted = { runs: 1000, half: 0.01, part: 0.1, power: 0.8 };
    const result = await planRuns({ ...base, sides: [one, other], ...wanted }, pool);
    await expectPage('plan', (columns) => planText(result, { columns, colour: false }));
  });
});
