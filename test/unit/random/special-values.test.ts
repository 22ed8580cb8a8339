// Proves what the elementary functions do at the ends: zeros, infinities, NaN, overflow and underflow.
import { describe, expect, it } from 'vitest';
import { exp, log, normalCdf, normalQuantile, power, studentQuantile } from '../../../src/random/index.ts';
import { expMinusOne, logOnePlus } from '../../../src/random/near-zero.ts';

describe('exp', () => {
  it('overflows and underflows where the true value does', () => {
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(5e-324);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(1e308)).toBe(Infinity);
  });

  it('is exactly 1 at both zeros, and NaN at NaN', () => {
    expect([exp(0), exp(-0), exp(NaN)]).toEqual([1, 1, NaN]);
  });

  it('loses digits only gradually below the normal numbers', () => {
    for (let x = -708; x > -745; x -= 0.37) {
      const halved = exp(x + Math.LN2) / 2;
      expect(Math.abs(exp(x) - halved)).toBeLessThanOrEqual(halved * 3e-13 + 5e-324);
    }
  });
});

describe('log', () => {
  it('has the limits of the logarithm', () => {
    expect([log(0), log(-0), log(1), log(Infinity)]).toEqual([-Infinity, -Infinity, 0, Infinity]);
    expect([log(-1), log(-Infinity), log(-5e-324), log(NaN)]).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe('power', () => {
  it('follows the language: zero exponents, zero bases, negative bases', () => {
    expect([power(0, 0), power(NaN, 0), power(-3, 0)]).toEqual([1, 1, 1]);
    expect([power(0, 2), power(0, 0.3), power(0, -0.3), power(0, -2)]).toEqual([0, 0, Infinity, Infinity]);
    expect([power(-2, 3), power(-2, -2), power(-8, 1 / 3), power(-4, 0.5)]).toEqual([-8, 0.25, NaN, NaN]);
  });

  it('multiplies for whole exponents up to 1024 and takes square roots for 1/2', () => {
    expect(power(3, 5)).toBe(243);
    expect(power(1.1, 2)).toBe(1.1 * 1.1);
    expect(power(1.1, 3)).toBe(1.1 * (1.1 * 1.1));
    expect(power(2, 0.5)).toBe(Math.SQRT2);
    expect(power(2, 1023)).toBe(2 ** 1023);
    expect(power(2, 1024)).toBe(Infinity);
    expect(power(2, -1024)).toBe(0);
    expect(power(2, 1025)).toBe(exp(1025 * log(2)));
    expect(power(0.5, 1025)).toBe(exp(1025 * log(0.5)));
  });

  it('passes infinities and NaN on', () => {
    expect([power(2, Infinity), power(0.5, Infinity), power(2, -Infinity)]).toEqual([Infinity, 0, 0]);
    expect([power(NaN, 2), power(NaN, 0.5), power(NaN, 0.3), power(2, NaN)]).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe('the normal distribution', () => {
  it('has its quantiles at the ends and outside', () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expect([normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(NaN)]).toEqual([NaN, NaN, NaN]);
  });

  it('has its function at the ends', () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(0), normalCdf(NaN)]).toEqual([
      0,
      1,
      0.5,
      NaN,
    ]);
    expect([normalCdf(-41), normalCdf(41)]).toEqual([0, 1]);
  });

  it('is odd about the middle to the bit', () => {
    for (let i = 1; i < 4096; i++) expect(normalQuantile(1 - i / 4096) + normalQuantile(i / 4096)).toBe(0);
  });

  it("is Student's t with infinitely many degrees of freedom; t is 0 at 1/2", () => {
    expect(studentQuantile(Infinity, 0.975)).toBe(normalQuantile(0.975));
    expect(studentQuantile(5, 0.5)).toBe(0);
    expect(studentQuantile(5, 0.9)).toBe(-studentQuantile(5, 1 - 0.9));
  });
});

describe('near zero', () => {
  it('e^x − 1 and ln(1 + x) keep their digits', () => {
    for (const x of [1e-300, 1e-16, -1e-12, 1e-8, -1e-4, 0.01, 0.3]) {
      expect(expMinusOne(x) / Math.expm1(x)).toBeCloseTo(1, 14);
      expect(logOnePlus(x) / Math.log1p(x)).toBeCloseTo(1, 14);
    }
  });

  it('and have the right limits', () => {
    expect([expMinusOne(-Infinity), expMinusOne(-800), expMinusOne(800), expMinusOne(0)]).toEqual([
      -1,
      -1,
      Infinity,
      0,
    ]);
    expect([logOnePlus(-1), logOnePlus(0), logOnePlus(Infinity), logOnePlus(-2)]).toEqual([
      -Infinity,
      0,
      Infinity,
      NaN,
    ]);
  });
});
