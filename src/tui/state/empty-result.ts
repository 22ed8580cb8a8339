/** The answer after no runs at all: every label in its place and nothing known, for the first frame. */
import type { Estimate } from '../../analysis/index.ts';
import type { Manifest, SimulationResult } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';

const UNKNOWN: Estimate = { value: 0, low: 0, high: 1, level: 0.95, n: 0, method: 'wilson' };

/** Stands in where the caller does not know yet how the result will be labelled: no seed, no command. */
const noManifest = (scenario: Scenario, runs: number): Manifest => ({
  version: '',
  scenario: scenario.id,
  scenario_hash: scenario.hash,
  seed: '',
  runs,
  set: {},
  decide: {},
  without: [],
  variant: null,
  at_baseline: false,
  command: '',
});

export function emptyResult(scenario: Scenario, runs: number, manifest: Manifest | null): SimulationResult {
  const { time } = scenario;
  return {
    manifest: manifest ?? noManifest(scenario, runs),
    title: scenario.title,
    runs: 0,
    engine: 'kernel',
    outcomes: scenario.outcomes.map(({ name, label, colour }) => ({
      id: name,
      label,
      colour,
      count: 0,
      share: UNKNOWN,
    })),
    measures: scenario.measures.map(({ name, label, unit, boolean }) => ({
      id: name,
      label,
      unit,
      boolean,
      mean: null,
      se: null,
      quantiles: [null, null, null, null, null],
      sketched: false,
      missing: 0,
      histogram: null,
    })),
    days: Array.from({ length: time.steps + 1 }, (_, step) => step * time.stepDays),
    regions: scenario.regions.map(({ name, label, stages }) => ({
      id: name,
      label,
      stages: stages.map((index) => {
        const stage = scenario.stages[index]!;
        return { path: stage.path, label: stage.label, depth: stage.depth, shares: [0] };
      }),
    })),
    happenings: scenario.happenings.map(({ path, label }) => ({
      path,
      label,
      share: UNKNOWN,
      median_day: null,
    })),
    decisions: scenario.decisions.map(({ name, label, options }) => ({
      path: name,
      label,
      asked: 0,
      fixed_unavailable: 0,
      options: options.map((option) => ({ id: option.name, label: option.label, count: 0 })),
    })),
    parameters: scenario.parameters.map(({ name, label, group, distribution }) => ({
      id: name,
      label,
      group,
      treatment: '…',
      varied: distribution !== null,
    })),
    faults: [],
  };
}
