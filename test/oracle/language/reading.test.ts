// Proves that the machine and the kernel tell random scenarios without chance as a second reading of the language does.
import { describe, expect, it } from 'vitest';
import { createChart, runToEnd } from '../../../src/statechart/index.ts';
import { compareRun, pairOf } from '../../helpers/kernel-differential.ts';
import { KEY, pointFor, sound } from './judge.ts';
import { planOf } from './random-plan.ts';
import { type Change, tell } from './reading.ts';

const SCENARIOS = Number(process.env.JUNCTURE_READINGS ?? 40);
const FIRST = Number(process.env.JUNCTURE_FIRST_READING ?? 0);

const AS_WRITTEN: Change = { starts: new Map(), without: new Set(), fixed: new Map() };

/** -0 and 0 are one. */
const plain = (values: readonly number[]): number[] => values.map((value) => value + 0);

describe.each(Array.from({ length: SCENARIOS }, (_, at) => FIRST + at))('scenario %i', (seed) => {
  const { plan, change, document } = planOf(seed);
  it.each([
    ['as written', null, AS_WRITTEN],
    ['under its variant', 'other', change],
  ] as const)('%s', (_, variant, changed) => {
    const scenario = sound(JSON.stringify(document));
    const point = pointFor(scenario, { variant });
    const run = runToEnd(createChart(scenario), point, { key: KEY, draw: 0, luck: 0, future: 0 });
    const expected = tell(plan, changed);
    const order = plan.auxiliaries.map((__, index) =>
      scenario.auxiliaries.findIndex(({ name }) => name === `a${index}`),
    );
    const states = run.records.map((record) => ({
      leaves: record.stages,
      vars: plain(record.variables),
      aux: plain(order.map((index) => record.auxiliaries[index]!)),
      happened: record.happenings.map(({ path }) => path),
      dropped: record.dropped,
      decided: record.decisions.map(({ path, option }) => `${path}=${option ?? '-'}`),
    }));
    expect({
      states,
      outcome: scenario.outcomes[run.outcome]!.name,
      measures: plain(run.measures),
    }).toEqual({
      states: expected.states.map((state) => ({ ...state, vars: plain(state.vars), aux: plain(state.aux) })),
      outcome: expected.outcome,
      measures: plain(expected.measures),
    });
    if (seed % 5 === 0) expect(compareRun(pairOf(scenario, point, KEY), point, KEY, 0)).toBeNull();
  });
});
