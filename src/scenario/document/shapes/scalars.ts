/** The kinds of single values. Dates, durations, names and expressions are read further by the check half. */
import type { ScalarNode } from '../node.ts';
import type { JsonSchema, ScalarShape } from './shape.ts';

type Value = string | number | boolean | null;

function scalar(
  wants: string,
  accepts: (value: Value) => boolean,
  schema: JsonSchema,
  read = false,
): ScalarShape {
  return { kind: 'scalar', wants, accepts: (node: ScalarNode) => accepts(node.value), schema, read };
}

const isText = (value: Value): boolean => typeof value === 'string';
const isNumber = (value: Value): value is number => typeof value === 'number' && Number.isFinite(value);
const isFilled = (value: Value): boolean => value !== null;

/** For people. `2022` and `true` are fine as text. */
export const text = scalar('text', isFilled, { type: ['string', 'number', 'boolean'] });

/** A computed value: an expression, or a number, or true or false. */
export const expression = scalar(
  'an expression, such as "0.1 * crowd"',
  isFilled,
  { type: ['string', 'number', 'boolean'] },
  true,
);

export const yesNo = scalar('true or false', (value) => typeof value === 'boolean', { type: 'boolean' });

/** A number that may be written as a fraction, `1/6`. */
export const constant = scalar(
  'a number or a fraction, such as 0.25 or 1/6',
  (value) => isText(value) || isNumber(value),
  { type: ['number', 'string'] },
  true,
);

/** A name or path given elsewhere in the file; `such` is an example. */
export function reference(what: string, such: string): ScalarShape {
  return scalar(`${what}, such as \`${such}\``, isText, { type: 'string' }, true);
}

/** The value of a parameter: a number, or the name of a choice. */
export const setting = scalar(
  'a number, or the name of a choice',
  (value) => isText(value) || isNumber(value),
  {
    type: ['number', 'string'],
  },
);

const DURATION = '^\\s*[+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?\\s*(hour|day|week)s?\\s*$';

export const duration = scalar('a duration, such as `1 day` or `6 hours`', isText, {
  type: 'string',
  pattern: DURATION,
});

export const date = scalar('a date, such as 2022-01-04 or 2022-01-04T18:00', isText, {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$',
});

/** Nothing: the open end of `bounds`. */
export const nothing = scalar('null', (value) => value === null, { type: 'null' });

interface NumberBounds {
  readonly least?: number;
  readonly most?: number;
  readonly wants?: string;
}

export function number({
  least = -Infinity,
  most = Infinity,
  wants = 'a number',
}: NumberBounds = {}): ScalarShape {
  const schema = {
    type: 'number',
    ...(least > -Infinity && { minimum: least }),
    ...(most < Infinity && { maximum: most }),
  };
  const fits = (value: Value): boolean => isNumber(value) && value >= least && value <= most;
  const when = (node: ScalarNode): boolean => typeof node.value === 'number';
  return { ...scalar(wants, fits, schema), code: { when, code: 'bad-number' } };
}

/** The version of the language. */
export const version: ScalarShape = {
  ...scalar('1, the version of the language', (value) => value === 1, { const: 1 }),
  code: { when: () => true, code: 'language-version' },
};
