/** The question `sweep`: how do outcomes move with one or two parameters, decisions, shocks or variants? */
import { type Estimate, wilson } from '../analysis/index.ts';
import { completed, emptyTally, fold, measureTally, type Pool, type Tally } from '../runner/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Axis } from './axis.ts';
import { type Change, corrected, outcomeChanges } from './changes.ts';
import type { FactorValue } from './design/index.ts';
import {
  type ExperimentRequest,
  experimentManifest,
  type FaultCount,
  faultsAt,
  type Place,
  runPlaces,
} from './experiment.ts';
import { measureMean } from './measure-result.ts';
import { writeCodes } from './outcome-codes.ts';
import type { Precision, PrecisionReport } from './precision.ts';
import type { Manifest } from './result.ts';

export interface SweepPlace extends Place {
  /** Parallel to the axes. */
  readonly values: readonly FactorValue[];
}

export interface SweepRequest extends ExperimentRequest {
  readonly axes: readonly Axis[];
  /** Every combination of the axes' values, the last axis moving fastest. */
  readonly places: readonly SweepPlace[];
  /** Runs of each place; with `precision`, at most. */
  readonly runs: number;
  readonly precision?: Precision | undefined;
}

export interface SweepPoint {
  readonly values: readonly FactorValue[];
  readonly outcomes: readonly { readonly id: string; readonly label: string; readonly share: Estimate }[];
  readonly measures: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: string | null;
    readonly boolean: boolean;
    readonly mean: Estimate | null;
    readonly missing: number;
  }[];
}

export interface SweepResult {
  readonly manifest: Manifest & { readonly over: readonly string[] };
  readonly title: string;
  readonly axes: readonly {
    readonly name: string;
    readonly label: string;
    readonly values: readonly FactorValue[];
  }[];
  /** Runs of each point. */
  readonly runs: number;
  readonly points: readonly SweepPoint[];
  /** Along a single axis: the last point less the first, paired, corrected by Holm's method over outcomes. */
  readonly ends: readonly Change[] | null;
  readonly precision: PrecisionReport | null;
  readonly faults: FaultCount;
  readonly interrupted: boolean;
}

/**
 * Runs 0 to `runs` − 1 of every place, or fewer where a precision is reached before, with the same luck at all of them. Faulted runs are counted and listed.
 * @throws ExperimentBroken (rejects).
 */
export async function sweep(request: SweepRequest, pool: Pool): Promise<SweepResult> {
  const { scenario, axes, places, runs, precision } = request;
  const tallies: Tally[] = places.map(() => emptyTally(scenario));
  const outcomes = places.map(() => new Uint8Array(runs));
  const report = await runPlaces(request, pool, {
    places,
    runs,
    precision,
    keep: 'rows',
    onPass({ batches }) {
      batches.forEach((some, place) => {
        for (const batch of some) {
          tallies[place] = fold(tallies[place] as Tally, batch);
          writeCodes(scenario, batch, outcomes[place] as Uint8Array);
        }
      });
    },
  });
  const codes = outcomes.map((all) => all.subarray(0, report.done));
  return {
    manifest: {
      ...experimentManifest(request, report.interrupted ? runs : report.done),
      over: axes.map(({ factor }) => factor.name),
    },
    title: scenario.title,
    axes: axes.map(({ factor: { name, label }, values }) => ({ name, label, values })),
    runs: report.done,
    points: places.map(({ values }, i) => pointOf(scenario, values, tallies[i] as Tally)),
    ends: axes.length === 1 ? endsOf(scenario, codes) : null,
    precision: report.precision,
    faults: await faultsAt(request, places, codes),
    interrupted: report.interrupted,
  };
}

function pointOf(scenario: Scenario, values: readonly FactorValue[], tally: Tally): SweepPoint {
  return {
    values,
    outcomes: scenario.outcomes.map(({ name, label }, i) => ({
      id: name,
      label,
      share: wilson(tally.outcomes[i] as number, completed(tally)),
    })),
    measures: scenario.measures.map((measure, i) => {
      const kept = measureTally(tally, i);
      const { name, label, unit, boolean } = measure;
      return {
        id: name,
        label,
        unit,
        boolean,
        mean: measureMean(measure, kept, 0.95),
        missing: kept.missing,
      };
    }),
  };
}

/** What lies between the first point and the last. */
function endsOf(scenario: Scenario, codes: readonly Uint8Array[]): readonly Change[] {
  const side = (of: Uint8Array) => ({ codes: of, runs: of.length });
  const [first, last] = [codes[0] as Uint8Array, codes.at(-1) as Uint8Array];
  return corrected(outcomeChanges(scenario, side(last), side(first)));
}
