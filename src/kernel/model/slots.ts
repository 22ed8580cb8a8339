/** Everything that is armed and becomes due, in one table: transitions by index, then shocks, then the asks of decisions. */
import { type QuantileMap, siteOf } from '../../random/index.ts';
import type { Delay, Scenario, Trigger } from '../../scenario/index.ts';
import { keptQuantileMap } from './maps.ts';

export interface Slot {
  readonly index: number;
  readonly kind: 'transition' | 'shock' | 'ask';
  readonly trigger: Trigger;
  readonly site: number;
  /** The stage whose stay it lives in; null when it is armed at the start for the whole run. */
  readonly stage: number | null;
  /** The happening that is taken away with it; null for an ask. */
  readonly happening: number | null;
  /** False for a shock that happens once. */
  readonly again: boolean;
  /** The delay of an `after`, the gap of an `every`. */
  readonly wait: Delay | null;
  /** How a drawn wait is drawn. It is not truncated. */
  readonly map: QuantileMap | null;
}

/** Kinds as the kernel's tables hold them. */
export const SLOT_KIND = { clock: 0, after: 1, every: 2, when: 3, date: 4 } as const;

export const slotKind = (trigger: Trigger): number =>
  trigger.kind === 'hazard' || trigger.kind === 'chance' ? SLOT_KIND.clock : SLOT_KIND[trigger.kind];

/** What a slot's mode says. A clock that rang, an `after` used, an `every` that has fallen, a `when` chosen: all `used`. */
export const MODE = { ready: 0, used: 1, off: 2 } as const;

const waitOf = (trigger: Trigger): Delay | null =>
  trigger.kind === 'after' ? trigger.delay : trigger.kind === 'every' ? trigger.gap : null;

const mapOf = (wait: Delay | null): QuantileMap | null =>
  wait?.kind === 'distribution' ? keptQuantileMap(wait.distribution, -Infinity, Infinity) : null;

const withWait = (slot: Omit<Slot, 'wait' | 'map'>): Slot => {
  const wait = waitOf(slot.trigger);
  return { ...slot, wait, map: mapOf(wait) };
};

/** The table; a decision that nobody asks on its own has null in its place. */
export function slotsOf(scenario: Scenario): readonly (Slot | null)[] {
  const shockBase = scenario.transitions.length;
  const askBase = shockBase + scenario.shocks.length;
  return [
    ...scenario.transitions.map((transition) =>
      withWait({
        index: transition.index,
        kind: 'transition',
        trigger: transition.trigger,
        site: siteOf(transition.path.replace('.', '/')),
        stage: transition.stage,
        happening: transition.happening,
        again: true,
      }),
    ),
    ...scenario.shocks.map((shock) =>
      withWait({
        index: shockBase + shock.index,
        kind: 'shock',
        trigger: shock.trigger,
        site: siteOf(shock.name),
        stage: null,
        happening: shock.happening,
        again: shock.repeats || shock.trigger.kind === 'every',
      }),
    ),
    ...scenario.decisions.map((decision) =>
      decision.ask === null
        ? null
        : withWait({
            index: askBase + decision.index,
            kind: 'ask',
            trigger: decision.ask,
            site: siteOf(decision.name),
            stage: null,
            happening: null,
            again: true,
          }),
    ),
  ];
}
