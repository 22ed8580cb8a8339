/** Proves which runs are told: the commonest ending at its most usual, and the ends of the incumbent's order of wishes. */
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../../src/analysis/index.ts';
import { type Candidate, extremesOf, pickRuns } from '../../../../src/experiment/findings/pick-runs.ts';
import type { Scenario } from '../../../../src/scenario/index.ts';

const LABELS = ['held', 'talks', 'falls', 'drift', 'unresolved'];
/** All but `drift` and `unresolved` are ends of stages. */
const scenario = {
  outcomes: LABELS.map((name, index) => ({ name, index })),
  stages: [{ outcome: 0 }, { outcome: 1 }, { outcome: null }, { outcome: 2 }],
} as unknown as Scenario;

const results = (counts: readonly number[]) =>
  counts.map((count, index) => ({
    id: LABELS[index]!,
    label: LABELS[index]!,
    colour: null,
    count,
    share: wilson(
      count,
      counts.reduce((sum, one) => sum + one, 0),
    ),
  }));

describe('the endings that are told', () => {
  it.each([
    ['the first and the last', [10, 60, 20, 5, 5], { best: 0, worst: 2 }],
    [
      'the commonest is the best: its neighbour is in the middle, and is no story of a good end',
      [60, 15, 20, 5, 0],
      { best: null, worst: 2 },
    ],
    ['the commonest is the worst', [20, 15, 60, 5, 0], { best: 0, worst: null }],
    ['what comes in fewer than one run of twenty is no story', [4, 60, 36, 0, 0], { best: null, worst: 2 }],
    ['one other ending, listed before the commonest', [30, 0, 70, 0, 0], { best: 0, worst: null }],
    ['nothing but one ending', [0, 100, 0, 0, 0], { best: null, worst: null }],
  ])('%s', (_, counts, extremes) => {
    expect(extremesOf(scenario, results(counts))).toEqual(extremes);
  });
});

const run = (number: number, outcome: number, ...values: number[]): Candidate => ({
  run: number,
  outcome,
  values,
});

it('of six endings the second stands in for a first that is the commonest', () => {
  const six = Array.from({ length: 7 }, (_, index) => ({ name: `end_${index}`, index }));
  const stages = [0, 1, 2, 3, 4, 5].map((outcome) => ({ outcome }));
  const counts = [50, 10, 10, 10, 10, 10, 0].map((count, index) => ({
    id: `end_${index}`,
    label: '',
    colour: null,
    count,
    share: wilson(count, 100),
  }));
  expect(extremesOf({ outcomes: six, stages } as unknown as Scenario, counts)).toEqual({ best: 1, worst: 5 });
});

describe('the runs that are told', () => {
  const candidates = [
    run(0, 0, 5, 100),
    run(1, 0, 10, 200),
    run(2, 0, 12, 210),
    run(3, 0, 14, 220),
    run(4, 0, 90, Number.NaN),
    run(5, 2, 3, 50),
  ];
  const counts = results([5, 0, 1, 0, 0]);

  it('are nearest to the medians of those that end alike; a value that most have and they lack counts as far', () => {
    expect(pickRuns(candidates, counts, { best: null, worst: 2 })).toEqual([
      { kind: 'typical', run: 2, outcome: 0 },
      { kind: 'worst', run: 5, outcome: 2 },
    ]);
  });

  it('are each told once', () => {
    const told = pickRuns(candidates, counts, { best: 0, worst: null });
    expect(told.map(({ kind }) => kind)).toEqual(['typical', 'best']);
    expect(new Set(told.map((one) => one.run)).size).toBe(2);
  });

  it('are none where there is none', () => {
    expect(pickRuns([], counts, { best: null, worst: 2 })).toEqual([]);
  });
});
