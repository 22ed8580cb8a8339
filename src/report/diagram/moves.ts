/** What moves one region: its own transitions, and what comes to it from elsewhere. */
import type { Decision, Scenario, Shock, Stage, Transition } from '../../scenario/index.ts';

/** The transitions of a region, its stages' first. */
export const transitionsOf = (scenario: Scenario, region: number): readonly Transition[] =>
  scenario.transitions.filter((transition) => transition.region === region);

/** Transitions of other regions that move this one. */
export const arrivals = (scenario: Scenario, region: number): readonly Transition[] =>
  scenario.transitions.filter(
    (transition) =>
      transition.region !== region &&
      transition.decision === null &&
      inRegion(scenario, transition.targets, region).length > 0,
  );

/** Transitions that ask a decision. */
export const askedBy = (scenario: Scenario, decision: Decision): readonly Transition[] =>
  scenario.transitions.filter((transition) => transition.decision === decision.index);

/** Decisions that are drawn in a region: asked from it, or moving it. */
export const decisionsOf = (scenario: Scenario, region: number): readonly Decision[] =>
  scenario.decisions.filter(
    (decision) =>
      askedBy(scenario, decision).some((transition) => transition.region === region) ||
      movesRegion(scenario, decision, region),
  );

export const movesRegion = (scenario: Scenario, { options }: Decision, region: number): boolean =>
  options.some(({ targets }) => inRegion(scenario, targets, region).length > 0);

/** The region a decision's whole story is told in: where it is first asked, else the first it moves; null for none. */
export function homeOf(scenario: Scenario, decision: Decision): number | null {
  const [asking] = askedBy(scenario, decision);
  if (asking !== undefined) return asking.region;
  const moved = scenario.regions.find(({ index }) => movesRegion(scenario, decision, index));
  return moved?.index ?? null;
}

export const shocksOf = (scenario: Scenario, region: number): readonly Shock[] =>
  scenario.shocks.filter(({ targets }) => inRegion(scenario, targets, region).length > 0);

export const inRegion = (
  scenario: Scenario,
  targets: readonly number[],
  region: number | null,
): readonly Stage[] =>
  targets.map((index) => scenario.stages[index]!).filter((stage) => stage.region === region);

export const outsideRegion = (
  scenario: Scenario,
  targets: readonly number[],
  region: number | null,
): readonly Stage[] =>
  targets.map((index) => scenario.stages[index]!).filter((stage) => stage.region !== region);
