// Proves that the kernel's own exp, log, power, normal functions, uniforms and quantile maps give the bits of random/.
import { describe, expect, test } from 'vitest';
import {
  type DistributionSpec,
  exp,
  log,
  normalCdf,
  normalQuantile,
  power,
  quantile,
  quantileMap,
  uniformAt,
} from '../../../src/random/index.ts';
import { generator } from '../../helpers/generator.ts';
import { libraryOf } from '../../helpers/kernel-library.ts';

const INPUTS = 100_000;

const SPECIALS: readonly number[] = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  Infinity,
  -Infinity,
  NaN,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1e308,
  -1e308,
  708,
  -708,
  708.0000000000001,
  709,
  709.782712893384,
  709.7827128933841,
  -745.1332191019411,
  -745.1332191019412,
  -708.4,
  -744.5,
  0.925,
  0.075,
  Math.SQRT1_2,
  1024,
  1025,
  -1024,
  3,
  0.25,
  5.656854249492381,
  0.67448975,
  40,
  40.1,
];

const bits = new DataView(new ArrayBuffer(8));

/** Specials, then numbers of every size, then numbers of a size that matters. */
function inputs(seed: number, low: number, high: number, count = INPUTS): number[] {
  const next = generator(seed);
  const values = [...SPECIALS];
  while (values.length < count) {
    if (values.length % 3 === 0) {
      bits.setUint32(0, next() * 4294967296);
      bits.setUint32(4, next() * 4294967296);
      values.push(bits.getFloat64(0));
    } else values.push(low + next() * (high - low));
  }
  return values;
}

/** Uniforms, most of them in the middle, many close to the ends. */
function uniforms(seed: number, count: number): number[] {
  const next = generator(seed);
  const values = [2 ** -53, 1 - 2 ** -53, 0.5, 0.075, 0.925, 1e-300, 0.4999999999999999];
  while (values.length < count) {
    const u = next();
    const kind = values.length % 4;
    values.push(kind === 0 ? u * 2 ** -40 : kind === 1 ? 1 - u * 2 ** -40 : u);
  }
  return values;
}

function firstWrong(
  values: readonly number[],
  expected: (x: number) => number,
  actual: (x: number) => number,
) {
  for (const x of values)
    if (!Object.is(expected(x), actual(x))) return { x, want: expected(x), got: actual(x) };
  return null;
}

const DISTRIBUTIONS: readonly DistributionSpec[] = [
  { kind: 'uniform', low: -1, high: 3 },
  { kind: 'triangular', low: 0, mode: 0.2, high: 1 },
  { kind: 'pert', low: 0, mode: 0.7, high: 1 },
  { kind: 'normal', mean: 0.4, sd: 0.3 },
  { kind: 'lognormal', median: 0.5, sigma: 0.6 },
  { kind: 'beta', alpha: 2, beta: 0.7 },
  { kind: 'choice', values: [0, 1, 2], weights: [0.5, 0.3, 0.2] },
  { kind: 'exponential', mean: 0.5 },
  { kind: 'gamma', mean: 0.6, sd: 0.4 },
  { kind: 'weibull', shape: 1.7, scale: 0.5 },
];

const RANGES: readonly (readonly [number, number])[] = [
  [-Infinity, Infinity],
  [0.1, 0.9],
  [0.3, Infinity],
  [-Infinity, 0.6],
];

const maps = DISTRIBUTIONS.flatMap((distribution) =>
  RANGES.map(([low, high]) => ({
    name: `${distribution.kind} in [${low}, ${high}]`,
    map: quantileMap(distribution, low, high),
  })),
);
const library = libraryOf(maps.map(({ map }) => map));

describe('elementary functions', () => {
  test('exp', () => {
    expect(firstWrong(inputs(1, -750, 720), exp, library.exp)).toBeNull();
    expect(firstWrong(inputs(2, -3, 3), exp, library.exp)).toBeNull();
  });
  test('exp of two side by side', () => {
    const [xs, ys] = [inputs(2, -750, 720), inputs(3, -3, 3).reverse()];
    xs.forEach((x, k) => {
      const y = ys[k] as number;
      if (!Object.is(library.expBoth(x, y)[0], exp(x)) || !Object.is(library.expBoth(x, y)[1], exp(y)))
        expect.fail(`${x} and ${y}`);
    });
  });
  test('log', () => expect(firstWrong(inputs(3, 0, 4), log, library.log)).toBeNull());
  test('normal quantile', () => {
    expect(firstWrong(uniforms(4, INPUTS), normalQuantile, library.normalQuantile)).toBeNull();
    expect(firstWrong(inputs(5, -0.1, 1.1), normalQuantile, library.normalQuantile)).toBeNull();
  });
  test('normal distribution function', () =>
    expect(firstWrong(inputs(6, -12, 12), normalCdf, library.normalCdf)).toBeNull());
  test('power', () => {
    const ys = inputs(7, -4, 4);
    const whole = generator(8);
    const xs = inputs(9, -3, 3);
    const wrong = xs.flatMap((x, k) => {
      const y = k % 2 === 0 ? (ys[(k * 7919) % ys.length] as number) : Math.floor(whole() * 2100) - 1050;
      return Object.is(power(x, y), library.power(x, y)) ? [] : [{ x, y }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    const specials = SPECIALS.flatMap((x) => SPECIALS.map((y) => [x, y] as const));
    for (const [x, y] of specials) expect(library.power(x, y), `${x} ^ ${y}`).toBe(power(x, y));
  });
});

test('addressed uniforms', () => {
  const next = generator(10);
  const word = (): number => Math.floor(next() * 4294967296);
  for (let k = 0; k < INPUTS; k += 1) {
    const key = { key0: word(), key1: word() };
    const [site, run, n] = [word(), k % 2 === 0 ? k : word(), k % 100];
    const expected = uniformAt(key, 0, site, run, n);
    if (!Object.is(library.uniform(key, site, run, n), expected))
      expect.fail(`${JSON.stringify(key)} ${site} ${run} ${n}`);
  }
});

test.each([
  { what: 'uniforms', index: 0, of: (u: number) => u },
  { what: 'thresholds', index: 1, of: (u: number) => -log(1 - u) },
  { what: 'normals', index: 2, of: normalQuantile },
])('$what drawn four at a time are those drawn one by one', ({ index, of }) => {
  const next = generator(20);
  const word = (): number => Math.floor(next() * 4294967296) | 0;
  for (let k = 0; k < INPUTS / 10; k += 1) {
    const key = { key0: word(), key1: word() };
    const [sites, run, ns] = [[word(), word(), word(), word()], word(), [k, k + 1, word(), k % 100]];
    const expected = sites.map((site, lane) => of(uniformAt(key, 0, site, run, ns[lane] as number)));
    expect(library.four[index]?.(key, sites, run, ns)).toEqual(expected);
  }
});

describe('quantile maps', () => {
  test.each(maps.map(({ name, map }, index) => ({ name, map, index })))('$name', ({ map, index }) => {
    const actual = library.quantiles[index] as (u: number) => number;
    expect(firstWrong(uniforms(11 + index, 20_000), (u) => quantile(map, u), actual)).toBeNull();
  });
});
