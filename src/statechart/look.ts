/** What a state holds before anything is applied: what is due, what each region chooses, what is decided. */

import { advance } from './advance.ts';
import { firstAsk, firstShock } from './armable.ts';
import type { Chart, RunSnapshot } from './chart.ts';
import { type Settled, settleDecision } from './decide.ts';
import type { RunContext } from './run-context.ts';
import type { ClockState } from './trigger-state.ts';

/** All of it read in the state at the start of the step. */
export interface Findings {
  /** The state with its triggers advanced by the step. */
  readonly context: RunContext;
  /** Armables: due shocks, due asks, and each region's choice (null: none), in document order. */
  readonly shocks: readonly number[];
  readonly asks: readonly number[];
  readonly chosen: readonly (number | null)[];
  /** By decision; null when it is not asked. */
  readonly settled: readonly (Settled | null)[];
}

/** Advances every trigger that is armed, marks shocks and asks, lets each region choose, settles what is asked. */
export function look(chart: Chart, snapshot: RunSnapshot): Findings {
  const { program, scenario } = chart;
  const next = chart.nextTransitions(snapshot);
  const table = advanceTable(chart, snapshot.context, next);
  const isDue = (index: number): boolean => table.triggers[index]?.due ?? false;
  const shocks = scenario.shocks.map(({ index }) => firstShock(scenario) + index).filter(isDue);
  const asks = scenario.decisions.map(({ index }) => firstAsk(scenario) + index).filter(isDue);
  const chosen = next.map((transitions) => choose(transitions, table.triggers));
  const wanted = new Set(asks.map((index) => program.armables[index]!.of));
  for (const index of chosen) {
    const decision = index === null ? null : scenario.transitions[index]!.decision;
    if (decision !== null) wanted.add(decision);
  }
  const settled = scenario.decisions.map(({ index }) =>
    wanted.has(index) ? settleDecision(program, snapshot.context, index) : null,
  );
  return { context: { ...snapshot.context, ...table }, shocks, asks, chosen, settled };
}

/** The table of triggers after the step; all read the state at its start. */
function advanceTable(
  { program, scenario }: Chart,
  context: RunContext,
  next: readonly (readonly number[])[],
): Pick<RunContext, 'triggers' | 'armings'> {
  const triggers = context.triggers.slice();
  const armings = context.armings.slice();
  const step = (index: number): void => {
    const state = triggers[index];
    if (state === null || state === undefined) return;
    const armable = program.armables[index]!;
    const advanced = advance(armable, state, context);
    triggers[index] = advanced.state;
    armings[index] = advanced.armings;
  };
  for (let index = firstShock(scenario); index < program.armables.length; index++) step(index);
  for (const transitions of next) for (const index of transitions) step(index);
  return { triggers, armings };
}

/** The first due `when`, `after` or `every`; else of the clocks that rang the earliest, ties by document order. */
function choose(transitions: readonly number[], triggers: RunContext['triggers']): number | null {
  let earliest: { readonly index: number; readonly clock: ClockState } | null = null;
  for (const index of transitions) {
    const state = triggers[index];
    if (state === null || state === undefined || !state.due) continue;
    if (state.kind !== 'clock') return index;
    if (earliest === null || isEarlier({ index, clock: state }, earliest)) earliest = { index, clock: state };
  }
  return earliest === null ? null : earliest.index;
}

interface Rung {
  readonly index: number;
  readonly clock: ClockState;
}

function isEarlier(one: Rung, other: Rung): boolean {
  if (one.clock.rungStep !== other.clock.rungStep) return one.clock.rungStep < other.clock.rungStep;
  if (one.clock.fraction !== other.clock.fraction) return one.clock.fraction < other.clock.fraction;
  return one.index < other.index;
}
