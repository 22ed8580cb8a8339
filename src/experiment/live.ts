/**
 * A distribution that follows a moving point: first a rough picture, then a good one, then a fine one. A newer point
 * cancels the work on an older; nothing queues. Runs keep their numbers, so that pictures of two points are paired.
 */
import type { Key } from '../random/index.ts';
import { emptyTally, fold, type JobReport, type Pool, type Tally, type Workload } from '../runner/index.ts';
import type { BatchResult, Point, Scenario } from '../scenario/index.ts';
import { extendTally } from './extend-tally.ts';
import { mergeBatches } from './merge-batches.ts';
import { type OutcomeCodes, writeCodes } from './outcome-codes.ts';

/** What is known of one point so far. Never edited. */
export interface Picture {
  readonly scenario: Scenario;
  readonly point: Point;
  readonly codes: OutcomeCodes;
  /** Its measures are those of the first GOOD_RUNS runs. */
  readonly tally: Tally;
  readonly engine: 'kernel' | 'machine';
}

export interface LiveListener {
  /** The newest point's picture, more and more of its runs. */
  readonly onPicture: (picture: Picture, isLast: boolean) => void;
  /** The machine gave up on the newest point. */
  readonly onBroken: (message: string) => void;
}

export interface LiveSource {
  readonly scenario: Scenario;
  readonly key: Key;
  /** Milliseconds from any origin. No number depends on it. */
  readonly now: () => number;
}

export interface Live {
  /**
   * Leaves the work on the point before and begins this one, or goes on `from` what is known of it already. While
   * nothing could be shown for a while (a key that is held down), the point before first gets its rough picture.
   */
  readonly aim: (point: Point, listener: LiveListener, from?: Picture) => void;
  readonly stop: () => void;
}

/** Runs of the first picture, of the one that is good to read, and of the last. */
const ROUGH_RUNS = 1_000;
export const GOOD_RUNS = 10_000;
const FINE_RUNS = 100_000;
const TARGETS = [ROUGH_RUNS, GOOD_RUNS, FINE_RUNS];

/** What a chunk takes at most. The kernel leaves one as soon as a key comes; the machine's is waited for. */
const CHUNK_MS = { kernel: 40, machine: 8 } as const;
/** Smaller chunks cost more to hand out than to run. */
const LEAST_CHUNK = { kernel: 200, machine: 4 } as const;
/** A newer point waits for the first picture of the one before when nothing was shown for so long. */
const STARVING_MS = 80;
/** Pictures between the first and the good one, and while it is refined. */
const PICTURE_MS = 50;
const FINE_PICTURE_MS = 300;
/** A scenario too slow for a rough picture by then shows the runs it has. */
const ROUGH_PATIENCE_MS = 100;

/** The work on one point. */
interface Work {
  readonly controller: AbortController;
  /** Its first picture has not been shown yet. */
  isRough: boolean;
}

export function createLive(pool: Pool, { scenario, key, now }: LiveSource): Live {
  let work: Work | null = null;
  /** The newest point, where it waits for the first picture of the one before. */
  let waiting: (() => void) | null = null;
  let shownAt = Number.NEGATIVE_INFINITY;

  const begin = (point: Point, listener: LiveListener, from: Picture | undefined): void => {
    const own: Work = { controller: new AbortController(), isRough: true };
    work = own;
    void follow(own, { point, listener, from }).catch((error: unknown) => {
      if (work !== own) return;
      listener.onBroken(error instanceof Error ? error.message : String(error));
      roughDone(own);
    });
  };

  const follow = async (own: Work, { point, listener, from }: Aim): Promise<void> => {
    const { signal } = own.controller;
    const codes = new Uint8Array(FINE_RUNS);
    if (from !== undefined) codes.set(from.codes.codes.subarray(0, from.codes.runs));
    let tally = from?.tally ?? emptyTally(scenario);
    /** What has come since the last picture. */
    let news: BatchResult[] = [];
    let runs = tally.runs;
    const engine = await pool.prepare(scenario);
    if (signal.aborted || runs >= FINE_RUNS) return;
    const firstRun = runs;
    const startedAt = now();
    const show = (isLast: boolean): void => {
      if (work !== own || signal.aborted) return;
      shownAt = now();
      if (news.length > 0)
        tally = tally.runs < GOOD_RUNS ? fold(tally, mergeBatches(news)) : extendTally(scenario, tally, news);
      news = [];
      const picture = { scenario, point, codes: { codes, runs }, tally, engine };
      listener.onPicture(picture, isLast);
    };
    const report = await pool.run({
      scenario,
      point,
      key,
      firstRun,
      runs: FINE_RUNS - firstRun,
      chunk: (load) => chunkOf(load, firstRun + load.handed, engine),
      faults: 'count',
      signal,
      onBatch: (batch: BatchResult) => {
        const before = runs;
        writeCodes(scenario, batch, codes);
        news.push(batch);
        runs += batch.runs;
        const since = now() - (own.isRough ? startedAt : shownAt);
        // No chunk goes beyond a target, so that each is met.
        if (!TARGETS.includes(runs) && since < gapBefore(before)) return;
        show(runs === FINE_RUNS);
        roughDone(own);
      },
    });
    if (!signal.aborted) complainAbout(report);
  };

  /** A point that waited for a rough picture has its turn after it was shown. */
  const roughDone = (own: Work): void => {
    if (!own.isRough) return;
    own.isRough = false;
    const next = waiting;
    waiting = null;
    next?.();
  };

  return {
    aim(point, listener, from) {
      const next = (): void => {
        work?.controller.abort();
        begin(point, listener, from);
      };
      waiting = null;
      if (work?.isRough === true && now() - shownAt > STARVING_MS) waiting = next;
      else next();
    },
    stop() {
      waiting = null;
      work?.controller.abort();
      work = null;
    },
  };
}

/** Runs of a chunk that begins at run `first`. All stages are one job: no seat waits while a picture is drawn. */
function chunkOf({ seats, runsPerMs }: Workload, first: number, engine: Picture['engine']): number {
  const most = Math.max(1, Math.floor(CHUNK_MS[engine] * runsPerMs));
  const target = TARGETS.find((wanted) => wanted > first) ?? FINE_RUNS;
  const left = target - first;
  // The first picture is shared out evenly, two chunks a seat, as a seat may be slow. Of the good one half of each seat's
  // share goes out at a time, so that all end together.
  const share =
    target === ROUGH_RUNS
      ? ROUGH_RUNS / (2 * seats)
      : Math.max(LEAST_CHUNK[engine], target === GOOD_RUNS ? left / (2 * seats) : most);
  return Math.min(left, most, Math.ceil(share));
}

interface Aim {
  readonly point: Point;
  readonly listener: LiveListener;
  readonly from: Picture | undefined;
}

/** Milliseconds without a picture after which one is shown though no target is reached. */
function gapBefore(runs: number): number {
  if (runs < ROUGH_RUNS) return ROUGH_PATIENCE_MS;
  return runs < GOOD_RUNS ? PICTURE_MS : FINE_PICTURE_MS;
}

/** @throws Error where the pool gave up. */
function complainAbout({ breakage }: JobReport): void {
  if (breakage === null) return;
  const { firstRun, runs, message } = breakage;
  throw new Error(`runs ${firstRun} to ${firstRun + runs - 1} could not be done: ${message}`);
}
