/** The structural check: every value against its shape. Faults are reported; what is faulty is left out of the tree. */
import { type Wording, wrongType } from './faults-of-type.ts';
import { isMergeKey, MERGE_KEY, nameFault, unknownSet } from './name-faults.ts';
import type { DocumentNode, Entry, ListNode, MapNode, Origin, ScalarNode } from './node.ts';
import { type Place, placeOfKey, pointAt } from './place.ts';
import type { Report } from './report.ts';
import type { ListShape, MapShape, ScalarShape, Shape, StructShape, UnionShape } from './shapes/shape.ts';
import { givesNames, listOf, mappingOf, resolved } from './shapes/shape.ts';
import { kindInWords } from './shapes/words.ts';
import { standIn } from './stand-in.ts';
import { structFaults } from './struct-faults.ts';

export interface Validated {
  readonly root: MapNode;
  /** Entries that give names could not be read: a reference to a name that is not there may be sound. */
  readonly namesLost: boolean;
}

/**
 * Checks the whole tree. An entry with a name stays, and what stands under a mistyped key counts as under the key that
 * was meant, so that what refers to it is not blamed, too. `name` is what messages call the whole file.
 */
export function validate(
  root: MapNode,
  shape: StructShape,
  context: { report: Report; sets: readonly string[]; name?: string },
): Validated {
  const validator = new Validator(context.report, context.sets);
  const checked = validator.struct(root, shape, { name: context.name ?? 'the scenario', key: null });
  return { root: checked, namesLost: validator.namesLost };
}

class Validator {
  private readonly report: Report;
  private readonly sets: readonly string[];
  namesLost = false;

  constructor(report: Report, sets: readonly string[]) {
    this.report = report;
    this.sets = sets;
  }

  /** The node as far as it has the shape; null when nothing of it can be used. */
  private node(node: DocumentNode, shape: Shape, place: Place): DocumentNode | null {
    const own = resolved(shape);
    if (own.kind === 'union') return this.union(node, own, place);
    if (own.kind === 'scalar' && node.kind === 'scalar') return this.scalar(node, own, place);
    if (own.kind === 'list' && node.kind === 'list') return this.list(node, own, place);
    if (own.kind === 'map' && node.kind === 'map') return this.map(node, own, place);
    if (own.kind === 'struct' && node.kind === 'map') return this.struct(node, own, place);
    return this.refuse(node, own, place);
  }

  private union(node: DocumentNode, shape: UnionShape, place: Place): DocumentNode | null {
    const part = partFor(node, shape);
    return part === null ? this.refuse(node, shape, place) : this.node(node, part, place);
  }

  private refuse(node: DocumentNode, shape: Shape, place: Place): null {
    this.tell(pointAt(node, place), wrongType(node, shape, place.name));
    this.namesLost ||= givesNames(shape);
    return null;
  }

  private scalar(node: ScalarNode, shape: ScalarShape, place: Place): ScalarNode | null {
    const fault = shape.accepts(node)
      ? shape.read && typeof node.value === 'string'
        ? unknownSet(node.text, this.sets)
        : null
      : wrongType(node, shape, place.name);
    if (fault === null) return node;
    this.tell(pointAt(node, place), fault);
    return null;
  }

  private list(node: ListNode, shape: ListShape, place: Place): ListNode | null {
    const { length } = node.items;
    if (length < shape.least || length > shape.most) {
      const message = `${place.name} wants ${shape.wants}; this has ${length === 1 ? '1 entry' : `${length} entries`}`;
      this.tell(pointAt(node, place), {
        code: 'wrong-type',
        message,
        mend: 'Add what is missing, or take out what is too much.',
      });
      return null;
    }
    const items = node.items.map((item) => this.item(item, shape, place));
    const good = items.filter((item) => item !== null);
    const isFixed = shape.least === shape.most;
    return isFixed && good.length < length ? null : { ...node, items: good };
  }

  private item(item: DocumentNode, shape: ListShape, place: Place): DocumentNode | null {
    const own = resolved(shape.item);
    if (own.kind === 'scalar' && (item.kind !== 'scalar' || !own.accepts(item))) {
      const message = `${place.name} wants ${shape.wants}; this entry is ${kindInWords(item)}`;
      const { code, mend } = wrongType(item, own, place.name);
      this.tell(pointAt(item, { name: '', key: null }), { code, message, mend });
      return null;
    }
    return this.node(item, shape.item, { name: `an entry of ${place.name}`, key: null });
  }

  private map(node: MapNode, shape: MapShape, place: Place): MapNode {
    if (node.entries.length < shape.least) {
      const message = `${place.name} has no entries; it wants ${shape.wants}`;
      this.tell(pointAt(node, place), { code: 'missing-key', message, mend: 'Write at least one entry.' });
      this.namesLost ||= givesNames(shape);
    }
    const entries = node.entries.map((entry) => this.entry(entry, shape));
    return { ...node, entries: entries.filter((entry) => entry !== null) };
  }

  private entry({ key, keyOrigin, value }: Entry, shape: MapShape): Entry | null {
    const fault = this.keyFault(key, shape);
    if (fault !== null) this.tell(keyOrigin, fault);
    if (fault?.code === 'yaml-feature' || fault?.code === 'set-misplaced') return null;
    const checked =
      this.node(value, shape.value, placeOfKey(key, keyOrigin)) ??
      (shape.keys === 'name' ? standIn(shape.value, value.origin) : null);
    return checked === null ? null : { key, keyOrigin, value: checked };
  }

  private keyFault(key: string, shape: MapShape): Wording | null {
    if (isMergeKey(key)) return MERGE_KEY;
    if (shape.keys === 'name') return nameFault(key, shape.taken, this.sets);
    if (shape.keys === 'reference') return unknownSet(key, this.sets);
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(key)) return null;
    return {
      code: 'wrong-type',
      message: `\`${key}\` stands where a number is wanted: ${shape.wants}`,
      mend: 'Write a number, such as 0.9.',
    };
  }

  struct(node: MapNode, shape: StructShape, place: Place): MapNode {
    const { dropped, unknown } = structFaults(node, shape, place, (at, wording) => this.tell(at, wording));
    const entries = node.entries.map((entry): Entry | null => {
      const key = unknown.has(entry.key) ? this.meantBy(entry, unknown.get(entry.key)!, shape) : entry.key;
      const field = key === null || dropped.has(key) ? undefined : shape.keys.get(key);
      if (key === null || field === undefined) return null;
      const value =
        this.node(entry.value, field.shape, placeOfKey(entry.key, entry.keyOrigin)) ??
        noNames(field.shape, entry.value.origin);
      return value === null ? null : { ...entry, key, value };
    });
    const good = entries.filter((entry) => entry !== null);
    this.namesLost ||= missesNames(shape, good);
    return { ...node, entries: good };
  }

  /** The key that a mistyped one stands for, if its value can stand there. */
  private meantBy({ value }: Entry, guess: string | null, shape: StructShape): string | null {
    const field = guess === null ? undefined : shape.keys.get(guess);
    if (field !== undefined && canBe(value, field.shape)) return guess;
    this.namesLost ||= value.kind === 'map';
    return null;
  }

  private tell(at: Origin, { code, message, mend }: Wording): void {
    this.report(code, at, message, mend);
  }
}

/** An empty mapping for a faulty one of names: that there was to be one tells what its holder is meant as. */
function noNames(shape: Shape, origin: Origin): MapNode | null {
  const own = resolved(shape);
  return own.kind === 'map' && own.keys === 'name' ? { kind: 'map', entries: [], origin } : null;
}

/** Whether a key is missing under which others would look for names. */
const missesNames = ({ keys }: StructShape, entries: readonly Entry[]): boolean =>
  [...keys].some(
    ([key, field]) =>
      field.required && givesNames(field.shape) && !entries.some((entry) => entry.key === key),
  );

/** Whether a value is of a kind that the shape takes, whatever stands in it. */
function canBe(node: DocumentNode, shape: Shape): boolean {
  if (node.kind === 'map') return mappingOf(shape) !== null;
  if (node.kind === 'list') return listOf(shape) !== null;
  return scalarsOf(shape).some((part) => part.accepts(node));
}

/** The part of a union that a value is meant as: by kind, then by what accepts it, then the first of its kind. */
function partFor(node: DocumentNode, shape: UnionShape): Shape | null {
  if (node.kind === 'map') return mappingOf(shape);
  if (node.kind === 'list') return listOf(shape);
  const scalars = scalarsOf(shape);
  return scalars.find((part) => part.accepts(node)) ?? null;
}

function scalarsOf(shape: Shape): readonly ScalarShape[] {
  const own = resolved(shape);
  if (own.kind === 'union') return own.of.flatMap(scalarsOf);
  return own.kind === 'scalar' ? [own] : [];
}
