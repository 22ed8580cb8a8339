/** All warnings that need the whole scenario. */
import type { Scenario } from '../../model.ts';
import type { Check } from '../check.ts';
import { warnOfChart } from './chart-warnings.ts';
import { warnOfNext, warnOfSince } from './expression-warnings.ts';
import { warnOfUnread, warnOfUnsourced } from './name-warnings.ts';
import { warnOfOptions, warnOfOutcomes } from './outcome-warnings.ts';
import { warnOfSureFaults } from './sure-faults.ts';

/** Reports what is odd; only what a faulty file still shows for certain when something is wrong in it. */
export function warn(check: Check, scenario: Scenario, { whole }: { readonly whole: boolean }): void {
  const sound = whole && !check.report.failed();
  warnOfUnsourced(check, scenario);
  if (!check.report.graphInDoubt()) {
    warnOfChart(check, scenario);
    warnOfOutcomes(check, scenario);
  }
  if (!sound) return;
  warnOfOptions(check, scenario);
  warnOfUnread(check, scenario);
  warnOfSince(check, scenario);
  warnOfNext(check, scenario);
  warnOfSureFaults(check, scenario);
}
