/** The question `compare`: what changes between variants or settings, with the same luck on every side? */
import { emptyTally, fold, type Pool, type Tally } from '../runner/index.ts';
import { type BatchResult, ROW_HEAD, rowLength, type Scenario } from '../scenario/index.ts';
import { type Change, corrected, type MeasureChange, measureChanges, outcomeChanges } from './changes.ts';
import {
  type ExperimentRequest,
  experimentManifest,
  type FaultCount,
  faultsAt,
  type Place,
  runPlaces,
} from './experiment.ts';
import { writeCodes } from './outcome-codes.ts';
import { type PairMoments, pairMoments } from './pair-moments.ts';
import type { Precision, PrecisionReport } from './precision.ts';
import type { Manifest, SimulationResult } from './result.ts';
import { summarise } from './summarise.ts';

export interface ComparisonSide extends Place {
  /** As the user wrote it: `baseline`, `loyal_police`, `loyalty=0.3`. */
  readonly name: string;
}

export interface ComparisonRequest extends ExperimentRequest {
  readonly sides: readonly ComparisonSide[];
  /** Of each side; with `precision`, at most. */
  readonly runs: number;
  readonly precision?: Precision | undefined;
  /** Compare every pair; default: each with the first side. */
  readonly allPairs?: boolean | undefined;
}

export interface Contrast {
  readonly side: string;
  readonly against: string;
  readonly outcomes: readonly Change[];
  readonly measures: readonly MeasureChange[];
}

export interface ComparisonResult {
  readonly manifest: Manifest & { readonly sides: readonly string[] };
  readonly title: string;
  /** Runs of each side. */
  readonly runs: number;
  /** Each side as `simulate` answers it. */
  readonly sides: readonly { readonly name: string; readonly result: SimulationResult }[];
  readonly contrasts: readonly Contrast[];
  readonly precision: PrecisionReport | null;
  readonly interrupted: boolean;
  readonly faults: FaultCount;
}

/** Indexes of sides: a side and what it is held against. */
type Pair = readonly [number, number];

function pairsOf(sides: number, all: boolean): readonly Pair[] {
  const others = Array.from({ length: sides - 1 }, (_, i) => i + 1);
  if (!all) return others.map((side) => [side, 0]);
  return others.flatMap((side) => Array.from({ length: side }, (_, against): Pair => [side, against]));
}

/**
 * Runs 0 to `runs` − 1 of every side. Interrupted, it gives the runs that all sides have. Faulted runs are counted
 * and listed, and their pairs left out of every change.
 * @throws ExperimentBroken (rejects).
 */
export async function compare(request: ComparisonRequest, pool: Pool): Promise<ComparisonResult> {
  const { scenario, sides, runs, precision, allPairs = false } = request;
  const pairs = pairsOf(sides.length, allPairs);
  const tallies: Tally[] = sides.map(() => emptyTally(scenario));
  const outcomes = sides.map(() => new Uint8Array(runs));
  const moments = pairs.map(() => scenario.measures.map(() => pairMoments()));
  const report = await runPlaces(request, pool, {
    places: sides,
    runs,
    precision,
    onPass({ batches }) {
      batches.forEach((some, side) => {
        for (const batch of some) {
          tallies[side] = fold(tallies[side] as Tally, batch);
          writeCodes(scenario, batch, outcomes[side] as Uint8Array);
        }
      });
      pairs.forEach(([side, against], i) => {
        addPairs(scenario, moments[i] as readonly PairMoments[], batches[side] ?? [], batches[against] ?? []);
      });
    },
  });
  const codesOf = (side: number) => ({ codes: outcomes[side] as Uint8Array, runs: report.done });
  const manifest = experimentManifest(request, report.interrupted ? runs : report.done);
  return {
    manifest: { ...manifest, sides: sides.map(({ name }) => name) },
    title: scenario.title,
    runs: report.done,
    sides: sides.map(({ name, point, settings }, i) => {
      const { set, decide, without, variant, atBaseline: at_baseline } = settings;
      const own = { ...manifest, set, decide, without, variant, at_baseline };
      const context = { manifest: own, engine: report.engine, point, faults: [] };
      return { name, result: summarise(scenario, tallies[i] as Tally, context) };
    }),
    contrasts: adjusted(
      pairs.map(([side, against], i) => ({
        side: (sides[side] as ComparisonSide).name,
        against: (sides[against] as ComparisonSide).name,
        outcomes: outcomeChanges(scenario, codesOf(side), codesOf(against)),
        measures: measureChanges(scenario, moments[i] as readonly PairMoments[]),
      })),
    ),
    precision: report.precision,
    interrupted: report.interrupted,
    faults: await faultsAt(
      request,
      sides,
      outcomes.map((codes) => codes.subarray(0, report.done)),
    ),
  };
}

/** Batches of two sides hold the same runs, but need not be cut at the same places. */
function addPairs(
  scenario: Scenario,
  moments: readonly PairMoments[],
  side: readonly BatchResult[],
  against: readonly BatchResult[],
): void {
  const [one, other] = [rowsOf(scenario, side), rowsOf(scenario, against)];
  for (;;) {
    const [first, second] = [one.next(), other.next()];
    if (first.done === true || second.done === true) return;
    moments.forEach((moment, measure) => {
      moment.add(first.value[ROW_HEAD + measure] as number, second.value[ROW_HEAD + measure] as number);
    });
  }
}

function* rowsOf(scenario: Scenario, batches: readonly BatchResult[]): Generator<Float64Array, void> {
  const stride = rowLength(scenario);
  for (const { rows, runs } of batches) {
    for (let run = 0; run < runs; run += 1) yield rows.subarray(run * stride, (run + 1) * stride);
  }
}

/** P-values corrected over all contrasts: outcomes are one family of questions, measures another. */
function adjusted(contrasts: readonly Contrast[]): readonly Contrast[] {
  const outcomes = corrected(contrasts.flatMap((contrast) => contrast.outcomes));
  const measures = corrected(contrasts.flatMap((contrast) => contrast.measures));
  let [fromOutcome, fromMeasure] = [0, 0];
  return contrasts.map((contrast) => {
    const own = {
      ...contrast,
      outcomes: outcomes.slice(fromOutcome, fromOutcome + contrast.outcomes.length),
      measures: measures.slice(fromMeasure, fromMeasure + contrast.measures.length),
    };
    fromOutcome += contrast.outcomes.length;
    fromMeasure += contrast.measures.length;
    return own;
  });
}
