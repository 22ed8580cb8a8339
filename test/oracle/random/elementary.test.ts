// Proves that exp, log, power, the normal functions, the sine and Student's t have the accuracy they promise.
import { describe, expect, it } from 'vitest';
import {
  exp,
  log,
  normalCdf,
  normalQuantile,
  pearsonOfRank,
  power,
  studentQuantile,
} from '../../../src/random/index.ts';
import * as values from './elementary-values.ts';
import { ulpsBetween } from './ulps.ts';

describe('elementary functions against 200-bit values (mpmath 1.3)', () => {
  // Errors below 1.1 units are at most one representable number from the rounded truth (plus its own half unit).
  it.each(values.EXP)('exp(%d) is within 1 ulp of %d', (x, truth) => {
    expect(ulpsBetween(exp(x), truth)).toBeLessThanOrEqual(1);
  });

  it.each(values.LOG)('log(%d) is within 1 ulp of %d', (x, truth) => {
    expect(ulpsBetween(log(x), truth)).toBeLessThanOrEqual(1);
  });

  // log errs by up to 1 ulp, times y: the exponent y·ln x is off by |y·ln x|·2^-52, the result relatively so.
  it.each(values.POWER)('power(%d, %d) is %d to the error of its exponent', (x, y, truth) => {
    const allowed = 2 + 2 * Math.abs(y * log(x));
    expect(ulpsBetween(power(x, y), truth)).toBeLessThanOrEqual(allowed);
  });

  // Each squaring doubles the error made so far: together at most |y| roundings of half a unit.
  it.each(values.WHOLE_POWER)('power(%d, %d) is %d to |y|/2 ulp', (x, y, truth) => {
    expect(ulpsBetween(power(x, y), truth)).toBeLessThanOrEqual(Math.max(1, Math.abs(y) / 2));
  });

  // Cody's approximations are good to about 1e-16; two exponentials and six roundings make up to 6 ulp.
  it.each(values.NORMAL_CDF)('normalCdf(%d) is within 6 ulp of %d', (z, truth) => {
    expect(ulpsBetween(normalCdf(z), truth)).toBeLessThanOrEqual(6);
  });

  // AS 241 promises about one part in 1e16; its two polynomials of degree 7 add their roundings.
  it.each(values.NORMAL_QUANTILE)('normalQuantile(%d) is within 6 ulp of %d', (u, truth) => {
    expect(ulpsBetween(normalQuantile(u), truth)).toBeLessThanOrEqual(6);
  });

  it.each(values.PEARSON_OF_RANK)('pearsonOfRank(%d) is within 2 ulp of %d', (rank, truth) => {
    expect(ulpsBetween(pearsonOfRank(rank), truth)).toBeLessThanOrEqual(2);
  });

  it.each(values.STUDENT)(
    'the t quantile with %d degrees of freedom at %d is %d (1e-11)',
    (freedom, u, truth) => {
      expect(Math.abs(studentQuantile(freedom, u) / truth - 1)).toBeLessThan(1e-11);
    },
  );

  it('a polynomial one coefficient of which is off by a millionth would be seen', () => {
    const spoiled = (x: number): number => exp(x) * (1 + 1e-6 * x * x);
    const misses = values.EXP.filter(([x, truth]) => ulpsBetween(spoiled(x), truth) > 1);
    expect(misses.length).toBeGreaterThan(values.EXP.length / 2);
  });
});

describe('published values', () => {
  it('normalQuantile at 0.25, 0.001 and 1e-20 (Wichura 1988, AS 241, check values)', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 13);
  });

  it('studentQuantile of tables: 12.706, 2.262, 1.960 at 0.975 (Fisher and Yates)', () => {
    expect(studentQuantile(1, 0.975)).toBeCloseTo(12.706, 3);
    expect(studentQuantile(9, 0.975)).toBeCloseTo(2.262, 3);
    expect(studentQuantile(1e9, 0.975)).toBeCloseTo(1.96, 3);
  });
});
