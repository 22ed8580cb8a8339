/** The question `diff`: what does an edit of a scenario do to what its runs yield, with the same luck before and after? */
import { type Estimate, newcombePaired, wilson } from '../analysis/index.ts';
import { seedKey } from '../random/index.ts';
import {
  completed,
  type EngineChoice,
  emptyTally,
  fold,
  measureTally,
  type Pool,
  type Progress,
  type Tally,
} from '../runner/index.ts';
import {
  type BatchResult,
  FAULTED,
  type Point,
  ROW_HEAD,
  rowLength,
  type Scenario,
} from '../scenario/index.ts';
import { measureMean } from './measure-result.ts';
import { FAULTED_CODE } from './outcome-codes.ts';
import { type PairMoments, pairMoments } from './pair-moments.ts';
import { crossTable, pairedCounts } from './paired-outcomes.ts';
import { ExperimentBroken } from './run-points.ts';

/** One version of the scenario, at the settings that both are run with. */
export interface Version {
  readonly scenario: Scenario;
  readonly point: Point;
}

export interface DifferenceRequest {
  readonly before: Version;
  readonly after: Version;
  readonly seed: string;
  /** Of each version; run i has the same luck in both, and draws the same uniforms for parameters of one name. */
  readonly runs: number;
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Counts the runs of both versions. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Milliseconds from any origin; for the time left only. */
  readonly now: () => number;
}

export interface OutcomeDifference {
  readonly id: string;
  readonly label: string;
  /** Share of runs; null in a version that has no such outcome. */
  readonly before: Estimate | null;
  readonly after: Estimate | null;
  /** Share after less share before, paired (Newcombe 1998, method 10). An outcome that is not there has share 0. */
  readonly change: Estimate;
  /** Pairs in which one of the two runs ended so and the other did not. */
  readonly flipped: number;
}

export interface MeasureDifference {
  readonly id: string;
  readonly label: string;
  readonly unit: string | null;
  readonly boolean: boolean;
  /** Mean of the runs that have a value; null in a version that has no such measure, or no value. */
  readonly before: Estimate | null;
  readonly after: Estimate | null;
  /** Mean of after less before over the pairs that have both, with Student's t. Null without pairs. */
  readonly change: Estimate | null;
}

export interface DifferenceResult {
  /** Runs of each version: less than asked for where the work was interrupted. */
  readonly runs: number;
  readonly interrupted: boolean;
  /** Runs that a fault ended; they are left out with their partners. */
  readonly faulted: { readonly before: number; readonly after: number };
  /** In the order of the newer version; then what only the older has. */
  readonly outcomes: readonly OutcomeDifference[];
  readonly measures: readonly MeasureDifference[];
}

/** Runs of one version before the other's turn. */
const TURN = 25_000;

/**
 * Outcomes and measures are matched by name. What is there when the work is interrupted rests on whole turns of both.
 * @throws ExperimentBroken (rejects).
 */
export async function difference(request: DifferenceRequest, pool: Pool): Promise<DifferenceResult> {
  const { before, after, runs } = request;
  const names = union(before.scenario.outcomes, after.scenario.outcomes);
  const measures = union(before.scenario.measures, after.scenario.measures);
  const sides = [before, after].map((version) => openSide(version, names, runs)) as [Side, Side];
  const moments = measures.map(() => pairMoments());
  const startedAt = request.now();
  let done = 0;
  while (done < runs) {
    const turn = { firstRun: done, runs: Math.min(TURN, runs - done) };
    const batches: (readonly BatchResult[])[] = [];
    for (const side of sides) {
      const ahead = 2 * done + batches.length * turn.runs;
      const found = await runTurn(request, pool, side, { ...turn, ahead, startedAt });
      if (found === null) return answer(sides, { names, measures, moments, done, interrupted: true });
      batches.push(found);
    }
    sides.forEach((side, index) => {
      keep(side, batches[index]!);
    });
    addPairs(sides, batches, measures, moments);
    done += turn.runs;
  }
  return answer(sides, { names, measures, moments, done, interrupted: false });
}

interface Side {
  readonly version: Version;
  /** By the version's outcome: its place in the union of names. */
  readonly places: readonly number[];
  /** By run: place of its outcome, or FAULTED_CODE. */
  readonly codes: Uint8Array;
  tally: Tally;
}

function openSide(version: Version, names: readonly string[], runs: number): Side {
  return {
    version,
    places: version.scenario.outcomes.map(({ name }) => names.indexOf(name)),
    codes: new Uint8Array(runs),
    tally: emptyTally(version.scenario),
  };
}

/** Names of the second list in their order, then those that only the first has. */
function union(
  before: readonly { readonly name: string }[],
  after: readonly { readonly name: string }[],
): readonly string[] {
  return [...new Set([...after, ...before].map(({ name }) => name))];
}

/** Null where it was interrupted. */
async function runTurn(
  { seed, engine, signal, onProgress, now, runs: all }: DifferenceRequest,
  pool: Pool,
  { version: { scenario, point } }: Side,
  turn: {
    readonly firstRun: number;
    readonly runs: number;
    readonly ahead: number;
    readonly startedAt: number;
  },
): Promise<readonly BatchResult[] | null> {
  const batches: BatchResult[] = [];
  const { firstRun, runs, ahead, startedAt } = turn;
  const report = await pool.run({
    scenario,
    point,
    key: seedKey(seed),
    firstRun,
    runs,
    engine,
    faults: 'count',
    signal,
    onBatch: (batch) => batches.push(batch),
    onProgress: ({ done }) => {
      const [sum, total] = [ahead + done, 2 * all];
      const remainingMs = sum > 0 ? ((now() - startedAt) * (total - sum)) / sum : null;
      onProgress?.({ done: sum, total, remainingMs });
    },
  });
  if (report.breakage !== null) throw new ExperimentBroken(report.breakage);
  return report.end === 'done' ? batches : null;
}

function keep(side: Side, batches: readonly BatchResult[]): void {
  const stride = rowLength(side.version.scenario);
  for (const batch of batches) {
    side.tally = fold(side.tally, batch);
    for (let run = 0; run < batch.runs; run += 1) {
      const outcome = batch.rows[run * stride] as number;
      side.codes[batch.firstRun + run] = outcome === FAULTED ? FAULTED_CODE : side.places[outcome]!;
    }
  }
}

/** Batches of the two versions hold the same runs, but need not be cut at the same places, nor have rows of one length. */
function addPairs(
  [before, after]: readonly [Side, Side],
  batches: readonly (readonly BatchResult[])[],
  measures: readonly string[],
  moments: readonly PairMoments[],
): void {
  const columns = measures.map((name) => [columnOf(before, name), columnOf(after, name)] as const);
  const old = rowsOf(before, batches[0]!);
  for (const now of rowsOf(after, batches[1]!)) {
    const earlier = old.next().value;
    if (earlier === undefined) throw new Error('the versions have not the same runs');
    if (earlier[0] === FAULTED || now[0] === FAULTED) continue;
    columns.forEach(([first, second], measure) => {
      if (first !== null && second !== null) moments[measure]!.add(now[second]!, earlier[first]!);
    });
  }
}

/** Where a measure stands in a version's rows; null where it has none of that name. */
function columnOf({ version }: Side, name: string): number | null {
  const index = version.scenario.measures.findIndex((measure) => measure.name === name);
  return index < 0 ? null : ROW_HEAD + index;
}

function* rowsOf({ version }: Side, batches: readonly BatchResult[]): Generator<Float64Array, undefined> {
  const stride = rowLength(version.scenario);
  for (const { rows, runs } of batches) {
    for (let run = 0; run < runs; run += 1) yield rows.subarray(run * stride, (run + 1) * stride);
  }
}

function answer(
  sides: readonly [Side, Side],
  found: {
    readonly names: readonly string[];
    readonly measures: readonly string[];
    readonly moments: readonly PairMoments[];
    readonly done: number;
    readonly interrupted: boolean;
  },
): DifferenceResult {
  const [before, after] = sides;
  const { names, measures, moments, done, interrupted } = found;
  const codesOf = ({ codes }: Side) => ({ codes, runs: done });
  const table = crossTable(codesOf(before), codesOf(after), names.length);
  return {
    runs: done,
    interrupted,
    faulted: { before: before.tally.faulted, after: after.tally.faulted },
    outcomes: names.map((name, place) => {
      const counts = pairedCounts(table, place);
      return {
        id: name,
        label: labelOf(sides, (scenario) => scenario.outcomes, name),
        before: shareOf(before, name),
        after: shareOf(after, name),
        change: newcombePaired(counts),
        flipped: counts.first + counts.second,
      };
    }),
    measures: measures.map((name, index): MeasureDifference => {
      const now = after.version.scenario.measures.find((each) => each.name === name);
      const old = before.version.scenario.measures.find((each) => each.name === name);
      return {
        id: name,
        label: labelOf(sides, (scenario) => scenario.measures, name),
        unit: (now ?? old)?.unit ?? null,
        boolean: (now ?? old)?.boolean ?? false,
        before: meanOf(before, name),
        after: meanOf(after, name),
        change: moments[index]!.test()?.difference ?? null,
      };
    }),
  };
}

type Labelled = readonly { readonly name: string; readonly label: string }[];

/** The newer version's label where it has one. */
function labelOf(
  [before, after]: readonly [Side, Side],
  list: (scenario: Scenario) => Labelled,
  name: string,
): string {
  const found = [...list(after.version.scenario), ...list(before.version.scenario)];
  return found.find((each) => each.name === name)!.label;
}

function shareOf({ version, tally }: Side, name: string): Estimate | null {
  const index = version.scenario.outcomes.findIndex((outcome) => outcome.name === name);
  return index < 0 ? null : wilson(tally.outcomes[index]!, completed(tally));
}

function meanOf({ version, tally }: Side, name: string): Estimate | null {
  const measure = version.scenario.measures.find((each) => each.name === name);
  return measure === undefined ? null : measureMean(measure, measureTally(tally, measure.index), 0.95);
}
