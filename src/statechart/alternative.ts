/** Alternatives to how a state goes on, and the forks they give: what is changed, and nothing else. */
import type { Point } from '../scenario/index.ts';
import type { Chart, RunSnapshot } from './chart.ts';
import { type Fork, type Impossible, SET_BACK_FUTURE } from './fork.ts';
import { happensNow } from './happens-now.ts';
import { look } from './look.ts';
import { notToday } from './not-today.ts';
import { openTriggers } from './open-draws.ts';
import type { RunContext } from './run-context.ts';
import { auxiliariesIn } from './tick.ts';

/** Entries are named by their indexes in the scenario. */
export type Alternative =
  | { readonly kind: 'as_it_stands' }
  /** The decision takes this option when it is next asked. */
  | { readonly kind: 'option'; readonly decision: number; readonly option: number }
  /** A transition or a shock falls due in the step that begins. */
  | { readonly kind: 'happens'; readonly happening: number }
  /** It does not happen in that step: it is set back, and may come later. */
  | { readonly kind: 'not_today'; readonly happening: number }
  /** By parameter: its value from this step on; null leaves it. */
  | { readonly kind: 'parameters'; readonly values: readonly (number | null)[] };

/**
 * What of the step that begins is given. `start`: nothing. `asked`: everything its clocks and conditions bring, as the
 * snapshot's own luck has it, so that a decision asked in it is asked in every future; not what is decided.
 */
export type Moment = 'start' | 'asked';

/** Throws `RunFault` where the snapshot, or the changed parameters, make an expression fail. */
export function forkAt(
  chart: Chart,
  snapshot: RunSnapshot,
  alternative: Alternative,
  moment: Moment = 'start',
): Fork | Impossible {
  const { context } = snapshot;
  if (context.ended !== null) return { impossible: 'the run has ended' };
  const advanced = moment === 'asked' ? look(chart, snapshot).context.triggers : null;
  const plain: Fork = {
    context,
    open: openTriggers(chart.program, context, advanced),
    setBack: [],
    setBackFuture: SET_BACK_FUTURE,
    once: null,
  };
  switch (alternative.kind) {
    case 'as_it_stands':
      return plain;
    case 'option':
      return withOption(chart, plain, alternative.decision, alternative.option);
    case 'happens':
      return happensNow(chart, plain, alternative.happening);
    case 'not_today':
      return notToday(chart, plain, alternative.happening);
    case 'parameters':
      return { ...plain, context: withParameters(chart, context, alternative.values) };
    default:
      throw new Error(`not an alternative: ${JSON.stringify(alternative satisfies never)}`);
  }
}

function withOption(chart: Chart, fork: Fork, decision: number, option: number): Fork | Impossible {
  const { point } = fork.context;
  const { name, options } = chart.scenario.decisions[decision]!;
  const { happening, name: taken } = options[option]!;
  if (point.removed[happening]) return { impossible: `${name}.${taken} is taken away in this run` };
  const fixed = { option, fromStep: 0, untilStep: chart.scenario.time.steps };
  const decisions = point.decisions.map((before, index) => (index === decision ? fixed : before));
  const once = { decision, option, afterwards: point.decisions[decision] ?? null };
  return { ...fork, context: { ...fork.context, point: { ...point, decisions } satisfies Point }, once };
}

/** Auxiliaries are read at the start of the step, so they follow at once; measures keep what is past. */
function withParameters(chart: Chart, context: RunContext, values: readonly (number | null)[]): RunContext {
  const parameters = context.parameters.map((value, index) => values[index] ?? value);
  const changed = { ...context, parameters };
  return { ...changed, auxiliaries: auxiliariesIn(chart.program, changed) };
}
