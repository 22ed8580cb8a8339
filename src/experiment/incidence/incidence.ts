/** The question `incidence`: by which day do outcomes, stages and happenings come, and where is the crisis day by day? */
import {
  type Estimate,
  halfTime,
  incidenceByTime,
  incidenceDifference,
  medianTime,
} from '../../analysis/index.ts';
import { seedKey } from '../../random/index.ts';
import { emptyTally, fold, type Pool, type Tally } from '../../runner/index.ts';
import { type BatchResult, rowLength, type Scenario } from '../../scenario/index.ts';
import {
  type ExperimentRequest,
  experimentManifest,
  type FaultCount,
  faultsAt,
  type Place,
} from '../experiment.ts';
import { writeCodes } from '../outcome-codes.ts';
import type { Manifest, RegionResult } from '../result.ts';
import { runPoints } from '../run-points.ts';
import { regionResults } from '../summarise.ts';
import { pairCounts, sideCounts } from './counts.ts';
import { type CurveHead, type CurveReader, openCurves } from './curves.ts';

export interface IncidenceSide extends Place {
  /** As the user wrote it: `baseline`, `loyal_police`, `loyalty=0.3`. */
  readonly name: string;
}

export interface IncidenceRequest extends ExperimentRequest {
  /** The others are held against the first. */
  readonly sides: readonly IncidenceSide[];
  /** Of each side. */
  readonly runs: number;
}

export interface IncidenceCurve extends CurveHead {
  /** By state, from 0: the share of runs in which it has come by then. */
  readonly byDay: readonly Estimate[];
  /** Days. Of the runs in which it comes, half have it by then; null where it never comes. */
  readonly median: Estimate | null;
  /** Days. Half of all runs have it by then; ∞ beyond the horizon. */
  readonly half: Estimate | null;
}

export interface IncidenceContrast {
  readonly side: string;
  readonly against: string;
  /** Parallel to the curves; by state, the side's incidence less the other's. */
  readonly changes: readonly (CurveHead & { readonly byDay: readonly Estimate[] })[];
}

export interface IncidenceResult {
  readonly manifest: Manifest & { readonly sides: readonly string[] };
  readonly title: string;
  /** Runs of each side. */
  readonly runs: number;
  /** Days since the start at which states were recorded. */
  readonly days: readonly number[];
  readonly sides: readonly {
    readonly name: string;
    /** Runs that no fault ended. */
    readonly completed: number;
    readonly curves: readonly IncidenceCurve[];
    /** The share of runs in each stage, day by day. */
    readonly regions: readonly RegionResult[];
  }[];
  readonly contrasts: readonly IncidenceContrast[];
  readonly faults: FaultCount;
  readonly interrupted: boolean;
}

/**
 * Runs 0 to `runs` − 1 of every side, with the same luck on all. Faulted runs are counted and listed.
 * @throws ExperimentBroken (rejects).
 */
export async function incidence(request: IncidenceRequest, pool: Pool): Promise<IncidenceResult> {
  const { scenario, sides, runs, seed, engine, control, onProgress, signal, now } = request;
  const reader = openCurves(scenario);
  const counts = sides.map(() => sideCounts(reader));
  const pairs = sides.slice(1).map(() => pairCounts(reader));
  const tallies: Tally[] = sides.map(() => emptyTally(scenario));
  const outcomes = sides.map(() => new Uint8Array(runs));
  const report = await runPoints(
    {
      scenario: reader.scenario,
      points: sides.map(({ point }) => point),
      key: seedKey(seed),
      runs,
      engine,
      control,
      onProgress,
      signal,
      now,
      records: request.onPass !== undefined,
      onPass(pass) {
        pass.batches.forEach((some, side) => {
          for (const batch of some) counts[side]?.add(batch);
        });
        pairs.forEach((pair, i) => {
          pair.add(pass.batches[i + 1] ?? [], pass.batches[0] ?? []);
        });
        const batches = pass.batches.map((some) => some.map((batch) => ownRows(batch, reader, scenario)));
        batches.forEach((some, side) => {
          for (const batch of some) {
            tallies[side] = fold(tallies[side] as Tally, batch);
            writeCodes(scenario, batch, outcomes[side] as Uint8Array);
          }
        });
        const placed = { pass: { ...pass, batches }, places: sides };
        request.onLook?.(placed);
        request.onPass?.(placed);
      },
    },
    pool,
  );
  const { steps, stepDays } = scenario.time;
  const codes = outcomes.map((all) => all.subarray(0, report.done));
  return {
    manifest: { ...experimentManifest(request, runs), sides: sides.map(({ name }) => name) },
    title: scenario.title,
    runs: report.done,
    days: Array.from({ length: steps + 1 }, (_, step) => step * stepDays),
    sides: sides.map(({ name }, side) => ({
      name,
      completed: counts[side]!.runs(),
      curves: reader.curves.map((head, curve) => curveOf(head, counts[side]!.timesOf(curve), stepDays)),
      regions: regionResults(scenario, tallies[side] as Tally),
    })),
    contrasts: pairs.map((pair, i) => ({
      side: sides[i + 1]!.name,
      against: sides[0]!.name,
      changes: reader.curves.map((head, curve) => ({
        ...head,
        byDay: incidenceDifference(pair.timesOf(curve)),
      })),
    })),
    faults: await faultsAt(request, sides, codes),
    interrupted: report.interrupted,
  };
}

function curveOf(
  head: CurveHead,
  times: Parameters<typeof incidenceByTime>[0],
  stepDays: number,
): IncidenceCurve {
  const inDays = (steps: Estimate | null): Estimate | null =>
    steps === null
      ? null
      : { ...steps, value: steps.value * stepDays, low: steps.low * stepDays, high: steps.high * stepDays };
  return {
    ...head,
    byDay: incidenceByTime(times),
    median: inDays(medianTime(times)),
    half: inDays(halfTime(times)),
  };
}

/** A batch with the scenario's own measures alone, as whoever asked for the runs expects it. */
function ownRows(batch: BatchResult, { scenario: wide }: CurveReader, scenario: Scenario): BatchResult {
  const [from, to] = [rowLength(wide), rowLength(scenario)];
  const rows = new Float64Array(batch.runs * to);
  for (let run = 0; run < batch.runs; run += 1) {
    rows.set(batch.rows.subarray(run * from, run * from + to), run * to);
  }
  return { ...batch, rows };
}
