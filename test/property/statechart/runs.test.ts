// Proves, over random charts, that snapshots lose nothing at any step, and that the machine and its context agree.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seedKey } from '../../../src/random/index.ts';
import type { Scenario } from '../../../src/scenario/index.ts';
import {
  type Chart,
  createChart,
  persist,
  RunFault,
  type RunSnapshot,
  restore,
  runBatch,
  runToEnd,
  startRun,
  stepRun,
} from '../../../src/statechart/index.ts';
import { pointOf } from '../../helpers/build-scenario.ts';
import { charts } from './charts.ts';

const KEY = seedKey('properties');
const OPTIONS = { numRuns: 40, seed: 11 };

/** A run's snapshots as bytes, one a state; a fault ends them with its message. */
function statesFrom(
  chart: Chart,
  from: () => RunSnapshot,
  each: (snapshot: RunSnapshot) => RunSnapshot,
): string[] {
  const states: string[] = [];
  try {
    let snapshot = from();
    states.push(JSON.stringify(persist(snapshot)));
    while (snapshot.context.ended === null) {
      snapshot = stepRun(chart, each(snapshot)).snapshot;
      states.push(JSON.stringify(persist(snapshot)));
    }
  } catch (error) {
    if (!(error instanceof RunFault)) throw error;
    states.push(error.message);
  }
  return states;
}

const start = (scenario: Scenario, chart: Chart, luck: number): RunSnapshot =>
  startRun(chart, pointOf(scenario), { key: KEY, draw: luck, luck, future: 0 });

it('a run restored from JSON at every step goes through the same bytes, in a chart of its own', () => {
  fc.assert(
    fc.property(charts, fc.nat(50), (scenario, luck) => {
      const chart = createChart(scenario);
      const other = createChart(scenario);
      const whole = statesFrom(
        chart,
        () => start(scenario, chart, luck),
        (snapshot) => snapshot,
      );
      const broken = statesFrom(
        other,
        () => start(scenario, other, luck),
        (snapshot) => restore(other, JSON.parse(JSON.stringify(persist(snapshot)))),
      );
      expect(broken).toEqual(whole);
    }),
    OPTIONS,
  );
});

it('the active stages of the context are those of the machine, and exactly what is active is armed', () => {
  fc.assert(
    fc.property(charts, fc.nat(50), (scenario, luck) => {
      const chart = createChart(scenario);
      statesFrom(
        chart,
        () => start(scenario, chart, luck),
        (snapshot) => {
          const { entered, triggers } = snapshot.context;
          const active = scenario.stages.filter(({ index }) => entered[index]! >= 0);
          expect(active.map(({ path }) => path)).toEqual(
            pathsOf(snapshot.value, '').filter((path) => path.includes('.')),
          );
          for (const { index, stage } of scenario.transitions) {
            expect(triggers[index] !== null).toBe(stage === null || entered[stage]! >= 0);
          }
          return snapshot;
        },
      );
    }),
    OPTIONS,
  );
});

/** Paths of a state value, a stage before those in it. */
function pathsOf(value: unknown, path: string): string[] {
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (typeof value === 'string') return [below(value)];
  return Object.entries(value as object).flatMap(([name, inner]) => [
    below(name),
    ...pathsOf(inner, below(name)),
  ]);
}

it('a batch is its runs, with and without records', () => {
  fc.assert(
    fc.property(charts, (scenario) => {
      const chart = createChart(scenario);
      const point = pointOf(scenario);
      const batch = runBatch(chart, point, KEY, 5, 3);
      const length = batch.rows.length / 3;
      for (let run = 0; run < 3; run++) {
        const row = [...batch.rows.subarray(run * length, (run + 1) * length)];
        try {
          const ended = runToEnd(createChart(scenario), point, {
            key: KEY,
            draw: 5 + run,
            luck: 5 + run,
            future: 0,
          });
          expect(row).toEqual([ended.outcome, ended.endStep, ...ended.measures]);
        } catch (error) {
          if (!(error instanceof RunFault)) throw error;
          expect(row[0]).toBe(-1);
        }
      }
    }),
    { ...OPTIONS, numRuns: 25 },
  );
});
