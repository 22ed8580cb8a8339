/** From what was kept of the runs to what a person is told. */
import { quantileOfCounts, wilson } from '../analysis/index.ts';
import { completed, type EngineKind, measureTally, type Tally } from '../runner/index.ts';
import type { Decision, Happening, Point, Region, Scenario } from '../scenario/index.ts';
import { measureResult } from './measure-result.ts';
import type {
  DecisionResult,
  FaultedRun,
  HappeningResult,
  Manifest,
  MeasureResult,
  OutcomeResult,
  RegionResult,
  SimulationResult,
} from './result.ts';
import { treatments } from './treatment.ts';

export interface SummaryContext {
  readonly manifest: Manifest;
  readonly engine: EngineKind;
  readonly point: Point;
  readonly faults: readonly FaultedRun[];
}

/** What counts `runs` counts all; shares and intervals are of the runs that no fault ended. */
export function summarise(scenario: Scenario, tally: Tally, context: SummaryContext): SimulationResult {
  const { manifest, engine, point, faults } = context;
  const { steps, stepDays } = scenario.time;
  return {
    manifest,
    title: scenario.title,
    runs: tally.runs,
    engine,
    outcomes: outcomeResults(scenario, tally),
    measures: measureResults(scenario, tally),
    days: Array.from({ length: steps + 1 }, (_, step) => step * stepDays),
    regions: regionResults(scenario, tally),
    happenings: happeningResults(scenario, tally),
    decisions: decisionResults(scenario, tally),
    parameters: treatments(scenario.parameters, point),
    faults,
  };
}

const measureResults = ({ measures }: Scenario, tally: Tally): readonly MeasureResult[] =>
  measures.map((measure, i) => measureResult(measure, measureTally(tally, i)));

export const regionResults = (scenario: Scenario, tally: Tally): readonly RegionResult[] =>
  scenario.regions.map((region) => regionResult(scenario, region, tally));

export const happeningResults = (scenario: Scenario, tally: Tally): readonly HappeningResult[] =>
  scenario.happenings.map((happening, i) => happeningResult(scenario, happening, i, tally));

const decisionResults = ({ decisions }: Scenario, tally: Tally): readonly DecisionResult[] =>
  decisions.map((decision) => decisionResult(decision, tally));

export function outcomeResults(scenario: Scenario, tally: Tally): readonly OutcomeResult[] {
  return scenario.outcomes.map(({ name, label, colour }, i) => {
    const count = tally.outcomes[i]!;
    return { id: name, label, colour, count, share: wilson(count, completed(tally)) };
  });
}

function regionResult(scenario: Scenario, region: Region, tally: Tally): RegionResult {
  const stages = region.stages.map((index) => {
    const { path, label, depth } = scenario.stages[index]!;
    return { path, label, depth, shares: stageShares(scenario, index, tally) };
  });
  return { id: region.name, label: region.label, stages };
}

/** Share of runs in the stage at each state: entries less exits, summed up to it. */
function stageShares(scenario: Scenario, stage: number, tally: Tally): readonly number[] {
  const runs = Math.max(1, completed(tally));
  let inside = 0;
  return Array.from({ length: scenario.time.steps + 1 }, (_, state) => {
    inside += tally.stageChanges[state * scenario.stages.length + stage]!;
    return inside / runs;
  });
}

function happeningResult(
  scenario: Scenario,
  { path, label }: Happening,
  index: number,
  tally: Tally,
): HappeningResult {
  const states = scenario.time.steps + 1;
  const firsts = tally.firsts.subarray(index * states, (index + 1) * states);
  const count = firsts.reduce((sum, runs) => sum + runs, 0);
  const median = quantileOfCounts(firsts, 0.5);
  return {
    path,
    label,
    share: wilson(count, completed(tally)),
    median_day: median === null ? null : median * scenario.time.stepDays,
  };
}

function decisionResult({ index, name, label, options }: Decision, tally: Tally): DecisionResult {
  return {
    path: name,
    label,
    asked: tally.asked[index]!,
    fixed_unavailable: tally.fixedUnavailable[index]!,
    options: options.map((option) => ({
      id: option.name,
      label: option.label,
      count: tally.times[option.happening]!,
    })),
  };
}
