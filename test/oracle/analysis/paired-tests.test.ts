// Proves that tests and savings on paired runs, corrections for many, and needed runs are the published ones.
import { describe, expect, it } from 'vitest';
import {
  holm,
  luckSavedOnMeans,
  luckSavedOnShares,
  mcNemar,
  pairedT,
  pairsToTellApart,
  runsForMean,
  runsForRare,
  runsForShare,
  runsToTellApart,
} from '../../../src/analysis/index.ts';
import { expectClose } from '../../helpers/close.ts';

describe('McNemar', () => {
  it('6 against 16 changed pairs: exact 0.052479, mid-P 0.034690 (Fagerland, Lydersen and Laake 2014, table 59)', () => {
    const { exact, mid } = mcNemar({ first: 6, second: 16 });
    expect(exact).toBeCloseTo(0.052478790283203125, 12);
    expect(mid).toBeCloseTo(0.03469, 5);
    expect(mcNemar({ first: 16, second: 6 })).toEqual({ exact, mid });
  });

  it('nothing changed, or as much either way, is no evidence', () => {
    expect(mcNemar({ first: 0, second: 0 })).toEqual({ exact: 1, mid: 1 });
    // C(10, 5)/2^10 = 0.24609375
    expect(mcNemar({ first: 5, second: 5 })).toEqual({ exact: 1, mid: 1 - 0.24609375 });
    expect(mcNemar({ first: 0, second: 3 }).exact).toBeCloseTo(0.25, 12);
  });
});

describe('paired t', () => {
  const one = [63.72, 32.24, 40.28, 36.94, 36.29, 56.94, 34.1, 63.36, 49.29, 87.2];
  const two = [63.06, 31.78, 40.32, 37.71, 36.79, 57.93, 33.39, 62.92, 47.67, 80.79];
  const three = [57.74, 29.65, 36.52, 35.71, 33.81, 51.54, 31.39, 57.24, 42.63, 67.27];
  const less = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - b[i]!);

  it('two and three of the KSL systems: p 0.263432, 0.008280 (SciPy ttest_rel); 5.686 [1.867170, 9.504830] (KSL book)', () => {
    expect(pairedT(less(one, two))!.p).toBeCloseTo(0.2634316736309958, 10);
    const found = pairedT(less(one, three))!;
    expect(found.p).toBeCloseTo(0.008280468676618944, 10);
    expect(found.difference.low).toBeCloseTo(1.86717, 5);
    expect(found.difference.high).toBeCloseTo(9.50483, 5);
  });

  it('differences that are all the same', () => {
    expect(pairedT([0, 0, 0])!.p).toBe(1);
    expect(pairedT([2, 2, 2])!.p).toBe(0);
    expect(pairedT([])).toBeNull();
  });
});

describe('Holm', () => {
  it('steps down, in the order given (by hand: R p.adjust(p, "holm"))', () => {
    const found = holm([0.01, 0.04, 0.03, 0.005]);
    expectClose(found, [0.03, 0.06, 0.06, 0.02], 12);
    expect(holm([0.5, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe('what common luck saves', () => {
  it('chances .30 and .25 on one uniform: 0.3975/0.0475 = 8.368 (closed form)', () => {
    const counts = { both: 2500, first: 500, second: 0, neither: 7000 };
    expect(luckSavedOnShares(counts)).toBeCloseTo(0.3975 / 0.0475, 9);
    expect(luckSavedOnShares({ both: 5, first: 0, second: 0, neither: 5 })).toBe(Infinity);
    expect(luckSavedOnShares({ both: 10, first: 0, second: 0, neither: 0 })).toBeNaN();
  });

  it('waiting times of mean 1 and 0.8 on one uniform: 1.64/0.04 = 41 (closed form, on a grid of 10,000 quantiles)', () => {
    const waits = Array.from({ length: 10_000 }, (_, i) => -Math.log((i + 0.5) / 10_000));
    expect(
      luckSavedOnMeans(
        waits,
        waits.map((wait) => 0.8 * wait),
      ),
    ).toBeCloseTo(41, 9);
  });
});

describe('needed runs', () => {
  it('half-widths: 23,886; 600; 246 (KSL book, chapter 3)', () => {
    expect(runsForMean(6, 0.1, 0.99)).toBe(23_886);
    expect(runsForMean(4.7536998, 0.5, 0.99)).toBe(600);
    expect(runsForShare(0.8, 0.05)).toBe(246);
  });

  it('a share of 1 in 1,000 to a tenth of itself: (1.96/0.1)²·999 = 383,762', () => {
    expect(runsForRare(0.001, 0.1)).toBe(Math.ceil((1.959963984540054 / 0.1) ** 2 * 999));
  });

  it('telling .50 from .75 with power .9: 77 a side (R power.prop.test: 76.7)', () => {
    expect(runsToTellApart(0.5, 0.75, { power: 0.9 })).toBe(77);
  });

  it('pairs by McNemar: formula of Connor 1987 by hand; fewer as fewer pairs change', () => {
    const [a, b] = [1.959963984540054, 0.8416212335729143];
    const exact = ((a * Math.sqrt(0.2) + b * Math.sqrt(0.2 - 0.01)) / 0.1) ** 2;
    expect(pairsToTellApart(0.1, 0.2)).toBe(Math.ceil(exact));
    expect(pairsToTellApart(0.1, 0.1)).toBeLessThan(pairsToTellApart(0.1, 0.2));
  });
});
