/** Distributions of parameters and of delays. */
import { list, needed, oneOf, optional, struct, union } from './build.ts';
import { pair } from './described.ts';
import { expression, number } from './scalars.ts';
import type { Field, Shape, StructShape } from './shape.ts';

const ABOUT_CENTRE = 'The centre; left out, it is the baseline.';
const spread = needed(number(), 'The standard deviation, before truncation to the range.');

/** The centre stands in the file, or is the baseline; a delay has no baseline. */
function centre(withBaseline: boolean, about: string): Field {
  return withBaseline ? optional(number(), `${about} ${ABOUT_CENTRE}`) : needed(number(), about);
}

function threePoints(withBaseline: boolean): Shape {
  const wants = withBaseline
    ? 'a list of low, mode and high, such as [0, 0.3, 1], or of low and high around the baseline'
    : 'a list of low, mode and high, such as [1, 3, 7]';
  return list(wants, number(), [withBaseline ? 2 : 3, 3]);
}

const choice = list(
  'a list of values with weights, such as [{ value: 1, weight: 0.7 }, { value: 2, weight: 0.3 }]',
  struct(
    ['weighted_value', 'a value with its weight'],
    {
      value: needed(number(), 'The value.'),
      weight: needed(number(), 'Its weight; weights need not sum to 1.'),
    },
    { example: '{ value: 1, weight: 0.5 }' },
  ),
  [1, Infinity],
);

function central(withBaseline: boolean): { readonly [kind: string]: Field } {
  const id = withBaseline ? '' : '_delay';
  const parts = (name: string, keys: { readonly [key: string]: Field }, example: string): Shape =>
    struct([`${name}${id}`, `the numbers of a ${name} distribution`], keys, { example });
  const beta = struct(
    [`beta${id}`, 'the numbers of a beta distribution'],
    {
      mean: optional(number(), `The mean. ${withBaseline ? ABOUT_CENTRE : ''}`.trim()),
      sd: optional(number(), 'The standard deviation.'),
      alpha: optional(number(), 'The first shape, with `beta` in place of `mean` and `sd`.'),
      beta: optional(number(), 'The second shape.'),
    },
    {
      example: withBaseline ? '{ sd: 0.15 }' : '{ mean: 0.5, sd: 0.1 }',
      oneOf: [oneOf('either `sd` or `alpha` and `beta`', ['mean sd', 'alpha beta'])],
      needs: [
        ['mean', 'sd'],
        ['alpha', 'beta'],
        ['beta', 'alpha'],
        ...(withBaseline ? [] : ([['sd', 'mean']] as const)),
      ],
    },
  );
  return {
    uniform: optional(pair, 'Every value from low to high is as likely: `[low, high]`.'),
    triangular: optional(threePoints(withBaseline), 'A triangle: `[low, mode, high]`.'),
    pert: optional(threePoints(withBaseline), 'A smooth hump (λ = 4): `[low, mode, high]`.'),
    normal: optional(
      parts(
        'normal',
        { mean: centre(withBaseline, 'The mean.'), sd: spread },
        withBaseline ? '{ sd: 0.1 }' : '{ mean: 3, sd: 1 }',
      ),
      'A bell curve.',
    ),
    lognormal: optional(
      parts(
        'lognormal',
        {
          median: centre(withBaseline, 'The median.'),
          sigma: needed(number(), 'The standard deviation of the logarithm.'),
        },
        '{ median: 3, sigma: 0.5 }',
      ),
      'A bell curve of the logarithm: never below 0, a long tail above.',
    ),
    beta: optional(beta, 'A hump between 0 and 1.'),
    choice: optional(choice, 'One of a few values, by weight.'),
  };
}

const waiting: { readonly [kind: string]: Field } = {
  exponential: optional(
    struct(
      ['exponential', 'the mean of an exponential distribution'],
      { mean: needed(number(), 'The mean, in days.') },
      { example: '{ mean: 3 }' },
    ),
    'A wait that does not age.',
  ),
  gamma: optional(
    struct(
      ['gamma', 'the numbers of a gamma distribution'],
      {
        mean: needed(number(), 'The mean, in days.'),
        sd: needed(number(), 'The standard deviation, in days.'),
      },
      { example: '{ mean: 3, sd: 1 }' },
    ),
    'A wait made of several waits.',
  ),
  weibull: optional(
    struct(
      ['weibull', 'the numbers of a Weibull distribution'],
      { shape: needed(number(), 'Above 1 the wait ages.'), scale: needed(number(), 'The scale, in days.') },
      { example: '{ shape: 1.5, scale: 3 }' },
    ),
    'A wait that ages.',
  ),
};

function distributionOf(
  id: string,
  called: string,
  kinds: { readonly [kind: string]: Field },
  example: string,
): StructShape {
  return struct([id, called], kinds, {
    example,
    oneOf: [oneOf('one kind of distribution', Object.keys(kinds))],
  });
}

/** Of a parameter. A file that extends another replaces it whole. */
export const distribution = distributionOf(
  'distribution',
  'a distribution',
  central(true),
  '{ uniform: [0, 1] }',
);

const delayDistribution = distributionOf(
  'delay_distribution',
  'a distribution in days',
  { ...central(false), ...waiting },
  '{ triangular: [1, 3, 7] }',
);

/** How long: a duration, an expression in days, or a distribution in days. */
export const delay: Shape = union(
  'a duration such as `2 days`, an expression in days, or a distribution in days',
  expression,
  delayDistribution,
);

/** Distributions are replaced whole where mappings otherwise merge. */
export const REPLACED_WHOLE: ReadonlySet<StructShape> = new Set([distribution, delayDistribution]);
