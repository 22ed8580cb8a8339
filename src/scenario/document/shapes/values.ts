/** Parameters, correlations, variables and auxiliaries: what has a value. */
import { list, map, needed, oneOf, optional, struct, union } from './build.ts';
import { described, pair } from './described.ts';
import { distribution } from './distributions.ts';
import { expression, nothing, number, reference, setting } from './scalars.ts';

const parameter = struct(
  ['parameter', 'a parameter'],
  {
    label: described.label!,
    unit: described.unit!,
    group: described.group!,
    baseline: needed(setting, 'The best single value; with `one_of` the name of a choice.'),
    range: optional(pair, 'The lowest and highest value that is possible: `[low, high]`.'),
    distribution: optional(distribution, 'How uncertain it is; without one it is fixed unless set or swept.'),
    one_of: optional(
      map(
        'choices with weights, such as `{ nobody: 0.7, gangs: 0.3 }`',
        number({ least: 0, wants: 'a weight of 0 or more' }),
        { least: 1 },
      ),
      'Named choices with their weights, in place of a number.',
    ),
    source: described.source!,
    note: described.note!,
  },
  {
    example: '{ baseline: 0.6, range: [0, 1] }',
    entry: true,
    oneOf: [oneOf('either a number or named choices', ['distribution range', 'one_of'], { required: false })],
  },
);

export const parameters = map('parameters by name, such as `loyalty: { baseline: 0.6 }`', parameter);

const correlation = struct(
  ['correlation', 'a correlation'],
  {
    pair: needed(
      list(
        'a list of two parameters, such as [loyalty, patience]',
        reference('a parameter', 'loyalty'),
        [2, 2],
      ),
      'The two parameters.',
    ),
    rank: needed(
      number({ least: -1, most: 1, wants: 'a number from -1 to 1' }),
      "Spearman's rank correlation.",
    ),
    ...described,
  },
  { example: '{ pair: [loyalty, patience], rank: 0.3 }' },
);

export const correlations = list(
  'a list of correlations, such as `- { pair: [loyalty, patience], rank: 0.3 }`',
  correlation,
);

const end = union('a number, or null for an open end', number(), nothing);

const variable = struct(
  ['variable', 'a variable'],
  {
    label: described.label!,
    unit: described.unit!,
    group: described.group!,
    initial: needed(expression, 'Its value at the start; it may read parameters only.'),
    next: optional(expression, 'Its value after a step.'),
    per_day: optional(expression, 'Its change per day.'),
    noise: optional(expression, 'Random change: the standard deviation per square root of a day.'),
    bounds: optional(
      list('a list of two ends, such as [0, 500] or [0, null]', end, [2, 2]),
      'Its lowest and highest value; either may be null.',
    ),
    source: described.source!,
    note: described.note!,
  },
  {
    example: '{ initial: 5, per_day: "0.1 * crowd" }',
    entry: true,
    oneOf: [oneOf('one rule', ['next', 'per_day'], { required: false })],
  },
);

export const variables = map('variables by name, such as `crowd: { initial: 5 }`', variable);

const auxiliary = struct(
  ['auxiliary', 'an auxiliary'],
  { value: needed(expression, 'The expression that it names.'), ...described },
  { example: '{ value: "0.1 * crowd", label: Growth }', entry: true },
);

export const auxiliaries = map(
  'expressions by name, such as `growth: "0.3 * anger"`',
  union('an expression, such as "0.3 * anger", or a mapping with its `value`', expression, auxiliary),
);
