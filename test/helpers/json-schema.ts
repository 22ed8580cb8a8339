/**
 * A small judge of JSON Schema (draft 2020-12): the keywords that our schema uses, by the specification's words. It knows
 * nothing of how the schema is made. A keyword it does not know is an error of the test, never ignored.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = Readonly<Record<string, Json>>;
type Judge = (expected: Json, value: Json, schema: Schema) => boolean;

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
const typeOf = (value: Json): string => (value === null ? 'null' : isArray(value) ? 'array' : typeof value);
const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Keywords that say nothing about validity. */
const SILENT = new Set(['$schema', '$defs', 'title', 'description', 'then', 'else']);

/** Whether the document is valid, and the keywords met on the way. */
export function judge(root: Json, document: Json): boolean {
  const whole = root as Schema;

  const valid = (schema: Json, value: Json): boolean =>
    Object.entries(schema as Schema).every(([keyword, expected]) => {
      if (SILENT.has(keyword)) return true;
      const holds = KEYWORDS.get(keyword);
      if (holds === undefined) throw new Error(`the judge does not know the keyword ${keyword}`);
      return holds(expected, value, schema as Schema);
    });

  const ofObject =
    (check: (expected: Json, value: { readonly [key: string]: Json }, schema: Schema) => boolean): Judge =>
    (expected, value, schema) =>
      !isObject(value) || check(expected, value, schema);
  const ofArray =
    (check: (expected: Json, value: readonly Json[]) => boolean): Judge =>
    (expected, value) =>
      !isArray(value) || check(expected, value);
  const ofNumber =
    (check: (expected: number, value: number) => boolean): Judge =>
    (expected, value) =>
      typeof value !== 'number' || check(expected as number, value);
  const each = (schemas: Json): readonly Json[] => schemas as readonly Json[];
  const names = (list: Json): readonly string[] => list as readonly string[];

  const KEYWORDS: ReadonlyMap<string, Judge> = new Map<string, Judge>([
    ['$ref', (to, value) => valid((whole.$defs as Schema)[(to as string).replace('#/$defs/', '')]!, value)],
    [
      'type',
      (types, value) =>
        [types].flat().includes(typeOf(value)) ||
        ([types].flat().includes('integer') && Number.isInteger(value)),
    ],
    ['const', (expected, value) => same(expected, value)],
    ['enum', (allowed, value) => each(allowed).some((one) => same(one, value))],
    [
      'pattern',
      (pattern, value) => typeof value !== 'string' || new RegExp(pattern as string, 'u').test(value),
    ],
    ['minimum', ofNumber((least, value) => value >= least)],
    ['maximum', ofNumber((most, value) => value <= most)],
    ['exclusiveMinimum', ofNumber((end, value) => value > end)],
    ['exclusiveMaximum', ofNumber((end, value) => value < end)],
    ['minItems', ofArray((least, value) => value.length >= (least as number))],
    ['maxItems', ofArray((most, value) => value.length <= (most as number))],
    ['items', ofArray((schema, value) => value.every((item) => valid(schema, item)))],
    ['minProperties', ofObject((least, value) => Object.keys(value).length >= (least as number))],
    ['required', ofObject((keys, value) => names(keys).every((key) => Object.hasOwn(value, key)))],
    [
      'properties',
      ofObject((schemas, value) =>
        Object.entries(value).every(
          ([key, one]) => !Object.hasOwn(schemas as Schema, key) || valid((schemas as Schema)[key]!, one),
        ),
      ),
    ],
    [
      'additionalProperties',
      ofObject((schema, value, { properties = {} }) =>
        Object.entries(value).every(
          ([key, one]) =>
            Object.hasOwn(properties as Schema, key) || (schema !== false && valid(schema, one)),
        ),
      ),
    ],
    ['propertyNames', ofObject((schema, value) => Object.keys(value).every((key) => valid(schema, key)))],
    [
      'dependentRequired',
      ofObject((needs, value) =>
        Object.entries(needs as Schema).every(
          ([key, needed]) =>
            !Object.hasOwn(value, key) || names(needed).every((one) => Object.hasOwn(value, one)),
        ),
      ),
    ],
    ['allOf', (schemas, value) => each(schemas).every((schema) => valid(schema, value))],
    ['anyOf', (schemas, value) => each(schemas).some((schema) => valid(schema, value))],
    ['oneOf', (schemas, value) => each(schemas).filter((schema) => valid(schema, value)).length === 1],
    ['not', (schema, value) => !valid(schema, value)],
    [
      'if',
      (schema, value, { then: yes = {}, else: no = {} }) => valid(valid(schema, value) ? yes : no, value),
    ],
  ]);

  return valid(root, document);
}
