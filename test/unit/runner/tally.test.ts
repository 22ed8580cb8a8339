/** Proves that a tally holds the runs' exact sums, in any chunks the same to the bit, and is bounded beyond a million. */
import { describe, expect, test } from 'vitest';
import { sampleOf } from '../../../src/analysis/index.ts';
import { append, NO_VALUES, together } from '../../../src/runner/kept-values.ts';
import {
  emptyMeasure,
  KEPT_RUNS,
  type MeasureTally,
  sketchOf,
  withBatchValues,
} from '../../../src/runner/measure-tally.ts';
import { NO_MOMENTS, variance, withValues } from '../../../src/runner/moments.ts';
import { completed, emptyTally, fold, type Tally } from '../../../src/runner/tally.ts';
import { type BatchResult, FAULTED } from '../../../src/scenario/index.ts';
import { generator } from '../../helpers/generator.ts';
import { behave, fakeMaker, fakeScenario } from './fake-engine.ts';
import { key, point } from './fake-pool.ts';

const maker = fakeMaker(behave({ faultyRuns: 400 }));
const engine = await maker.open({ ...(await maker.prepare(fakeScenario, 'auto')), id: 1 });
engine.aim(point, key);

/** A tally as text: every bit of every number. */
const written = (tally: Tally): string =>
  JSON.stringify(
    {
      ...tally,
      measures: tally.measures.map((measure) => ({ ...measure, values: [...together(measure.values)] })),
    },
    (_, value: unknown) => (ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value),
  );

function tallied(runs: number, chunk: number): Tally {
  let tally = emptyTally(fakeScenario);
  for (let first = 0; first < runs; first += chunk) {
    tally = fold(tally, engine.run(first, Math.min(chunk, runs - first)));
  }
  return tally;
}

describe('a tally', () => {
  const RUNS = 3_000;
  const whole = tallied(RUNS, RUNS);
  const batch: BatchResult = engine.run(0, RUNS);

  test.each([[1], [7], [999], [1_500]])('is the same to the bit in chunks of %s', (chunk) => {
    expect(written(tallied(RUNS, chunk))).toBe(written(whole));
  });

  test('counts as counting by hand does', () => {
    const rows = Array.from({ length: RUNS }, (_, i) => [...batch.rows.subarray(i * 4, i * 4 + 4)]);
    const good = rows.filter(([outcome]) => outcome !== FAULTED);
    expect(whole.runs).toBe(RUNS);
    expect(whole.faultedRuns).toEqual([400, 800, 1_200, 1_600, 2_000, 2_400, 2_800]);
    expect(completed(whole)).toBe(RUNS - 7);
    expect([...whole.outcomes]).toEqual(
      [0, 1, 2].map((o) => good.filter(([outcome]) => outcome === o).length),
    );
    expect([...whole.stageChanges]).toEqual([...batch.stageChanges]);
    expect([...whole.firsts]).toEqual([...batch.firsts]);
    expect([...whole.asked]).toEqual([...batch.asked]);
    const values = good.map((row) => row[3]!).filter((value) => !Number.isNaN(value));
    expect([...together(whole.measures[1]!.values)]).toEqual(values);
    expect(whole.measures[1]!.missing).toBe(good.length - values.length);
  });

  test('is not edited by folding, even two ways from one', () => {
    const before = tallied(1_000, 1_000);
    const text = written(before);
    const one = fold(before, engine.run(1_000, 5));
    const other = fold(before, engine.run(2_000, 5));
    expect(written(before)).toBe(text);
    expect(written(one)).not.toBe(written(other));
  });

  test('can be cloned', () => {
    expect(written(structuredClone(whole))).toBe(written(whole));
  });
});

test('kept values come back in order over many blocks', () => {
  const next = generator(3);
  const all: number[] = [];
  let values = NO_VALUES;
  for (const size of [0, 1, 8_191, 1, 20_000, 3]) {
    const more = Float64Array.from({ length: size }, next);
    all.push(...more);
    values = append(values, more);
  }
  expect([...together(values)]).toEqual(all);
});

test('mean and variance hold far from zero, where a sum of squares loses every digit', () => {
  const next = generator(4);
  const values = Float64Array.from({ length: 10_000 }, () => 1e9 + next());
  const moments = withValues(NO_MOMENTS, values);
  const exact = sampleOf(values.map((value) => value - 1e9));
  // Values near 1e9 are whole multiples of 2^-23 (1.2e-7): the spread of 1/12 is known to some 1e-6 of itself.
  // Ten thousand roundings of half such a multiple add up like a random walk: some 6e-6.
  expect(Math.abs(moments.mean - 1e9 - exact.mean)).toBeLessThan(6e-6);
  expect(Math.abs(variance(moments) / exact.variance - 1)).toBeLessThan(1e-6);
});

describe('beyond a million runs', () => {
  const next = generator(5);
  const list = Float64Array.from({ length: 200_000 }, () => (next() < 0.1 ? Number.NaN : next() * 100));
  const many = (chunk: number): MeasureTally => {
    let tally = emptyMeasure();
    let runs = 0;
    for (let round = 0; round < 7; round += 1) {
      for (let from = 0; from < list.length; from += chunk) {
        const part = list.subarray(from, from + chunk);
        runs += part.length;
        tally = withBatchValues(tally, part, runs);
      }
    }
    return tally;
  };

  test('values are few, and what the sketch holds does not depend on chunks', () => {
    const one = many(200_000);
    const other = many(33_333);
    expect(one.values.count).toBeLessThan(1 << 17);
    expect(one.moments).toEqual(other.moments);
    expect(one.moments.count + one.missing).toBe(1_400_000);
    expect(sketchOf(one).weighted()).toEqual(sketchOf(other).weighted());
    expect(sketchOf(one).count).toBe(one.moments.count);
  });

  test('a million runs are still exact', () => {
    const tally = withBatchValues(emptyMeasure(), list, KEPT_RUNS);
    expect(tally.sketch).toBeNull();
    expect(withBatchValues(emptyMeasure(), list, KEPT_RUNS + 1).sketch).not.toBeNull();
  });
});
