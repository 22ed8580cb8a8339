/**
 * The JSON Schema (draft 2020-12) of scenario files, from the same shapes as the structural check. It judges one file as
 * it is written, so every struct stands in it twice: whole, and as part of a scenario. A file that extends another or
 * uses sets may leave out what the other file or a pattern gives, take something away by `null`, and has patterns in keys.
 */

import { experiment } from './shapes/experiment.ts';
import { NAME_PATTERN, RESERVED } from './shapes/names.ts';
import { structsOf } from './shapes/places.ts';
import { scenario } from './shapes/scenario.ts';
import type {
  Clash,
  Field,
  JsonSchema,
  JsonValue,
  MapShape,
  OneOf,
  ScalarShape,
  Shape,
  StructShape,
} from './shapes/shape.ts';
import { resolved } from './shapes/shape.ts';

type Mode = 'whole' | 'part';

const SET = '\\{[a-z][a-z0-9_]*\\}';
const PATTERN_NAME = `^([a-z]|${SET})([a-z0-9_]|${SET})*$`;
const NUMBER_KEY = '^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)$';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

const definitionsOf = (root: StructShape, modes: readonly Mode[]): JsonSchema =>
  Object.fromEntries(
    modes.flatMap((mode) =>
      structsOf(root).map((struct) => [definitionName(struct, mode), structSchema(struct, mode)] as const),
    ),
  );

function buildSchema(root: StructShape): JsonSchema {
  return {
    $schema: DRAFT,
    title: 'A scenario of juncture',
    description: 'Stages, hazards and decisions of a crisis, from which runs are drawn.',
    type: 'object',
    if: { anyOf: [{ required: ['extends'] }, { required: ['sets'] }] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: reference(root, 'part'),
    else: reference(root, 'whole'),
    $defs: {
      name: { type: 'string', pattern: NAME_PATTERN, not: { enum: [...RESERVED.keys()] } },
      name_or_pattern: { type: 'string', pattern: PATTERN_NAME, not: { enum: [...RESERVED.keys()] } },
      ...definitionsOf(root, ['whole', 'part']),
    },
  };
}

const definitionName = ({ id }: StructShape, mode: Mode): string => (mode === 'whole' ? id : `part_of_${id}`);

const reference = (struct: StructShape, mode: Mode): JsonSchema => ({
  $ref: `#/$defs/${definitionName(struct, mode)}`,
});

function schemaOf(shape: Shape, mode: Mode): JsonSchema {
  const own = resolved(shape);
  switch (own.kind) {
    case 'scalar':
      return scalarSchema(own, mode);
    case 'list':
      return {
        type: 'array',
        items: schemaOf(own.item, mode),
        ...(own.least > 0 && { minItems: own.least }),
        ...(own.most < Infinity && { maxItems: own.most }),
      };
    case 'map':
      return mapSchema(own, mode);
    case 'struct':
      return reference(own, mode);
    case 'union':
      return { anyOf: own.of.map((part) => schemaOf(part, mode)) };
    default:
      throw new Error(`no such shape: ${own satisfies never}`);
  }
}

/** In an entry made from a pattern a member of a set may stand for any value. */
function scalarSchema({ schema }: ScalarShape, mode: Mode): JsonSchema {
  const takesText = schema.type === 'null' || [schema.type].flat().includes('string');
  if (mode === 'whole' || (takesText && schema.pattern === undefined)) return schema;
  return { anyOf: [schema, { type: 'string', pattern: SET }] };
}

function mapSchema(shape: MapShape, mode: Mode): JsonSchema {
  const value = schemaOf(shape.value, mode);
  return {
    type: 'object',
    ...keySchema(shape, mode),
    additionalProperties: mode === 'whole' ? value : orNull(value),
    ...(mode === 'whole' && shape.least > 0 && { minProperties: shape.least }),
  };
}

function keySchema({ keys, taken }: MapShape, mode: Mode): JsonSchema {
  if (keys === 'reference') return {};
  if (keys === 'number')
    return { propertyNames: { pattern: mode === 'whole' ? NUMBER_KEY : `${NUMBER_KEY}|${SET}` } };
  const name = { $ref: mode === 'whole' ? '#/$defs/name' : '#/$defs/name_or_pattern' };
  return { propertyNames: taken.length === 0 ? name : { ...name, not: { enum: taken } } };
}

const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

function structSchema(shape: StructShape, mode: Mode): JsonSchema {
  const properties = [...shape.keys].map(([key, field]) => [key, fieldSchema(field, mode)] as const);
  const required = [...shape.keys].filter(([, field]) => field.required).map(([key]) => key);
  const rules = [...shape.oneOf.map((group) => oneOfSchema(group, mode)), ...shape.clashes.map(clashSchema)];
  return {
    title: shape.called,
    description: `For example: ${shape.example}`,
    type: 'object',
    properties: { ...Object.fromEntries(properties), ...(shape.entry && { before: BEFORE }) },
    additionalProperties: false,
    ...(mode === 'whole' && required.length > 0 && { required }),
    ...(mode === 'whole' && shape.needs.length > 0 && { dependentRequired: dependent(shape) }),
    ...(rules.length > 0 && { allOf: rules }),
  };
}

const BEFORE: JsonSchema = { description: 'The entry in front of which this one is placed.', type: 'string' };

function fieldSchema({ shape, about }: Field, mode: Mode): JsonSchema {
  const schema = schemaOf(shape, mode);
  return { description: about, ...(mode === 'whole' ? schema : orNull(schema)) };
}

function dependent({ needs }: StructShape): JsonSchema {
  const keys = [...new Set(needs.map(([key]) => key))];
  return Object.fromEntries(
    keys.map((key) => [key, needs.filter(([one]) => one === key).map(([, needed]) => needed)]),
  );
}

/** Exactly one alternative is there, or at most one. What `null` takes away is not there. */
function oneOfSchema({ among, required }: OneOf, mode: Mode): JsonSchema {
  const present = (key: string): JsonSchema =>
    mode === 'whole'
      ? { required: [key] }
      : { required: [key], properties: { [key]: { not: { type: 'null' } } } };
  const alternatives = among.map((keys) =>
    keys.length === 1 ? present(keys[0]!) : { anyOf: keys.map(present) },
  );
  if (mode === 'whole' && required) return { oneOf: alternatives };
  return { oneOf: [...alternatives, { not: { anyOf: among.flat().map(present) } }] };
}

function clashSchema({ keys, whenTrue }: Clash): JsonSchema {
  const both: JsonValue = [...keys];
  return { not: { required: both, ...(whenTrue && { properties: { [keys[0]]: { const: true } } }) } };
}

/** Ships as `experiment.schema.json`, for files of experiments: each is whole by itself. */
export const experimentSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'An experiment of juncture',
  description: 'A question, what it is asked of, and what holds throughout.',
  ...reference(experiment, 'whole'),
  $defs: definitionsOf(experiment, ['whole']),
};

/** Ships as `scenario.schema.json`; editors complete and check scenario files with it. */
export const scenarioSchema: JsonSchema = buildSchema(scenario);
