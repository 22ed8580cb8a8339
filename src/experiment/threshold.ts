/** The question `threshold`: at which value of a parameter does an outcome become more likely than a chance, or another? */
import { type Crossing, type Estimate, findCrossing, newcombePaired, wilson } from '../analysis/index.ts';
import { completed, emptyTally, fold, type Pool, type Tally } from '../runner/index.ts';
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
import type { Manifest } from './result.ts';

/** What the outcome is held against. */
export type ThresholdRule =
  | { readonly kind: 'reaches'; readonly share: number }
  /** Index of another outcome. */
  | { readonly kind: 'beats'; readonly outcome: number };

export interface ThresholdRequest extends ExperimentRequest {
  /** Index of the parameter that is moved, from `low` to `high`. */
  readonly parameter: number;
  readonly low: number;
  readonly high: number;
  /** Index of the outcome. */
  readonly outcome: number;
  readonly rule: ThresholdRule;
  /** Runs at each value that is looked at, always the same ones. */
  readonly runs: number;
  /** The settings with the parameter at a value, and the point they resolve to. */
  readonly placeAt: (value: number) => Place;
}

export interface ThresholdLook {
  readonly value: number;
  /** Share of every outcome. */
  readonly shares: readonly Estimate[];
  /** The outcome's share less what it is held against. */
  readonly margin: Estimate;
}

export interface ThresholdResult {
  readonly manifest: Manifest & { readonly over: string; readonly low: number; readonly high: number };
  readonly title: string;
  readonly parameter: { readonly id: string; readonly label: string; readonly unit: string | null };
  readonly outcomes: readonly { readonly id: string; readonly label: string }[];
  readonly outcome: number;
  readonly rule: ThresholdRule;
  /** Runs at each value. */
  readonly runs: number;
  readonly crossing: Crossing | null;
  /** Every value that was looked at, ascending. */
  readonly looks: readonly ThresholdLook[];
  readonly faults: FaultCount;
  readonly interrupted: boolean;
}

/** Values looked at, at most: the first nine, and three halvings down to a thousandth. */
export const MOST_LOOKS = 9 + 3 * 10;

/**
 * Looks for the crossing with the same runs at every value. Interrupted, there is no crossing, only the looks.
 * @throws ExperimentBroken (rejects).
 */
export async function threshold(request: ThresholdRequest, pool: Pool): Promise<ThresholdResult> {
  const { scenario, low, high, runs, outcome, rule } = request;
  const parameter = scenario.parameters[request.parameter]!;
  const looks: ThresholdLook[] = [];
  const seen: { readonly place: Place; readonly codes: Uint8Array }[] = [];
  const search = findCrossing({ low, high });
  let crossing: Crossing | null = null;
  let interrupted = false;
  for (let next = search.next(); ; ) {
    if (next.done === true) {
      crossing = next.value;
      break;
    }
    const value = next.value;
    const place = request.placeAt(value);
    const looked = await look(request, pool, place, looks.length);
    interrupted = looked === null;
    if (looked === null) break;
    const margin = marginOf(looked.tally, outcome, rule);
    seen.push({ place, codes: looked.codes });
    looks.push({ value, shares: sharesOf(scenario, looked.tally), margin });
    next = search.next(margin);
  }
  return {
    manifest: { ...experimentManifest(request, runs), over: parameter.name, low, high },
    title: scenario.title,
    parameter: { id: parameter.name, label: parameter.label, unit: parameter.unit },
    outcomes: scenario.outcomes.map(({ name, label }) => ({ id: name, label })),
    outcome,
    rule,
    runs,
    crossing,
    looks: [...looks].sort((a, b) => a.value - b.value),
    faults: await faultsAt(
      request,
      seen.map(({ place }) => place),
      seen.map(({ codes }) => codes),
    ),
    interrupted,
  };
}

/** All runs at one value; null where that was interrupted. */
async function look(
  request: ThresholdRequest,
  pool: Pool,
  place: Place,
  before: number,
): Promise<{ readonly tally: Tally; readonly codes: Uint8Array } | null> {
  const { scenario, runs } = request;
  let tally = emptyTally(scenario);
  const codes = new Uint8Array(runs);
  const report = await runPlaces(
    {
      ...request,
      onProgress: ({ done }) =>
        request.onProgress?.({ done: before * runs + done, total: MOST_LOOKS * runs, remainingMs: null }),
    },
    pool,
    {
      places: [place],
      runs,
      keep: 'rows',
      onPass({ batches }) {
        for (const batch of batches[0] ?? []) {
          tally = fold(tally, batch);
          writeCodes(scenario, batch, codes);
        }
      },
    },
  );
  return report.interrupted ? null : { tally, codes };
}

const sharesOf = ({ outcomes }: Scenario, tally: Tally): readonly Estimate[] =>
  outcomes.map((_, i) => wilson(tally.outcomes[i] as number, completed(tally)));

/** A share less a number has Wilson's interval; less another share of the same runs, Newcombe's paired one. */
function marginOf(tally: Tally, outcome: number, rule: ThresholdRule): Estimate {
  const n = completed(tally);
  const own = tally.outcomes[outcome] as number;
  if (rule.kind === 'reaches') {
    const share = wilson(own, n);
    const by = rule.share;
    return { ...share, value: share.value - by, low: share.low - by, high: share.high - by };
  }
  const other = tally.outcomes[rule.outcome] as number;
  return newcombePaired({ both: 0, first: own, second: other, neither: n - own - other });
}
