/** The question `--exact`: what are the chances themselves, without Monte Carlo? */
import type { Point, Scenario } from '../../scenario/index.ts';
import {
  createChart,
  type NotFinite,
  notFinite,
  RunFault,
  stateParts,
  TooManyRacing,
  whatMatters,
} from '../../statechart/index.ts';
import { type CarryingPlan, planCarrying } from './carried.ts';
import { propagate, TooManyStates, type Totals } from './propagate.ts';
import { worldsOf } from './worlds.ts';

export interface ExactRequest {
  readonly scenario: Scenario;
  readonly point: Point;
  /** Ways (a state, and what may come of it in a step) that are gone through, at most. Default 100,000. */
  readonly mostWays?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called before each step, so that whoever waits gets a turn; default: nobody does. */
  readonly pause?: ((step: number) => Promise<void>) | undefined;
}

/** Chances; parallel to the scenario's lists. */
export interface ExactResult {
  readonly kind: 'exact';
  readonly outcomes: readonly number[];
  /** Of all outcomes together: 1, but for rounding. */
  readonly mass: number;
  /** `[stage][state]`: the chance of being in it; an ended run stays where it ended. */
  readonly stages: readonly Float64Array[];
  /** By happening and by stage, `[state]`: the chance that it first came then. */
  readonly happenings: readonly Float64Array[];
  readonly entries: readonly Float64Array[];
  /** Means over the runs that have a value; null where the measure does not add up over states. */
  readonly measures: readonly (number | null)[];
  /** False where the measures would have needed too many states, and only they were left out. */
  readonly withMeasures: boolean;
  readonly worlds: number;
  /** Most states at one time, and ways gone through in all. */
  readonly states: number;
  readonly ways: number;
}

export interface NotExact {
  readonly kind: 'refused';
  readonly reasons: readonly NotFinite[];
}

const MOST_WAYS = 100_000;
const MOST_WORLDS = 1_000;

/**
 * The distribution over all states of a scenario, carried forward step by step by the machine itself, every draw replaced by all
 * its results. Refused, with the reasons and their places, where a draw has no end of results that matter, where the
 * states are too many, or where an expression fails in one of them. Null when interrupted.
 */
export async function exact(request: ExactRequest): Promise<ExactResult | NotExact | null> {
  const { scenario, point } = request;
  const matters = whatMatters(scenario, point, []);
  const reasons = notFinite(scenario, point, matters);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const whole = await attempt(request, true);
  if (whole === null || whole.kind === 'exact') return whole;
  // What only measures read may be what there is too much of.
  const without = await attempt(request, false);
  return without?.kind === 'exact' ? without : whole;
}

async function attempt(request: ExactRequest, measures: boolean): Promise<ExactResult | NotExact | null> {
  const { scenario, point, mostWays = MOST_WAYS, signal, pause = async () => {} } = request;
  const read = measures
    ? scenario.measures.flatMap(({ rule }) => {
        if ('expression' in rule) return [rule.expression];
        return 'of' in rule && rule.of.kind === 'expression' ? [rule.of.expression] : [];
      })
    : [];
  const matters = whatMatters(scenario, point, read);
  const reasons = notFinite(scenario, point, matters);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const worlds = worldsOf(scenario, point, matters);
  const refused = (why: string, fault?: RunFault): NotExact => ({
    kind: 'refused',
    reasons: [
      {
        why,
        place: fault?.place ?? 'regions',
        file: fault?.file ?? scenario.file,
        line: fault?.line ?? null,
      },
    ],
  });
  if (worlds.length > MOST_WORLDS) {
    return refused(`the parameters that are drawn have ${worlds.length} combinations of choices; hold some`);
  }
  const chart = createChart(scenario);
  const plan = planCarrying(chart, measures);
  try {
    const parts = stateParts(scenario, matters);
    const totals = await propagate(worlds, { chart, plan, parts, mostWays, signal, pause });
    return totals === null
      ? null
      : answer(scenario, { plan, totals, worlds: worlds.length, withMeasures: measures });
  } catch (error) {
    if (error instanceof RunFault) return refused(`in some runs an expression fails: ${error.what}`, error);
    if (error instanceof TooManyRacing) return refused(error.message);
    if (error instanceof TooManyStates) return refused(growthWords(error, scenario, mostWays));
    throw error;
  }
}

const thousands = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

function growthWords({ step, states, grows }: TooManyStates, { time }: Scenario, most: number): string {
  const what = grows.map(({ label, values }) => `${label} (${thousands(values)} values)`).join(', ');
  return `there are too many states: ${thousands(states)} on day ${step * time.stepDays}, and more than ${thousands(most)} ways in all. They differ in ${what}`;
}

function answer(
  { time: { stepDays } }: Scenario,
  {
    plan: { watched, happenings, stages, measures },
    totals,
    worlds,
    withMeasures,
  }: {
    readonly plan: CarryingPlan;
    readonly totals: Totals;
    readonly worlds: number;
    readonly withMeasures: boolean;
  },
): ExactResult {
  const firsts = (index: number): Float64Array => watched[index]!.firsts;
  const share = (index: number): number => firsts(index).reduce((sum, part) => sum + part, 0);
  return {
    kind: 'exact',
    outcomes: [...totals.outcomes],
    mass: totals.outcomes.reduce((sum, part) => sum + part, 0),
    stages: totals.stages,
    happenings: happenings.map(firsts),
    entries: stages.map(firsts),
    measures: measures.map((plan, index): number | null => {
      switch (plan.kind) {
        case 'none':
          return null;
        case 'ever':
          return plan.not ? 1 - share(plan.watched) : share(plan.watched);
        case 'first_day':
          return meanDay(firsts(plan.watched), stepDays);
        default:
          return totals.measures[index] as number;
      }
    }),
    withMeasures,
    worlds,
    states: totals.mostStates,
    ways: totals.ways,
  };
}

/** Of the runs in which it comes; null where it comes in none. */
function meanDay(firsts: Float64Array, stepDays: number): number | null {
  let [mass, sum] = [0, 0];
  firsts.forEach((part, state) => {
    mass += part;
    sum += part * state * stepDays;
  });
  return mass > 0 ? sum / mass : null;
}
