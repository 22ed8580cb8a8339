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
  const fromOutside = leavesFromOutside(chart, reached);
  for (const stage of chart.stages) {
    if (!reached.stages.has(stage.index) || !isDeadEnd(chart, stage, fromOutside.get(stage.region))) continue;
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

/** By region, the leaves to which something outside of it can move it. */
function leavesFromOutside(chart: Chart, reached: Reach): ReadonlyMap<number, ReadonlySet<number>> {
  const leaves = new Map<number, Set<number>>();
  const note = (from: number | null, targets: readonly number[]): void => {
    for (const target of targets) {
      const { region } = chart.stages[target]!;
      if (region === from) continue;
      const known = leaves.get(region) ?? new Set();
      leaves.set(region, known.add(leafOf(chart.stages, target)));
    }
  };
  for (const { region, targets } of chart.transitions) note(region, targets);
  for (const { index, options } of chart.decisions) {
    if (reached.decisions.has(index)) for (const { targets } of options) note(null, targets);
  }
  for (const { targets } of chart.shocks) note(null, targets);
  return leaves;
}

/** A leaf that ends no run, and that neither its own transitions nor anything outside its region lead away from. */
function isDeadEnd(chart: Chart, stage: Stage, fromOutside: ReadonlySet<number> | undefined): boolean {
  if (stage.children.length > 0) return false;
  const around = lineage(chart.stages, stage.index).map((each) => chart.stages[each]!);
  if (around.some(({ outcome }) => outcome !== null)) return false;
  if (fromOutside !== undefined && (fromOutside.size > 1 || !fromOutside.has(stage.index))) return false;
  const own = [
    ...around.flatMap(({ transitions }) => transitions),
    ...chart.regions[stage.region]!.transitions,
  ];
  return !own
    .flatMap((transition) => chart.transitions[transition]!.targets)
    .some(
      (target) =>
        chart.stages[target]!.region === stage.region && leafOf(chart.stages, target) !== stage.index,
    );
}
