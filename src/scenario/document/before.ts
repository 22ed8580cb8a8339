/** `before: name` in an entry puts it in front of that entry. */
import { didYouMean } from '../../diagnostics/index.ts';
import { type DocumentNode, type Entry, type MapNode, type ScalarNode, valueAt } from './node.ts';
import { Order } from './order.ts';
import { isPattern } from './patterns.ts';
import type { Report } from './report.ts';
import {
  listOf,
  type MapShape,
  mappingOf,
  type Shape,
  type StructShape,
  valueShape,
} from './shapes/shape.ts';

interface Placing {
  readonly report: Report;
  /** Sets are spread: where keys are patterns, entries are placed only then. */
  readonly spread: boolean;
}

/** The tree with entries where their `before` puts them, and without `before`. */
export function placeEntries(root: MapNode, shape: StructShape, placing: Placing): MapNode {
  return placeIn(root, shape, placing);
}

function placeIn(node: MapNode, shape: MapShape | StructShape | null, placing: Placing): MapNode {
  if (shape === null) return node;
  const inner = node.entries.map((entry) => ({
    ...entry,
    value: placeBelow(entry.value, valueShape(shape, entry.key), placing),
  }));
  return { ...node, entries: isMapOfEntries(shape) ? reorder(inner, placing) : inner };
}

function placeBelow(node: DocumentNode, shape: Shape | null, placing: Placing): DocumentNode {
  if (node.kind === 'map') return placeIn(node, mappingOf(shape), placing);
  const list = listOf(shape);
  if (node.kind !== 'list' || list === null) return node;
  return { ...node, items: node.items.map((item) => placeBelow(item, list.item, placing)) };
}

function isMapOfEntries(shape: MapShape | StructShape): boolean {
  if (shape.kind !== 'map') return false;
  const value = mappingOf(shape.value);
  return value?.kind === 'struct' && value.entry;
}

function reorder(entries: readonly Entry[], placing: Placing): readonly Entry[] {
  if (!entries.some((entry) => beforeOf(entry) !== null)) return entries;
  const order = new Order(entries.map(({ key }) => key));
  const waits = !placing.spread && entries.some(({ key }) => isPattern(key));
  const left = inPlacingOrder(entries).map((entry) =>
    waits ? placePattern(entry, order) : placeEntry(entry, order, placing.report),
  );
  const byKey = new Map(left.map((entry) => [entry.key, entry]));
  return order.keys().map((key) => byKey.get(key)!);
}

/** An entry comes after the one it stands before, which may move itself; in a circle they come as written. */
function inPlacingOrder(entries: readonly Entry[]): readonly Entry[] {
  const pending = new Map(entries.map((entry) => [entry.key, entry]));
  const anchorOf = (entry: Entry): Entry | undefined => {
    const before = beforeOf(entry);
    return before?.kind === 'scalar' ? pending.get(before.text) : undefined;
  };
  const placed: Entry[] = [];
  for (const entry of entries) {
    if (!pending.has(entry.key)) continue;
    const chain = new Set<Entry>();
    let next: Entry | undefined = entry;
    for (; next !== undefined && !chain.has(next); next = anchorOf(next)) chain.add(next);
    for (const one of next === undefined ? [...chain].reverse() : [entry]) {
      pending.delete(one.key);
      placed.push(one);
    }
  }
  return placed;
}

/** Puts an entry in its place; returns it without `before`. */
function placeEntry(entry: Entry, order: Order, report: Report): Entry {
  const before = beforeOf(entry);
  if (before === null) return entry;
  if (isPlace(before, entry, order)) order.put(entry.key, before.text);
  else reportNowhere(entry, before, { known: order.keys().filter((key) => key !== entry.key), report });
  return withoutBefore(entry);
}

/** Beside patterns only a pattern moves now, as one; explicit entries wait until it is known what patterns make. */
function placePattern(entry: Entry, order: Order): Entry {
  const before = beforeOf(entry);
  if (before === null || !isPattern(entry.key) || !isPlace(before, entry, order)) return entry;
  order.put(entry.key, before.text);
  return withoutBefore(entry);
}

function isPlace(before: DocumentNode, { key }: Entry, order: Order): before is ScalarNode {
  return before.kind === 'scalar' && before.text !== key && order.has(before.text);
}

const beforeOf = ({ value }: Entry): DocumentNode | null =>
  value.kind === 'map' ? valueAt(value, 'before') : null;

function withoutBefore(entry: Entry): Entry {
  const { value } = entry;
  if (value.kind !== 'map') return entry;
  return { ...entry, value: { ...value, entries: value.entries.filter(({ key }) => key !== 'before') } };
}

function reportNowhere(
  entry: Entry,
  before: DocumentNode,
  { known, report }: { known: readonly string[]; report: Report },
): void {
  if (before.kind !== 'scalar' || before.value === null) {
    report(
      'wrong-type',
      entry.keyOrigin,
      '`before` wants the name of one entry',
      'Write the name of the entry that comes next.',
    );
    return;
  }
  report('extends-fault', before.origin, messageFor(entry, before), mendFor(before, known));
}

const messageFor = (entry: Entry, before: ScalarNode): string =>
  before.text === entry.key
    ? `\`${entry.key}\` cannot stand before itself`
    : `\`before\` puts \`${entry.key}\` in front of \`${before.text}\`, and there is no such entry beside it`;

function mendFor(before: ScalarNode, known: readonly string[]): string {
  const guess = didYouMean(before.text, known);
  return guess === null ? 'Name an entry of the same group.' : `Did you mean \`${guess}\`?`;
}
