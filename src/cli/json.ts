/** The JSON that `simulate` and `run` print: the shapes that programs rely on. */
import type { Estimate } from '../analysis/index.ts';
import { type Manifest, QUANTILE_LEVELS, type SimulationResult } from '../experiment/index.ts';
import { formatDate, type Scenario } from '../scenario/index.ts';
import type { StepRecord } from '../statechart/index.ts';

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const shareOf = ({ value, low, high }: Estimate) => ({ share: value, low, high });

const named = <Value>(
  entries: readonly { readonly name: string }[],
  values: readonly Value[],
): Record<string, Value | undefined> =>
  Object.fromEntries(entries.map(({ name }, index) => [name, values[index]]));

/** One object; every outcome of the scenario in its order, then `unresolved`. */
export function simulationJson(result: SimulationResult) {
  const {
    manifest,
    runs,
    precision,
    engine,
    outcomes,
    measures,
    days,
    regions,
    happenings,
    decisions,
    faults,
  } = result;
  return {
    manifest,
    runs,
    ...(precision === undefined ? {} : { precision }),
    engine,
    outcomes: outcomes.map(({ id, label, count, share }) => ({ id, label, count, ...shareOf(share) })),
    measures: measures.map(({ id, label, unit, mean, se, quantiles, sketched, missing }) => ({
      id,
      label,
      unit,
      mean: mean?.value ?? null,
      se,
      quantiles: Object.fromEntries(
        QUANTILE_LEVELS.map((level, at) => [String(level), quantiles[at] ?? null]),
      ),
      sketched,
      missing,
    })),
    stages: {
      days,
      regions: regions.map(({ id, label, stages }) => ({
        id,
        label,
        stages: stages.map(({ path, label: name, shares }) => ({ path, label: name, shares })),
      })),
    },
    happenings: happenings.map(({ path, label, share, median_day }) => ({
      path,
      label,
      ...shareOf(share),
      median_day,
    })),
    decisions,
    faults,
  };
}

/** Step 0 is the start; happenings and decisions are those of the step that led to the row. */
export function runJson(
  scenario: Scenario,
  manifest: Manifest & { readonly run: number },
  outcome: string,
  records: readonly StepRecord[],
) {
  return {
    manifest,
    outcome,
    steps: records.map(({ step, day, stages, variables, auxiliaries, happenings, decisions, dropped }) => ({
      step,
      day,
      date: formatDate(scenario.time, day),
      stages: named(scenario.regions, stages),
      variables: named(scenario.variables, variables),
      auxiliaries: named(scenario.auxiliaries, auxiliaries),
      happenings: happenings.map(({ path }) => path),
      decisions: decisions.map(({ path, option, odds, fixed }) => ({ path, option, odds, fixed })),
      dropped,
    })),
  };
}
