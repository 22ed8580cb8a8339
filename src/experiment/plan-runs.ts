/** The question `plan`: how many runs does an answer need? From the runs of a pilot. */
import {
  type Estimate,
  newcombePaired,
  pairsToTellApart,
  runsForMean,
  runsForRare,
  runsForShare,
  runsToTellApart,
  wilson,
} from '../analysis/index.ts';
import { completed, emptyTally, fold, measureTally, type Pool, type Tally } from '../runner/index.ts';
import type { Scenario } from '../scenario/index.ts';
import {
  type ExperimentRequest,
  experimentManifest,
  type FaultCount,
  faultsAt,
  type Place,
  runPlaces,
} from './experiment.ts';
import { writeCodes } from './outcome-codes.ts';
import { type CrossTable, crossTable, pairedCounts } from './paired-outcomes.ts';
import type { Manifest } from './result.ts';

export interface PlanRequest extends ExperimentRequest {
  /** The side that is asked about, and the one it is to be told apart from, if any. */
  readonly sides: readonly [PlanSide] | readonly [PlanSide, PlanSide];
  /** Pilot runs of each side. */
  readonly runs: number;
  /** Half-width that a share is wanted to. */
  readonly half: number;
  /** Part of itself that a mean, or a rare share, is wanted to. */
  readonly part: number;
  /** Chance to see a difference that is there. */
  readonly power: number;
  /** Difference of shares to be seen; left out, that of the pilot. */
  readonly difference?: number | undefined;
}

export interface PlanSide extends Place {
  readonly name: string;
}

export interface OutcomePlan {
  readonly id: string;
  readonly label: string;
  readonly share: Estimate;
  /** Runs for ± half; null where the pilot has not seen it and cannot tell. */
  readonly runs: number | null;
  /** Where it comes less than once in 1,000 runs: runs for ± a part of itself. */
  readonly rare: number | null;
}

export interface MeasurePlan {
  readonly id: string;
  readonly label: string;
  readonly unit: string | null;
  readonly mean: number;
  /** Runs for ± a part of the mean; null where the pilot cannot tell. */
  readonly runs: number | null;
}

export interface DifferencePlan {
  readonly id: string;
  readonly label: string;
  /** Of the pilot: the first side less the second. */
  readonly seen: Estimate;
  /** What is to be told from 0. */
  readonly difference: number;
  /** Runs of each side on the same luck, and with luck of its own; null where no such difference is possible. */
  readonly sameLuck: number | null;
  readonly ownLuck: number | null;
}

export interface PlanResult {
  readonly manifest: Manifest & { readonly sides: readonly string[] };
  readonly title: string;
  /** Pilot runs of each side. */
  readonly runs: number;
  readonly half: number;
  readonly part: number;
  readonly power: number;
  readonly outcomes: readonly OutcomePlan[];
  readonly measures: readonly MeasurePlan[];
  /** Null with a single side. */
  readonly differences: readonly DifferencePlan[] | null;
  readonly faults: FaultCount;
  readonly interrupted: boolean;
}

const RARE = 0.001;

/** @throws ExperimentBroken (rejects). */
export async function planRuns(request: PlanRequest, pool: Pool): Promise<PlanResult> {
  const { scenario, sides, runs, half, part, power } = request;
  const tallies: Tally[] = sides.map(() => emptyTally(scenario));
  const outcomes = sides.map(() => new Uint8Array(runs));
  const report = await runPlaces(request, pool, {
    places: sides,
    runs,
    keep: 'rows',
    onPass({ batches }) {
      batches.forEach((some, side) => {
        for (const batch of some) {
          tallies[side] = fold(tallies[side] as Tally, batch);
          writeCodes(scenario, batch, outcomes[side] as Uint8Array);
        }
      });
    },
  });
  const codes = outcomes.map((all) => ({ codes: all, runs: report.done }));
  const [first, second] = codes;
  return {
    manifest: { ...experimentManifest(request, runs), sides: sides.map(({ name }) => name) },
    title: scenario.title,
    runs: report.done,
    half,
    part,
    power,
    outcomes: outcomePlans(scenario, tallies[0] as Tally, { half, part }),
    measures: measurePlans(scenario, tallies[0] as Tally, part),
    differences:
      first === undefined || second === undefined
        ? null
        : differencePlans(scenario, crossTable(second, first, scenario.outcomes.length), request),
    faults: await faultsAt(
      request,
      sides,
      outcomes.map((all) => all.subarray(0, report.done)),
    ),
    interrupted: report.interrupted,
  };
}

function outcomePlans(
  { outcomes }: Scenario,
  tally: Tally,
  { half, part }: { readonly half: number; readonly part: number },
): readonly OutcomePlan[] {
  return outcomes.map(({ name, label }, i) => {
    const share = wilson(tally.outcomes[i] as number, completed(tally));
    const { value } = share;
    const isSeen = value > 0 && value < 1;
    return {
      id: name,
      label,
      share,
      runs: isSeen ? runsForShare(value, half) : null,
      rare: value > 0 && value < RARE ? runsForRare(value, part) : null,
    };
  });
}

function measurePlans({ measures }: Scenario, tally: Tally, part: number): readonly MeasurePlan[] {
  return measures.map(({ name, label, unit }, i) => {
    const { count, mean, variance } = measureTally(tally, i);
    const canTell = count > 1 && mean !== 0;
    // Runs without a value do not help.
    const having = count / Math.max(1, completed(tally));
    return {
      id: name,
      label,
      unit,
      mean,
      runs: canTell ? Math.ceil(runsForMean(Math.sqrt(variance), part * Math.abs(mean)) / having) : null,
    };
  });
}

function differencePlans(
  { outcomes }: Scenario,
  table: CrossTable,
  { difference: wanted, power }: PlanRequest,
): readonly DifferencePlan[] {
  return outcomes.map(({ name, label }, i) => {
    const counts = pairedCounts(table, i);
    const seen = newcombePaired(counts);
    const difference = wanted ?? Math.abs(seen.value);
    const pairs = table.pairs;
    // Pairs that end differently must make up the difference, at least.
    const changed = Math.max(difference, (counts.first + counts.second) / pairs);
    const base = (counts.both + counts.second) / pairs;
    const other = base + (seen.value < 0 || base + difference > 1 ? -difference : difference);
    const possible = difference > 0 && difference < 1 && other >= 0 && other <= 1;
    return {
      id: name,
      label,
      seen,
      difference,
      sameLuck: possible ? pairsToTellApart(difference, changed, { power }) : null,
      ownLuck: possible ? runsToTellApart(base, other, { power }) : null,
    };
  });
}
