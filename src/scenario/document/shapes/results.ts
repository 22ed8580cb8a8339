/** Outcomes, measures, the timeline, variants, and what a screen shows first. */
import { list, map, needed, oneOf, optional, struct, union } from './build.ts';
import { described, names, pair } from './described.ts';
import { date, expression, number, reference, setting, text, yesNo } from './scalars.ts';
import type { Shape } from './shape.ts';

const outcome = struct(
  ['outcome', 'an outcome'],
  {
    ...described,
    colour: optional(text, 'Its colour on a screen, such as `red`.'),
    at_horizon: optional(expression, 'Takes a run that no stage ended, when this holds at the horizon.'),
  },
  { example: '{ label: Compromise, colour: green }', entry: true },
);

export const outcomes = map('outcomes by name, such as `compromise: { label: Compromise }`', outcome);

const stagePath = reference('the path of a stage', 'street.riot');
const happeningPath = reference('the path of what happens', 'street.turns_violent');

const measureKinds = {
  final: optional(expression, 'Its value at the end of a run.'),
  min: optional(expression, 'Its lowest value in a run.'),
  max: optional(expression, 'Its highest value in a run.'),
  mean: optional(expression, 'Its mean over the starts of steps.'),
  total: optional(expression, 'Its sum over the starts of steps, times the days in a step.'),
  day_of_max: optional(expression, 'The day of its highest value, the first if there are several.'),
  total_days_in: optional(stagePath, 'Days spent in a stage.'),
  first_day: optional(expression, 'The first day in a stage, or on which something holds or happens.'),
  last_day: optional(expression, 'The last day in a stage, or on which something holds or happens.'),
  count: optional(happeningPath, 'How often something happens.'),
};

const measure = struct(
  ['measure', 'a measure'],
  { ...measureKinds, ...described },
  {
    example: '{ max: crowd }',
    entry: true,
    oneOf: [oneOf('one thing to measure', Object.keys(measureKinds))],
  },
);

export const measures = map('measures by name, such as `peak: { max: crowd }`', measure);

const dayNumber = number({ wants: 'a number of days since the start' });

/** One, or the first and the last. */
const oneOrTwo = (one: Shape & { readonly wants: string }): Shape =>
  union(`${one.wants}, or a list of the first and the last`, one, list('a list of two', one, [2, 2]));

const timelineEntry = struct(
  ['timeline_entry', 'an entry of the timeline'],
  {
    date: optional(
      oneOrTwo(date),
      'When it happened; a list of two dates when it is known only between them.',
    ),
    day: optional(oneOrTwo(dayNumber), 'In place of `date`: days since the start.'),
    what: optional(text, 'What happened.'),
    happening: optional(happeningPath, 'What in the scenario it is.'),
    measure: optional(reference('a measure', 'deaths'), 'The measure whose value it reports.'),
    value: optional(number(), 'The value reported.'),
    range: optional(pair, 'The values between which reports lie.'),
    contested: optional(yesNo, 'Whether sources contradict each other.'),
    ...described,
  },
  {
    example: '{ date: 2022-01-04, what: First concession }',
    entry: true,
    oneOf: [
      oneOf('either a date or a day', ['date', 'day'], { required: false }),
      oneOf('either something that happens or a measure', ['happening', 'measure'], { required: false }),
    ],
  },
);

export const timeline = map(
  'entries by name, such as `concession: { date: 2022-01-04, what: … }`',
  timelineEntry,
);

const fixed = struct(
  ['fixed_option', 'an option with the time it is fixed'],
  {
    option: needed(reference('an option', 'shoot'), 'The option.'),
    from: optional(date, 'From the step that starts then; without it, from the start.'),
    until: optional(date, 'Until the step that starts then, included; without it, to the end.'),
  },
  { example: '{ option: cut, from: 2022-01-03 }' },
);

export const decide = map(
  'options by decision, such as `{ response: shoot }`',
  union(
    'an option, such as `shoot`, or `{ option: shoot, from: 2022-01-03 }`',
    reference('an option', 'shoot'),
    fixed,
  ),
  { keys: 'reference' },
);

const variant = struct(
  ['variant', 'a variant'],
  {
    ...described,
    set: optional(
      map('values by parameter, such as `{ loyalty: 0.9 }`', setting, { keys: 'reference' }),
      'Parameters that are set.',
    ),
    decide: optional(decide, 'Options that are fixed.'),
    without: optional(
      list('a list of paths, such as [oil_falls, street.concession]', happeningPath),
      'Shocks, transitions and options that are taken away.',
    ),
    initial: optional(
      map('stages by region, such as `{ palace: split }`', reference('a stage', 'split'), {
        keys: 'reference',
      }),
      'Stages in which regions begin.',
    ),
  },
  { example: '{ set: { loyalty: 0.9 } }', entry: true },
);

export const variants = map('variants by name, such as `loyal: { set: { loyalty: 0.9 } }`', variant);

export const show = struct(
  ['show', 'what a screen puts first'],
  {
    parameters: optional(names('parameter', 'loyalty'), 'Parameters to show first.'),
    variables: optional(names('variable', 'crowd'), 'Variables to show first.'),
    measures: optional(names('measure', 'peak_crowd'), 'Measures to show first.'),
  },
  { example: '{ parameters: [loyalty] }' },
);
