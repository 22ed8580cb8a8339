// Proves that intervals of shares and of paired differences are the published ones.
import { describe, expect, it } from 'vitest';
import { newcombePaired, wilson } from '../../../src/analysis/index.ts';

describe('wilson', () => {
  // Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3, to the four places printed there.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d is %d to %d (Newcombe 1998, table I)', (count, n, low, high) => {
    const found = wilson(count, n);
    expect(Math.abs(found.low - low)).toBeLessThanOrEqual(5.0001e-5);
    expect(Math.abs(found.high - high)).toBeLessThanOrEqual(5.0001e-5);
    expect(found.value).toBe(count / n);
  });

  it.each([
    [0, 10, 0, 0.277533],
    [10, 10, 0.722467, 1],
    [5, 10, 0.236593, 0.763407],
  ])('%d of %d is %d to %d (closed form)', (count, n, low, high) => {
    const found = wilson(count, n);
    expect(found.low).toBeCloseTo(low, 6);
    expect(found.high).toBeCloseTo(high, 6);
  });

  it('an interval with continuity correction or of Wald would be seen', () => {
    const wald = 1.959964 * Math.sqrt((15 / 148) * (133 / 148) * (1 / 148));
    expect(Math.abs(15 / 148 - wald - 0.0624)).toBeGreaterThan(1e-3);
  });

  it('at 99 % solves (p̂ − p)² = z² p(1 − p)/n with the z of 99 %', () => {
    const { low, high, value, level } = wilson(7, 40, 0.99);
    for (const p of [low, high]) {
      const z = Math.abs(value - p) / Math.sqrt((p * (1 - p)) / 40);
      expect(z).toBeCloseTo(2.5758293035489, 12);
    }
    expect(level).toBe(0.99);
  });
});

describe('newcombePaired', () => {
  // Fagerland, Lydersen and Laake 2014, Statistics in Medicine 33, 2850-2875 (data of Cavo et al. 2012), n = 161.
  it('both 59, first 6, second 16, neither 80: −0.0621 (−0.1186, −0.0046)', () => {
    const found = newcombePaired({ both: 59, first: 6, second: 16, neither: 80 });
    expect(found.value).toBeCloseTo(-0.0621, 4);
    expect(found.low).toBeCloseTo(-0.1186, 4);
    expect(found.high).toBeCloseTo(-0.0046, 4);
    expect(found.n).toBe(161);
  });

  it('one of each agreement: 0 (−0.5734, 0.5734)', () => {
    const found = newcombePaired({ both: 1, first: 0, second: 0, neither: 1 });
    expect(found.value).toBe(0);
    expect(found.low).toBeCloseTo(-0.5734, 4);
    expect(found.high).toBeCloseTo(0.5734, 4);
  });

  it('without the pairing the first interval would be wider by a third', () => {
    const [p, q] = [wilson(65, 161), wilson(75, 161)];
    const low = p.value - q.value - Math.hypot(p.value - p.low, q.high - q.value);
    expect(low).toBeLessThan(-0.16);
  });
});
