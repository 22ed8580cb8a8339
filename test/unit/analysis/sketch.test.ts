// Proves that the sketch keeps its relative error, does not see order or splits, and is exact for few values.
import { describe, expect, it } from 'vitest';
import { histogramOf, QuantileSketch, quantileSorted, SKETCH_ERROR } from '../../../src/analysis/index.ts';
import { normalQuantile, seedKey, uniformAt } from '../../../src/random/index.ts';

const key = seedKey('sketch');
const COUNT = 20_000;
const LEVELS = [0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1];

const sketchOf = (values: Iterable<number>): QuantileSketch => {
  const sketch = new QuantileSketch();
  for (const value of values) sketch.add(value);
  return sketch;
};

const quantiles = (sketch: QuantileSketch): (number | null)[] =>
  LEVELS.map((level) => sketch.quantile(level));

const SAMPLES: Readonly<Record<string, (u: number) => number>> = {
  uniform: (u) => u,
  'normal, both signs': (u) => normalQuantile(u),
  'negative only': (u) => -1 / u,
  'over 600 orders of magnitude': (u) => 10 ** (600 * u - 300),
  'mostly zero': (u) => (u < 0.7 ? 0 : u),
  'close together': (u) => 1000 + u / 1000,
};

describe.each(Object.keys(SAMPLES))('a sketch of values that are %s', (name) => {
  const values = Array.from({ length: COUNT }, (_, i) => SAMPLES[name]!(uniformAt(key, 0, 1, i, 0)));
  const sketch = sketchOf(values);

  it('has every quantile within 0.1 %, and the ends exactly', () => {
    const sorted = [...values].sort((a, b) => a - b);
    for (const level of LEVELS) {
      const truth = quantileSorted(sorted, level)!;
      // Both neighbours of the rank err by up to the relative error, so does what lies between them.
      const place = Math.floor((COUNT - 1) * level);
      const size = Math.max(Math.abs(sorted[place]!), Math.abs(sorted[Math.min(place + 1, COUNT - 1)]!));
      expect(Math.abs(sketch.quantile(level)! - truth)).toBeLessThanOrEqual(size * SKETCH_ERROR * (1 + 1e-9));
    }
    expect([sketch.quantile(0), sketch.quantile(1)]).toEqual([sorted[0], sorted[COUNT - 1]]);
    expect(sketch.exact).toBe(false);
    expect(sketch.count).toBe(COUNT);
  });

  it('is the same to the bit backwards, and merged from any split', () => {
    expect(quantiles(sketchOf([...values].reverse()))).toEqual(quantiles(sketch));
    for (const cut of [1, 500, 1024, 1025, 10_000]) {
      const first = sketchOf(values.slice(0, cut));
      first.merge(sketchOf(values.slice(cut)));
      expect(quantiles(first)).toEqual(quantiles(sketch));
      expect(JSON.stringify(first.weighted()) === JSON.stringify(sketch.weighted())).toBe(true);
    }
  });
});

describe('a sketch of few distinct values', () => {
  const days = Array.from({ length: COUNT }, (_, i) => Math.floor(60 * uniformAt(key, 0, 2, i, 0)) / 4 - 3);
  const sketch = sketchOf(days);

  it('is exact', () => {
    const sorted = [...days].sort((a, b) => a - b);
    expect(quantiles(sketch)).toEqual(LEVELS.map((level) => quantileSorted(sorted, level)));
    expect(sketch.exact).toBe(true);
    expect(histogramOf(sketch.weighted())).toEqual(histogramOf({ values: sorted, counts: null }));
  });

  it('stops being exact at the same number of values however they come', () => {
    const whole = (from: number, to: number): number[] =>
      Array.from({ length: to - from }, (_, i) => from + i);
    const merged = sketchOf(whole(0, 600));
    merged.merge(sketchOf(whole(500, 1024)));
    expect(merged.exact).toBe(true);
    merged.merge(sketchOf([5000]));
    expect(merged.exact).toBe(false);
    const other = sketchOf([5000, ...whole(0, 1024)]);
    expect([...quantiles(merged), merged.count]).not.toEqual([...quantiles(other), other.count]);
    expect(sketchOf([...whole(0, 600), ...whole(500, 1024), 5000]).weighted()).toEqual(merged.weighted());
  });

  it('tells nothing when empty, and takes both zeros for one', () => {
    expect(new QuantileSketch().quantile(0.5)).toBeNull();
    expect(sketchOf([0, -0, 0]).weighted()).toEqual({ values: [0], counts: [3] });
  });

  it('an error of 0.2 % would be seen by the test above', () => {
    const values = Array.from({ length: COUNT }, (_, i) => 1 + uniformAt(key, 0, 3, i, 0));
    const sorted = [...values].sort((a, b) => a - b);
    const spoiled = sketchOf(values.map((x) => x * 1.002));
    const misses = LEVELS.filter((level) => {
      const truth = quantileSorted(sorted, level)!;
      return Math.abs(spoiled.quantile(level)! - truth) > truth * SKETCH_ERROR;
    });
    expect(misses.length).toBe(LEVELS.length);
  });
});
