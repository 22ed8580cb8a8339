/**
 * A snapshot's other futures: everything still open is dealt again, given that it has not come yet. Exponential
 * thresholds have no memory, so a clock needs only a new standard exponential on top of the risk it has survived.
 */
import { massWithin, quantile, quantileMap } from '../random/index.ts';
import type { Distribution } from '../scenario/index.ts';
import { overdueAt } from './advance.ts';
import type { Armable } from './armable.ts';
import type { Chart, RunSnapshot } from './chart.ts';
import { drawAt, thresholdAt } from './draw.ts';
import type { RunContext } from './run-context.ts';
import type { AfterState, ClockState, EveryState, TriggerState } from './trigger-state.ts';

/**
 * The snapshot with fresh luck `future` (1, 2, …; 0 is the luck runs have). Thresholds not reached and random delays
 * not over are dealt again, each at the address of the draw it replaces but in the new future; what rang and lost, or
 * is overdue, stays; later draws come from the new future. Parameters stay.
 */
export function withFreshLuck(chart: Chart, snapshot: RunSnapshot, future: number): RunSnapshot {
  const context: RunContext = { ...snapshot.context, future };
  const triggers = context.triggers.map((state, index) => {
    const armable = chart.program.armables[index];
    return state === null || armable === null || armable === undefined
      ? state
      : redealt(armable, state, context);
  });
  return chart.machine.resolveState({ value: snapshot.value, context: { ...context, triggers } });
}

function redealt(armable: Armable, state: TriggerState, context: RunContext): TriggerState {
  switch (state.kind) {
    case 'clock':
      return redealtClock(armable, state, context);
    case 'after':
      return redealtAfter(armable, state, context);
    case 'every':
      return redealtEvery(armable, state, context);
    case 'when':
    case 'date':
      return state;
    default:
      throw new Error(`not a trigger's state: ${JSON.stringify(state satisfies never)}`);
  }
}

function redealtClock(armable: Armable, state: ClockState, context: RunContext): ClockState {
  if (state.rungStep >= 0) return state;
  const draw = context.armings[armable.index]! - 1;
  return { ...state, threshold: state.risk + thresholdAt(armable, context, draw) };
}

function redealtAfter(armable: Armable, state: AfterState, context: RunContext): AfterState {
  const distribution = drawnFrom(armable);
  const elapsed = (context.step - state.armed) * context.dt;
  if (distribution === null || state.used || overdueAt(state, elapsed)) return state;
  const draw = context.armings[armable.index]! - 1;
  const delay = longerThan(distribution, elapsed, drawAt(armable, context, draw));
  return delay === null ? state : { ...state, delay };
}

function redealtEvery(armable: Armable, state: EveryState, context: RunContext): EveryState {
  const distribution = drawnFrom(armable);
  if (distribution === null) return state;
  const elapsed = state.enabledSteps * context.dt - state.lastFall;
  const gap = longerThan(distribution, elapsed < 0 ? 0 : elapsed, drawAt(armable, context, state.draw));
  return gap === null ? state : { ...state, gap, nextFall: state.lastFall + gap };
}

function drawnFrom({ trigger }: Armable): Distribution | null {
  if (trigger.kind !== 'after' && trigger.kind !== 'every') return null;
  return trigger.wait.kind === 'drawn' ? trigger.wait.distribution : null;
}

/** Less of a distribution than this beyond the time passed counts as nothing. */
const LEAST_MASS = 1e-25;

/** A draw given that it exceeds `elapsed` days; null when none does. */
function longerThan(distribution: Distribution, elapsed: number, u: number): number | null {
  if (distribution.kind === 'choice') return longerChoice(distribution, elapsed, u);
  if (!(massWithin(distribution, elapsed, Infinity) > LEAST_MASS)) return null;
  return quantile(quantileMap(distribution, elapsed, Infinity), u);
}

function longerChoice(
  { values, weights }: Extract<Distribution, { kind: 'choice' }>,
  elapsed: number,
  u: number,
): number | null {
  const longer = values.map((_, index) => index).filter((index) => values[index]! > elapsed);
  if (longer.length === 0) return null;
  const rest = {
    kind: 'choice' as const,
    values: longer.map((index) => values[index]!),
    weights: longer.map((index) => weights[index]!),
  };
  return quantile(quantileMap(rest, -Infinity, Infinity), u);
}
