/**
 * A state without what has no bearing on how it goes on: risk that a clock survived, phases of schedules by whole turns,
 * how often something was drawn or asked. Two states that are alike after this go on alike.
 */
import { overdueAt } from '../advance.ts';
import type { Armable } from '../armable.ts';
import type { Program } from '../program.ts';
import type { RunContext } from '../run-context.ts';
import type { AfterState, ClockState, EveryState, TriggerState } from '../trigger-state.ts';

/** A threshold that no finite risk reaches, and a delay that no stay does: what is decided step by step. */
export const OPEN = Infinity;

export function forget(program: Program, context: RunContext): RunContext {
  const ranks = ranksOfRung(program, context);
  const triggers = context.triggers.map((state, index) =>
    state === null ? null : forgotten(program.armables[index]!, state, context, ranks.get(index) ?? 0),
  );
  const zeros = (values: readonly number[]): readonly number[] => values.map(() => 0);
  return {
    ...context,
    triggers,
    armings: zeros(context.armings),
    asked: zeros(context.asked),
    fixedUnavailable: zeros(context.fixedUnavailable),
  };
}

function forgotten(armable: Armable, state: TriggerState, context: RunContext, rank: number): TriggerState {
  switch (state.kind) {
    case 'clock':
      return clock(state.rungStep >= 0 ? rank : null);
    case 'after':
      return after(armable, state, context);
    case 'every':
      return every(state, context.dt);
    case 'when':
    case 'date':
      return { ...state, due: false };
    default:
      throw new Error(`not a trigger's state: ${JSON.stringify(state satisfies never)}`);
  }
}

/** @param rank of one that rang and lost: its place among those of its region; null before it rings. */
const clock = (rank: number | null): ClockState => ({
  kind: 'clock',
  due: false,
  threshold: OPEN,
  risk: 0,
  rungStep: rank === null ? -1 : 0,
  fraction: rank ?? 0,
  rate: 0,
});

/** Of clocks that rang and lost only the order within their region is left; fractions of one step are below 1. */
function ranksOfRung({ armables, scenario }: Program, { triggers }: RunContext): ReadonlyMap<number, number> {
  const rung = triggers.flatMap((state, index) =>
    state?.kind === 'clock' && state.rungStep >= 0 && armables[index]?.kind === 'transition'
      ? [{ index, state, region: scenario.transitions[index]!.region }]
      : [],
  );
  const ranks = new Map<number, number>();
  for (const { region } of scenario.regions.map(({ index }) => ({ region: index }))) {
    rung
      .filter((one) => one.region === region)
      .sort(
        (a, b) =>
          a.state.rungStep - b.state.rungStep || a.state.fraction - b.state.fraction || a.index - b.index,
      )
      .forEach(({ index }, rank) => {
        ranks.set(index, rank / triggers.length);
      });
  }
  return ranks;
}

/** What is overdue stays so; a drawn delay not over yet is open, whatever it was drawn as. */
function after({ trigger }: Armable, state: AfterState, { step, dt }: RunContext): AfterState {
  const head = { kind: 'after', due: false } as const;
  if (state.used) return { ...head, armed: step, delay: 0, used: true };
  const isNew = state.armed === step;
  if (!isNew && overdueAt(state, (step - state.armed) * dt)) {
    return { ...head, armed: step, delay: 0, used: false };
  }
  const isDrawn = trigger.kind === 'after' && trigger.wait.kind === 'drawn';
  return { ...head, armed: state.armed, delay: isDrawn ? OPEN : state.delay, used: false };
}

/** So many falls are looked through for a whole number of steps. */
const LONGEST_TURN = 1_000;
const SLACK = 1e-9;

/** A schedule starts over with each turn: the least number of falls that takes whole steps. */
function every(state: EveryState, dt: number): EveryState {
  const same = { ...state, due: false, draw: 0 };
  const turn = turnOf(state.gap, dt);
  if (turn === null) return same;
  const turns = Math.floor(state.falls / turn.falls);
  const falls = state.falls - turns * turn.falls;
  return {
    ...same,
    enabledSteps: state.enabledSteps - turns * turn.steps,
    falls,
    lastFall: falls * state.gap,
    nextFall: (falls + 1) * state.gap,
  };
}

function turnOf(gap: number, dt: number): { readonly falls: number; readonly steps: number } | null {
  for (let falls = 1; falls <= LONGEST_TURN; falls += 1) {
    const steps = Math.round((falls * gap) / dt);
    if (Math.abs(falls * gap - steps * dt) < SLACK) return { falls, steps };
  }
  return null;
}
