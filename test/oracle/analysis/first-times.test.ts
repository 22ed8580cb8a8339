// Proves that the share of runs in which something has come is the estimate of Aalen and Johansen when no run is lost
// before the horizon, with ties; that medians are R's; and that the general estimator gives R's values on mgus2.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  cumulativeIncidence,
  halfTime,
  incidenceByTime,
  incidenceDifference,
  medianTime,
  newcombePaired,
  wilson,
} from '../../../src/analysis/index.ts';
import { expectClose } from '../../helpers/close.ts';

/** Ten runs to day 6, many tied: cause 1 on days 2, 2, 4, cause 2 on 2, 4, 4, 6, three with neither. */
const CAUSE_1 = { counts: [0, 0, 2, 0, 1, 0, 0], runs: 10 };
const CAUSE_2 = { counts: [0, 0, 1, 0, 2, 0, 1], runs: 10 };

describe('first times', () => {
  it('are Aalen and Johansen’s estimate, variance p(1 − p)/n, where all is followed to the horizon', () => {
    const times = [2, 2, 4, 2, 4, 4, 6, 6, 6, 6];
    const causes = [1, 1, 1, 2, 2, 2, 2, 0, 0, 0];
    const general = cumulativeIncidence(times, causes, 2);
    for (const [cause, first] of [CAUSE_1, CAUSE_2].entries()) {
      const shares = incidenceByTime(first);
      general.times.forEach((time, at) => {
        const p = shares[time]!.value;
        expect(general.incidence[cause]![at]!.value).toBeCloseTo(p, 14);
        expect(general.variance[cause]![at]).toBeCloseTo((p * (1 - p)) / 10, 14);
      });
    }
  });

  it('have Wilson’s interval (Newcombe 1998, table I: 81 of 263 is 0.2553 to 0.3662)', () => {
    const last = incidenceByTime({ counts: [0, 80, 1], runs: 263 })[2]!;
    expectClose([last.low, last.high], [0.2553, 0.3662], 4);
    expect(last).toEqual(wilson(81, 263));
  });

  it('have the median of those that have it, and of all runs', () => {
    // R: quantile(c(2, 4, 4, 6), 0.5) is 4; survfit(Surv(…)) of all ten is NA.
    expect(medianTime(CAUSE_2)!.value).toBe(4);
    expect(halfTime(CAUSE_2)!.value).toBe(Infinity);
    expect(medianTime({ counts: [0, 0], runs: 5 })).toBeNull();
    // Seven of ten by day 6, five by day 4: R's quantile(c(2,2,2,4,4,4,6,Inf,Inf,Inf), 0.5) is 4.
    expect(halfTime({ counts: [0, 0, 3, 0, 3, 0, 1], runs: 10 })!.value).toBe(4);
  });

  it('of two sides differ by Newcombe’s paired interval on every day', () => {
    // Pairs (day on the first side, on the second), ∞ for never: (1,1) (1,2) (∞,1) (2,∞) (∞,∞).
    const differences = incidenceDifference({
      pairs: 5,
      both: Float64Array.from([0, 1, 1]),
      first: Float64Array.from([0, 1, 0]),
      second: Float64Array.from([0, 1, 0]),
    });
    expect(differences[1]).toEqual(newcombePaired({ both: 1, first: 1, second: 1, neither: 2 }));
    expect(differences[2]).toEqual(newcombePaired({ both: 2, first: 1, second: 1, neither: 1 }));
  });
});

const R_MGUS2 = `
suppressMessages(library(survival))
time <- with(mgus2, ifelse(pstat == 0, futime, ptime))
event <- with(mgus2, ifelse(pstat == 0, 2 * death, 1))
fit <- survfit(Surv(time, factor(event, 0:2)) ~ 1)
at <- summary(fit, times = c(120, 240, 360))
cat(paste(time, collapse = " "), paste(event, collapse = " "), paste(format(at$pstate[, 2], digits = 15), collapse = " "),
    paste(format(at$pstate[, 3], digits = 15), collapse = " "), sep = "\\n")`;
const r = spawnSync('Rscript', ['-e', R_MGUS2], { encoding: 'utf8' });
const numbers = (line = ''): readonly number[] => line.trim().split(/\s+/).map(Number);

describe.skipIf(r.status !== 0)('mgus2 (R survival; skipped where R or survival is not there)', () => {
  it('1384 people with ties: PCM by 120, 240, 360 months 0.063722, 0.099814, 0.134042; wrong with 1 − KM', () => {
    const [times, causes, pcm, death] = r.stdout.split('\n').map(numbers);
    const found = cumulativeIncidence(times!, causes!, 2);
    const by = (curve: readonly { readonly value: number }[], month: number): number =>
      curve[found.times.findLastIndex((time) => time <= month)]!.value;
    const months = [120, 240, 360];
    const ours = found.incidence.map((curve) => months.map((month) => by(curve, month)));
    expectClose(ours[0]!, [0.063722, 0.099814, 0.134042], 6);
    expectClose(ours[0]!, pcm!, 12);
    expectClose(ours[1]!, death!, 12);
    const wrong = cumulativeIncidence(
      times!,
      causes!.map((cause) => (cause === 1 ? 1 : 0)),
      1,
    );
    const spoiled = months.map(
      (month) => wrong.incidence[0]![wrong.times.findLastIndex((time) => time <= month)]!.value,
    );
    expectClose(spoiled, [0.095222, 0.209562, 0.424837], 6);
  });
});
