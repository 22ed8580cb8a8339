/** What makes a transition, a shock or an `ask` due. */
import { oneOf, optional } from './build.ts';
import { delay } from './distributions.ts';
import { date, expression, number } from './scalars.ts';
import type { Clash, Field, OneOf } from './shape.ts';

const hazard = optional(expression, 'Due at random: a rate per day, such as "0.1 * anger".');
const chancePerDay = optional(expression, 'Due at random: the chance per day, from 0 to 1.');
const after = optional(
  delay,
  'Due when the stage has lasted this long: a duration, days, or a distribution in days.',
);
const every = optional(delay, 'Due each time this much time has passed.');
const when = optional(expression, 'Due as soon as this holds, such as "anger < 0.4".');
const whileField = optional(expression, 'Only in steps at whose start this holds.');
const onDate = optional(date, 'Due in the step that holds this date.');
const onDay = optional(
  number({ least: 0, wants: 'a number of days since the start, such as 2' }),
  'In place of `date`: days since the start.',
);

/** Of a transition. */
export const transitionTriggers: { readonly [key: string]: Field } = {
  hazard,
  chance_per_day: chancePerDay,
  after,
  every,
  when,
  while: whileField,
};

/** Of a shock and of an `ask`, which know dates but no stage that an `after` could count from. */
export const datedTriggers: { readonly [key: string]: Field } = {
  hazard,
  chance_per_day: chancePerDay,
  every,
  when,
  date: onDate,
  day: onDay,
  while: whileField,
};

/** Exactly one of the triggers among these keys. */
export function oneTrigger(keys: { readonly [key: string]: Field }): OneOf {
  const kinds = Object.keys(keys).filter((key) => key !== 'while');
  return oneOf('one trigger', kinds, {
    companion: 'while',
    codes: { none: 'no-trigger', several: 'several-triggers' },
  });
}

/** `while` beside `when` would be two conditions for one. */
export const whileBesideWhen: Clash = {
  keys: ['while', 'when'],
  whenTrue: false,
  message: '`while` cannot stand beside `when`',
  mend: 'Join the two conditions with `and` in `when`.',
};
