/** What the runs of an experiment say so far: how often each outcome came, at a few of its points or over all of them. */
import { type Estimate, wilson } from '../../analysis/index.ts';
import type { PlacedPass } from '../../experiment/index.ts';
import { FAULTED, rowLength, type Scenario } from '../../scenario/index.ts';

export interface LeadingColumn {
  /** `loyalty 0.2`, `baseline`, `all points`. */
  readonly name: string;
  /** Parallel to the scenario's outcomes. */
  readonly shares: readonly Estimate[];
}

export interface Leading {
  readonly columns: readonly LeadingColumn[];
  /** Points there are, and runs that each of them has. */
  readonly points: number;
  readonly runs: number;
  /** Of all passes. */
  readonly faults: number;
}

export interface LeadingCounts {
  readonly add: (pass: PlacedPass) => void;
  /** Null before the first pass. */
  readonly now: () => Leading | null;
}

/** Points shown side by side; of more, the first, the middle and the last. */
const MOST_COLUMNS = 4;

/** Indexes of the points that are shown. */
function shownOf(points: number): readonly number[] {
  if (points <= MOST_COLUMNS) return Array.from({ length: points }, (_, i) => i);
  return [0, Math.floor((points - 1) / 2), points - 1];
}

/**
 * Counts anew where other places are run than before: at each value of a search, and for fresh runs.
 * @param names of the points, in their order; without them points have no meaning of their own and are counted together.
 */
export function countLeading(scenario: Scenario, names: readonly string[] | null): LeadingCounts {
  const outcomes = scenario.outcomes.length;
  const stride = rowLength(scenario);
  let places: PlacedPass['places'] | null = null;
  let counts: Float64Array[] = [];
  let runs = 0;
  let faults = 0;
  return {
    add({ pass, places: these }) {
      if (these !== places) {
        places = these;
        counts = these.map(() => new Float64Array(outcomes));
        runs = 0;
      }
      runs += pass.runs;
      pass.batches.forEach((batches, point) => {
        const own = counts[point]!;
        for (const { rows, runs: some } of batches) {
          for (let run = 0; run < some; run += 1) {
            const outcome = rows[run * stride] as number;
            if (outcome === FAULTED) faults += 1;
            else own[outcome]! += 1;
          }
        }
      });
    },
    now() {
      if (places === null) return null;
      const columns =
        names === null || names.length !== counts.length
          ? [columnOf(places.length === 1 ? 'all runs' : 'all points', summed(counts, outcomes))]
          : shownOf(counts.length).map((point) => columnOf(names[point]!, counts[point]!));
      return { columns, points: places.length, runs, faults };
    },
  };
}

function columnOf(name: string, counts: Float64Array): LeadingColumn {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return { name, shares: Array.from(counts, (count) => wilson(count, all)) };
}

function summed(counts: readonly Float64Array[], outcomes: number): Float64Array {
  const sum = new Float64Array(outcomes);
  for (const own of counts)
    own.forEach((count, outcome) => {
      sum[outcome]! += count;
    });
  return sum;
}
