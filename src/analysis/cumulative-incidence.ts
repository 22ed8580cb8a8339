/** When things happen: the chance that each of several outcomes has come by a day (Aalen and Johansen 1978). */
import { exp, log } from '../random/index.ts';
import { normalCritical } from './critical.ts';
import type { Estimate } from './estimate.ts';

export interface Incidence {
  /** Distinct times at which something came, ascending. */
  readonly times: readonly number[];
  /** Chance that nothing has come by each time (Kaplan and Meier 1958). */
  readonly free: readonly number[];
  /** Greenwood's (1926) standard error of `free`. */
  readonly freeError: readonly number[];
  /** `[cause − 1][time]`: chance that this cause has come first by then. */
  readonly incidence: readonly (readonly Estimate[])[];
  /** `[cause − 1][time]`: its variance. */
  readonly variance: readonly (readonly number[])[];
}

interface Step {
  readonly time: number;
  readonly atRisk: number;
  readonly events: readonly number[];
  readonly all: number;
}

/**
 * Cumulative incidence of competing causes, with ties taken as they are (no jitter) and what is censored at a time
 * still at risk at it. The variance is the delta method's (Marubini and Valsecchi 1995, equation 10.12; SAS's), and the
 * interval is on the log(−log) scale, so that it stays within 0 and 1.
 * @param times when each case ended.
 * @param causes 0 where it was censored then, else the cause 1 to `count`.
 */
export function cumulativeIncidence(
  times: ArrayLike<number>,
  causes: ArrayLike<number>,
  count: number,
  level = 0.95,
): Incidence {
  const steps = stepsOf(times, causes, count);
  const before: number[] = [];
  const free: number[] = [];
  const freeError: number[] = [];
  let survival = 1;
  let greenwood = 0;
  for (const { atRisk, all } of steps) {
    before.push(survival);
    survival *= 1 - all / atRisk;
    greenwood += all / (atRisk * (atRisk - all));
    free.push(survival);
    freeError.push(survival === 0 ? 0 : survival * Math.sqrt(greenwood));
  }
  const curves = Array.from({ length: count }, (_, cause) => curveOf(steps, before, cause));
  const variance = curves.map((curve, cause) =>
    curve.map((_, at) => varianceAt(steps, before, { curve, cause, at })),
  );
  const z = normalCritical(level);
  const incidence = curves.map((curve, cause) =>
    curve.map((value, at): Estimate => {
      const ends = logLogInterval(value, Math.sqrt(variance[cause]?.[at] as number), z);
      return { value, ...ends, level, n: times.length, method: 'aalen-johansen' };
    }),
  );
  return { times: steps.map(({ time }) => time), free, freeError, incidence, variance };
}

function stepsOf(times: ArrayLike<number>, causes: ArrayLike<number>, count: number): readonly Step[] {
  const order = Array.from({ length: times.length }, (_, i) => i).sort(
    (a, b) => (times[a] as number) - (times[b] as number),
  );
  const steps: Step[] = [];
  for (let from = 0; from < order.length; ) {
    const time = times[order[from] as number] as number;
    const events = new Array<number>(count).fill(0);
    let to = from;
    for (; to < order.length && times[order[to] as number] === time; to += 1) {
      const cause = causes[order[to] as number] as number;
      if (cause > 0) events[cause - 1] = (events[cause - 1] as number) + 1;
    }
    const all = events.reduce((sum, number) => sum + number, 0);
    if (all > 0) steps.push({ time, atRisk: order.length - from, events, all });
    from = to;
  }
  return steps;
}

function curveOf(steps: readonly Step[], before: readonly number[], cause: number): readonly number[] {
  let sum = 0;
  return steps.map(({ events, atRisk }, i) => {
    sum += ((before[i] as number) * (events[cause] as number)) / atRisk;
    return sum;
  });
}

function varianceAt(
  steps: readonly Step[],
  before: readonly number[],
  { curve, cause, at }: { readonly curve: readonly number[]; readonly cause: number; readonly at: number },
): number {
  let variance = 0;
  for (let i = 0; i <= at; i += 1) {
    const { atRisk, events, all } = steps[i] as Step;
    const own = events[cause] as number;
    const rest = (curve[at] as number) - (curve[i] as number);
    const free = before[i] as number;
    if (atRisk > all) variance += (rest * rest * all) / (atRisk * (atRisk - all));
    variance += (free * free * own * (atRisk - own)) / (atRisk * atRisk * atRisk);
    variance -= (2 * rest * free * own) / (atRisk * atRisk);
  }
  return Math.max(0, variance);
}

function logLogInterval(
  value: number,
  error: number,
  z: number,
): { readonly low: number; readonly high: number } {
  if (value <= 0 || value >= 1 || error === 0) return { low: value, high: value };
  const width = (z * error) / (value * -log(value));
  const to = (scale: number): number => exp(scale * log(value));
  return { low: to(exp(width)), high: to(exp(-width)) };
}
