/** Proves the words of `branch`: what is settled by when and by what, turning points as sentences, pages that fit. */
import { afterAll, describe, expect, test } from 'vitest';
import {
  askFutures,
  branch,
  followPath,
  type Manifest,
  type RunPath,
  type TurningPoint,
  turningPoints,
} from '../../../src/experiment/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import {
  branchText,
  type FuturesPage,
  futuresText,
  type TurningPage,
  turningText,
} from '../../../src/report/index.ts';
import { NO_SETTINGS } from '../../../src/scenario/index.ts';
import { createChart, startRun } from '../../../src/statechart/index.ts';
import { fromFile, now, ownThread, pointOf } from '../experiment/world.ts';

const pool = ownThread();
afterAll(() => pool.close());

const scenario = fromFile('test/fixtures/fuel-prices.yaml');
const chart = createChart(scenario);
const point = pointOf(scenario);
const COMMAND = 'juncture branch fuel-prices';

const lines = (text: string): readonly string[] => text.split('\n');
const widest = (text: string): number =>
  Math.max(
    ...lines(text)
      .filter((line) => !line.includes(COMMAND))
      .map((line) => [...line].length),
  );

describe('over many runs', () => {
  const result = branch(
    {
      scenario,
      chart,
      point,
      named: 'fuel-prices',
      settings: NO_SETTINGS,
      seed: '7',
      version: '0',
      command: COMMAND,
      runs: 40,
      futures: 20,
      halfWidth: null,
      now,
    },
    pool,
  );

  test.each([60, 80, 120])('fits a page of %s columns', async (columns) => {
    const text = branchText(await result, { columns, colour: false, start: scenario.time.start });
    expect(widest(text)).toBeLessThanOrEqual(columns);
    expect(text).toContain('40 futures of each of');
    expect(text).toContain('SETTLED BY');
    expect(text).toContain(`\n ${COMMAND}\n`);
  });

  test('says by when half is settled, and what moves most comes first', async () => {
    const found = await result;
    const text = branchText(found, { columns: 100, colour: false, start: scenario.time.start });
    expect(text).toMatch(/Half of the uncertainty about the ending is settled by \d+ Jan/);
    const swings = lines(text.slice(text.indexOf('DECISIONS'), text.indexOf('moves: a step')))
      .map((line) => /(\d+) ±/.exec(line)?.[1])
      .filter((value) => value !== undefined);
    expect(swings.length).toBeGreaterThan(0);
  });

  test('an interrupted answer and a wanted half-width are told', async () => {
    const found = { ...(await result), interrupted: true, halfWidth: 0.05 };
    const text = branchText(found, { columns: 80, colour: false, start: null });
    expect(text).toContain('Interrupted');
    expect(text).toContain('±5');
  });
});

describe('along one run', () => {
  const luck = { key: seedKey('7'), draw: 3, luck: 3, future: 0 };
  const path = followPath(chart, () => startRun(chart, point, luck)) as RunPath;
  const page = async (change: Partial<TurningPage> = {}): Promise<TurningPage> => ({
    scenario,
    result: await turningPoints({ chart, path, futures: 300, most: 5, now }, pool),
    futures: 300,
    manifest: {
      seed: '7',
      command: COMMAND,
      variant: null,
      set: {},
      decide: {},
      without: [],
      at_baseline: false,
    } as unknown as Manifest,
    title: 'The turning points of run 3',
    notes: ['A note.'],
    outcome: path.outcome,
    endDay: path.records.at(-1)!.day,
    ...change,
  });

  test.each([60, 100])('fits a page of %s columns and ends with the outcome', async (columns) => {
    const text = turningText(await page(), { columns, colour: false });
    expect(widest(text)).toBeLessThanOrEqual(columns);
    expect(text).toContain('At the start, of 100 futures:');
    expect(text).toContain(scenario.outcomes[path.outcome]!.label);
  });

  test('each turn is a sentence with its swing, and what else would have brought', async () => {
    const made = await page();
    expect(made.result.points.length).toBeGreaterThan(0);
    const text = turningText(made, { columns: 200, colour: false });
    expect(text).toMatch(/ 1\. .+\n {4}.+: <?\d+ before, >?\d+ after: [+−]\d+ \([+−]?\d+ to [+−]?\d+\)\./);
    expect(text).toMatch(/Had it been "|Without "|No other course|would have changed little/);
  });

  test('a run that does not turn is told so, an interrupted one too', async () => {
    const made = await page();
    const none = { ...made.result, points: [] as readonly TurningPoint[] };
    expect(turningText({ ...made, result: none }, { columns: 80, colour: false })).toContain(
      'No step moved the outlook',
    );
    const cut = { ...none, interrupted: true };
    expect(turningText({ ...made, result: cut }, { columns: 80, colour: false })).toContain('Interrupted');
  });
});

describe('from one state', () => {
  const luck = { key: seedKey('7'), draw: 3, luck: 3, future: 0 };
  const path = followPath(chart, () => startRun(chart, point, luck)) as RunPath;
  const page = async (): Promise<FuturesPage> => ({
    scenario,
    ways: (await askFutures(
      {
        chart,
        snapshot: path.states[0]!,
        alternatives: [
          { kind: 'as_it_stands' },
          { kind: 'option', decision: 0, option: 1 },
          { kind: 'parameters', values: scenario.parameters.map(({ index }) => (index === 0 ? 0.9 : null)) },
          { kind: 'happens', happening: scenario.happenings.findIndex((one) => one.path === 'oil_falls') },
        ],
        futures: 400,
      },
      pool,
    ))!,
    futures: 400,
    manifest: {
      seed: '7',
      command: COMMAND,
      variant: null,
      set: {},
      decide: {},
      without: [],
      at_baseline: false,
    } as unknown as Manifest,
    title: 'The futures of run 3',
    notes: [],
    state: path.records[0]!,
    next: path.records[1]!,
  });

  test.each([60, 100])('fits a page of %s columns, ways lettered', async (columns) => {
    const text = futuresText(await page(), { columns, colour: false });
    expect(widest(text)).toBeLessThanOrEqual(columns);
    expect(text).toContain('\n A  As it stands.\n B  ');
    expect(text).toMatch(/ENDINGS of 100 futures +A +B +C\n/);
  });

  test('changes are told with their intervals, what cannot be with its reason', async () => {
    const text = futuresText(await page(), { columns: 200, colour: false });
    expect(text).toMatch(/ C {2}.+ = 0\.9\. .+ [+−]\d+ \([+−]\d+ to [+−]?\d+\)/);
    expect(text).toContain('Not possible: oil_falls happens at its date alone.');
  });
});
