/** Outcomes that no run can have, and decisions that may have nothing to decide. */
import type { CheckedExpression } from '../../../expression/index.ts';
import type { Outcome, Scenario } from '../../model.ts';
import type { Check } from '../check.ts';
import { constantValue } from '../constant.ts';
import { nodeAt } from '../node.ts';
import { type Chart, reach } from './reachability.ts';

const isAlways = (condition: CheckedExpression | null, value: 0 | 1): boolean =>
  condition !== null && constantValue(condition) === value;

export function warnOfOutcomes(check: Check, chart: Chart): void {
  const { stages } = reach(chart);
  const byStage = new Set(
    chart.stages.filter(({ index }) => stages.has(index)).map(({ outcome }) => outcome),
  );
  let taker: Outcome | null = null;
  for (const outcome of chart.outcomes.slice(0, -1)) {
    const { index, name, atHorizon } = outcome;
    const { entry } = check.declared.outcomes[index]!;
    if (atHorizon !== null && taker !== null) {
      check.report.add(nodeAt(entry.value, 'at_horizon')!.origin, {
        code: 'outcome-shadowed',
        message: `No run is left for \`${name}\` at the horizon: \`${taker.name}\`, above it, takes every one`,
        mend: `Move \`${name}\` above \`${taker.name}\`, or narrow the condition there.`,
      });
    } else if (!byStage.has(index) && (atHorizon === null || isAlways(atHorizon, 0))) {
      check.report.add(entry.keyOrigin, {
        code: 'outcome-unreached',
        message: `No run ends in \`${name}\``,
        mend: 'Give it to a stage that something leads to, or write when it holds `at_horizon`.',
      });
    }
    if (isAlways(atHorizon, 1)) taker ??= outcome;
  }
}

export function warnOfOptions(check: Check, { decisions }: Pick<Scenario, 'decisions'>): void {
  for (const { index, name, options } of decisions) {
    if (options.some(({ available }) => available === null || isAlways(available, 1))) continue;
    check.report.add(check.declared.decisions[index]!.entry.keyOrigin, {
      code: 'options-all-unavailable',
      message: `All options of \`${name}\` can be unavailable at once; then nothing is decided`,
      mend: 'Leave `available` out of one of them, unless that is meant.',
    });
  }
}
