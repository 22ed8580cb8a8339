/** Runs everything that a report tells, on the same luck throughout. */
import { seedKey } from '../../random/index.ts';
import type { Pool, Progress } from '../../runner/index.ts';
import { FAULTED, NO_SETTINGS, type Point, ROW_HEAD, rowLength } from '../../scenario/index.ts';
import { replayCommand } from '../command.ts';
import { type ComparisonResult, type ComparisonSide, compare } from '../compare.ts';
import { type ExperimentRequest, experimentManifest } from '../experiment.ts';
import { type OutcomesAt, outcomesAt } from '../outcomes-at.ts';
import type { FaultedRun, SimulationResult } from '../result.ts';
import { tellRun } from '../tell-run.ts';
import { planTornado } from '../tornado.ts';
import type { Findings, StoryFinding } from './findings.ts';
import { assumptionsOf, sensitivityOf, weakestOf } from './influence.ts';
import { limitsOf } from './limits.ts';
import { type Candidate, type Extremes, extremesOf, pickRuns } from './pick-runs.ts';
import { timelineOf } from './timeline.ts';

export interface FindingsRequest extends ExperimentRequest {
  /** The settings resolved against the scenario, and the file as it is. */
  readonly point: Point;
  readonly filePoint: Point;
  /** The scenario's variants, resolved; those that its settings name are not told twice. */
  readonly variants: readonly ComparisonSide[];
  readonly runs: number;
  /** Runs at each end of a tornado's bar; default: a fifth of `runs`, at most 2,000. */
  readonly endRuns?: number | undefined;
  /** Writes a day since the start as the stories are to have it. */
  readonly dateOf?: ((day: number) => string) | undefined;
  /** Outcomes that count as the best and the worst for the incumbent; left out, the scenario's order says. */
  readonly extremes?: Partial<Extremes> | undefined;
}

/** A run that faults ends the gathering: a report must not leave runs out in silence. */
export class FindingsFaulted extends Error {
  override readonly name = 'FindingsFaulted';
  readonly fault: FaultedRun;

  constructor(fault: FaultedRun) {
    super(fault.message);
    this.fault = fault;
  }
}

/** The work was interrupted; a part of a report is none. */
export class FindingsInterrupted extends Error {
  override readonly name = 'FindingsInterrupted';
}

/** Runs that may be told as stories. */
const CANDIDATES = 2_000;
const MOST_END_RUNS = 2_000;

/**
 * @throws FindingsFaulted, FindingsInterrupted, ExperimentBroken (rejects).
 */
export async function gatherFindings(request: FindingsRequest, pool: Pool): Promise<Findings> {
  const { scenario, settings, point, runs } = request;
  const plan = planTornado(scenario, point);
  const parts = partsOf(request, plan.points.length);
  const steps = progressOf(request, parts);
  const sides = await whole(compare({ ...request, ...steps(0), sides: sidesOf(request), runs }, pool));
  const own = sides.sides[request.filePoint === point ? 0 : 1]!.result;
  const change = request.filePoint === point ? null : sides.contrasts[0]!;
  const variants =
    request.variants.length === 0
      ? null
      : await whole(compare({ ...request, ...steps(1), sides: variantSides(request), runs }, pool));
  const at = await tornadoAt({ ...request, ...steps(2) }, plan.points, pool);
  const sensitivity = at === null ? { runs: 0, outcomes: [] } : sensitivityOf(scenario, plan, at);
  const assumptions = assumptionsOf(scenario, own, sensitivity);
  const timeline = timelineOf(scenario, own);
  const result: SimulationResult = { ...own, manifest: experimentManifest(request, runs) };
  return {
    scenario,
    settings,
    point,
    result,
    baseline: change === null ? null : { result: sides.sides[0]!.result, change },
    variants,
    assumptions,
    weakest: weakestOf(assumptions),
    sensitivity,
    stories: await storiesOf(request, own, pool),
    timeline,
    limits: limitsOf({ scenario, result: own, assumptions, sensitivity, timeline }),
    manifest: result.manifest,
  };
}

/** The file as it is, then the settings where they change something. */
function sidesOf({ settings, point, filePoint }: FindingsRequest): readonly ComparisonSide[] {
  const file = { name: 'baseline', settings: NO_SETTINGS, point: filePoint };
  return filePoint === point ? [file] : [file, { name: 'as set', settings, point }];
}

const variantSides = ({ filePoint, variants }: FindingsRequest): readonly ComparisonSide[] => [
  { name: 'baseline', settings: NO_SETTINGS, point: filePoint },
  ...variants,
];

async function whole(asked: Promise<ComparisonResult>): Promise<ComparisonResult> {
  const result = await asked;
  const [fault] = result.faults.listed;
  if (fault !== undefined) throw new FindingsFaulted(fault);
  if (result.interrupted) throw new FindingsInterrupted('interrupted');
  return result;
}

/** Null where nothing varies. */
async function tornadoAt(
  request: FindingsRequest,
  points: readonly Point[],
  pool: Pool,
): Promise<OutcomesAt | null> {
  if (points.length === 0) return null;
  const { scenario, seed, signal, now } = request;
  const endRuns = endRunsOf(request);
  let found: OutcomesAt | null = null;
  await outcomesAt(
    { scenario, key: seedKey(seed), points, runs: endRuns, signal, now, control: request.control },
    pool,
    (soFar) => {
      found = soFar;
      const total = points.length * endRuns;
      request.onProgress?.({ done: points.length * soFar.runs, total, remainingMs: null });
    },
  );
  if (signal?.aborted === true) throw new FindingsInterrupted('interrupted');
  return found;
}

async function storiesOf(
  request: FindingsRequest,
  result: SimulationResult,
  pool: Pool,
): Promise<readonly StoryFinding[]> {
  const { scenario, point, seed, settings, named, dateOf } = request;
  const extremes = { ...extremesOf(scenario, result.outcomes), ...request.extremes };
  const picked = pickRuns(await candidatesOf(request, pool), result.outcomes, extremes);
  const key = seedKey(seed);
  const told = picked.map(
    async ({ kind, run, outcome }): Promise<StoryFinding> => ({
      ...(await tellRun(scenario, point, { key, run, ...(dateOf === undefined ? {} : { dateOf }) })),
      kind,
      outcome,
      share: result.outcomes[outcome]!.share,
      command: replayCommand({ named, seed, settings }, run),
    }),
  );
  return Promise.all(told);
}

/** The first runs, with what each came to. */
async function candidatesOf(
  { scenario, point, seed, runs, engine, signal }: FindingsRequest,
  pool: Pool,
): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  const stride = rowLength(scenario);
  await pool.run({
    scenario,
    point,
    key: seedKey(seed),
    runs: Math.min(runs, CANDIDATES),
    engine,
    faults: 'count',
    signal,
    onBatch: ({ rows, firstRun, runs: count }) => {
      for (let run = 0; run < count; run += 1) {
        const row = rows.subarray(run * stride, (run + 1) * stride);
        if (row[0] === FAULTED) continue;
        const values = [row[1]!, ...row.subarray(ROW_HEAD)];
        candidates.push({ run: firstRun + run, outcome: row[0]!, values });
      }
    },
  });
  if (signal?.aborted === true) throw new FindingsInterrupted('interrupted');
  return candidates;
}

const endRunsOf = ({ runs, endRuns }: FindingsRequest): number =>
  endRuns ?? Math.max(1, Math.min(MOST_END_RUNS, Math.ceil(runs / 5)));

/** Runs of each part of the work: the settings, the variants, the tornado. */
function partsOf(request: FindingsRequest, points: number): readonly number[] {
  const { runs, variants } = request;
  const compared = variants.length === 0 ? 0 : variants.length + 1;
  return [sidesOf(request).length * runs, compared * runs, points * endRunsOf(request)];
}

/** Progress of a part as progress of the whole. */
function progressOf(
  { onProgress, now }: FindingsRequest,
  parts: readonly number[],
): (part: number) => Pick<FindingsRequest, 'onProgress'> {
  if (onProgress === undefined) return () => ({});
  const total = parts.reduce((sum, runs) => sum + runs, 0);
  const started = now();
  return (part) => {
    const before = parts.slice(0, part).reduce((sum, runs) => sum + runs, 0);
    return {
      onProgress: (progress: Progress) => {
        const done = before + progress.done;
        const remainingMs = done === 0 ? null : ((now() - started) * (total - done)) / done;
        onProgress({ done, total, remainingMs });
      },
    };
  };
}
