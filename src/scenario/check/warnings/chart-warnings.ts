/** What is odd about the chart as a whole. */
import type { Origin } from '../../document.ts';
import type { Stage } from '../../model.ts';
import type { Check } from '../check.ts';
import { leafOf, lineage } from '../initial-leaves.ts';
import { type Chart, type Reach, reach, unreachable } from './reachability.ts';

export function warnOfChart(check: Check, chart: Chart): void {
  const reached = reach(chart);
  const originOf = (stage: Stage): Origin => check.declared.stages[stage.index]!.entry.keyOrigin;
  for (const stage of unreachable(chart, reached)) {
    check.report.add(originOf(stage), {
      code: 'unreachable-stage',
      message: `Nothing leads to \`${stage.path}\``,
      mend: 'Make it the target of something that can happen, or remove it.',
    });
  }
  const leavers = elementsWithTargets(chart, reached);
  for (const stage of chart.stages) {
    if (!reached.stages.has(stage.index) || !isDeadEnd(chart, stage, leavers)) continue;
    check.report.add(originOf(stage), {
      code: 'no-way-out',
      message: `Once in \`${stage.path}\`, nothing leads out of it: it stays until the run ends`,
      mend: 'If that is meant, all is well; else give it a transition or an outcome.',
    });
  }
  for (const decision of chart.decisions) {
    if (reached.decisions.has(decision.index)) continue;
    check.report.add(check.declared.decisions[decision.index]!.entry.keyOrigin, {
      code: 'decision-not-asked',
      message: `Nothing asks \`${decision.name}\``,
      mend: 'Give it an `ask`, or let a transition `decide` it.',
    });
  }
}

/** Something that can happen while a stage is active, with the stages it leads to. */
interface Mover {
  /** The stage that must be active; null when it can happen anywhere. */
  readonly stage: number | null;
  readonly region: number | null;
  readonly targets: readonly number[];
}

function elementsWithTargets(chart: Chart, reached: Reach): Mover[] {
  const anywhere = (targets: readonly number[]): Mover => ({ stage: null, region: null, targets });
  return [
    ...chart.transitions.map(({ stage, region, targets }) => ({ stage, region, targets })),
    ...chart.decisions
      .filter((decision) => reached.decisions.has(decision.index))
      .flatMap((decision) => decision.options.map((option) => anywhere(option.targets))),
    ...chart.shocks.map((shock) => anywhere(shock.targets)),
  ];
}

/** A leaf that ends no run and that nothing moves to another leaf of its region. */
function isDeadEnd(chart: Chart, stage: Stage, movers: readonly Mover[]): boolean {
  if (stage.children.length > 0) return false;
  const around = lineage(chart.stages, stage.index);
  if (around.some((each) => chart.stages[each]!.outcome !== null)) return false;
  return !movers.some(({ stage: holder, region, targets }) => {
    const canHappen = holder === null || region !== stage.region || around.includes(holder);
    return canHappen && targets.some((target) => leavesFor(chart, stage, target));
  });
}

/** Whether moving to `target` takes the region out of the leaf `stage`. */
const leavesFor = ({ stages }: Chart, stage: Stage, target: number): boolean =>
  stages[target]!.region === stage.region && leafOf(stages, target) !== stage.index;
