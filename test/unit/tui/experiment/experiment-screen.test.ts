// Proves the state, the counts and the frames of a long experiment's screen, without a terminal.
import { expect, test } from 'vitest';
import { wilson } from '../../../../src/analysis/index.ts';
import type { PlacedPass } from '../../../../src/experiment/index.ts';
import { rowText, rowWidth } from '../../../../src/report/index.ts';
import { batchOfRows, FAULTED, NO_SETTINGS, rowLength } from '../../../../src/scenario/index.ts';
import { experimentRows } from '../../../../src/tui/experiment/frame.ts';
import { countLeading, type Leading } from '../../../../src/tui/experiment/leading.ts';
import {
  type ExperimentState,
  initialExperiment,
  rateOf,
  reduceExperiment,
  secondsLeft,
} from '../../../../src/tui/experiment/state.ts';
import { crisisScenario } from '../../../helpers/crisis-scenario.ts';

const scenario = crisisScenario();
const width = rowLength(scenario);

/** A pass in which the runs of each point end as given. */
function passOf(places: PlacedPass['places'], endings: readonly (readonly number[])[]): PlacedPass {
  const batches = endings.map((outcomes) => {
    const rows = new Float64Array(outcomes.length * width);
    outcomes.forEach((outcome, run) => {
      rows[run * width] = outcome;
    });
    return [batchOfRows(0, outcomes.length, rows, null)];
  });
  return { places, pass: { from: 0, runs: endings[0]!.length, batches } };
}

const placesOf = (count: number): PlacedPass['places'] =>
  Array.from({ length: count }, () => ({ settings: NO_SETTINGS, point: { parameters: [] } as never }));

const valuesOf = (leading: Leading | null, outcome: number): readonly number[] =>
  leading!.columns.map(({ shares }) => shares[outcome]!.value);

test('of points with names the first, the middle and the last are counted apart; passes add up', () => {
  const counts = countLeading(scenario, ['0', '1', '2', '3', '4']);
  expect(counts.now()).toBeNull();
  const places = placesOf(5);
  counts.add(
    passOf(places, [
      [0, 0],
      [1, 1],
      [0, 1],
      [1, 1],
      [1, 1],
    ]),
  );
  counts.add(
    passOf(places, [
      [0, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]),
  );
  const now = counts.now();
  expect(now?.columns.map(({ name }) => name)).toEqual(['0', '2', '4']);
  expect(valuesOf(now, 0)).toEqual([3 / 4, 1 / 4, 0]);
  expect(now).toMatchObject({ points: 5, runs: 4, faults: 0 });
});

test('points of a design are counted together, and faulted runs in no share', () => {
  const counts = countLeading(scenario, null);
  counts.add(passOf(placesOf(6), [[0], [0], [0], [1], [FAULTED], [FAULTED]]));
  const now = counts.now();
  expect(now?.columns).toHaveLength(1);
  expect(now?.columns[0]?.name).toBe('all points');
  expect(valuesOf(now, 0)).toEqual([3 / 4]);
  expect(now?.faults).toBe(2);
});

test('other places are counted anew: a search shows the value it is at', () => {
  const counts = countLeading(scenario, null);
  counts.add(passOf(placesOf(1), [[0, 0, 0, FAULTED]]));
  counts.add(passOf(placesOf(1), [[1, 1]]));
  expect(valuesOf(counts.now(), 0)).toEqual([0]);
  expect(counts.now()).toMatchObject({ runs: 2, faults: 1 });
});

const initial = initialExperiment(
  { scenario, what: '9 points', command: 'juncture sweep x', workedMs: 0 },
  0,
);
const progress = (done: number, at: number, isOpenEnded = false) =>
  ({ type: 'progress', done, total: 1000, isOpenEnded, leading: null, at }) as const;
const after = (...actions: readonly Parameters<typeof reduceExperiment>[1][]): ExperimentState =>
  actions.reduce(reduceExperiment, initial);

test('a pause counts neither as work nor into the time that is left', () => {
  const paused = after(progress(0, 0), progress(200, 1000), { type: 'pause', at: 2000 });
  expect(paused.paused).toBe(true);
  const on = [{ type: 'pause', at: 62_000 } as const, progress(300, 63_000)].reduce(reduceExperiment, paused);
  // 3 of 63 seconds were work: 100 runs a second, and 700 are left.
  expect(rateOf(on)).toBeCloseTo(100, 10);
  expect(secondsLeft(on)).toBeCloseTo(7, 10);
});

test('what was done before the screen was opened took its time, too', () => {
  const opened = initialExperiment({ scenario, what: '', command: '', workedMs: 3000 }, 10_000);
  expect(rateOf(reduceExperiment(opened, progress(400, 11_000)))).toBeCloseTo(100, 10);
});

test('of a search that ends when it has found nobody knows how long it takes', () => {
  expect(secondsLeft(after(progress(0, 0, true), progress(500, 1000, true)))).toBeNull();
});

const leadingOf = (points: number, faults = 0): Leading => ({
  points,
  runs: 400,
  faults,
  columns: Array.from({ length: points === 1 ? 1 : 3 }, (_, i) => ({
    name: `loyalty ${i / 2}`,
    shares: scenario.outcomes.map((_, outcome) => wilson(20 + 30 * outcome + 5 * i, 400)),
  })),
});

const shown = (state: ExperimentState, columns: number, rows: number): readonly string[] =>
  experimentRows(state, { columns, rows }).map(rowText);

test.each([
  [40, 10],
  [60, 15],
  [80, 24],
  [120, 40],
])('at %i × %i a frame fits, begins with the title and ends with the keys', (columns, rows) => {
  for (const leading of [null, leadingOf(1), leadingOf(9, 3)]) {
    const state = after(progress(0, 0), { ...progress(400, 2000), leading });
    const frame = experimentRows(state, { columns, rows });
    expect(frame).toHaveLength(rows - 1);
    for (const row of frame) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
    expect(rowText(frame[0]!)).toContain('Kazakhstan, January');
    expect(rowText(frame.at(-1)!)).toMatch(/q stop/);
  }
});

test('it says how far, how fast, how long still, and what the runs say so far', () => {
  const text = shown(after(progress(0, 0), { ...progress(400, 2000), leading: leadingOf(9) }), 80, 24).join(
    '\n',
  );
  expect(text).toContain('400 of 1,000 runs · 3 s left');
  expect(text).toContain('9 points, 400 runs of each · 200 runs a second · no faults');
  expect(text).toMatch(/loyalty 0 +loyalty 0\.5 +loyalty 1/);
  expect(text).toMatch(/■ Held with foreign troops +5 ±2 +6 ±2 +8 ±3/);
  expect(text).toContain('p pause');
});

test('faults are counted in words; paused and after the last run it says so', () => {
  const state = after(progress(0, 0), { ...progress(400, 2000), leading: leadingOf(1, 2) });
  expect(shown(state, 80, 24)[2]).toContain('! 2 runs faulted');
  const paused = reduceExperiment(state, { type: 'pause', at: 2100 });
  expect(shown(paused, 80, 24)[1]).toContain('paused');
  expect(shown(paused, 80, 24).at(-1)).toContain('p go on');
  const last = shown(reduceExperiment(state, progress(1000, 3000)), 80, 24);
  expect(last[1]).toContain('working it out');
  expect(last.at(-1)).not.toContain('pause');
});

test('outcomes that have no room are counted', () => {
  const state = after(progress(0, 0), { ...progress(400, 2000), leading: leadingOf(9) });
  expect(shown(state, 80, 12).join('\n')).toMatch(/… \d more; a taller window shows them/);
});
