/**
 * Many points of one scenario, replication-major: every point gets its first runs before any gets more, so that what is
 * there when the work is stopped is a balanced design.
 */
import type { Key } from '../random/index.ts';
import type { Breakage, EngineChoice, EngineKind, JobControl, Pool, Progress } from '../runner/index.ts';
import {
  type BatchResult,
  batchOfRows,
  cutRecords,
  type Point,
  rowLength,
  type Scenario,
} from '../scenario/index.ts';
import { FIRST_LOOK, type Precision, type PrecisionReport, watchShares } from './precision.ts';

export interface PointsRequest {
  readonly scenario: Scenario;
  readonly points: readonly Point[];
  readonly key: Key;
  /** Runs of each point; with `precision`, at most. */
  readonly runs: number;
  /** Stop as soon as these shares are known so well at every point. */
  readonly precision?: Precision | undefined;
  /** Number of the first run of every point. Default 0. */
  readonly firstRun?: number | undefined;
  /** `same` (default): run i of every point has the same draw and luck. `own`: no two points share a run's number. */
  readonly luck?: 'same' | 'own' | undefined;
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly control?: JobControl | undefined;
  /** Counts the runs of all points together. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * `all` (default), or the `rows` of batches alone: with many points what a batch says of stages and happenings day by
   * day is far larger than its few rows.
   */
  readonly keep?: 'all' | 'rows' | undefined;
  /** Whether batches hold the records of runs, too: what they drew, and their spells. Default false. */
  readonly records?: boolean | undefined;
  /** Milliseconds from any origin; for the time left only. */
  readonly now: () => number;
  /** Gets each pass over all points once it is whole. */
  readonly onPass: (pass: Pass) => void | Promise<void>;
}

/** The same runs of every point. */
export interface Pass {
  /** Counted from 0 within each point. */
  readonly from: number;
  readonly runs: number;
  /** `[point]`: its batches in run order. */
  readonly batches: readonly (readonly BatchResult[])[];
}

export interface PointsReport {
  /** Runs that every point has. */
  readonly done: number;
  readonly engine: EngineKind;
  readonly interrupted: boolean;
  /** Null where none was asked for, or the work was interrupted. */
  readonly precision: PrecisionReport | null;
}

/** The pool failed twice at the same runs: a fault of ours or of the machine. */
export class ExperimentBroken extends Error {
  override readonly name = 'ExperimentBroken';

  constructor({ firstRun, runs, message }: Breakage) {
    super(`runs ${firstRun} to ${firstRun + runs - 1} could not be done: ${message}`);
  }
}

/** Runs of all points together in the first pass, at least, and in the largest, at most: a pass is held in memory. */
const FIRST_PASS = 2_000;
const LARGEST_PASS = 100_000;
/** With their records runs take many times the memory. */
const RECORDED_PASS = 20_000;
/** Runs of a point in a pass, at least: handing out fewer costs more than running them. */
const LEAST_RUNS = 8;
/** Points under way at once for each seat: enough that none waits. */
const AHEAD = 3;

/** Runs of each pass: doubling, so that results come soon and passes are few. */
export function passesOf(points: number, runs: number, largest = LARGEST_PASS): readonly number[] {
  const most = Math.max(LEAST_RUNS, Math.floor(largest / points));
  const passes: number[] = [];
  let left = runs;
  let size = Math.max(LEAST_RUNS, Math.ceil(FIRST_PASS / points));
  while (left > 0) {
    passes.push(Math.min(size, left, most));
    left -= passes.at(-1) as number;
    size *= 2;
  }
  return passes;
}

/** A faulted run counts like others; its row says so. @throws ExperimentBroken (rejects). */
export async function runPoints(request: PointsRequest, pool: Pool): Promise<PointsReport> {
  const {
    scenario,
    points,
    runs,
    precision,
    firstRun = 0,
    luck = 'same',
    keep = 'all',
    engine,
    records,
    now,
  } = request;
  const kind = await pool.prepare(scenario, engine, records);
  const watch = precision === undefined ? null : watchShares(scenario, points.length, precision);
  const startedAt = now();
  let target = watch === null ? runs : Math.min(runs, FIRST_LOOK);
  let told = 0;
  const tell = (more: number): void => {
    told += more;
    const total = points.length * target;
    const remainingMs = told > 0 ? ((now() - startedAt) * (total - told)) / told : null;
    request.onProgress?.({ done: told, total, remainingMs });
  };
  let done = 0;
  let taken: Promise<void> = Promise.resolve();
  const report = (interrupted: boolean): PointsReport => ({
    done,
    engine: kind,
    interrupted,
    precision: interrupted ? null : (watch?.report() ?? null),
  });
  while (done < target) {
    for (const size of passesOf(points.length, target - done, records ? RECORDED_PASS : LARGEST_PASS)) {
      const first = (point: number): number => firstRun + done + (luck === 'own' ? point * runs : 0);
      const batches = await (keep === 'rows' ? runRowsPass : runPass)(request, pool, { size, first, tell });
      // While a pass is taken in, the next one runs; two are held at most.
      await taken;
      if (batches === null) return report(true);
      const pass = { from: done, runs: size, batches };
      watch?.add(batches);
      taken = Promise.resolve(request.onPass(pass));
      // What goes wrong is told where it is waited for.
      taken.catch(() => undefined);
      done += size;
    }
    target = Math.min(runs, watch?.nextLook(done) ?? done);
  }
  await taken;
  return report(false);
}

interface PassPlan {
  /** Runs of each point. */
  readonly size: number;
  /** Number of a point's first run. */
  readonly first: (point: number) => number;
  readonly tell: (more: number) => void;
}

/** Null where it was interrupted. */
async function runPass(
  { scenario, points, key, engine, signal, control, records }: PointsRequest,
  pool: Pool,
  how: PassPlan,
): Promise<readonly (readonly BatchResult[])[] | null> {
  const batches: BatchResult[][] = points.map(() => []);
  let next = 0;
  let whole = true;
  const work = async (): Promise<void> => {
    while (next < points.length && whole) {
      const index = next;
      next += 1;
      const report = await pool.run({
        scenario,
        point: points[index] as Point,
        key,
        firstRun: how.first(index),
        runs: how.size,
        engine,
        faults: 'count',
        records,
        signal,
        control,
        onBatch: (batch) => {
          batches[index]?.push(batch);
          how.tell(batch.runs);
        },
      });
      if (report.breakage !== null) throw new ExperimentBroken(report.breakage);
      whole &&= report.end === 'done';
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, pool.seats) * AHEAD }, work));
  return whole ? batches : null;
}

/** The runs of all points behind each other as one job, cut into the points' batches again. Null where it was interrupted. */
async function runRowsPass(
  { scenario, points, key, engine, signal, control, records }: PointsRequest,
  pool: Pool,
  { size, first, tell }: PassPlan,
): Promise<readonly (readonly BatchResult[])[] | null> {
  const batches: BatchResult[][] = points.map(() => []);
  const width = rowLength(scenario);
  const cut = (from: number, count: number): readonly PointRuns[] => cutAtPoints(from, count, size);
  const { breakage, end } = await pool.rows({
    scenario,
    key,
    runs: points.length * size,
    engine,
    records,
    signal,
    control,
    piecesOf: (from, count) =>
      cut(from, count).map(({ point, from: run, runs }) => ({
        point: points[point] as Point,
        firstRun: first(point) + run,
        runs,
      })),
    onBatch({ firstRun, runs: count, rows, records: kept }) {
      let place = 0;
      for (const { point, from, runs } of cut(firstRun, count)) {
        const own = rows.subarray(place * width, (place + runs) * width);
        const ownRecords = kept === null ? null : cutRecords(kept, count, place, runs);
        batches[point]?.push(batchOfRows(first(point) + from, runs, own, ownRecords));
        place += runs;
      }
      tell(count);
    },
  });
  if (breakage !== null) {
    const [{ point, from, runs }] = cut(breakage.firstRun, breakage.runs) as [PointRuns];
    throw new ExperimentBroken({ ...breakage, firstRun: first(point) + from, runs });
  }
  return end === 'done' ? batches : null;
}

/** Runs of a point within a pass, counted from 0. */
interface PointRuns {
  readonly point: number;
  readonly from: number;
  readonly runs: number;
}

/** Runs `from` to `from + count − 1` of a pass whose points stand behind each other, `size` runs each. */
function cutAtPoints(from: number, count: number, size: number): readonly PointRuns[] {
  const cut: PointRuns[] = [];
  for (let at = from; at < from + count; ) {
    const [point, run] = [Math.floor(at / size), at % size];
    const runs = Math.min(size - run, from + count - at);
    cut.push({ point, from: run, runs });
    at += runs;
  }
  return cut;
}
