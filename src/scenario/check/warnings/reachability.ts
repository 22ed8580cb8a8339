/** Which stages and happenings the chart can lead to, whatever its conditions: targets alone are followed. */
import type { Scenario, Stage } from '../../model.ts';
import { descent, lineage } from '../initial-leaves.ts';

/** What reachability needs of a scenario. */
export type Chart = Pick<
  Scenario,
  'regions' | 'stages' | 'transitions' | 'decisions' | 'shocks' | 'outcomes' | 'variants'
>;

export interface Reach {
  readonly stages: ReadonlySet<number>;
  /** Decisions that something reachable asks, or that ask by themselves. */
  readonly decisions: ReadonlySet<number>;
}

/** Follows targets from the initial stages of the file and of its variants until nothing new is found. */
export function reach(chart: Chart): Reach {
  const stages = new Set<number>();
  const decisions = new Set<number>();
  const transitions = new Set<number>();
  const fresh: number[] = [];
  const enter = (stage: number): void => {
    for (const each of [...lineage(chart.stages, stage), ...descent(chart.stages, stage)]) {
      if (stages.has(each)) continue;
      stages.add(each);
      fresh.push(each);
    }
  };
  const ask = (decision: number): void => {
    if (decisions.has(decision)) return;
    decisions.add(decision);
    for (const option of chart.decisions[decision]!.options) option.targets.forEach(enter);
  };
  const happen = (transition: number): void => {
    if (transitions.has(transition)) return;
    transitions.add(transition);
    const { targets, decision } = chart.transitions[transition]!;
    targets.forEach(enter);
    if (decision !== null) ask(decision);
  };
  for (const region of chart.regions) {
    if (region.stages.length > 0) enter(region.initial);
    region.transitions.forEach(happen);
  }
  for (const start of chart.variants.flatMap((variant) => variant.initial)) enter(start.stage);
  for (const shock of chart.shocks) shock.targets.forEach(enter);
  for (const decision of chart.decisions) if (decision.ask !== null) ask(decision.index);
  for (let stage = fresh.pop(); stage !== undefined; stage = fresh.pop()) {
    chart.stages[stage]!.transitions.forEach(happen);
  }
  return { stages, decisions };
}

/** Stages that nothing leads to, without those inside one that is named already. */
export const unreachable = (chart: Chart, { stages }: Reach): Stage[] =>
  chart.stages.filter(({ index, parent }) => !stages.has(index) && (parent === null || stages.has(parent)));
