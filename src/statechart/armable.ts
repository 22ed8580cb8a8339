/** Everything that is armed and becomes due in one table: transitions first, then shocks, then the asks of decisions. */
import { log, type QuantileMap, quantileMap, siteOf } from '../random/index.ts';
import type { Delay, Distribution, Scenario, Transition, Trigger } from '../scenario/index.ts';
import type { Condition, Reader, Readers } from './reader.ts';
import type { RunView } from './run-context.ts';
import { expressionFault, placeFault, type RunFault, type RunFaultKind } from './run-fault.ts';

/** How long an `after` or a gap of `every` is. */
export type Wait =
  | { readonly kind: 'fixed'; readonly days: number }
  | { readonly kind: 'drawn'; readonly map: QuantileMap; readonly distribution: Distribution }
  | { readonly kind: 'expression'; readonly read: Reader };

/** A trigger with its expressions compiled. `enabled` is its `while`; null means always. */
export type CompiledTrigger =
  /** `read` gives what the author wrote, `rate` the hazard per day that it means (infinite for a chance of 1). */
  | {
      readonly kind: 'clock';
      readonly read: Reader;
      readonly rate: (read: number) => number;
      readonly enabled: Condition | null;
    }
  | { readonly kind: 'after'; readonly wait: Wait; readonly enabled: Condition | null }
  | { readonly kind: 'every'; readonly wait: Wait; readonly enabled: Condition | null }
  | { readonly kind: 'when'; readonly holds: Condition }
  | { readonly kind: 'date'; readonly step: number; readonly enabled: Condition | null };

export interface Armable {
  /** Its place in the table; for a transition, the transition's index. */
  readonly index: number;
  readonly kind: 'transition' | 'shock' | 'ask';
  /** Index among its kind; for an ask, the decision's. */
  readonly of: number;
  /** Path of its happening; an ask has none and goes by its decision's name. */
  readonly path: string;
  readonly site: number;
  /** The stage whose stay it lives in; null when it is armed at the start and never disarmed by leaving. */
  readonly stage: number | null;
  /** The happening that is taken away with it; null for an ask. */
  readonly happening: number | null;
  /** False for a shock that happens once. */
  readonly again: boolean;
  readonly source: Trigger;
  readonly trigger: CompiledTrigger;
  /** A fault of its trigger, which names the expression where there is one. */
  readonly fault: (view: RunView, kind: RunFaultKind, what: string) => RunFault;
}

/** Index in the table of a scenario's first shock; the asks follow the shocks. */
export const firstShock = (scenario: Scenario): number => scenario.transitions.length;
export const firstAsk = (scenario: Scenario): number => scenario.transitions.length + scenario.shocks.length;

/** The table of a scenario. A decision that nobody asks on its own has null in its place. */
export function armablesOf(scenario: Scenario, readers: Readers): readonly (Armable | null)[] {
  const ready = (head: Head, place: string): Armable => ({
    ...head,
    site: siteOf(head.path.replace('.', '/')),
    trigger: compileTrigger(head.source, readers),
    fault: faultsOf(scenario, place, head.source),
  });
  const transitions = scenario.transitions.map((transition): Armable => {
    const { index, path, stage, happening, trigger: source } = transition;
    const head: Head = { index, kind: 'transition', of: index, path, stage, happening, again: true, source };
    return ready(head, placeOf(scenario, transition));
  });
  const shocks = scenario.shocks.map(({ index: of, name, happening, repeats, trigger: source }): Armable => {
    const index = firstShock(scenario) + of;
    const again = repeats || source.kind === 'every';
    return ready(
      { index, kind: 'shock', of, path: name, stage: null, happening, again, source },
      `shocks.${name}`,
    );
  });
  const asks = scenario.decisions.map(({ index: of, name, ask: source }): Armable | null => {
    if (source === null) return null;
    const index = firstAsk(scenario) + of;
    const head: Head = {
      index,
      kind: 'ask',
      of,
      path: name,
      stage: null,
      happening: null,
      again: true,
      source,
    };
    return ready(head, `decisions.${name}.ask`);
  });
  return [...transitions, ...shocks, ...asks];
}

type Head = Omit<Armable, 'site' | 'trigger' | 'fault'>;

/** `regions.street.stages.riot.stages.looting.transitions.burns`, as the file has it. */
export function placeOf(scenario: Scenario, transition: Transition): string {
  const path = transition.stage === null ? [] : scenario.stages[transition.stage]!.path.split('.').slice(1);
  const stages = path.map((name) => `.stages.${name}`).join('');
  return `regions.${scenario.regions[transition.region]!.name}${stages}.transitions.${transition.name}`;
}

/** Faults of a trigger at a place: an `every` whose gap is an expression blames that. */
function faultsOf(scenario: Scenario, place: string, trigger: Trigger): Armable['fault'] {
  const delay = trigger.kind === 'every' ? trigger.gap : null;
  return (view, kind, what) => {
    if (delay?.kind !== 'expression') return placeFault(scenario, view, { place, kind, what });
    const { expression } = delay;
    return expressionFault(scenario, view, { expression, kind, what: `\`${expression.text}\`: ${what}` });
  };
}

function compileTrigger(trigger: Trigger, readers: Readers): CompiledTrigger {
  if (trigger.kind === 'when') return { kind: 'when', holds: readers.condition(trigger.condition) };
  const enabled = trigger.while === null ? null : readers.condition(trigger.while);
  switch (trigger.kind) {
    case 'hazard':
      return { kind: 'clock', read: readers.hazard(trigger.hazard), rate: (hazard) => hazard, enabled };
    case 'chance':
      return { kind: 'clock', read: readers.chance(trigger.chance), rate: hazardOfChance, enabled };
    case 'after':
      return { kind: 'after', wait: compileWait(trigger.delay, readers), enabled };
    case 'every':
      return { kind: 'every', wait: compileWait(trigger.gap, readers), enabled };
    case 'date':
      return { kind: 'date', step: trigger.step, enabled };
    default:
      throw new Error(`not a trigger: ${JSON.stringify(trigger satisfies never)}`);
  }
}

/** The constant hazard that gives a chance q in a day: −ln(1 − q), infinite for 1. */
const hazardOfChance = (chance: number): number => -log(1 - chance);

/** A delay is not truncated: one of 0 or less is due at once. */
const wholeMap = (distribution: Distribution): QuantileMap => quantileMap(distribution, -Infinity, Infinity);

function compileWait(delay: Delay, readers: Readers): Wait {
  switch (delay.kind) {
    case 'fixed':
      return { kind: 'fixed', days: delay.days };
    case 'distribution':
      return { kind: 'drawn', map: wholeMap(delay.distribution), distribution: delay.distribution };
    case 'expression':
      return { kind: 'expression', read: readers.finite(delay.expression) };
    default:
      throw new Error(`not a delay: ${JSON.stringify(delay satisfies never)}`);
  }
}
