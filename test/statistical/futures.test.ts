/**
 * Proves the law of total probability: futures of day-d states, averaged over runs, end as runs do. For every kind of
 * draw the end step's distribution is compared at three days, run by run (a run against the mean of its futures), so
 * that the standard error is that of the paired differences. A check is off by 4.5 of them by chance once in 147,000;
 * there are some 50. Beside each stands a spoiled dealing (given nothing), which must be found out.
 */
import { describe, expect, it } from 'vitest';
import { compileKernel, instantiate } from '../../src/kernel/index.ts';
import { type QuantileMap, quantileMap, seedKey } from '../../src/random/index.ts';
import { type Distribution, rowLength, type Scenario } from '../../src/scenario/index.ts';
import {
  createChart,
  type Fork,
  forkAt,
  type RunSnapshot,
  startRun,
  stepRun,
} from '../../src/statechart/index.ts';
import { pointOf, scenarioFrom, scenarioFromFile } from '../helpers/build-scenario.ts';

const KEY = seedKey('total probability');
const RUNS = 3_000;
const FUTURES = 8;
const LARGEST_Z = 4.5;

/** A clock or a delay decides when the run ends; the days asked about lie after the day of the state. */
function waiting(trigger: object, step = '1 day', horizon = '16 days'): Scenario {
  return scenarioFrom({
    juncture: 1,
    title: 'Waiting',
    summary: 'One wait.',
    time: { start: '2022-01-01', step, horizon },
    variables: { x: { initial: 0, per_day: 1 } },
    regions: {
      main: {
        initial: 'a',
        stages: { a: { transitions: { go: { to: 'b', ...trigger } } }, b: { outcome: 'came' } },
      },
    },
    outcomes: { came: {} },
  });
}

/** Noise, or an option, moves a purse; the run ends where it is empty. */
const walking = (variable: object, decisions: object): Scenario =>
  scenarioFrom({
    juncture: 1,
    title: 'Walking',
    summary: 'A purse.',
    time: { start: '2022-01-01', step: '1 day', horizon: '16 days' },
    variables: { x: { initial: 2, ...variable } },
    regions: {
      main: {
        initial: 'a',
        stages: { a: { transitions: { go: { to: 'b', when: 'x <= 0' } } }, b: { outcome: 'empty' } },
      },
    },
    ...decisions,
    outcomes: { empty: {} },
  });

const FLIP = {
  decisions: {
    flip: {
      ask: { every: '1 day' },
      options: { up: { add: { x: 1 } }, down: { weight: 1.5, add: { x: -1 } } },
    },
  },
};

const wholeMaps = new Map<Distribution, QuantileMap>();
function wholeMap(distribution: Distribution): QuantileMap {
  const map = wholeMaps.get(distribution) ?? quantileMap(distribution, -Infinity, Infinity);
  wholeMaps.set(distribution, map);
  return map;
}

/** As if nothing were known: clocks without the risk they passed, delays from the whole distribution, the first purse. */
function spoiled(scenario: Scenario, fork: Fork): Fork {
  const open = fork.open.map((one) => {
    const trigger = scenario.transitions[one.armable]?.trigger;
    const delay = trigger?.kind === 'after' ? trigger.delay : trigger?.kind === 'every' ? trigger.gap : null;
    if (delay?.kind !== 'distribution') return { ...one, base: 0 };
    return { ...one, map: wholeMap(delay.distribution) };
  });
  return { ...fork, open, context: { ...fork.context, variables: fork.context.variables.map(() => 2) } };
}

/** z of the mean difference between a run's end and its futures', at each of the days asked about. */
function compare(scenario: Scenario, step: number, days: readonly number[], spoil: boolean): number[] {
  const compiled = compileKernel(scenario);
  if ('refused' in compiled) throw new Error('the kernel must run this');
  const point = pointOf(scenario);
  const chart = createChart(scenario);
  const kernel = instantiate(compiled, scenario, point, KEY);
  const width = rowLength(scenario);
  const { rows } = kernel.run(0, RUNS);
  const differences = days.map((): number[] => []);
  for (let run = 0; run < RUNS; run += 1) {
    const end = rows[run * width + 1]!;
    if (end <= step) {
      for (const one of differences) one.push(0);
      continue;
    }
    let snapshot: RunSnapshot = startRun(chart, point, { key: KEY, draw: run, luck: run, future: 0 });
    for (let k = 0; k < step; k += 1) snapshot = stepRun(chart, snapshot).snapshot;
    const fork = forkAt(chart, snapshot, { kind: 'as_it_stands' });
    if ('impossible' in fork) throw new Error(fork.impossible);
    const futures = kernel.futures(spoil ? spoiled(scenario, fork) : fork, 1, FUTURES);
    days.forEach((day, at) => {
      let sum = 0;
      for (let k = 0; k < FUTURES; k += 1) sum += futures.rows[k * width + 1]! <= day ? 1 : 0;
      differences[at]!.push(sum / FUTURES - (end <= day ? 1 : 0));
    });
  }
  return differences.map(zOf);
}

function zOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (values.length - 1) / values.length);
  return error === 0 ? 0 : mean / error;
}

const CASES: readonly (readonly [string, Scenario, number])[] = [
  ['a hazard that grows', waiting({ hazard: '0.03 * x' }), 4],
  ['a chance per day', waiting({ chance_per_day: '0.02 * x' }), 4],
  ['a hazard with a while', waiting({ hazard: 0.3, while: 'x > 2' }), 5],
  ['uniform', waiting({ after: { uniform: [1, 14] } }), 4],
  ['triangular', waiting({ after: { triangular: [0, 4, 14] } }), 4],
  ['pert', waiting({ after: { pert: [0, 4, 14] } }), 4],
  ['normal', waiting({ after: { normal: { mean: 6, sd: 3 } } }), 4],
  ['lognormal', waiting({ after: { lognormal: { median: 5, sigma: 0.7 } } }), 4],
  [
    'choice',
    waiting({
      after: {
        choice: [
          { value: 3, weight: 1 },
          { value: 7, weight: 2 },
          { value: 11, weight: 1 },
        ],
      },
    }),
    4,
  ],
  // A beta lives on 0 to 1: of a day, in steps of an hour and a half.
  ['beta', waiting({ after: { beta: { mean: 0.5, sd: 0.2 } } }, '1.5 hours', '1 day'), 4],
  ['weibull', waiting({ after: { weibull: { shape: 2, scale: 7 } } }), 4],
  ['gamma', waiting({ after: { gamma: { mean: 6, sd: 3 } } }), 4],
  ['a gap of every', waiting({ every: { gamma: { mean: 6, sd: 3 } } }), 4],
  ['noise', walking({ noise: 0.8 }, {}), 5],
  ['decisions', walking({}, FLIP), 4],
];

describe.each(CASES)('%s', (_, scenario, step) => {
  const days = [step + 2, step + 4, step + 7];

  it('futures give the unconditional distribution back', () => {
    for (const z of compare(scenario, step, days, false)) expect(Math.abs(z)).toBeLessThan(LARGEST_Z);
  });

  it('a dealing that is given nothing does not', () => {
    const zs = compare(scenario, step, days, true).map(Math.abs);
    expect(Math.max(...zs)).toBeGreaterThan(LARGEST_Z);
  });
});

it('an exponential delay has no memory: what has passed must be added, no more', () => {
  const scenario = waiting({ after: { exponential: { mean: 5 } } });
  for (const z of compare(scenario, 4, [6, 8, 11], false)) expect(Math.abs(z)).toBeLessThan(LARGEST_Z);
  const zs = compare(scenario, 4, [6, 8, 11], true).map(Math.abs);
  expect(Math.max(...zs)).toBeGreaterThan(LARGEST_Z);
});

/** Feller (1968), chapter XIV, (2.4), with r = q / p: P(win | purse x) = (1 − r^x) / (1 − r^10). */
function winning(purse: number, chance: number): number {
  const r = (1 - chance) / chance;
  const power = (n: number): number => Array.from({ length: n }).reduce((product: number) => product * r, 1);
  return (1 - power(purse)) / (1 - power(10));
}

describe("gambler's ruin: the futures of a purse win as often as is exact", () => {
  const scenario = scenarioFromFile('scenarios/exact/gamblers-ruin.yaml');
  const compiled = compileKernel(scenario);
  if ('refused' in compiled) throw new Error('the kernel must run this');
  const point = pointOf(scenario);
  const chart = createChart(scenario);
  const kernel = instantiate(compiled, scenario, point, KEY);
  const states = new Map<number, RunSnapshot>();
  for (let run = 0; run < 40; run += 1) {
    let snapshot: RunSnapshot = startRun(chart, point, { key: KEY, draw: run, luck: run, future: 0 });
    for (; snapshot.context.ended === null; snapshot = stepRun(chart, snapshot).snapshot) {
      const purse = snapshot.context.variables[0]!;
      if (purse > 0 && purse < 10) states.set(purse, snapshot);
    }
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('from %s', (purse) => {
    const fork = forkAt(chart, states.get(purse)!, { kind: 'as_it_stands' });
    if ('impossible' in fork) throw new Error(fork.impossible);
    const futures = 20_000;
    const width = rowLength(scenario);
    const { rows } = kernel.futures(fork, 1, futures);
    let wins = 0;
    for (let k = 0; k < futures; k += 1) wins += rows[k * width] === 0 ? 1 : 0;
    const exact = winning(purse, 18 / 38);
    const z = (wins / futures - exact) / Math.sqrt((exact * (1 - exact)) / futures);
    expect(Math.abs(z)).toBeLessThan(LARGEST_Z);
    // As if the purse were one more: found out.
    const other = winning(purse + 1, 18 / 38);
    expect(Math.abs(wins / futures - other) / Math.sqrt((exact * (1 - exact)) / futures)).toBeGreaterThan(
      LARGEST_Z,
    );
  });
});
