/** Decisions: which option is taken. Settled on the state at the start of the step, once however often it is asked. */
import { log, uniformAt } from '../random/index.ts';
import type { CompiledOption } from './compiled.ts';
import type { Program } from './program.ts';
import type { RunContext } from './run-context.ts';
import { placeFault } from './run-fault.ts';

export interface Settled {
  readonly decision: number;
  /** Index of the option taken; null when none is available. */
  readonly option: number | null;
  readonly fixed: boolean;
  /** An option was fixed for this step but could not be taken. */
  readonly fixedUnavailable: boolean;
  /** By option: its odds; null where it is not available or nobody asked. Under a fixed option its odds are 1. */
  readonly odds: readonly (number | null)[];
}

/**
 * Settles a decision in a state. Option j of those available is taken with probability w_j / Σw, as the smallest
 * −ln(1 − u_j) / w_j, a race of exponentials. Throws `RunFault` for weights that will not do.
 */
export function settleDecision(program: Program, context: RunContext, decision: number): Settled {
  const options = program.decisions[decision]!;
  const { name, options: named } = program.scenario.decisions[decision]!;
  const isAvailable = (index: number): boolean =>
    !context.point.removed[named[index]!.happening] && (options[index]!.available?.(context) ?? true);
  const fixed = fixedOption(context, decision);
  if (fixed !== null && isAvailable(fixed)) {
    const odds = options.map((_, index) => (index === fixed ? 1 : null));
    return { decision, option: fixed, fixed: true, fixedUnavailable: false, odds };
  }
  const fixedUnavailable = fixed !== null;
  const weights = options.map((option, index) =>
    isAvailable(index) ? (option.weight?.(context) ?? 1) : null,
  );
  if (weights.every((weight) => weight === null)) {
    return { decision, option: null, fixed: false, fixedUnavailable, odds: weights };
  }
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0);
  if (!(sum > 0)) {
    const what = `the weights of the available options of ${name} sum to ${sum}`;
    throw placeFault(program.scenario, context, { place: `decisions.${name}`, kind: 'zero-weights', what });
  }
  const option = firstToRing(options, weights, context, context.asked[decision]!);
  const odds = weights.map((weight) => (weight === null ? null : weight / sum));
  return { decision, option, fixed: false, fixedUnavailable, odds };
}

function fixedOption(context: RunContext, decision: number): number | null {
  const fixed = context.point.decisions[decision];
  if (fixed === null || fixed === undefined) return null;
  return fixed.fromStep <= context.step && context.step <= fixed.untilStep ? fixed.option : null;
}

/** The option of weight above 0 with the smallest −ln(1 − u) / w; ties: the first. */
function firstToRing(
  options: readonly CompiledOption[],
  weights: readonly (number | null)[],
  context: RunContext,
  asked: number,
): number {
  let first = -1;
  let earliest = Infinity;
  options.forEach(({ site }, index) => {
    const weight = weights[index]!;
    if (weight === null || !(weight > 0)) return;
    const time = -log(1 - uniformAt(context.key, context.future, site, context.luck, asked)) / weight;
    if (first >= 0 && !(time < earliest)) return;
    first = index;
    earliest = time;
  });
  return first;
}
