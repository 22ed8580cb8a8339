/** The question `simulate`: how do many runs of one point end? */
import { seedKey } from '../random/index.ts';
import {
  type Breakage,
  type EngineChoice,
  emptyTally,
  fold,
  type JobControl,
  type JobReport,
  type Pool,
  type Progress,
} from '../runner/index.ts';
import type { Point, Scenario, Settings } from '../scenario/index.ts';
import { simulateCommand } from './command.ts';
import { listFaults } from './faulted-runs.ts';
import { labelOf } from './manifest.ts';
import { createPace } from './pace.ts';
import { FIRST_LOOK, type Precision, watchShares } from './precision.ts';
import type { FaultedRun, Manifest, SimulationResult } from './result.ts';
import { summarise } from './summarise.ts';

export interface SimulationRequest {
  readonly scenario: Scenario;
  /** The scenario as the user named it, for the commands that repeat the result. */
  readonly named: string;
  readonly settings: Settings;
  /** The settings resolved against the scenario. */
  readonly point: Point;
  readonly seed: string;
  /** With `precision`, at most. */
  readonly runs: number;
  /** Stop as soon as these shares are known so well. */
  readonly precision?: Precision | undefined;
  /** More options of the command, as they were typed. */
  readonly again?: readonly string[];
  /** The program's version, for the manifest. */
  readonly version: string;
  readonly engine?: EngineChoice | undefined;
  /** `stop` (default): the first faulted run ends the work. `count`: go on, list the first of them. */
  readonly faults?: 'stop' | 'count' | undefined;
  /** Runs a chunk; no result depends on it. */
  readonly chunk?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly control?: JobControl | undefined;
  /** How far the work is, with every batch: for a bar without a picture, which costs nothing. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Milliseconds from any origin; paces the updates only. */
  readonly now: () => number;
}

/** Gets the result so far, at most 20 times a second, and how far the work is. The last result is the answer instead. */
export type OnUpdate = (soFar: SimulationResult, progress: Progress) => void;

/** The pool failed twice at the same runs: a fault of ours or of the machine. What was done is kept. */
export class SimulationBroken extends Error {
  override readonly name = 'SimulationBroken';
  readonly breakage: Breakage;
  readonly result: SimulationResult;

  constructor(breakage: Breakage, result: SimulationResult) {
    const { firstRun, runs, message } = breakage;
    super(`runs ${firstRun} to ${firstRun + runs - 1} could not be done: ${message}`);
    this.breakage = breakage;
    this.result = result;
  }
}

/** What the result of a request is labelled with; known before any run. */
export const manifestOf = (request: SimulationRequest): Manifest =>
  labelOf(request, request.runs, simulateCommand(request, request.runs));

/**
 * Runs 0 to `runs` − 1, or fewer where a precision is reached before. Interrupted (`runs` of the result is then less than the manifest's), it gives what is done:
 * the first runs, as if no more had been asked for. Where a run faults and faults stop, `faults` holds that run, and
 * the result the runs before it.
 * @throws SimulationBroken (rejects) with what was done.
 */
export async function simulate(
  request: SimulationRequest,
  pool: Pool,
  onUpdate?: OnUpdate,
): Promise<SimulationResult> {
  const { scenario, point, runs, precision } = request;
  const key = seedKey(request.seed);
  const engine = await pool.prepare(scenario, request.engine);
  const asked = manifestOf(request);
  const watch = precision === undefined ? null : watchShares(scenario, 1, precision);
  const pace = createPace(request.now);
  let tally = emptyTally(scenario);
  const resultWith = (manifest: Manifest, faults: readonly FaultedRun[]): SimulationResult =>
    summarise(scenario, tally, { manifest, engine, point, faults });
  const onProgress = (progress: Progress): void => {
    request.onProgress?.(progress);
    if (onUpdate === undefined || progress.done === runs || !pace.isTime()) return;
    pace.timed(() => onUpdate(resultWith(asked, []), progress));
  };
  let target = watch === null ? runs : Math.min(runs, FIRST_LOOK);
  let report: JobReport;
  do {
    const firstRun = tally.runs;
    report = await pool.run({
      ...request,
      key,
      firstRun,
      runs: target - firstRun,
      onProgress: ({ done, remainingMs }) =>
        onProgress({ done: firstRun + done, total: target, remainingMs }),
      onBatch: (batch) => {
        tally = fold(tally, batch);
        watch?.add([[batch]]);
      },
    });
    if (report.breakage !== null) throw new SimulationBroken(report.breakage, resultWith(asked, []));
    target = Math.min(runs, watch?.nextLook(tally.runs) ?? tally.runs);
  } while (report.end === 'done' && tally.runs < target);
  const faulted = report.faultedRun === null ? tally.faultedRuns : [report.faultedRun];
  const listed = await listFaults(scenario, faulted, { point, key, repeatable: request });
  if (watch === null || report.end !== 'done') return resultWith(asked, listed);
  return { ...resultWith({ ...asked, runs: tally.runs }, listed), precision: watch.report() };
}
