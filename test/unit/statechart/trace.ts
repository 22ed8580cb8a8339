/** One run of a small scenario, in the form in which tests ask about it. */
import { seedKey } from '../../../src/random/index.ts';
import type { Scenario, Settings } from '../../../src/scenario/index.ts';
import { createChart, runToEnd, type StepRecord } from '../../../src/statechart/index.ts';
import { pointOf, scenarioFrom } from '../../helpers/build-scenario.ts';

export const KEY = seedKey('statechart tests');

/** What a small scenario says by default; `entries` are put over it. */
export function small(entries: object): Scenario {
  return scenarioFrom({
    juncture: 1,
    title: 'A test',
    time: { start: '2022-01-01', step: '1 day', horizon: '6 days' },
    regions: { main: { initial: 'here', stages: { here: {} } } },
    ...entries,
  });
}

export interface Trace {
  readonly records: readonly StepRecord[];
  readonly outcome: string;
  readonly endStep: number;
  /** By measure. */
  readonly measures: Readonly<Record<string, number>>;
  /** What happened, as `step path`: the step is the one that led to the record. */
  readonly happened: readonly string[];
  /** By variable, its value in every state. */
  readonly variables: Readonly<Record<string, readonly number[]>>;
  readonly auxiliaries: Readonly<Record<string, readonly number[]>>;
  /** The leaves of each state, joined by a blank. */
  readonly stages: readonly string[];
}

/** Runs number `luck` of a scenario, or of a small one made of the entries. */
export function traceOf(entries: object, settings: Partial<Settings> = {}, luck = 0): Trace {
  return traceRun(small(entries), settings, luck);
}

export function traceRun(scenario: Scenario, settings: Partial<Settings> = {}, luck = 0): Trace {
  const point = pointOf(scenario, settings);
  const run = runToEnd(createChart(scenario), point, { key: KEY, draw: luck, luck, future: 0 });
  const columns = (
    names: readonly { readonly name: string }[],
    pick: (record: StepRecord) => readonly number[],
  ) =>
    Object.fromEntries(
      names.map(({ name }, index) => [name, run.records.map((record) => pick(record)[index]!)]),
    );
  return {
    records: run.records,
    outcome: scenario.outcomes[run.outcome]!.name,
    endStep: run.endStep,
    measures: Object.fromEntries(scenario.measures.map(({ name }, index) => [name, run.measures[index]!])),
    happened: run.records.flatMap(({ step, happenings }) =>
      happenings.map(({ path }) => `${step - 1} ${path}`),
    ),
    variables: columns(scenario.variables, ({ variables }) => variables),
    auxiliaries: columns(scenario.auxiliaries, ({ auxiliaries }) => auxiliaries),
    stages: run.records.map(({ stages }) => stages.join(' ')),
  };
}
