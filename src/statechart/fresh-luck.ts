/**
 * A snapshot's other futures: everything still open is dealt again, given that it has not come yet. Exponential
 * thresholds have no memory, so a clock needs only a new standard exponential on top of the risk it has survived.
 */
import type { Chart, RunSnapshot } from './chart.ts';
import { openTriggers, withDealt } from './open-draws.ts';
import type { RunContext } from './run-context.ts';

/**
 * The snapshot with fresh luck `future` (1, 2, …; 0 is the luck runs have). Thresholds not reached and random delays
 * not over are dealt again, each at the address of the draw it replaces but in the new future; what rang and lost, or
 * is overdue, stays; later draws come from the new future. Parameters stay.
 */
export function withFreshLuck(chart: Chart, snapshot: RunSnapshot, future: number): RunSnapshot {
  const context: RunContext = { ...snapshot.context, future };
  const triggers = withDealt(context, openTriggers(chart.program, context), future);
  return chart.machine.resolveState({ value: snapshot.value, context: { ...context, triggers } });
}
