/** The JSON of `branch`: over many runs, and along one. */
import type { Estimate } from '../analysis/index.ts';
import type { BranchPart, BranchResult, NoWay, Outlook, TurningPoint, Way } from '../experiment/index.ts';
import type { FuturesPage, TurningPage } from '../report/index.ts';
import { formatDate, type Scenario } from '../scenario/index.ts';
import { shareJson, valueJson } from './estimate-json.ts';

type Named = readonly { readonly id: string; readonly label: string }[];

const changesJson = (outcomes: Named, changes: readonly Estimate[] | null) =>
  changes === null ? null : outcomes.map(({ id }, at) => ({ id, ...valueJson(changes[at]!) }));

const partJson = (outcomes: Named, { path, label, ends, runs, settles, swing, changes }: BranchPart) => ({
  path,
  label,
  ends,
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

/** An alternative by names. */
function alternativeJson({ decisions, happenings, parameters }: Scenario, { alternative }: Way | NoWay) {
  switch (alternative.kind) {
    case 'as_it_stands':
      return { kind: alternative.kind };
    case 'option': {
      const { name, options } = decisions[alternative.decision]!;
      return { kind: alternative.kind, decision: name, option: options[alternative.option]!.name };
    }
    case 'happens':
    case 'not_today':
      return { kind: alternative.kind, happening: happenings[alternative.happening]!.path };
    case 'parameters':
      return {
        kind: alternative.kind,
        set: Object.fromEntries(
          parameters.flatMap(({ name }, index) => {
            const value = alternative.values[index] ?? null;
            return value === null ? [] : [[name, value]];
          }),
        ),
      };
    default:
      throw new Error(`not an alternative: ${JSON.stringify(alternative satisfies never)}`);
  }
}

function wayJson(scenario: Scenario, way: Way | NoWay) {
  const alternative = alternativeJson(scenario, way);
  if ('impossible' in way) return { alternative, impossible: way.impossible };
  const { outlook, changes, happens, option } = way;
  return {
    alternative,
    impossible: null,
    faulted: outlook.faulted,
    outcomes: outlookJson(outlook),
    changes: changesJson(outlook.outcomes, changes),
    happens: scenario.happenings.map(({ path }, index) => ({ path, ...valueJson(happens[index]!) })),
    option:
      option === null
        ? null
        : {
            taken: option.taken.value,
            unavailable: option.unavailable.value,
            not_asked: option.notAsked.value,
          },
  };
}

/** @param of the number of the run, or what of the timeline it meets. */
export function futuresJson(
  { scenario, ways, manifest, futures, state }: FuturesPage,
  of: { readonly run: number | null; readonly timeline: { readonly met: readonly string[] } | null },
) {
  return {
    manifest: { ...manifest, futures },
    run: of.run,
    timeline: of.timeline,
    step: state.step,
    day: state.day,
    date: formatDate(scenario.time, state.day),
    ways: ways.map((way) => wayJson(scenario, way)),
  };
}
