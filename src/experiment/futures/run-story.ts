/** One run as a story that can be asked at each of its moments: and if it had gone otherwise here? */
import type { Key } from '../../random/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Point } from '../../scenario/index.ts';
import {
  type Alternative,
  type Chart,
  RunFault,
  type Sentence,
  startRun,
  tellStory,
} from '../../statechart/index.ts';
import { askFutures, type NoWay, type Way } from './ask-futures.ts';
import { followPath, type RunPath } from './run-path.ts';
import { momentFor, optionsInStep, optionsOfDecision } from './step-alternatives.ts';

/** A state of a run, and what the step that begins with it brings. */
export interface StoryMoment {
  /** The state's number, and its day since the start. */
  readonly step: number;
  readonly day: number;
  /** Null where nothing comes that a story would tell. */
  readonly sentence: Sentence | null;
}

export interface RunStory {
  readonly run: number;
  readonly path: RunPath;
  /** One for each sentence but the last, which tells how it ended. */
  readonly moments: readonly StoryMoment[];
}

/** `dateOf` writes a day as the reader knows it. @throws RunFault where the run cannot come to its end. */
export function storyOfRun(
  chart: Chart,
  point: Point,
  { key, run, dateOf }: { readonly key: Key; readonly run: number; readonly dateOf: (day: number) => string },
): RunStory {
  const path = followPath(chart, () => startRun(chart, point, { key, draw: run, luck: run, future: 0 }));
  if (path instanceof RunFault) throw path;
  const { stepDays } = chart.scenario.time;
  const moments = tellStory(chart, path.records, { dateOf })
    .slice(0, -1)
    .map((sentence): StoryMoment => {
      const step = Math.max(0, sentence.step - 1);
      return { step, day: step * stepDays, sentence };
    });
  return { run, path, moments };
}

/**
 * The story with a place in it that lies on a day: its first moment on that day, or a quiet one put in where nothing is
 * told of the day. After the end it is the last moment.
 */
export function placeOnDay(
  { time }: Chart['scenario'],
  story: RunStory,
  day: number,
): { readonly story: RunStory; readonly place: number } {
  const { moments, path } = story;
  const place = moments.findIndex((one) => one.day >= day - 1e-9 && one.day < day + 1 - 1e-9);
  if (place >= 0) return { story, place };
  const step = Math.min(path.states.length - 1, Math.round(day / time.stepDays));
  const after = moments.findIndex((one) => one.step > step);
  const at = after < 0 ? moments.length : after;
  const quiet: StoryMoment = { step, day: step * time.stepDays, sentence: null };
  return { story: { ...story, moments: [...moments.slice(0, at), quiet, ...moments.slice(at)] }, place: at };
}

/** The futures of one moment: as it stands first, then each option, then without what happened. */
export interface MomentFutures {
  readonly run: number;
  readonly moments: readonly StoryMoment[];
  readonly place: number;
  readonly ways: readonly (Way | NoWay)[];
  /** Futures of each way. */
  readonly futures: number;
}

export interface MomentRequest {
  readonly chart: Chart;
  readonly story: RunStory;
  readonly place: number;
  readonly futures: number;
  readonly signal?: AbortSignal | undefined;
}

/** Null when interrupted. */
export async function momentFutures(
  { chart, story, place, futures, signal }: MomentRequest,
  pool: Pool,
): Promise<MomentFutures | null> {
  const { path, run, moments } = story;
  const at = moments[place]!;
  const others = othersAt(chart, story, at);
  const alternatives: readonly Alternative[] = [{ kind: 'as_it_stands' }, ...others];
  const moment = momentFor(chart.scenario, path.records[at.step + 1]!, others);
  const snapshot = path.states[at.step]!;
  const ways = await askFutures({ chart, snapshot, alternatives, moment, futures, signal }, pool);
  return ways === null ? null : { run, moments, place, ways, futures };
}

/** Of an option that was taken: its decision's; else those of all that the step decides, and that it does not happen. */
function othersAt(
  { scenario }: Chart,
  { path }: RunStory,
  { step, sentence }: StoryMoment,
): readonly Alternative[] {
  const next = path.records[step + 1]!;
  const told = sentence?.happening ?? null;
  const index = scenario.happenings.findIndex((one) => one.path === told);
  const it = scenario.happenings[index];
  if (it === undefined) return optionsInStep(scenario, next);
  if (it.kind === 'option') {
    const { name } = scenario.decisions[it.decision]!;
    return optionsOfDecision(scenario, next.decisions.find((one) => one.path === name)!);
  }
  return [...optionsInStep(scenario, next), { kind: 'not_today', happening: index }];
}
