// Proves laws of exp, log, power and the normal functions on any numbers, to the error their accuracy allows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log, normalCdf, normalQuantile, power } from '../../../src/random/index.ts';

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const EPSILON = 2 ** -52;

describe('elementary functions', () => {
  it('exp and log undo each other', () => {
    fc.assert(
      fc.property(
        between(-700, 700),
        (x) => Math.abs(log(exp(x)) - x) <= 2 * EPSILON * Math.max(1, Math.abs(x)),
      ),
    );
  });

  it('log of any positive number agrees with the engine to 2 ulp', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }), (x) => {
        const engine = Math.log(x);
        return Math.abs(log(x) - engine) <= 2 * EPSILON * Math.abs(engine);
      }),
      { numRuns: 2000 },
    );
  });

  it('exp of any number agrees with the engine to 2 ulp', () => {
    fc.assert(
      fc.property(between(-745, 709.7), (x) => {
        const engine = Math.exp(x);
        return Math.abs(exp(x) - engine) <= 2 * EPSILON * engine + 5e-324;
      }),
      { numRuns: 2000 },
    );
  });

  it('exp and log rise', () => {
    fc.assert(
      fc.property(between(-745, 709), between(1e-9, 1), (x, more) => {
        expect(exp(x + more)).toBeGreaterThanOrEqual(exp(x));
        const grown = exp(x);
        expect(log(grown * (1 + more))).toBeGreaterThanOrEqual(log(grown));
      }),
    );
  });

  it('power with a whole exponent is the product, with others e^(y ln x)', () => {
    fc.assert(
      fc.property(between(0.01, 100), fc.integer({ min: 1, max: 30 }), (x, n) => {
        let product = 1;
        for (let i = 0; i < n; i++) product *= x;
        expect(Math.abs(power(x, n) / product - 1)).toBeLessThanOrEqual(n * EPSILON);
        expect(power(x, -n)).toBe(1 / power(x, n));
        expect(Math.abs(power(x, n + 0.25) / (product * Math.sqrt(Math.sqrt(x))) - 1)).toBeLessThan(
          200 * n * EPSILON,
        );
      }),
    );
  });

  it('normalQuantile and normalCdf undo each other, and the two tails sum to 1', () => {
    fc.assert(
      fc.property(between(-37, 8), (z) => {
        const u = normalCdf(z);
        // Φ moves by φ(z) a unit of z: an error of some ulp of Φ is that many times Φ/φ of z.
        const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
        expect(Math.abs(normalQuantile(u) - z)).toBeLessThanOrEqual(
          (16 * EPSILON * u) / density + 8 * EPSILON * Math.abs(z),
        );
        expect(Math.abs(u + normalCdf(-z) - 1)).toBeLessThanOrEqual(2 * EPSILON);
      }),
    );
  });
});
