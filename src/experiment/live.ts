/**
 * A distribution that follows a moving point: first a rough picture, then a good one, then a fine one. A newer point
 * cancels the work on an older; nothing queues. Runs keep their numbers, so that pictures of two points are paired.
 */
import type { Key } from '../random/index.ts';
import { emptyTally, fold, type JobReport, type Pool, type Tally } from '../runner/index.ts';
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

/** What a chunk should take: what is under way when a key comes is waited for, it cannot be called back. */
const CHUNK_MS = 8;
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
  const pace = createChunkPace(pool.seats);

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
    const show = (isLast: boolean): void => {
      if (work !== own || signal.aborted) return;
      shownAt = now();
      if (news.length > 0)
        tally = tally.runs < GOOD_RUNS ? fold(tally, mergeBatches(news)) : extendTally(scenario, tally, news);
      news = [];
      const picture = { scenario, point, codes: { codes, runs }, tally, engine };
      listener.onPicture(picture, isLast);
    };
    for (const target of TARGETS.filter((wanted) => wanted > runs)) {
      if (signal.aborted) return;
      const startedAt = now();
      const firstRun = runs;
      const report = await pool.run({
        scenario,
        point,
        key,
        firstRun,
        runs: target - firstRun,
        chunk: pace.chunk(engine, target),
        faults: 'count',
        signal,
        onBatch: (batch: BatchResult) => {
          writeCodes(scenario, batch, codes);
          news.push(batch);
          runs += batch.runs;
        },
        onProgress: () => {
          const since = now() - (own.isRough ? startedAt : shownAt);
          if (since < gapBefore(target) || runs >= target) return;
          show(false);
          roughDone(own);
        },
      });
      if (signal.aborted) return;
      complainAbout(report);
      pace.learn(engine, target - firstRun, now() - startedAt);
      show(target === FINE_RUNS);
      roughDone(own);
    }
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

/** Fits chunks to CHUNK_MS of work, from what earlier stages took. */
function createChunkPace(seats: number): {
  readonly chunk: (engine: Picture['engine'], target: number) => number;
  readonly learn: (engine: Picture['engine'], runs: number, elapsedMs: number) => void;
} {
  let runsPerMs: number | null = null;
  return {
    chunk: (engine, target) => {
      const wanted = Math.max(LEAST_CHUNK[engine], Math.round(CHUNK_MS * (runsPerMs ?? GUESS[engine])));
      // The first picture is shared out evenly: no seat waits for another at its end.
      const even = Math.ceil(ROUGH_RUNS / seats / Math.max(1, Math.round(ROUGH_RUNS / seats / wanted)));
      return target === ROUGH_RUNS ? even : Math.min(Math.ceil(ROUGH_RUNS / seats), wanted);
    },
    // The time holds compiling and waiting, too: a stage that took long halves the pace at most.
    learn: (engine, runs, elapsedMs) => {
      // A rough picture takes as long as what was under way before it.
      if (runs <= ROUGH_RUNS) return;
      const measured = runs / Math.max(0.1, elapsedMs) / seats;
      runsPerMs = Math.max(measured, (runsPerMs ?? GUESS[engine]) / 2);
    },
  };
}

/** Runs a millisecond on one seat before any was measured. */
const GUESS = { kernel: 40, machine: 0.5 } as const;
/** Smaller chunks cost more to hand out than to run. */
const LEAST_CHUNK = { kernel: 200, machine: 4 } as const;

interface Aim {
  readonly point: Point;
  readonly listener: LiveListener;
  readonly from: Picture | undefined;
}

/** Milliseconds without a picture after which one is shown though the target is not reached. */
function gapBefore(target: number): number {
  if (target === ROUGH_RUNS) return ROUGH_PATIENCE_MS;
  return target === FINE_RUNS ? FINE_PICTURE_MS : PICTURE_MS;
}

/** @throws Error where the pool gave up. */
function complainAbout({ breakage }: JobReport): void {
  if (breakage === null) return;
  const { firstRun, runs, message } = breakage;
  throw new Error(`runs ${firstRun} to ${firstRun + runs - 1} could not be done: ${message}`);
}
