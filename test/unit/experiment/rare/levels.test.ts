// Proves which levels the chart gives, and that levels are passed in their order whatever a run does.
import { describe, expect, it } from 'vitest';
import { chartLevels, type Level } from '../../../../src/experiment/rare/levels.ts';
import { openPassing } from '../../../../src/experiment/rare/passing.ts';
import { rowLength, type Scenario } from '../../../../src/scenario/index.ts';
import { pointOf, scenarioFromFile, scenarioOf } from '../../../helpers/build-scenario.ts';

const levelsOf = (scenario: Scenario, outcome: string): readonly string[] => {
  const index = scenario.outcomes.findIndex(({ name }) => name === outcome);
  return chartLevels(scenario, index, pointOf(scenario).initialLeaves).map(({ label }) => label);
};

const two = (more: string): Scenario =>
  scenarioOf(`
juncture: 1
title: Two regions
time: { start: 2022-01-01, step: 1 day, horizon: 5 days }
regions:
  main:
    initial: calm
    ${more}
    stages:
      calm: { transitions: { stirs: { to: unrest, hazard: 0.1 } } }
      unrest:
        initial: crowds
        transitions: { spreads: { decide: answer, hazard: 0.1 } }
        stages: { crowds: { transitions: { burns: { to: fires, hazard: 0.1 } } }, fires: {} }
      siege: { transitions: { storms: { to: fallen, hazard: 0.1 } } }
      fallen: { outcome: falls }
  side:
    initial: watching
    stages: { watching: { transitions: { strikes: { to: main.fallen, hazard: 0.1 } } } }
decisions: { answer: { options: { besiege: { to: main.siege }, wait: {} } } }
outcomes: { falls: {}, holds: { at_horizon: "true" } }
`);

describe('levels from the chart', () => {
  it('are the rungs of the ladder', () => {
    expect(levelsOf(scenarioFromFile('scenarios/exact/ladder.yaml'), 'reached')).toEqual([
      'first',
      'second',
      'third',
      'fourth',
      'fifth',
    ]);
  });

  it('go by leaves, what decisions bring and what ancestors do; not by what other regions do where there is another way', () => {
    expect(levelsOf(two(''), 'falls')).toEqual(['crowds or fires', 'siege']);
    expect(levelsOf(two('transitions: { coup: { to: fallen, hazard: 0.01 } }'), 'falls')).toEqual([
      'crowds or fires',
      'siege',
    ]);
  });

  it('are none for an outcome that no stage has, or one step away', () => {
    expect(levelsOf(two(''), 'holds')).toEqual([]);
    expect(levelsOf(scenarioFromFile('scenarios/exact/competing-risks.yaml'), 'first')).toEqual([]);
  });
});

describe('passing', () => {
  const scenario = scenarioFromFile('scenarios/exact/ladder.yaml');
  const levels: readonly Level[] = [1, 2].map((stage) => ({
    label: `${stage}`,
    stages: [stage],
    happenings: [],
    measures: [],
  }));
  const passing = openPassing(scenario, levels, 0);
  const row = (outcome: number, end: number, days: readonly number[]): Float64Array => {
    const cells = new Float64Array(rowLength(passing.scenario)).fill(Number.NaN);
    cells.set([outcome, end, ...days]);
    return cells;
  };
  const steps = (of: Float64Array): readonly number[] => [0, 1, 2].map((level) => passing.stepOf(of, level));

  it('is in order: a later level passes those before it, the outcome all', () => {
    expect(steps(row(1, 30, [3, 7]))).toEqual([3, 7, Infinity]);
    expect(steps(row(1, 30, [Number.NaN, 7]))).toEqual([7, 7, Infinity]);
    expect(steps(row(1, 30, [9, 7]))).toEqual([7, 7, Infinity]);
    expect(steps(row(0, 5, []))).toEqual([5, 5, 5]);
    expect(steps(row(1, 30, []))).toEqual([Infinity, Infinity, Infinity]);
    expect(passing.behind(row(1, 30, [3, 7]), 3)).toBe(0);
    expect(passing.behind(row(1, 30, [Number.NaN, 7]), 7)).toBe(1);
    expect(passing.behind(row(0, 5, []), 5)).toBe(2);
  });

  it('is nothing for a faulted run', () => {
    expect(steps(row(-1, 5, [3, 4]))).toEqual([Infinity, Infinity, Infinity]);
  });
});
