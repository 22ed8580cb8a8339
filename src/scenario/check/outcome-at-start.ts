/** An initial stage with an outcome would end the run before it began. */
import type { Origin } from '../document.ts';
import type { Region, Stage } from '../model.ts';
import type { Check } from './check.ts';
import { entered } from './initial-leaves.ts';
import { scalarAt } from './node.ts';

/** Reports an outcome among the stages entered when a region starts in `stage`. */
export function reportOutcomeAtStart(
  check: Check,
  stages: readonly Stage[],
  start: number,
  at: Origin,
): void {
  const ending = entered(stages, start).find((stage) => stages[stage]!.outcome !== null);
  if (ending === undefined) return;
  check.report.add(at, {
    code: 'outcome-at-start',
    message: `a run would start in \`${stages[ending]!.path}\`, which has an outcome and ends it`,
    mend: 'Start in another stage.',
  });
}

export function checkStarts(check: Check, regions: readonly Region[], stages: readonly Stage[]): void {
  for (const region of regions) {
    if (region.stages.length === 0) continue;
    const { entry } = check.declared.regions[region.index]!;
    const origin = scalarAt(entry.value, 'initial')?.origin ?? entry.keyOrigin;
    reportOutcomeAtStart(check, stages, region.initial, origin);
  }
}
