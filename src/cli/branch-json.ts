/** The JSON of `branch`: over many runs, and along one. */
import type { Estimate } from '../analysis/index.ts';
import type { BranchPart, BranchResult, Outlook, TurningPoint } from '../experiment/index.ts';
import type { TurningPage } from '../report/index.ts';
import { formatDate, type Scenario } from '../scenario/index.ts';
import { shareJson, valueJson } from './estimate-json.ts';

type Named = readonly { readonly id: string; readonly label: string }[];

const changesJson = (outcomes: Named, changes: readonly Estimate[] | null) =>
  changes === null ? null : outcomes.map(({ id }, at) => ({ id, ...valueJson(changes[at]!) }));

const partJson = (outcomes: Named, { path, label, runs, settles, swing, changes }: BranchPart) => ({
  path,
  label,
  share_of_runs: runs.value,
  settles: valueJson(settles),
  swing: valueJson(swing),
  changes: changesJson(outcomes, changes),
});

/** `settled` and `settles` are shares of the uncertainty about the outcome; `swing` is at least so large. */
export function branchJson(result: BranchResult) {
  const {
    manifest,
    runs,
    faulted,
    futures,
    states,
    interrupted,
    outcomes,
    days,
    happenings,
    decisions,
    quiet,
  } = result;
  return {
    manifest: { ...manifest, futures: 2 * futures },
    runs,
    faulted,
    states,
    interrupted,
    outcomes: outcomes.map(({ id, label, share }) => shareJson(id, label, share)),
    days: days.map(({ day, settled }) => ({
      day,
      settled: settled.value,
      low: settled.low,
      high: settled.high,
    })),
    happenings: happenings.map((part) => partJson(outcomes, part)),
    decisions: decisions.map((part) => partJson(outcomes, part)),
    quiet: partJson(outcomes, quiet),
  };
}

const outlookJson = ({ outcomes }: Outlook) =>
  outcomes.map(({ id, label, share }) => shareJson(id, label, share));

function pointJson({ time, outcomes }: Scenario, point: TurningPoint) {
  const { step, day, happenings, decisions, before, after, changes, outcome, instead } = point;
  return {
    step,
    day,
    date: formatDate(time, day),
    happenings,
    decisions,
    outcome: outcomes[outcome]!.name,
    before: outlookJson(before),
    after: outlookJson(after),
    changes: changesJson(before.outcomes, changes),
    instead: instead.map((one) => ({
      kind: one.kind,
      path: one.path,
      outlook: outlookJson(one.outlook),
      changes: changesJson(before.outcomes, one.changes),
      later: one.later === null ? null : valueJson(one.later),
    })),
  };
}

/** @param of the number of the run, or what of the timeline the run meets. */
export function turningJson(
  { scenario, result, manifest, outcome, endDay }: TurningPage,
  of: {
    readonly run: number | null;
    readonly path: { readonly met: readonly string[]; readonly missed: readonly string[] } | null;
  },
) {
  return {
    manifest,
    run: of.run,
    timeline: of.path,
    outcome: scenario.outcomes[outcome]!.name,
    end_day: endDay,
    interrupted: result.interrupted,
    start: outlookJson(result.start),
    turning_points: result.points.map((point) => pointJson(scenario, point)),
  };
}
