// Proves the words for shares of runs: natural frequencies, per cent, intervals, and `·` where runs cannot tell.
import { describe, expect, test } from 'vitest';
import { intervalText, ofHundred, ofHundredRuns, perCent, tableStep } from '../../../../src/report/index.ts';
import { wilson } from '../../../helpers/simulation-result.ts';

/** Counts of runs and what is said of them. */
const CASES: readonly (readonly [number, number, string, string, string])[] = [
  // count, runs, of 100 runs, per cent, interval
  [0, 0, '·', '·', '·'],
  [3, 5, '·', '·', '23–88 %'],
  [0, 10, '<28', '0 %', '0–28 %'],
  [20, 50, '~40', '~40 %', '28–54 %'],
  [44, 100, '~45', '~45 %', '35–54 %'],
  [300, 1000, '30', '30 %', '27–33 %'],
  [0, 1000, '0', '0 %', '0–0.4 %'],
  [3, 10_000, '<1', '0.03 %', '0.01–0.09 %'],
  [3812, 10_000, '38', '38 %', '37–39 %'],
  [10_000, 10_000, '100', '100 %', '99.96–100 %'],
  [9990, 10_000, '>99', '99.9 %', '99.8–99.9 %'],
  [382_100, 1_000_000, '38', '38.2 %', '38.1–38.3 %'],
];

describe('a share alone', () => {
  test.each(CASES)('%i of %i runs', (count, runs, hundred, percent, interval) => {
    const share = wilson(count, runs);
    const step = tableStep([share]);
    expect([ofHundred(share), perCent(share, step), intervalText(share, step)]).toEqual([
      hundred,
      percent,
      interval,
    ]);
  });
});

describe('a table', () => {
  test('is rounded to its coarsest share, small ones keep their digits', () => {
    const shares = [wilson(4500, 10_000), wilson(700, 10_000), wilson(12, 10_000)];
    const step = tableStep(shares);
    expect(shares.map((share) => perCent(share, step))).toEqual(['45 %', '7 %', '0.1 %']);
  });

  test('intervals keep their ends apart', () => {
    const step = tableStep([wilson(4500, 10_000)]);
    expect(intervalText(wilson(496, 10_000), step)).toBe('4.6–5.4 %');
  });
});

test('a rounded share never says never or always', () => {
  for (let runs = 20; runs < 400; runs += 7) {
    for (const count of [1, runs - 1]) {
      const share = wilson(count, runs);
      expect(['0', '100']).not.toContain(ofHundred(share));
      expect(['0 %', '100 %']).not.toContain(perCent(share, tableStep([share])));
    }
  }
});

test('the words', () => {
  expect(ofHundredRuns(wilson(27, 1000))).toBe('3 of 100 runs');
  expect(ofHundredRuns(wilson(1, 2))).toBe('too few runs to tell');
});
