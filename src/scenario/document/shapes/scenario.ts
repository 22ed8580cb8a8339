/** The whole language as one shape. Keys stand in the order in which people write them. */
import { list, map, needed, optional, struct, union } from './build.ts';
import { decisions, regions, shocks } from './chart.ts';
import { expect } from './promises.ts';
import { measures, outcomes, show, timeline, variants } from './results.ts';
import { date, duration, number, reference, text, version } from './scalars.ts';
import { auxiliaries, correlations, parameters, variables } from './values.ts';

const time = struct(
  ['time', 'the clock'],
  {
    start: needed(date, 'The moment at which runs begin.'),
    step: needed(duration, 'The length of a step; it divides the horizon.'),
    horizon: needed(duration, 'How long runs last at most.'),
  },
  { example: '{ start: 2022-01-02, step: 1 day, horizon: 30 days }' },
);

const member = union('a name', reference('a member', 'police'), number());

/** What `sets` and `extends` do is done before shapes are checked; they stand here for the schema and for guesses. */
export const scenario = struct(
  ['scenario', 'a scenario'],
  {
    juncture: needed(version, 'The version of the language: 1.', 'language-version'),
    extends: optional(
      reference('a file', './base.yaml'),
      'The file this one starts from, seen from this file.',
    ),
    title: optional(text, 'The title; without it, the name of the file.'),
    summary: optional(text, 'A few sentences on what the scenario asks.'),
    sources: optional(
      map('sources by name, such as `chenoweth2011: "Chenoweth, E. (2011). …"`', text, {
        taken: ['assumption'],
      }),
      'The literature that entries cite.',
    ),
    time: needed(time, 'The clock: when runs begin, how long a step is, and how long runs last.'),
    sets: optional(
      map(
        'lists of names, such as `service: [police, army]`',
        list('a list of names, such as [police, army]', member, [1, Infinity]),
      ),
      'Names for which entries with `{set}` in their key are repeated.',
    ),
    parameters: optional(parameters, 'What is fixed in a run and uncertain between runs.'),
    correlations: optional(correlations, 'Which parameters go together.'),
    variables: optional(variables, 'What changes in a run.'),
    auxiliaries: optional(auxiliaries, 'Named expressions.'),
    regions: needed(regions, 'Parallel parts of the chart; the first is the main one.'),
    decisions: optional(decisions, 'What somebody, or nature, decides.'),
    shocks: optional(shocks, 'What happens from outside.'),
    outcomes: optional(outcomes, 'The classes in which runs end.'),
    measures: optional(measures, 'What a run yields besides its outcome.'),
    timeline: optional(timeline, 'What really happened.'),
    variants: optional(variants, 'Named changes of the scenario.'),
    expect: optional(expect, 'What the scenario promises; `juncture check --expect` holds it to that.'),
    show: optional(show, 'What a screen puts first.'),
  },
  { example: '{ juncture: 1, title: …, time: …, regions: … }' },
);
