/** `expect`: what the scenario says of itself, and a check can hold it to. */
import { list, map, needed, oneOf, optional, struct, union } from './build.ts';
import { described, oneOrMore, pair } from './described.ts';
import { decide } from './results.ts';
import { constant, expression, number, reference, text } from './scalars.ts';

const outcomeNames = oneOrMore(reference('an outcome', 'compromise'));
const variantName = reference('a variant', 'loyal_police');
const twoConstants = list('a list of two numbers, such as [0.1, 0.3]', constant, [2, 2]);

const negated = struct(
  ['not_outcome', 'an outcome that is not'],
  { not: needed(outcomeNames, 'The outcome, or list of outcomes, that is not.') },
  { example: '{ not: compromise }' },
);

const outcomeSet = union(
  'an outcome, a list of outcomes, `{ not: … }`, or `each`',
  ...(outcomeNames.kind === 'union' ? outcomeNames.of : [outcomeNames]),
  negated,
);

const otherFile = struct(
  ['other_scenario', 'another scenario file'],
  {
    scenario: needed(text, 'Its path, seen from this file.'),
    variant: optional(variantName, 'A variant of that file; without it, the file as it is.'),
  },
  { example: '{ scenario: ./kazakhstan-2022.yaml }' },
);

const otherSide = union('a variant, `baseline`, or `{ scenario: ./other.yaml }`', variantName, otherFile);
const otherSides = union(
  'a variant, `baseline`, `{ scenario: ./other.yaml }`, or a list of them',
  variantName,
  otherFile,
  list('a list', otherSide, [1, Infinity]),
);

const quantiles = map('ranges by level, such as `{ 0.1: [8, 14], 0.9: [16, 60] }`', pair, {
  keys: 'number',
  least: 1,
});

const subjects = {
  outcome: optional(outcomeSet, 'The outcome; a list is any of them, `each` is one promise for each.'),
  measure: optional(reference('a measure', 'peak_crowd'), 'The measure.'),
  happening: optional(
    reference('the path of what happens', 'street.turns_violent'),
    'What happens, `within` some time of something else.',
  ),
  timeline: optional(
    union(
      '`all`, or a list of entries of the timeline',
      reference('an entry of the timeline, or `all`', 'all'),
      list('a list', reference('an entry of the timeline', 'concession'), [1, Infinity]),
    ),
    'Entries of the timeline: `all`, or some.',
  ),
  log_odds: optional(outcomeSet, 'The outcome, or any of a list, whose log-odds change with a parameter.'),
  odds_ratio: optional(outcomeSet, 'The outcome, or any of a list, whose odds are compared.'),
};

const CONTRAST =
  'in this variant, or in each of a list; `baseline` is the file as it is, `{ scenario: ./other.yaml }` another file.';

const claims = {
  probability: optional(constant, 'Its probability, such as 1/6.'),
  value: optional(constant, 'The value of the measure, of the log-odds per unit, or of the odds ratio.'),
  between: optional(twoConstants, 'It lies between these.'),
  at_least: optional(constant, 'It is at least this.'),
  at_most: optional(constant, 'It is at most this.'),
  more_likely_than: optional(otherSides, `It is more likely than ${CONTRAST}`),
  less_likely_than: optional(otherSides, `It is less likely than ${CONTRAST}`),
  mean: optional(twoConstants, 'The mean lies between these.'),
  quantiles: optional(quantiles, 'Each quantile lies between two values.'),
  inside: optional(
    number({ least: 0, most: 1, wants: 'a share from 0 to 1, such as 0.8' }),
    'Entries lie in this central share of the runs that have them.',
  ),
};

const conditions = {
  within: optional(
    union('a number, such as 0.01, or `3 days of other.happening`', constant),
    'How narrow the interval must be; for what happens, `3 days of other.happening`.',
  ),
  variant: optional(variantName, 'The variant it is promised for.'),
  decide: optional(decide, 'The options it is promised for, fixed beyond the variant.'),
  against: optional(
    union('a variant, `baseline`, options by decision, or `{ scenario: ./other.yaml }`', variantName, decide),
    'What odds are compared with: a variant, `baseline`, options by decision, or `{ scenario: ./other.yaml }`.',
  ),
  per: optional(
    map('values by parameter, such as `{ loyalty: [0.35, 0.85] }`', pair, { keys: 'reference', least: 1 }),
    'The parameter that moves, and from where to where.',
  ),
  given: optional(expression, 'Only runs at whose end this holds; `outcome(x)` may be asked here.'),
  because: optional(text, 'Why it is promised.'),
};

const promise = struct(
  ['promise', 'a promise'],
  { ...subjects, ...claims, ...conditions, ...described },
  {
    example: '{ outcome: compromise, between: [0.1, 0.3], because: … }',
    entry: true,
    oneOf: [
      oneOf('one subject', Object.keys(subjects)),
      oneOf('one claim', [
        'probability',
        'value',
        'between',
        'at_least at_most',
        'more_likely_than',
        'less_likely_than',
        'mean',
        'quantiles',
        'inside',
      ]),
    ],
  },
);

export const expect = map('promises by name, such as `rare: { outcome: compromise, at_most: 0.1 }`', promise);
