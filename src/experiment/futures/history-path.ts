/** A run that goes the way of the timeline: luck is tried again and again between its dates, and the nearest is kept. */
import type { Scenario } from '../../scenario/index.ts';
import {
  type Chart,
  RunFault,
  type RunSnapshot,
  recordOf,
  type StepRecord,
  stepRun,
  withFreshLuck,
} from '../../statechart/index.ts';
import type { RunPath } from './run-path.ts';

export interface HistoryPath extends RunPath {
  /** Names of the entries whose happening first came on their days, and of those whose did not. */
  readonly met: readonly string[];
  readonly missed: readonly string[];
}

/** An entry that a happening is tied to, and the days on which it may come. */
interface Tied {
  readonly name: string;
  readonly path: string;
  readonly days: readonly [number, number];
}

/** States and the records of the states they led to. */
interface Stretch {
  readonly states: readonly RunSnapshot[];
  readonly records: readonly StepRecord[];
  readonly last: RunSnapshot;
}

/** Lucks tried from one date to the next. */
const TRIES = 200;
/** Their numbers: beyond those of the futures that an outlook is made of. */
const FIRST_TRY = 0x10000000;

/**
 * The path from a run's first state, date by date of the tied entries. Up to each date the luck is kept that meets the
 * most entries and spoils the fewest later ones; among equals the first tried, which is the run's own. Null where no
 * entry is tied to a happening, or every luck ends in a fault. `onProgress` counts dates.
 */
export function historyPath(
  chart: Chart,
  start: RunSnapshot,
  onProgress?: (done: number, total: number) => void,
): HistoryPath | null {
  const tied = tiedEntries(chart.scenario);
  const { stepDays } = chart.scenario.time;
  const dates = [...new Set(tied.map(({ days }) => Math.ceil(days[1] / stepDays - 1e-9)))].sort(
    (a, b) => a - b,
  );
  let path: Stretch = { states: [], records: [recordOf(chart, start)], last: start };
  for (const [at, step] of dates.entries()) {
    if (path.last.context.ended !== null) break;
    const found = nearest(chart, path, { tied, step, firstTry: FIRST_TRY + at * TRIES });
    if (found === null) return null;
    path = found;
    onProgress?.(at + 1, dates.length);
  }
  const whole = extended(chart, path, path.last, Infinity);
  if (whole === null || tied.length === 0) return null;
  const met = tied.filter((one) => isMet(one, whole.records));
  return {
    states: whole.states,
    records: whole.records,
    outcome: whole.last.context.ended!,
    met: met.map(({ name }) => name),
    missed: tied.filter((one) => !met.includes(one)).map(({ name }) => name),
  };
}

const tiedEntries = ({ timeline, happenings }: Scenario): readonly Tied[] =>
  timeline.flatMap(({ name, happening, days }) =>
    happening === null || days === null ? [] : [{ name, path: happenings[happening]!.path, days }],
  );

interface Aim {
  readonly tied: readonly Tied[];
  /** Up to the state of this number. */
  readonly step: number;
  readonly firstTry: number;
}

/** The stretch by the luck that goes nearest to the timeline. */
function nearest(chart: Chart, path: Stretch, { tied, step, firstTry }: Aim): Stretch | null {
  let best: { readonly stretch: Stretch; readonly score: number } | null = null;
  for (let luck = 0; luck < TRIES; luck += 1) {
    const from = luck === 0 ? path.last : withFreshLuck(chart, path.last, firstTry + luck);
    const stretch = extended(chart, path, from, step);
    if (stretch === null) continue;
    const score = scoreOf(tied, stretch, step * chart.scenario.time.stepDays);
    if (best === null || score > best.score) best = { stretch, score };
    if (score === tied.length) break;
  }
  return best?.stretch ?? null;
}

/** Entries met, and those that can still be: what is to come has not come, and the run has not ended. */
function scoreOf(tied: readonly Tied[], { records, last }: Stretch, day: number): number {
  const isOpen = (one: Tied): boolean =>
    one.days[1] > day && last.context.ended === null && firstDay(one, records) === null;
  return tied.filter((one) => isMet(one, records) || isOpen(one)).length;
}

function isMet(one: Tied, records: readonly StepRecord[]): boolean {
  const day = firstDay(one, records);
  // Days are whole steps; the slack is that of comparing their products.
  return day !== null && one.days[0] <= day + 1e-9 && day <= one.days[1] + 1e-9;
}

const firstDay = ({ path }: Tied, records: readonly StepRecord[]): number | null =>
  records.find(({ happenings }) => happenings.some((one) => one.path === path))?.day ?? null;

/** A path continued from its last state (or that state with other luck) to a step or to its end; null at a fault. */
function extended(chart: Chart, path: Stretch, from: RunSnapshot, step: number): Stretch | null {
  const states = [...path.states];
  const records = [...path.records];
  let last = from;
  try {
    while (last.context.ended === null && last.context.step < step) {
      states.push(last);
      const next = stepRun(chart, last);
      last = next.snapshot;
      records.push(next.record);
    }
  } catch (error) {
    if (error instanceof RunFault) return null;
    throw error;
  }
  return { states, records, last };
}
