// Proves the measures of a run, and that a batch of runs is the sum of its runs.
import { describe, expect, it } from 'vitest';
import { FAULTED, ROW_HEAD } from '../../../src/scenario/index.ts';
import { createChart, runBatch, runToEnd } from '../../../src/statechart/index.ts';
import { pointOf } from '../../helpers/build-scenario.ts';
import { KEY, small, traceOf } from './trace.ts';

describe('a run of 4 half-day steps that ends with state 4', () => {
  // x is 1 3 2 3 0; the stage b is active in the states 2 and 3; go happens in the steps 1 and 3.
  const trace = traceOf({
    time: { start: '2022-01-01', step: '12 hours', horizon: '5 days' },
    variables: {
      x: { initial: 1, next: 'day == 0 ? 3 : day == 0.5 ? 2 : day == 1 ? 3 : 0' },
    },
    regions: {
      main: {
        initial: 'a',
        stages: {
          a: { transitions: { go: { to: 'b', when: 'day == 0.5' }, never: { when: 'day > 99' } } },
          b: { transitions: { leave: { to: 'over', when: 'day == 1.5' } } },
          over: { outcome: 'done' },
          nowhere: {},
        },
      },
    },
    outcomes: { done: {} },
    measures: {
      final_x: { final: 'x' },
      min_x: { min: 'x' },
      max_x: { max: 'x' },
      mean_x: { mean: 'x' },
      total_x: { total: 'x' },
      day_of_max_x: { day_of_max: 'x' },
      days_in_b: { total_days_in: 'main.b' },
      days_in_over: { total_days_in: 'main.over' },
      first_b: { first_day: 'main.b' },
      last_b: { last_day: 'main.b' },
      first_over: { first_day: 'main.over' },
      first_nowhere: { first_day: 'main.nowhere' },
      first_high: { first_day: 'x > 2' },
      last_high: { last_day: 'x > 2' },
      first_go: { first_day: 'main.go' },
      last_leave: { last_day: 'main.leave' },
      first_never: { first_day: 'main.never' },
      count_go: { count: 'main.go' },
      count_never: { count: 'main.never' },
      ends_low: { final: 'x < 1' },
      share_high: { mean: 'x > 2' },
    },
  });

  it.each([
    ['final_x', 0],
    ['min_x', 0],
    ['max_x', 3],
    // Over the starts of steps, 1 3 2 3: the state that ends the run is left out.
    ['mean_x', 9 / 4],
    ['total_x', 9 / 2],
    ['day_of_max_x', 0.5],
    ['days_in_b', 1],
    ['days_in_over', 0],
    ['first_b', 1],
    ['last_b', 1.5],
    ['first_over', 2],
    ['first_nowhere', Number.NaN],
    ['first_high', 0.5],
    ['last_high', 1.5],
    // A happening's day is the end of its step.
    ['first_go', 1],
    ['last_leave', 2],
    ['first_never', Number.NaN],
    ['count_go', 1],
    ['count_never', 0],
    ['ends_low', 1],
    ['share_high', 0.5],
  ])('%s is %d', (name, value) => {
    expect(trace.measures[name]).toBe(value);
  });
});

it('`final` is read at the end only, `mean` not at the end', () => {
  const trace = traceOf({
    measures: { last: { final: '1 / (1 * (day >= 6))' }, mean: { mean: '1 / (1 * (day < 6))' } },
  });
  expect(trace.measures).toEqual({ last: 1, mean: 1 });
});

describe('a batch', () => {
  const scenario = small({
    time: { start: '2022-01-01', step: '1 day', horizon: '8 days' },
    parameters: { p: { baseline: 0.2, range: [0, 1], distribution: { uniform: [0, 1] } } },
    regions: {
      main: {
        initial: 'a',
        stages: {
          a: {
            initial: 'b',
            stages: {
              b: {
                transitions: { on_to: { to: 'c', hazard: 'p' }, asks: { decide: 'choice', every: '2 days' } },
              },
              c: { transitions: { back: { to: 'main.a', hazard: 0.3 } } },
            },
          },
          over: { outcome: 'done' },
        },
        transitions: { finish: { to: 'over', hazard: '0.1 / (1 * (p > 0.1))' } },
      },
    },
    decisions: { choice: { options: { stay: {}, leave: { to: 'main.over', available: 'p > 0.5' } } } },
    outcomes: { done: {} },
    measures: { stay: { total_days_in: 'main.a' }, first: { first_day: 'main.a.c' } },
  });
  const RUNS = 60;
  const point = pointOf(scenario, { decide: { choice: 'leave' } });
  const batch = runBatch(createChart(scenario), point, KEY, 100, RUNS);

  it('has in each array what its runs have, faulted runs nowhere but in their row', () => {
    const stages = scenario.stages.length;
    const states = scenario.time.steps + 1;
    const inStage = new Float64Array(states * stages);
    const firsts = new Int32Array(states * scenario.happenings.length);
    const times = new Int32Array(scenario.happenings.length);
    let asked = 0;
    let unavailable = 0;
    let faulted = 0;
    for (let run = 0; run < RUNS; run++) {
      const row = batch.rows.subarray(run * (ROW_HEAD + 2), (run + 1) * (ROW_HEAD + 2));
      const number = 100 + run;
      let ended: ReturnType<typeof runToEnd>;
      try {
        ended = runToEnd(createChart(scenario), point, { key: KEY, draw: number, luck: number, future: 0 });
      } catch {
        expect(row[0]).toBe(FAULTED);
        faulted++;
        continue;
      }
      expect([...row]).toEqual([ended.outcome, ended.endStep, ...ended.measures]);
      for (let state = 0; state < states; state++) {
        const record = ended.records[Math.min(state, ended.endStep)]!;
        for (const stage of scenario.stages) {
          const leaf = record.stages[stage.region]!;
          if (leaf === stage.path || leaf.startsWith(`${stage.path}.`))
            inStage[state * stages + stage.index]! += 1;
        }
      }
      const seen = new Set<string>();
      for (const record of ended.records) {
        for (const { path } of record.happenings) {
          const index = scenario.happenings.findIndex((one) => one.path === path);
          times[index]! += 1;
          if (!seen.has(path)) firsts[index * states + record.step]! += 1;
          seen.add(path);
        }
        asked += record.decisions.length;
        unavailable += record.decisions.filter(({ fixedUnavailable }) => fixedUnavailable).length;
      }
    }
    const running = batch.stageChanges.slice();
    for (let at = stages; at < running.length; at++) running[at]! += running[at - stages]!;
    expect([...running]).toEqual([...inStage]);
    expect([...batch.firsts]).toEqual([...firsts]);
    expect([...batch.times]).toEqual([...times]);
    expect([...batch.asked]).toEqual([asked]);
    expect([...batch.fixedUnavailable]).toEqual([unavailable]);
    expect(faulted).toBeGreaterThan(0);
    expect(faulted).toBeLessThan(RUNS / 2);
    expect(unavailable).toBeGreaterThan(0);
  });

  it('is the same cut anywhere', () => {
    const chart = createChart(scenario);
    const parts = [runBatch(chart, point, KEY, 100, 17), runBatch(chart, point, KEY, 117, RUNS - 17)];
    expect([...parts[0]!.rows, ...parts[1]!.rows]).toEqual([...batch.rows]);
    for (const name of ['stageChanges', 'firsts', 'times', 'asked', 'fixedUnavailable'] as const) {
      expect([...parts[0]![name]].map((count, at) => count + parts[1]![name][at]!)).toEqual([...batch[name]]);
    }
  });
});
