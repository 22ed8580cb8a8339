/**
 * Shapes: what may stand where in a scenario, as data. The structural check (`../validate.ts`), the merge of files
 * (`../merge.ts`) and the JSON Schema (`../json-schema.ts`) are all read from the one table in `scenario.ts`.
 */
import type { DiagnosticCode } from '../../../diagnostics/index.ts';
import type { ScalarNode } from '../node.ts';

/** A JSON Schema (draft 2020-12), or a part of one. */
export type JsonSchema = { readonly [keyword: string]: JsonValue };
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonSchema;

/** One value that is neither a list nor a mapping. */
export interface ScalarShape {
  readonly kind: 'scalar';
  /** What the place wants, as the end of “… wants”: `a number from 0 to 1, such as 0.5`. */
  readonly wants: string;
  readonly accepts: (node: ScalarNode) => boolean;
  readonly schema: JsonSchema;
  /** Text that is read as names or expressions, where a leftover `{set}` is a fault. */
  readonly read: boolean;
  /** The code of a fault in a value of the right kind (a number out of bounds). */
  readonly code?: { readonly when: (node: ScalarNode) => boolean; readonly code: DiagnosticCode };
}

export interface ListShape {
  readonly kind: 'list';
  readonly wants: string;
  readonly item: Shape;
  readonly least: number;
  readonly most: number;
}

/** What keys of a mapping are: names that it gives, names given elsewhere, or numbers. */
export type KeyKind = 'name' | 'reference' | 'number';

/** A mapping whose keys the author chooses. */
export interface MapShape {
  readonly kind: 'map';
  readonly wants: string;
  readonly keys: KeyKind;
  readonly value: Shape;
  readonly least: number;
  /** Names that cannot be given here, beyond those that are reserved everywhere. */
  readonly taken: readonly string[];
}

/** One known key. */
export interface Field {
  readonly shape: Shape;
  /** What the key means, for editors and the reference page. */
  readonly about: string;
  readonly required: boolean;
  /** The code of its absence, where it is required. */
  readonly missing: DiagnosticCode;
}

/** Keys of which one excludes the others. An alternative can be several keys that go together. */
export interface OneOf {
  /** `a trigger`. */
  readonly what: string;
  readonly among: readonly (readonly string[])[];
  readonly required: boolean;
  readonly codes: { readonly none: DiagnosticCode; readonly several: DiagnosticCode };
  /** A key that goes when, in a file that extends another, another alternative is chosen. */
  readonly companion: string | null;
}

/** Two keys that cannot stand together though neither is one of several. */
export interface Clash {
  readonly keys: readonly [string, string];
  /** Only when the first key is `true`. */
  readonly whenTrue: boolean;
  readonly message: string;
  readonly mend: string;
}

/** A mapping whose keys the language knows. */
export interface StructShape {
  readonly kind: 'struct';
  /** Name in the JSON Schema's `$defs`. */
  readonly id: string;
  /** `a transition`. */
  readonly called: string;
  /** `{ to: riot, hazard: 0.1 }`. */
  readonly example: string;
  /** An entry among named ones: has `label`, `source` and so on, and in an extending file `before`. */
  readonly entry: boolean;
  readonly keys: ReadonlyMap<string, Field>;
  readonly oneOf: readonly OneOf[];
  readonly clashes: readonly Clash[];
  /** With the first key the second is needed. */
  readonly needs: readonly (readonly [string, string])[];
  /** Two mappings in which one name stands at most once: writing it in one takes an inherited one out of the other. */
  readonly rivals: readonly (readonly [string, string])[];
}

/** One of several shapes; told apart by kind (scalar, list, mapping), then by what accepts the scalar. */
export interface UnionShape {
  readonly kind: 'union';
  readonly wants: string;
  readonly of: readonly Shape[];
}

/** A shape defined later: stages hold stages. */
export interface LaterShape {
  readonly kind: 'later';
  readonly get: () => StructShape;
}

export type Shape = ScalarShape | ListShape | MapShape | StructShape | UnionShape | LaterShape;

/** The shape itself, or the one it stands for. */
export const resolved = (shape: Shape): Exclude<Shape, LaterShape> =>
  shape.kind === 'later' ? shape.get() : shape;

/** The part of a shape that is a mapping, if any. */
export function mappingOf(shape: Shape | null): MapShape | StructShape | null {
  if (shape === null) return null;
  const own = resolved(shape);
  if (own.kind === 'map' || own.kind === 'struct') return own;
  if (own.kind !== 'union') return null;
  return own.of.map(mappingOf).find((part) => part !== null) ?? null;
}

/** The part of a shape that is a list, if any. */
export function listOf(shape: Shape | null): ListShape | null {
  if (shape === null) return null;
  const own = resolved(shape);
  if (own.kind === 'list') return own;
  return own.kind === 'union' ? (own.of.map(listOf).find((part) => part !== null) ?? null) : null;
}

/** What is known of the value under a key. */
export function valueShape(mapping: MapShape | StructShape | null, key: string): Shape | null {
  if (mapping === null) return null;
  return mapping.kind === 'map' ? mapping.value : (mapping.keys.get(key)?.shape ?? null);
}

/** What a shape wants, in words. */
export function wantsOf(shape: Shape): string {
  const own = resolved(shape);
  return own.kind === 'struct' ? `${own.called}, such as \`${own.example}\`` : own.wants;
}

/** Whether names that other places refer to can be given in a value of this shape. */
export function givesNames(shape: Shape, seen: ReadonlySet<Shape> = new Set()): boolean {
  const own = resolved(shape);
  if (seen.has(own)) return false;
  const inner = new Set([...seen, own]);
  if (own.kind === 'map') return own.keys === 'name' || givesNames(own.value, inner);
  if (own.kind === 'struct') return [...own.keys.values()].some((field) => givesNames(field.shape, inner));
  if (own.kind === 'union') return own.of.some((part) => givesNames(part, inner));
  return own.kind === 'list' && givesNames(own.item, inner);
}
