/**
 * Proves the columns that promises read of a run, against the run's own story told by the machine: what came close to
 * what, first days, and conditions at the end that ask for the outcome. The kernel gives the same columns.
 */
import { describe, expect, it } from 'vitest';
import { evaluator } from '../../../src/expression/index.ts';
import { compileKernel, instantiate } from '../../../src/kernel/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import { openColumns, ROW_HEAD, type Scenario } from '../../../src/scenario/index.ts';
import { createChart, type EndedRun, runBatch, runToEnd } from '../../../src/statechart/index.ts';
import { fromText, HEAD, pointOf } from '../experiment/world.ts';

const RUNS = 150;
const KEY = seedKey('columns');

/** Two things that happen again and again at random, and three ends. */
const scenario: Scenario = fromText(`${HEAD}
time: { start: 2022-01-01, step: 12 hours, horizon: 12 days }
parameters: { rate: { baseline: 0.3, range: [0, 1], distribution: { uniform: [0, 1] }, source: assumption } }
regions:
  street:
    initial: calm
    stages:
      calm: { transitions: { erupts: { to: riot, hazard: rate, source: assumption } } }
      riot: { transitions: { ends: { to: calm, after: 1 day }, falls: { to: over, hazard: 0.1, source: assumption } } }
      over: { outcome: fallen }
  palace:
    initial: one
    stages:
      one: { transitions: { shakes: { hazard: 0.2, source: assumption } } }
outcomes:
  fallen: {}
  tired: { at_horizon: "times(street.erupts) > 3" }
expect:
  a: { outcome: fallen, at_most: 1, given: "outcome(fallen) and day < 6 or not outcome(tired) and times(palace.shakes) > 1" }
  b: { outcome: fallen, at_most: 1, given: "outcome(tired) ? rate > 0.5 : (1 < 2 * outcome(fallen) + rate)" }
  c: { outcome: fallen, at_most: 1, given: "since(palace.shakes) < 2" }
`);
const happeningAt = (path: string): number => scenario.happenings.findIndex((each) => each.path === path);
const ERUPTS = happeningAt('street.erupts');
const SHAKES = happeningAt('palace.shakes');

const columns = openColumns(scenario);
const first = columns.firstDay(ERUPTS);
const gaps = [0, 0.5, 2, 100].map((days) => ({ days, column: columns.near(ERUPTS, SHAKES, days) }));
const givens = scenario.promises.map(({ given }) => ({ given: given!, at: columns.given(given!) }));
const extended = columns.scenario();
const point = pointOf(scenario);
const batch = runBatch(createChart(extended), point, KEY, 0, RUNS);
const stride = batch.rows.length / RUNS;
const columnOf = (run: number, column: number): number => batch.rows[run * stride + ROW_HEAD + column]!;

const chart = createChart(scenario);
const stories: readonly EndedRun[] = Array.from({ length: RUNS }, (_, run) =>
  runToEnd(chart, point, { key: KEY, draw: run, luck: run, future: 0 }),
);
const daysOf = ({ records }: EndedRun, path: string): readonly number[] =>
  records.flatMap(({ day, happenings }) => happenings.flatMap((each) => (each.path === path ? [day] : [])));

describe('columns', () => {
  it.each(gaps)('some pair at most $days days apart', ({ days, column }) => {
    const close = stories.map((story) => {
      const shakes = daysOf(story, 'palace.shakes');
      return daysOf(story, 'street.erupts').some((one) => shakes.some((two) => Math.abs(one - two) <= days));
    });
    expect(stories.map((_, run) => columnOf(run, column) === 1)).toEqual(close);
    expect(new Set(close).size).toBe(2);
  });

  it('the first day', () => {
    const days = stories.map((story) => daysOf(story, 'street.erupts')[0] ?? NaN);
    expect(stories.map((_, run) => columnOf(run, first))).toEqual(days);
  });

  it.each(givens)('the condition $given.text', ({ given, at }) => {
    const holds = evaluator(given.tree);
    const truths = stories.map(({ last, outcome }) => holds({ ...last.context, outcome }));
    expect(stories.map(({ outcome }, run) => columnOf(run, at(outcome)))).toEqual(truths);
    expect(new Set(truths).size).toBe(2);
  });

  it('are the same in the kernel, to the bit', () => {
    const compiled = compileKernel(extended);
    if ('refused' in compiled) throw new Error('the kernel refused');
    expect(instantiate(compiled, extended, point, KEY).run(0, RUNS).rows).toEqual(batch.rows);
  });

  it('that are alike are one, and a scenario that lacks none is itself', () => {
    expect(columns.near(ERUPTS, SHAKES, 2)).toBe(gaps[2]!.column);
    expect(columns.firstDay(ERUPTS)).toBe(first);
    expect(openColumns(scenario).scenario()).toBe(scenario);
    expect(extended.promises).toEqual([]);
  });
});
