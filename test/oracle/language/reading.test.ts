// Proves that the machine and the kernel tell random scenarios without chance as a second reading of the language does.
import { expect, it } from 'vitest';
import { createChart, runToEnd } from '../../../src/statechart/index.ts';
import { compareRun, pairOf } from '../../helpers/kernel-differential.ts';
import { KEY, pointFor, sound } from './judge.ts';
import { planOf } from './random-plan.ts';
import { tell } from './reading.ts';

const SCENARIOS = Number(process.env.JUNCTURE_READINGS ?? 60);
const FIRST = Number(process.env.JUNCTURE_FIRST_READING ?? 0);

it.each(Array.from({ length: SCENARIOS }, (_, at) => FIRST + at))('scenario %i', (seed) => {
  const { plan, document } = planOf(seed);
  const scenario = sound(JSON.stringify(document));
  const run = runToEnd(createChart(scenario), pointFor(scenario), { key: KEY, draw: 0, luck: 0, future: 0 });
  const expected = tell(plan);
  const states = run.records.map((record) => ({
    leaves: record.stages,
    vars: record.variables.map((value) => value + 0),
    aux: plan.auxiliaries.map(
      (_, index) =>
        record.auxiliaries[scenario.auxiliaries.findIndex(({ name }) => name === `a${index}`)]! + 0,
    ),
    happened: record.happenings.map(({ path }) => path),
    dropped: record.dropped,
    decided: record.decisions.map(({ path, option }) => `${path}=${option ?? '-'}`),
  }));
  const plain = expected.states.map((state) => ({
    ...state,
    vars: state.vars.map((value) => value + 0),
    aux: state.aux.map((value) => value + 0),
  }));
  expect({ states, outcome: scenario.outcomes[run.outcome]!.name }).toEqual({
    states: plain,
    outcome: expected.outcome,
  });
  if (seed % 5 === 0) {
    const point = pointFor(scenario);
    expect(compareRun(pairOf(scenario, point, KEY), point, KEY, 0)).toBeNull();
  }
});
