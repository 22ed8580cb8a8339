/** The whole of an experiment's file as one shape: a question, what it is asked of, and what holds throughout. */
import { list, map, needed, oneOf, optional, struct, union } from './build.ts';
import { number, reference, setting, text, yesNo } from './scalars.ts';
import type { ScalarShape, Shape } from './shape.ts';

const MOST_RUNS = 10_000_000;

function whole(least: number, most: number, wants: string): ScalarShape {
  const base = number({ least, most, wants });
  return {
    ...base,
    accepts: (node) => base.accepts(node) && Number.isInteger(node.value),
    schema: { type: 'integer', minimum: least, maximum: most },
  };
}

function share(wants: string, most = 1): ScalarShape {
  const base = number({ wants });
  const isInside = (value: unknown): boolean => typeof value === 'number' && value > 0 && value < most;
  return {
    ...base,
    accepts: (node) => isInside(node.value),
    schema: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: most },
  };
}

const word = (wants: string, words: readonly string[]): ScalarShape => ({
  ...reference(wants, words[0] as string),
  wants: `one of ${words.join(', ')}`,
  accepts: ({ value }) => typeof value === 'string' && words.includes(value),
  schema: { enum: words },
});

const outcome = reference('an outcome', 'compromise');
const measure = reference('a measure', 'peak_crowd');
const happening = reference('the path of what happens', 'street.turns_violent');
const some = (what: string, one: Shape, such: string) =>
  list(`a list of ${what}, such as [${such}]`, one, [1, Infinity]);

const set = map('values by parameter, such as `{ loyalty: 0.9 }`', setting, { keys: 'reference' });
const decide = map('options by decision, such as `{ response: shoot }`', reference('an option', 'shoot'), {
  keys: 'reference',
});
const without = some('paths', happening, 'oil_falls, street.concession');
const variant = reference('a variant', 'loyal_police');

const range = struct(
  ['experiment_range', 'a range'],
  {
    from: needed(number(), 'Where it begins.'),
    to: needed(number(), 'Where it ends; it lies above `from`.'),
    values: optional(
      whole(2, 10_000, 'a whole number from 2'),
      'How many values, equally spaced; without it, as many as the question takes.',
    ),
  },
  { example: '{ from: 0.2, to: 0.9, values: 8 }' },
);

const axis = union(
  '`all`, a list of values, or a range such as `{ from: 0.2, to: 0.9, values: 8 }`',
  word('all', ['all']),
  list('a list of values, such as [0.2, 0.5] or [shoot, concede]', setting, [1, Infinity]),
  range,
);

const over = (most: number): Shape => ({
  ...map('what to move, such as `{ loyalty: { from: 0.2, to: 0.9, values: 8 } }`', axis, {
    keys: 'reference',
    least: 1,
  }),
  ...(most === 1 ? { wants: 'the parameter to move, such as `{ loyalty: { from: 0.1, to: 0.9 } }`' } : {}),
});

const side = struct(
  ['experiment_side', 'a side'],
  {
    variant: optional(variant, 'A variant of the scenario; without it, the file as it is.'),
    set: optional(set, 'Parameters that are held.'),
    decide: optional(decide, 'Options that are fixed.'),
    without: optional(without, 'Shocks, transitions and options that are taken away.'),
  },
  { example: '{ set: { loyalty: 0.3 } }' },
);

const sides = (most: number): Shape =>
  list(
    'a list of variants or settings, such as [baseline, loyal_police, { set: { loyalty: 0.3 } }]',
    union('a variant, `baseline`, or settings such as `{ set: { loyalty: 0.3 } }`', variant, side),
    [1, most],
  );

const factors = optional(
  some('parameters, decisions and shocks', reference('a factor', 'loyalty'), 'loyalty, response'),
  'What to move; without it, every parameter that is drawn.',
);
const size = optional(whole(1, 1_000_000, 'a whole number'), 'Rows, stars, paths or points of the design.');

const DESIGNS = [
  'runs',
  'one-at-a-time',
  'saltelli',
  'radial',
  'morris',
  'latin-hypercube',
  'sobol-sequence',
];

const compare = struct(
  ['compare', 'a comparison'],
  {
    sides: optional(
      sides(Infinity),
      'What is held against the first; without it, the file as it is and every variant.',
    ),
    all_pairs: optional(yesNo, 'Whether every pair is compared, not only each with the first.'),
  },
  { example: '{ sides: [baseline, loyal_police] }' },
);

const sweep = struct(
  ['sweep', 'a sweep'],
  {
    over: needed(over(2), 'One or two of: a parameter, a decision, a shock, or `variant`.'),
    outcome: optional(outcome, 'Over two: the outcome to show.'),
  },
  { example: '{ over: { loyalty: { from: 0.2, to: 0.9, values: 8 } } }' },
);

const threshold = struct(
  ['threshold', 'a threshold'],
  {
    over: needed(over(1), 'The parameter, and from where to where it is looked at.'),
    outcome: needed(outcome, 'The outcome to watch.'),
    reaches: optional(
      share('a share between 0 and 1, such as 0.5'),
      'Where it comes in more than this share of runs.',
    ),
    beats: optional(outcome, 'Where it is more likely than this outcome.'),
  },
  {
    example: '{ over: { loyalty: { from: 0.1, to: 0.9 } }, outcome: compromise, reaches: 0.5 }',
    oneOf: [oneOf('either `reaches` or `beats`', ['reaches', 'beats'])],
  },
);

const sensitivity = struct(
  ['sensitivity', 'a sensitivity analysis'],
  {
    method: optional(
      word('a method', ['sobol', 'morris', 'given-data', 'luck', 'tornado']),
      'How it is judged; without it, sobol, or given-data where parameters are correlated.',
    ),
    design: optional(word('a design', DESIGNS), 'Where to run; each method has its own.'),
    factors,
    size,
    second_order: optional(yesNo, 'sobol: also what pairs of factors do together.'),
    outcomes: optional(some('outcomes', outcome, 'compromise'), 'Only these outcomes.'),
    measures: optional(some('measures', measure, 'peak_crowd'), 'Measures.'),
  },
  { example: '{ method: morris, size: 30 }' },
);

const discover = struct(
  ['discover', 'a discovery'],
  {
    outcomes: optional(
      some('outcomes', outcome, 'compromise'),
      'What to look for; several mean any of them.',
    ),
    measure: optional(measure, 'A yes-or-no measure instead.'),
    happening: optional(happening, 'Instead, whether something happens in a run.'),
    design: optional(
      word('a design', ['runs', 'latin-hypercube', 'sobol-sequence']),
      'Ordinary runs, or points that move what `factors` names.',
    ),
    factors,
    size,
    step: optional(
      whole(0, 10_000, 'a whole number'),
      'The box at this step of the trade-off; without it, the most balanced.',
    ),
  },
  {
    example: '{ outcomes: [compromise] }',
    oneOf: [oneOf('one thing to look for', ['outcomes', 'measure', 'happening'])],
  },
);

const plan = struct(
  ['plan', 'a plan'],
  {
    sides: optional(sides(2), 'One side, or two to tell apart; without it, the file as it is.'),
    half: optional(share('a share between 0 and 1, such as 0.01'), 'Half-width a share is wanted to.'),
    part: optional(
      share('a share between 0 and 1, such as 0.1'),
      'Part of itself a mean or a rare share is wanted to.',
    ),
    power: optional(
      share('a share between 0 and 1, such as 0.8'),
      'Chance to see a difference that is there.',
    ),
    difference: optional(share('a share between 0 and 1, such as 0.02'), 'Difference of shares to see.'),
  },
  { example: '{ half: 0.005 }' },
);

const incidence = struct(
  ['incidence', 'an incidence'],
  {
    sides: optional(sides(Infinity), 'Variants or settings side by side; without it, the file as it is.'),
    of: optional(
      some('paths', reference('a happening, a stage or an outcome', 'street.riot'), 'street.riot'),
      'What to show; without it, the outcomes.',
    ),
  },
  { example: '{ of: [street.riot] }' },
);

const half = share('a share between 0 and 0.5, such as 0.01', 0.5);

const QUESTIONS = { compare, sweep, threshold, sensitivity, discover, plan, incidence } as const;
export type Question = keyof typeof QUESTIONS;
export const QUESTION_NAMES = Object.keys(QUESTIONS) as readonly Question[];

const version: ScalarShape = {
  ...number({ wants: '1, the version of experiments' }),
  accepts: ({ value }) => value === 1,
  schema: { const: 1 },
  code: { when: () => true, code: 'language-version' },
};

export const experiment = struct(
  ['experiment', 'an experiment'],
  {
    experiment: needed(version, 'The version of experiments: 1.', 'language-version'),
    title: optional(text, 'What it is called.'),
    note: optional(text, 'What it asks and why, for its readers.'),
    scenario: needed(text, 'A scenario file, seen from this file, or the name of a shipped one.'),
    compare: optional(compare, 'What changes between variants or settings?'),
    sweep: optional(sweep, 'How do outcomes move with one or two things?'),
    threshold: optional(threshold, 'Where does an outcome tip?'),
    sensitivity: optional(sensitivity, 'Which parameters matter?'),
    discover: optional(discover, 'In which worlds does it concentrate?'),
    plan: optional(plan, 'How many runs does an answer need?'),
    incidence: optional(incidence, 'By when does it come?'),
    variant: optional(variant, 'A variant of the scenario that holds throughout.'),
    set: optional(set, 'Parameters that are held throughout.'),
    decide: optional(decide, 'Options that are fixed throughout.'),
    without: optional(without, 'Shocks, transitions and options that are taken away throughout.'),
    at_baseline: optional(yesNo, 'Whether parameters that are not set are held at their baselines.'),
    runs: optional(
      whole(1, MOST_RUNS, 'a whole number of runs, such as 2000'),
      'Runs of each point; with `precision`, at most.',
    ),
    precision: optional(
      union(
        'a share, such as 0.01, or shares by outcome, such as `{ compromise: 0.005 }`',
        half,
        map('shares by outcome, such as `{ compromise: 0.005 }`', half, { keys: 'reference', least: 1 }),
      ),
      'Go on until every outcome is known to ± this share of runs, or these outcomes to theirs.',
    ),
    seed: optional(text, 'The luck of all runs; any text.'),
  },
  {
    example: '{ experiment: 1, scenario: kazakhstan-2022, sweep: { over: { loyalty: all } } }',
    oneOf: [oneOf('one question', Object.keys(QUESTIONS))],
    clashes: [],
  },
);
