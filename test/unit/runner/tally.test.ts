/** Proves that a tally holds the runs' exact sums, in any chunks the same to the bit, and is bounded beyond a million. */
import { describe, expect, test } from 'vitest';
import { sampleOf } from '../../../src/analysis/index.ts';
import { append, NO_VALUES, valuesOf } from '../../../src/runner/kept-values.ts';
import { KEPT_RUNS } from '../../../src/runner/measure-values.ts';
import { completed, emptyTally, fold, measureTally, type Tally } from '../../../src/runner/tally.ts';
import { type BatchResult, emptyBatch, FAULTED } from '../../../src/scenario/index.ts';
import { generator } from '../../helpers/generator.ts';
import { behave, fakeMaker, fakeScenario } from './fake-engine.ts';
import { key, point } from './fake-pool.ts';

const maker = fakeMaker(behave({ faultyRuns: 400 }));
const engine = await maker.open({ ...(await maker.prepare(fakeScenario, 'auto', false)), id: 1 });
engine.aim(point, key);

/** A tally as text: every bit of every number. Blocks are as the batches were, so their values stand in for them. */
const written = (tally: Tally): string =>
  JSON.stringify(
    { ...tally, values: [0, 1].map((i) => valuesOf(tally.values.kept, i)) },
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
    const second = measureTally(whole, 1);
    expect([...second.values!]).toEqual(values);
    expect(second).toMatchObject({
      count: values.length,
      missing: good.length - values.length,
      sketch: null,
    });
    expect([second.low, second.high]).toEqual([Math.min(...values), Math.max(...values)]);
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
  for (const runs of [0, 1, 5, 1_000, 1_023, 1, 20_000, 3]) {
    const columns = Float64Array.from({ length: 2 * runs }, () => (next() < 0.2 ? Number.NaN : next()));
    all.push(...columns.subarray(runs));
    values = append(values, { runs, columns }, 2);
  }
  expect([...valuesOf(values, 1)]).toEqual(all.filter((value) => !Number.isNaN(value)));
  expect(values.runs).toBe(all.length);
  // Short ones are joined.
  expect(values.blocks.map(({ runs }) => runs)).toEqual([2_029, 1, 20_000, 3]);
});

/** A batch in which the first measure has these values and the second has none. */
function batchOf(firstRun: number, values: Float64Array): BatchResult {
  const batch = emptyBatch(fakeScenario, firstRun, values.length);
  values.forEach((value, i) => {
    batch.rows.set([0, 1, value, Number.NaN], i * 4);
  });
  return batch;
}

test('mean and variance hold far from zero, where a sum of squares loses every digit', () => {
  const next = generator(4);
  const values = Float64Array.from({ length: 10_000 }, () => 1e9 + next());
  const { mean, variance } = measureTally(fold(emptyTally(fakeScenario), batchOf(0, values)), 0);
  const exact = sampleOf(values.map((value) => value - 1e9));
  // Values near 1e9 are whole multiples of 2^-23 (1.2e-7): the spread of 1/12 is known to some 1e-6 of itself.
  // Ten thousand roundings of half such a multiple add up like a random walk: some 6e-6.
  expect(Math.abs(mean - 1e9 - exact.mean)).toBeLessThan(6e-6);
  expect(Math.abs(variance / exact.variance - 1)).toBeLessThan(1e-6);
});

describe('beyond a million runs', () => {
  const next = generator(5);
  const list = Float64Array.from({ length: 200_000 }, () => (next() < 0.1 ? Number.NaN : next() * 100));
  const many = (chunk: number, runs: number): Tally => {
    let tally = emptyTally(fakeScenario);
    while (tally.runs < runs) {
      const from = tally.runs % list.length;
      const part = list.subarray(from, Math.min(from + chunk, from + runs - tally.runs));
      tally = fold(tally, batchOf(tally.runs, part));
    }
    return tally;
  };

  test('values are few, and what the sketch holds does not depend on chunks', () => {
    const one = many(200_000, 1_400_000);
    const other = many(33_333, 1_400_000);
    expect(one.values.kept.runs).toBeLessThan(1 << 17);
    expect(one.moments).toEqual(other.moments);
    const { sketch, values, count, missing } = measureTally(one, 0);
    expect(values).toBeNull();
    expect(count + missing).toBe(1_400_000);
    expect(sketch!.count).toBe(count);
    expect(sketch!.weighted()).toEqual(measureTally(other, 0).sketch!.weighted());
    // A relative error of 0.1 %.
    expect(Math.abs(sketch!.quantile(0.5)! / 50 - 1)).toBeLessThan(0.01);
  });

  test('a million runs are still exact', () => {
    const million = many(200_000, KEPT_RUNS);
    expect(measureTally(million, 0).sketch).toBeNull();
    expect(measureTally(fold(million, batchOf(KEPT_RUNS, list.subarray(0, 1))), 0).sketch).not.toBeNull();
  });
});
