// Proves that sensitivity indices are the published ones: Sobol, Morris, PRCC, regression, PAWN, luck against ignorance.
import { describe, expect, it } from 'vitest';
import {
  elementaryEffects,
  partialCorrelations,
  partialRankCorrelations,
  pathEffects,
  pawn,
  pawnByChance,
  type RunBlock,
  ranksOf,
  type SaltelliOutputs,
  slicesOf,
  sobolIndices,
  standardisedRegression,
  starEffects,
  totalEffects,
  varianceSplit,
} from '../../../src/analysis/index.ts';
import { morris, radial, type SaltelliDesign, saltelli } from '../../../src/experiment/design/index.ts';
import { normalQuantile, seedKey, siteOf, uniformAt } from '../../../src/random/index.ts';
import { expectClose, expectWithin } from '../../helpers/close.ts';
import { gFunction, gIndices, ishigami } from './test-functions.ts';

const key = seedKey('2022');
const SITE = siteOf('test luck');
const valuesOf = (estimates: readonly { readonly value: number }[]): readonly number[] =>
  estimates.map(({ value }) => value);
const uniform = (run: number, n: number): number => uniformAt(key, 1, SITE, run, n);

/** The blocks of a Saltelli design, each value by point and replication. */
function outputsOf(
  { points, base, dimensions, secondOrder }: SaltelliDesign,
  replications: number,
  value: (point: readonly number[], row: number, replication: number) => number,
): SaltelliOutputs {
  const block = (index: number): RunBlock => ({
    rows: base,
    replications,
    values: Float64Array.from({ length: base * replications }, (_, i) => {
      const row = index * base + Math.floor(i / replications);
      return value(points[row]!, row, i % replications);
    }),
  });
  const factors = Array.from({ length: dimensions }, (_, factor) => factor);
  return {
    a: block(0),
    b: block(1),
    mixed: factors.map((factor) => block(2 + factor)),
    mirrored: secondOrder ? factors.map((factor) => block(2 + dimensions + factor)) : null,
  };
}

describe('Sobol indices', () => {
  it('of Ishigami: first .3139 .4424 0, total .5576 .4424 .2437, S13 .2437, variance 13.8446 (Saltelli et al. 2008)', () => {
    const design = saltelli(key, { dimensions: 3, base: 4096, secondOrder: true });
    const found = sobolIndices(outputsOf(design, 1, ishigami), { key, resamples: 200 })!;
    const first = [0.3139051911, 0.4424111448, 0];
    const total = [0.5575888552, 0.4424111448, 0.2436836641];
    // SciPy passes at n = 4096 within 0.01.
    expectWithin(valuesOf(found.first), first, 0.01);
    expectWithin(valuesOf(found.total), total, 0.01);
    expect(Math.abs(found.variance - 13.8445879407)).toBeLessThan(0.1);
    const second = found.second!.map((row) => row.map(({ value }) => value));
    expect(Math.abs(second[0]![0]!)).toBeLessThan(0.01);
    expect(Math.abs(second[0]![1]! - 0.2436836641)).toBeLessThan(0.01);
    expect(Math.abs(second[1]![0]!)).toBeLessThan(0.01);
    expect(found.luck).toBeNull();
    // The third factor does nothing alone; its interval says so.
    expect(found.first[2]!.low).toBeLessThan(0);
    expect(found.first[2]!.high).toBeGreaterThan(0);
  });

  it.each([
    [
      [0, 1, 4.5, 9, 99, 99, 99, 99],
      [0.716192, 0.179048, 0.023676, 0.007162, 0.000072],
      [0.787144, 0.242198],
    ],
    [
      [78, 12, 0.5, 2, 97, 33],
      [0.000276, 0.010195, 0.765743, 0.191436, 0.000179],
      [0.000329, 0.012143, 0.79597],
    ],
  ])('of the g-function with a = %j', (a, first, total) => {
    const exact = gIndices(a);
    expectClose(exact.first, first, 5);
    expectClose(exact.total, total, 5);
    const design = saltelli(key, { dimensions: a.length, base: 4096 });
    const found = sobolIndices(outputsOf(design, 1, gFunction(a)), { key, resamples: 100 })!;
    expectWithin(valuesOf(found.first), exact.first, 0.015);
    expectWithin(valuesOf(found.total), exact.total, 0.015);
  });

  it('of a chance that is only seen through runs: those of the chance, whatever luck the points share', () => {
    // Additive with variances 4 : 1, so first and total are both 0.8 and 0.2.
    const chance = ([x = 0, y = 0]: readonly number[]): number => 0.5 + 0.4 * (x - 0.5) + 0.2 * (y - 0.5);
    const design = saltelli(key, { dimensions: 2, base: 1024 });
    const shared = (point: readonly number[], _: number, r: number) =>
      uniform(0, r) < chance(point) ? 1 : 0;
    const own = (point: readonly number[], row: number, r: number) =>
      uniform(1 + row, r) < chance(point) ? 1 : 0;
    for (const luck of [shared, own]) {
      const found = sobolIndices(outputsOf(design, 40, luck), { key, resamples: 200 })!;
      // Four bootstrap standard errors each: 1 false alarm in 16,000.
      [0.8, 0.2].forEach((exact, i) => {
        for (const index of [found.first[i]!, found.total[i]!]) {
          const error = (index.high - index.low) / (2 * 1.96);
          expect(Math.abs(index.value - exact)).toBeLessThan(4 * error);
          expect(error).toBeLessThan(0.1);
        }
      });
    }
    // Spoiled: means of runs taken for the chance itself make total indices too large by luck's part.
    const spoiled = outputsOf(design, 1, (point, row) => {
      let sum = 0;
      for (let r = 0; r < 40; r += 1) sum += own(point, row, r);
      return sum / 40;
    });
    expect(sobolIndices(spoiled, { key, resamples: 50 })!.total[1]!.value).toBeGreaterThan(0.35);
  });

  it('says nothing where the output does not vary', () => {
    const design = saltelli(key, { dimensions: 2, base: 16 });
    expect(
      sobolIndices(
        outputsOf(design, 1, () => 1),
        { key },
      ),
    ).toBeNull();
  });

  it('total effects from a radial design: Ishigami', () => {
    const { points, stars } = radial(key, { dimensions: 3, stars: 4096 });
    const block = (offset: number): RunBlock => ({
      rows: stars,
      replications: 1,
      values: Float64Array.from({ length: stars }, (_, star) => ishigami(points[4 * star + offset]!)),
    });
    const found = totalEffects(block(0), [1, 2, 3].map(block), { key, resamples: 50 })!;
    expectWithin(valuesOf(found), [0.5575888552, 0.4424111448, 0.2436836641], 0.015);
  });
});

describe('Morris', () => {
  it('Saltelli et al. 2008, chapter 3, exercise 4: μ .65 .21, μ* 1.62 .35, σ 1.79 .41', () => {
    const third = 1 / 3;
    const points = [
      [0, third],
      [0, 1],
      [2 * third, 1],
      [0, third],
      [2 * third, third],
      [2 * third, 1],
      [2 * third, 0],
      [2 * third, 2 * third],
      [0, 2 * third],
      [third, 1],
      [1, 1],
      [1, third],
      [third, 1],
      [third, third],
      [1, third],
      [third, 2 * third],
      [third, 0],
      [1, 0],
    ];
    const outputs = [
      0.97, 0.71, 2.39, 0.97, 2.3, 2.39, 1.87, 2.4, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.2, 1.87, 1,
    ];
    const effects = pathEffects(points, outputs);
    expectClose(effects[0]!, [2.52, 1.995, 2.295, -0.66, -0.945, -1.305], 9);
    expectClose(effects[1]!, [-0.39, 0.135, 0.795, 0.255, -0.03, 0.495], 9);
    const found = effects.map((one) => elementaryEffects(one, { key }));
    expect(found[0]!.mean).toBeCloseTo(0.65, 9);
    expect(found[1]!.mean).toBeCloseTo(0.21, 9);
    expect(found[0]!.meanSize.value).toBeCloseTo(1.62, 9);
    expect(found[1]!.meanSize.value).toBeCloseTo(0.35, 9);
    expect(found[0]!.spread).toBeCloseTo(1.794107, 6);
    expect(found[1]!.spread).toBeCloseTo(0.411995, 6);
  });

  it('Ishigami on four levels: μ* of the second factor is 7.875 for any seed', () => {
    for (const seed of ['1', '2']) {
      const { points } = morris(seedKey(seed), { dimensions: 3, paths: 20 });
      const effects = pathEffects(points, points.map(ishigami));
      expect(elementaryEffects(effects[1]!, { key }).meanSize.value).toBeCloseTo(7.875, 9);
    }
  });

  it('a straight line has its slopes, from paths and from stars, and refuses points that move two factors', () => {
    const line = ([x = 0, y = 0]: readonly number[]): number => 3 * x - 2 * y;
    const stars = radial(key, { dimensions: 2, stars: 5 }).points;
    const effects = starEffects(stars, stars.map(line));
    expectClose(effects[0]!, [3, 3, 3, 3, 3], 9);
    expectClose(effects[1]!, [-2, -2, -2, -2, -2], 9);
    expect(() =>
      pathEffects(
        [
          [0, 0],
          [1, 1],
          [1, 0],
        ],
        [0, 1, 2],
      ),
    ).toThrow('point 1 moves 2 factors');
  });
});

describe('given data', () => {
  const hl = [7, 15, 19, 15, 21, 22, 57, 15, 20, 18];
  const disp = [0, 0.964, 0, 0, 0.921, 0, 0, 1.006, 0, 1.011];
  const deg = [9, 2, 3, 4, 1, 3, 1, 3, 6, 1];
  const bc = [0.0178, 1.05e-6, 1.37e-5, 0.00718, 0, 0, 0, 0.00448, 2.1e-6, 0];

  it('partial correlations: −0.6720863, −0.6161163, 0.1148459 (R ppcor, y.data)', () => {
    const found = partialCorrelations([disp, deg, bc], hl)!;
    expectClose(valuesOf(found), [-0.6720863, -0.6161163, 0.1148459], 6);
    // Fisher's z: atanh(−0.6720863) ± 1.96/√(10 − 2 − 3) (SciPy).
    expect(found[0]!.low).toBeCloseTo(Math.tanh(Math.atanh(-0.67208631) - 1.959963985 / Math.sqrt(5)), 6);
    expect(found[0]!.high).toBeCloseTo(Math.tanh(Math.atanh(-0.67208631) + 1.959963985 / Math.sqrt(5)), 6);
  });

  it('the same on ranks: −0.76473447, −0.13675962, −0.78606462 (NumPy, SciPy rankdata)', () => {
    const found = partialRankCorrelations([disp, deg, bc], hl)!;
    expectClose(valuesOf(found), [-0.76473447, -0.13675962, -0.78606462], 8);
    expect(Array.from(ranksOf([3, 1, 3, 2]))).toEqual([3.5, 1, 3.5, 2]);
  });

  it('is nothing where factors do not vary or are one another', () => {
    expect(
      partialRankCorrelations(
        [
          [1, 1, 1, 1, 1, 1],
          [1, 2, 3, 4, 5, 7],
        ],
        [1, 2, 3, 4, 5, 6],
      ),
    ).toBeNull();
    expect(
      standardisedRegression(
        [
          [1, 2, 3, 4, 5],
          [2, 4, 6, 8, 10],
        ],
        [1, 3, 2, 5, 4],
      ),
    ).toBeNull();
    expect(partialCorrelations([[1, 2, 3]], [3, 1, 2])).toBeNull();
  });

  it('regression of mpg on wt and hp: R² 0.8268, standardised −0.6296, −0.3615 (R mtcars, lm on scaled columns)', () => {
    const mpg = [
      21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4,
      30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
    ];
    const hp = [
      110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150,
      150, 245, 175, 66, 91, 113, 264, 175, 335, 109,
    ];
    const wt = [
      2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424,
      5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
    ];
    const { coefficients, explained } = standardisedRegression([wt, hp], mpg)!;
    expect(explained).toBeCloseTo(0.8267854518827915, 9);
    expect(coefficients[0]!.value).toBeCloseTo(-0.629554514, 8);
    expect(coefficients[1]!.value).toBeCloseTo(-0.361450666, 8);
    expect(coefficients[0]!.low).toBeCloseTo(-0.83964549, 7);
  });

  it('PAWN of Ishigami on fixed points: .23975 .38725 .084, largest .2905 .49175 .18725 (SciPy ks_2samp)', () => {
    const steps = [0.6180339887498949, 0.7548776662466927, 0.5698402909980532];
    const points = Array.from({ length: 4000 }, (_, i) => steps.map((step) => ((i + 1) * step) % 1));
    const output = points.map(ishigami);
    const found = steps.map((_, factor) =>
      pawn(slicesOf(points.map((point) => point[factor]!)), output, { key, resamples: 20 }),
    );
    expectClose(
      found.map((index) => index.median.value),
      [0.23975, 0.38725, 0.084],
      10,
    );
    expectClose(
      found.map((index) => index.largest.value),
      [0.2905, 0.49175, 0.18725],
      10,
    );
    const noise = slicesOf(points.map((_, i) => uniform(7, i)));
    const byChance = pawnByChance(noise, output, key);
    expect(byChance).toBeLessThan(0.06);
    expect(pawn(noise, output, { key, resamples: 20 }).median.value).toBeLessThan(1.2 * byChance);
  });

  it('PAWN of an output that is the factor: the median over ten slices is 0.7, the largest 0.9', () => {
    const factor = Array.from({ length: 1000 }, (_, i) => i);
    const found = pawn(slicesOf(factor), factor, { key, resamples: 5 });
    expect(found.median.value).toBeCloseTo(0.7, 10);
    expect(found.largest.value).toBeCloseTo(0.9, 10);
    expect(slicesOf([2, 1, 2, 5])).toEqual({ of: Uint8Array.from([1, 0, 1, 2]), count: 3 });
  });
});

describe('luck or ignorance', () => {
  // World mean ~ N(0, 1), luck ~ N(0, 2²): ignorance 1, luck 4, share 0.2.
  const worlds = (luck: (world: number, r: number) => number): RunBlock => ({
    rows: 600,
    replications: 10,
    values: Float64Array.from({ length: 6000 }, (_, i) => {
      const world = Math.floor(i / 10);
      return normalQuantile(uniform(10, world)) + 2 * normalQuantile(luck(world, i % 10));
    }),
  });

  it('a normal mean among normal luck: 1 and 4, within four bootstrap errors', () => {
    for (const luck of [
      (w: number, r: number) => uniform(100 + w, r),
      (_: number, r: number) => uniform(11, r),
    ]) {
      const {
        ignorance,
        luck: chance,
        ignoranceShare,
      } = varianceSplit(worlds(luck), { key, resamples: 200 });
      const error = (ignorance.high - ignorance.low) / (2 * 1.96);
      expect(Math.abs(ignorance.value - 1)).toBeLessThan(4 * error);
      expect(error).toBeLessThan(0.15);
      if (luck(0, 0) === luck(1, 0)) continue;
      expect(Math.abs(chance.value - 4)).toBeLessThan(0.3);
      expect(Math.abs(ignoranceShare.value - 0.2)).toBeLessThan(0.08);
    }
  });

  it('two-way table by hand: rows 1 3, 2 6 have expectations that vary by 2 − interaction/2', () => {
    // Means 2 and 4; MS rows 4, MS interaction 1 on one degree of freedom; (4 − 1)/2 = 1.5.
    const block = { rows: 2, replications: 2, values: Float64Array.from([1, 3, 2, 6]) };
    const { ignorance, luck } = varianceSplit(block, { key, resamples: 2 });
    expect(ignorance.value).toBeCloseTo(1.5, 12);
    expect(luck.value).toBeCloseTo((2 + 8) / 2, 12);
  });
});
