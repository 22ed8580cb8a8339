// Proves that survival, cumulative incidence and stage occupation are those of R's survival, SAS and closed forms.
import { describe, expect, it } from 'vitest';
import { cumulativeIncidence, type Spell, stageOccupation } from '../../../src/analysis/index.ts';
import { log, seedKey, siteOf, uniformAt } from '../../../src/random/index.ts';
import { expectClose } from '../../helpers/close.ts';

describe('survival (Kaplan and Meier)', () => {
  it('AML, maintained: S and its error (R survival, aml)', () => {
    const times = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161];
    const causes = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0];
    const { times: found, free, freeError } = cumulativeIncidence(times, causes, 1);
    expect(found).toEqual([9, 13, 18, 23, 31, 34, 48]);
    expectClose(free, [0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184], 3);
    expectClose(freeError, [0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535], 4);
  });

  it('AML, not maintained, with ties (R survival, aml)', () => {
    const times = [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
    const { free } = cumulativeIncidence(
      times,
      times.map((time) => (time === 16 ? 0 : 1)),
      1,
    );
    expectClose(free, [0.8333, 0.6667, 0.5833, 0.4861, 0.3889, 0.2917, 0.1944, 0.0972, 0], 4);
  });
});

describe('cumulative incidence', () => {
  it('six subjects: values, variances, intervals (lifelines, checked there against SAS)', () => {
    const { times, incidence, variance } = cumulativeIncidence([1, 2, 3, 4, 5, 6], [0, 1, 1, 2, 2, 0], 2);
    expect(times).toEqual([2, 3, 4, 5]);
    expectClose(
      incidence[0]!.map(({ value }) => value),
      [0.2, 0.4, 0.4, 0.4],
      12,
    );
    expectClose(
      incidence[1]!.map(({ value }) => value),
      [0, 0, 0.2, 0.4],
      12,
    );
    expect(variance[1]![2]).toBeCloseTo(0.032, 12);
    expect(variance[1]![3]).toBeCloseTo(0.048, 12);
    expect(incidence[1]![2]!.low).toBeCloseTo(0.00836904, 7);
    expect(incidence[1]![2]!.high).toBeCloseTo(0.58185303, 7);
    expect(incidence[1]![3]!.low).toBeCloseTo(0.05197575, 7);
    expect(incidence[1]![3]!.high).toBeCloseTo(0.75281579, 7);
  });

  it('does not depend on the order of tied cases', () => {
    const one = cumulativeIncidence([2, 2, 2, 3, 3], [1, 2, 0, 2, 0], 2);
    const other = cumulativeIncidence([3, 2, 3, 2, 2], [0, 0, 2, 2, 1], 2);
    expect(one).toEqual(other);
    // By hand: 1/5, 1/5; then 3/5 of those free, 1 of 2.
    expect(one.incidence.map((curve) => curve.map(({ value }) => value))).toEqual(
      [
        [0.2, 0.2],
        [0.2, 0.2 + 0.6 / 2],
      ].map((row) => row.map((value) => expect.closeTo(value, 12))),
    );
  });

  it('constant hazards .3 and .1, cut at day 2: 0.4130033, 0.1376678, free 0.4493290 (closed form), 20,000 cases', () => {
    const draw = (n: number, run: number) => uniformAt(seedKey('1'), 0, siteOf('test waits'), run, n);
    const waits = Array.from({ length: 20_000 }, (_, i) => -log(draw(i, 0)) / 0.4);
    const times = waits.map((wait) => Math.min(2, wait));
    const causes = waits.map((wait, i) => (wait >= 2 ? 0 : draw(i, 1) < 0.75 ? 1 : 2));
    const { incidence, free } = cumulativeIncidence(times, causes, 2);
    const last = incidence.map((curve) => curve.at(-1)!.value);
    // Four standard errors √(p(1 − p)/20,000): 1 false alarm in 16,000.
    expect(Math.abs(last[0]! - 0.4130033)).toBeLessThan(4 * Math.sqrt((0.413 * 0.587) / 20_000));
    expect(Math.abs(last[1]! - 0.1376678)).toBeLessThan(4 * Math.sqrt((0.1377 * 0.8623) / 20_000));
    expect(last[0]! + last[1]! + free.at(-1)!).toBeCloseTo(1, 10);
    // Spoiled: taking the other cause for censoring says 0.4511884 of the first.
    const wrong = cumulativeIncidence(
      times,
      causes.map((cause) => (cause === 2 ? 0 : cause)),
      1,
    );
    expect(wrong.incidence[0]!.at(-1)!.value).toBeGreaterThan(0.44);
  });
});

describe('stage occupation', () => {
  it('four states with re-entry and late entry (R survival, tests/mstate.R)', () => {
    const [entry, a, b, c] = [0, 1, 2, 3];
    const spells: readonly Spell[] = [
      { from: entry, to: a, start: 0, stop: 4 },
      { from: a, to: b, start: 4, stop: 9 },
      { from: b, to: a, start: 9, stop: 10 },
      { from: entry, to: b, start: 0, stop: 5 },
      { from: entry, to: c, start: 2, stop: 9 },
      { from: entry, to: a, start: 0, stop: 2 },
      { from: a, to: c, start: 2, stop: 8 },
      { from: c, to: null, start: 8, stop: 9 },
      { from: entry, to: b, start: 1, stop: 3 },
      { from: b, to: null, start: 3, stop: 11 },
    ];
    const { times, shares } = stageOccupation(spells, [1, 0, 0, 0]);
    expect(times).toEqual([2, 3, 4, 5, 8, 9, 10]);
    const exact = [
      [24, 8, 0, 0],
      [18, 8, 6, 0],
      [12, 14, 6, 0],
      [6, 14, 12, 0],
      [6, 7, 12, 7],
      [0, 0, 19, 13],
      [0, 9.5, 9.5, 13],
    ];
    exact.forEach((row, time) => {
      expectClose(
        shares[time]!.map((share) => 32 * share),
        row,
        10,
      );
    });
  });
});
