/**
 * What of a state is still open, and from where on it is dealt again. A moment is the start of a step, or the middle of
 * it: once it is known what the step brings (who rang, who asks), what did not come in it is given not to have come.
 */
import { dealAgain, mapBeyond, type OpenDraw, type QuantileMap } from '../random/index.ts';
import type { Distribution } from '../scenario/index.ts';
import { overdueAt } from './advance.ts';
import type { Armable } from './armable.ts';
import type { Program } from './program.ts';
import type { RunContext } from './run-context.ts';
import type { AfterState, EveryState, TriggerState } from './trigger-state.ts';

export interface OpenTrigger extends OpenDraw {
  readonly armable: number;
}

/** What a trigger has passed through without coming: its risk, the days of its stay, the days since its last fall. */
type Passed = number;

/**
 * The open triggers of a state. `advanced`, where given, are the same triggers after the step that begins with it: what
 * is due in that step is no longer open, and the rest is given not to have come in it.
 */
export function openTriggers(
  program: Program,
  context: RunContext,
  advanced: RunContext['triggers'] | null = null,
): readonly OpenTrigger[] {
  return context.triggers.flatMap((state, index) => {
    const armable = program.armables[index];
    if (state === null || armable === null || armable === undefined) return [];
    const after = advanced?.[index] ?? null;
    if (after?.due === true) return [];
    const open = openTrigger(armable, context, state, passedBy(context, state, after));
    return open === null ? [] : [open];
  });
}

/** What a trigger has passed by the start of the step, or by its end (`after`) where that is known. */
export function passedBy(context: RunContext, state: TriggerState, after: TriggerState | null): Passed {
  switch (state.kind) {
    case 'clock':
      return after?.kind === 'clock' ? after.risk : state.risk;
    case 'after':
      return daysOfStay(context, state) + (after === null ? 0 : context.dt);
    case 'every': {
      const steps = after?.kind === 'every' ? after.enabledSteps : state.enabledSteps;
      const days = steps * context.dt - state.lastFall;
      return days < 0 ? 0 : days;
    }
    default:
      return 0;
  }
}

const daysOfStay = (context: RunContext, state: AfterState): number =>
  (context.step - state.armed) * context.dt;

/** The draw a trigger still has open, given what it has passed; null when nothing of it is. */
export function openTrigger(
  armable: Armable,
  context: RunContext,
  state: TriggerState,
  passed: Passed,
): OpenTrigger | null {
  const { index, site } = armable;
  const lastDraw = context.armings[index]! - 1;
  switch (state.kind) {
    case 'clock':
      return state.rungStep >= 0 ? null : { armable: index, site, n: lastDraw, base: passed, map: null };
    case 'after': {
      const distribution = drawnFrom(armable);
      if (distribution === null || state.used || overdueAt(state, passed)) return null;
      return drawn({ armable: index, site, n: lastDraw, base: 0 }, distribution, passed);
    }
    case 'every': {
      const distribution = drawnFrom(armable);
      if (distribution === null) return null;
      return drawn({ armable: index, site, n: state.draw, base: state.lastFall }, distribution, passed);
    }
    case 'when':
    case 'date':
      return null;
    default:
      throw new Error(`not a trigger's state: ${JSON.stringify(state satisfies never)}`);
  }
}

function drawn(
  head: Omit<OpenTrigger, 'map'>,
  distribution: Distribution,
  passed: Passed,
): OpenTrigger | null {
  const map = keptMap(distribution, passed);
  return map === null ? null : { ...head, map };
}

/** Maps take up to some milliseconds, and the same delays are open after the same time in one run after the other. */
const kept = new WeakMap<Distribution, Map<number, QuantileMap | null>>();
const MOST_KEPT = 1_000;

function keptMap(distribution: Distribution, passed: Passed): QuantileMap | null {
  const maps = kept.get(distribution) ?? new Map<number, QuantileMap | null>();
  kept.set(distribution, maps);
  const known = maps.get(passed);
  if (known !== undefined) return known;
  const map = mapBeyond(distribution, passed);
  if (maps.size >= MOST_KEPT) maps.clear();
  maps.set(passed, map);
  return map;
}

function drawnFrom({ trigger }: Armable): Distribution | null {
  if (trigger.kind !== 'after' && trigger.kind !== 'every') return null;
  return trigger.wait.kind === 'drawn' ? trigger.wait.distribution : null;
}

/** The triggers with the open ones dealt by the run's luck in one of its futures. */
export function withDealt(
  context: RunContext,
  open: readonly OpenTrigger[],
  future: number,
): RunContext['triggers'] {
  if (open.length === 0) return context.triggers;
  const triggers = context.triggers.slice();
  for (const one of open) {
    const state = triggers[one.armable]!;
    triggers[one.armable] = dealtTo(state, one, dealAgain(one, context.key, context.luck, future));
  }
  return triggers;
}

function dealtTo(state: TriggerState, { base }: OpenDraw, value: number): TriggerState {
  switch (state.kind) {
    case 'clock':
      return { ...state, threshold: value };
    case 'after':
      return { ...state, delay: value };
    case 'every':
      return withNextFall(state, value, base);
    default:
      throw new Error(`a ${state.kind} has nothing open`);
  }
}

const withNextFall = (state: EveryState, nextFall: number, lastFall: number): EveryState => ({
  ...state,
  gap: nextFall - lastFall,
  nextFall,
});
