/** Proves every field of a simulation's result against runs that are known one by one. */
import { expect, test } from 'vitest';
import { wilson } from '../../../src/analysis/index.ts';
import { QUANTILE_LEVELS, summarise } from '../../../src/experiment/index.ts';
import { emptyTally, fold } from '../../../src/runner/index.ts';
import { emptyBatch, FAULTED, NO_SETTINGS } from '../../../src/scenario/index.ts';
import { fromText, HEAD, pointOf } from './world.ts';

const scenario = fromText(`${HEAD}
time: { start: 2022-01-01, step: 12 hours, horizon: 2 days }
parameters: { p: { label: A number, group: g, baseline: 3, source: assumption } }
regions:
  r:
    label: Region
    initial: a
    stages:
      a: { initial: inner, stages: { inner: { transitions: { go: { to: r.b, after: 1 day } } } } }
      b: { transitions: { ask: { decide: d, after: 1 day } } }
decisions: { d: { label: Choice, source: assumption, options: { one: { label: First }, two: {} } } }
outcomes: { won: { label: Won, colour: red, at_horizon: "p > 5" } }
measures:
  number: { label: Number, unit: things, final: p }
  high: { final: "p > 3" }
  never: { first_day: r.ask }
`);

const [a, inner, b] = ['r.a', 'r.a.inner', 'r.b'].map((path) =>
  scenario.stages.findIndex((s) => s.path === path),
);
const happening = (path: string): number => scenario.happenings.findIndex((h) => h.path === path);

/** Four runs of which the last faults: x happens in steps 2, 2 and 3; run 2 is asked and takes the second option. */
function batch() {
  const made = emptyBatch(scenario, 0, 4);
  const { stages, happenings } = scenario;
  made.rows.set([
    ...[0, 4, 10, 1, Number.NaN],
    ...[1, 4, 20, 0, Number.NaN],
    ...[0, 3, 40, 1, Number.NaN],
    ...[FAULTED, 1, Number.NaN, Number.NaN, Number.NaN],
  ]);
  const move = (state: number, stage: number | undefined, change: number) => {
    made.stageChanges[state * stages.length + (stage ?? -1)]! += change;
  };
  for (const stage of [a, inner]) {
    move(0, stage, 3);
    move(2, stage, -2);
    move(3, stage, -1);
  }
  move(2, b, 2);
  move(3, b, 1);
  made.firsts[happening('r.go') * 5 + 2] = 2;
  made.firsts[happening('r.go') * 5 + 3] = 1;
  made.firsts[happening('d.two') * 5 + 4] = 1;
  made.times.set(happenings.map(({ path }) => ({ 'r.go': 3, 'd.two': 5 })[path] ?? 0));
  made.asked[0] = 6;
  made.fixedUnavailable[0] = 1;
  return made;
}

const manifest = {
  version: '0.1.0',
  scenario: 'test',
  scenario_hash: scenario.hash,
  seed: '1',
  runs: 4,
  ...{ set: {}, decide: {}, without: [], variant: null, at_baseline: false, command: 'juncture' },
};
const result = summarise(scenario, fold(emptyTally(scenario), batch()), {
  manifest,
  engine: 'kernel',
  point: pointOf(scenario, NO_SETTINGS),
  faults: [],
});

test('runs, outcomes and days', () => {
  expect(result).toMatchObject({ manifest, title: 'A test', runs: 4, engine: 'kernel', faults: [] });
  expect(result.days).toEqual([0, 0.5, 1, 1.5, 2]);
  expect(result.outcomes).toEqual([
    { id: 'won', label: 'Won', colour: 'red', count: 2, share: wilson(2, 3) },
    { id: 'unresolved', label: expect.any(String), colour: null, count: 1, share: wilson(1, 3) },
  ]);
});

test('stages by day, nested ones after their parent', () => {
  expect(result.regions).toEqual([
    {
      id: 'r',
      label: 'Region',
      stages: [
        { path: 'r.a', label: 'a', depth: 0, shares: [1, 1, 1 / 3, 0, 0] },
        { path: 'r.a.inner', label: 'inner', depth: 1, shares: [1, 1, 1 / 3, 0, 0] },
        { path: 'r.b', label: 'b', depth: 0, shares: [0, 0, 2 / 3, 1, 1] },
      ],
    },
  ]);
});

test('happenings: the share of runs, and the median of the day they first came (type 7)', () => {
  expect(result.happenings).toEqual([
    { path: 'r.go', label: 'go', share: wilson(3, 3), median_day: 1 },
    { path: 'r.ask', label: 'ask', share: wilson(0, 3), median_day: null },
    { path: 'd.one', label: 'First', share: wilson(0, 3), median_day: null },
    { path: 'd.two', label: 'two', share: wilson(1, 3), median_day: 2 },
  ]);
});

test('decisions', () => {
  const options = [
    { id: 'one', label: 'First', count: 0 },
    { id: 'two', label: 'two', count: 5 },
  ];
  expect(result.decisions).toEqual([{ path: 'd', label: 'Choice', asked: 6, fixed_unavailable: 1, options }]);
});

test('measures: a number, a yes or no, and one without a value', () => {
  const [number, high, never] = result.measures;
  // 10, 20, 40: mean 23.33, variance 233.33; type 7 at 5, 25, 50, 75, 95 %.
  expect(number).toMatchObject({ id: 'number', label: 'Number', unit: 'things', boolean: false, missing: 0 });
  expect(number!.mean).toMatchObject({ method: 't', n: 3, level: 0.95 });
  expect(number!.mean!.value).toBeCloseTo(70 / 3, 12);
  expect(number!.se).toBeCloseTo(Math.sqrt(700 / 3 / 3), 12);
  expect(QUANTILE_LEVELS).toEqual([0.05, 0.25, 0.5, 0.75, 0.95]);
  expect(number!.quantiles).toEqual([11, 15, 20, 30, 38].map((value) => expect.closeTo(value, 12)));
  expect(number!.histogram!.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(high).toMatchObject({ boolean: true, mean: wilson(2, 3), missing: 0 });
  expect(high!.histogram!.counts).toEqual([1, 2]);
  expect(never).toMatchObject({ mean: null, se: null, missing: 3, histogram: null, sketched: false });
  expect(never!.quantiles).toEqual([null, null, null, null, null]);
});

test('parameters', () => {
  expect(result.parameters).toEqual([
    { id: 'p', label: 'A number', group: 'g', treatment: 'held at 3', varied: false },
  ]);
});
