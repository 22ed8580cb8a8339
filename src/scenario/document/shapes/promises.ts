/** `expect`: what the scenario says of itself, and a check can hold it to. */
import { list, map, needed, oneOf, optional, struct, union } from './build.ts';
import { described, oneOrMore, pair } from './described.ts';
import { decide } from './results.ts';
import { constant, expression, number, reference, text } from './scalars.ts';

const outcomeName = reference('an outcome', 'compromise');
const outcomeNames = oneOrMore(outcomeName);
const variantNames = oneOrMore(reference('a variant', 'loyal_police'));
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

const quantiles = map('ranges by level, such as `{ 0.1: [8, 14], 0.9: [16, 60] }`', pair, {
  keys: 'number',
  least: 1,
});

const subjects = {
  outcome: optional(outcomeSet, 'The outcome; a list is any of them, `each` is one promise for each.'),
  measure: optional(reference('a measure', 'peak_crowd'), 'The measure.'),
  happening: optional(reference('the path of what happens', 'street.turns_violent'), 'What happens.'),
  timeline: optional(
    union(
      '`all`, or a list of entries of the timeline',
      reference('an entry of the timeline, or `all`', 'all'),
      list('a list', reference('an entry of the timeline', 'concession')),
    ),
    'Entries of the timeline: `all`, or some.',
  ),
  log_odds: optional(oneOrMore(outcomeName), 'The outcomes whose odds are looked at.'),
  odds_ratio: optional(outcomeSet, 'The outcome whose odds are compared.'),
};

const claims = {
  probability: optional(constant, 'Its probability, such as 1/6.'),
  value: optional(constant, 'The value of the measure.'),
  between: optional(twoConstants, 'It lies between these.'),
  at_least: optional(constant, 'It is at least this.'),
  at_most: optional(constant, 'It is at most this.'),
  more_likely_than: optional(
    variantNames,
    'It is more likely than in this variant, or in each of a list; `baseline` is the file as it is.',
  ),
  less_likely_than: optional(
    variantNames,
    'It is less likely than in this variant, or in each of a list; `baseline` is the file as it is.',
  ),
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
    'How narrow the interval must be; or within which time of something else.',
  ),
  variant: optional(reference('a variant', 'loyal_police'), 'The variant it is promised for.'),
  decide: optional(decide, 'The options it is promised for.'),
  against: optional(
    union('a variant, or options by decision', reference('a variant', 'baseline'), decide),
    'What it is compared with.',
  ),
  per: optional(
    map('values by parameter, such as `{ loyalty: [0.35, 0.85] }`', pair, { keys: 'reference' }),
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
