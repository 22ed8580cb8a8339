/** Short words to write shapes with. */
import type { DiagnosticCode } from '../../../diagnostics/index.ts';
import type {
  Clash,
  Field,
  KeyKind,
  ListShape,
  MapShape,
  OneOf,
  Shape,
  StructShape,
  UnionShape,
} from './shape.ts';

export function needed(shape: Shape, about: string, missing: DiagnosticCode = 'missing-key'): Field {
  return { shape, about, required: true, missing };
}

export function optional(shape: Shape, about: string): Field {
  return { shape, about, required: false, missing: 'missing-key' };
}

/** A list of `least` to `most` items; `wants` names it and gives an example. */
export function list(
  wants: string,
  item: Shape,
  [least, most]: readonly [number, number] = [0, Infinity],
): ListShape {
  return { kind: 'list', wants, item, least, most };
}

export const union = (wants: string, ...of: readonly Shape[]): UnionShape => ({ kind: 'union', wants, of });

interface MapOptions {
  readonly keys?: KeyKind;
  readonly least?: number;
  readonly taken?: readonly string[];
}

/** A mapping of the author's names, unless `keys` says otherwise. */
export function map(
  wants: string,
  value: Shape,
  { keys = 'name', least = 0, taken = [] }: MapOptions = {},
): MapShape {
  return { kind: 'map', wants, keys, value, least, taken };
}

interface StructOptions {
  readonly example: string;
  readonly entry?: boolean;
  readonly oneOf?: readonly OneOf[];
  readonly clashes?: readonly Clash[];
  readonly needs?: StructShape['needs'];
  readonly rivals?: StructShape['rivals'];
}

/** A mapping of known keys: its name in the schema, what it is called, its keys in the order people write them. */
export function struct(
  [id, called]: readonly [string, string],
  keys: { readonly [key: string]: Field },
  { example, entry = false, oneOf = [], clashes = [], needs = [], rivals = [] }: StructOptions,
): StructShape {
  return {
    kind: 'struct',
    id,
    called,
    example,
    entry,
    keys: new Map(Object.entries(keys)),
    oneOf,
    clashes,
    needs,
    rivals,
  };
}

type OneOfOptions = Partial<Pick<OneOf, 'required' | 'codes' | 'companion'>>;

/** Keys that exclude each other; a group of keys that go together is written with blanks between. */
export function oneOf(what: string, among: readonly string[], options: OneOfOptions = {}): OneOf {
  const {
    required = true,
    companion = null,
    codes = { none: 'missing-key', several: 'exclusive-keys' },
  } = options;
  return { what, among: among.map((keys) => keys.split(' ')), required, codes, companion };
}
