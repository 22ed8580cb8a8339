// Proves that the machine's shares are the exact ones of chains and races that can be solved by hand.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exp, seedKey } from '../../../src/random/index.ts';
import { ROW_HEAD, type Scenario, type Settings } from '../../../src/scenario/index.ts';
import { createChart, runBatch } from '../../../src/statechart/index.ts';
import { pointOf, scenarioFrom, scenarioOf } from '../../helpers/build-scenario.ts';

const KEY = seedKey('oracle');
/**
 * A share of n runs is off by more than 4 standard errors in 6 of 100,000 checks; the runs are fixed, so that a check
 * that holds goes on holding. Spoiled versions lie at least 6 standard errors off, and miss with the same odds.
 */
const STANDARD_ERRORS = 4;

function sample(scenario: Scenario, runs: number, settings: Partial<Settings> = {}) {
  const batch = runBatch(createChart(scenario), pointOf(scenario, settings), KEY, 0, runs);
  const width = batch.rows.length / runs;
  const column = (at: number): number[] =>
    Array.from({ length: runs }, (_, run) => batch.rows[run * width + at]!);
  const outcomes = column(0);
  return {
    share: (outcome: string): number => {
      const index = scenario.outcomes.findIndex(({ name }) => name === outcome);
      return outcomes.filter((one) => one === index).length / runs;
    },
    measure: (name: string): number[] =>
      column(ROW_HEAD + scenario.measures.findIndex((one) => one.name === name)),
  };
}

/** Whether a share lies where the exact one lets it. */
const fits = (share: number, exact: number, runs: number): boolean =>
  Math.abs(share - exact) < STANDARD_ERRORS * Math.sqrt((exact * (1 - exact)) / runs);

const exactFile = (name: string): Scenario =>
  scenarioOf(readFileSync(new URL(`../../../scenarios/exact/${name}.yaml`, import.meta.url), 'utf8'));

describe('two constant hazards race for two days: a/(a + b)·(1 − exp(−(a + b)·2)) (Kalbfleisch and Prentice 2002, ch. 8)', () => {
  const RUNS = 3000;
  const race = (step: string, first: number) =>
    scenarioFrom({
      juncture: 1,
      title: 'A race',
      time: { start: '2022-01-01', step, horizon: '2 days' },
      regions: {
        main: {
          initial: 'well',
          stages: {
            well: {
              transitions: { one: { to: 'by_one', hazard: first }, two: { to: 'by_two', hazard: 0.1 } },
            },
            by_one: { outcome: 'first' },
            by_two: { outcome: 'second' },
          },
        },
      },
      outcomes: { first: {}, second: {} },
    });
  const first = (0.3 / 0.4) * (1 - exp(-0.8));
  const second = (0.1 / 0.4) * (1 - exp(-0.8));

  it('is .4130033 and .1376678', () => {
    expect(first).toBeCloseTo(0.4130033, 7);
    expect(second).toBeCloseTo(0.1376678, 7);
  });

  it.each([['1 day'], ['12 hours'], ['6 hours']])('whatever the step: %s', (step) => {
    const runs = sample(race(step, 0.3), RUNS);
    expect(fits(runs.share('first'), first, RUNS)).toBe(true);
    expect(fits(runs.share('second'), second, RUNS)).toBe(true);
  });

  it('a first hazard of .36 in place of .3 would be seen', () => {
    // .36/.46·(1 − exp(−.92)) = .4707, more than six standard errors off.
    expect(fits(sample(race('1 day', 0.36), RUNS).share('first'), first, RUNS)).toBe(false);
  });
});

describe('the Knuth–Yao die (Knuth and Yao 1976)', () => {
  const RUNS = 2500;
  const die = exactFile('die');

  it('shows each face in 1 of 6 runs, after 11/3 flips', () => {
    const runs = sample(die, RUNS);
    for (const face of ['one', 'two', 'three', 'four', 'five', 'six'])
      expect(fits(runs.share(face), 1 / 6, RUNS)).toBe(true);
    // Flips are 3, 5, 7, … with a chance of 1/4 to go on: mean 11/3, variance 16/9.
    const mean = runs.measure('flips').reduce((sum, flips) => sum + flips, 0) / RUNS;
    expect(Math.abs(mean - 11 / 3)).toBeLessThan(STANDARD_ERRORS * Math.sqrt(16 / 9 / RUNS));
  });

  it('a coin that falls on heads in 3 of 4 throws at the start would be seen', () => {
    const text = readFileSync(new URL('../../../scenarios/exact/die.yaml', import.meta.url), 'utf8');
    const bent = scenarioOf(
      text.replace(
        'heads: { to: coin.low }, tails: { to: coin.high }',
        'heads: { weight: 3, to: coin.low }, tails: { to: coin.high }',
      ),
    );
    const share = sample(bent, RUNS).share('six');
    expect(fits(share, 0.5 / 6, RUNS)).toBe(true);
    expect(fits(share, 1 / 6, RUNS)).toBe(false);
  });
});

describe('gambler’s ruin: (1 − r^i)/(1 − r^N) with r = q/p (Feller 1968, ch. XIV)', () => {
  const RUNS = 1000;
  const table = exactFile('gamblers-ruin');

  it('at .6 from 3 of 10 is won in .7161224 of all runs, after 20.8061181 bets', () => {
    const runs = sample(table, RUNS, { variant: 'kind_odds' });
    expect(fits(runs.share('wins'), 0.7161224, RUNS)).toBe(true);
    const bets = runs.measure('bets');
    const mean = bets.reduce((sum, count) => sum + count, 0) / RUNS;
    const variance = bets.reduce((sum, count) => sum + (count - mean) * (count - mean), 0) / (RUNS - 1);
    expect(Math.abs(mean - 20.8061181)).toBeLessThan(STANDARD_ERRORS * Math.sqrt(variance / RUNS));
  });

  it('with a stake of 4 it is won in .8166, which would be seen', () => {
    const runs = sample(table, RUNS, { variant: 'kind_odds', set: { stake: 4 } });
    expect(fits(runs.share('wins'), 0.7161224, RUNS)).toBe(false);
  });
});
