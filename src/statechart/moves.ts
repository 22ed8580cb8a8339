/** Which regions an application moves, given those that have moved already in this step. */
import type { Scenario } from '../scenario/index.ts';

/** Something that is to be applied: a transition, a shock, or an option by itself (asked by its decision). */
export interface Application {
  /** The armable that asks for it. */
  readonly armable: number;
  /** Its happening, with its own targets. */
  readonly happening: number;
  readonly targets: readonly number[];
  /** For a transition that decides: the option to be applied with it. */
  readonly option: { readonly happening: number; readonly targets: readonly number[] } | null;
}

/** What is left of an application. */
export interface Plan {
  /** The stages its regions move to, at most one a region. */
  readonly moves: readonly number[];
  /** The happenings that happen, in the order of their lists. */
  readonly happenings: readonly number[];
}

/**
 * What is left of an application when the regions in `moved` cannot move again; null when nothing of it happens.
 * Something all of whose moves are dropped does not happen; a transition that moves takes its option along or not,
 * a transition without moves of its own stands and falls with its option's.
 */
export function planMoves(
  scenario: Scenario,
  application: Application,
  moved: readonly number[],
): Plan | null {
  const { happening, targets, option } = application;
  const regionOf = (stage: number): number => scenario.stages[stage]!.region;
  const own = targets.filter((stage) => !moved.includes(regionOf(stage)));
  if (targets.length > 0 && own.length === 0) return null;
  if (option === null) return { moves: own, happenings: [happening] };
  const taken = [...moved, ...own.map(regionOf)];
  const optional = option.targets.filter((stage) => !taken.includes(regionOf(stage)));
  if (option.targets.length > 0 && optional.length === 0) {
    return own.length === 0 ? null : { moves: own, happenings: [happening] };
  }
  return { moves: [...own, ...optional], happenings: [happening, option.happening] };
}
