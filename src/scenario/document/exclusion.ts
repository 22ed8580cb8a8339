/** What a mapping written over another takes out of it, beyond the keys that it writes itself. */
import type { DocumentNode, MapNode } from './node.ts';
import { valueAt } from './node.ts';
import type { MapShape, OneOf, StructShape } from './shapes/shape.ts';

/** The base without keys that what is written over it excludes. */
export function removeExcluded(base: MapNode, over: MapNode, shape: MapShape | StructShape | null): MapNode {
  if (shape?.kind !== 'struct') return base;
  const written = new Set(over.entries.filter(({ value }) => !isNull(value)).map(({ key }) => key));
  const inherited = new Set(base.entries.map(({ key }) => key));
  const gone = new Set(shape.oneOf.flatMap((group) => excludedBy(group, written, inherited)));
  const entries = base.entries.filter(({ key }) => !gone.has(key));
  return withoutRivals({ ...base, entries }, over, shape);
}

const isNull = (node: DocumentNode): boolean => node.kind === 'scalar' && node.value === null;

/** Inherited keys of alternatives that were not chosen now; a change of alternative takes the companion along. */
function excludedBy(
  group: OneOf,
  written: ReadonlySet<string>,
  inherited: ReadonlySet<string>,
): readonly string[] {
  if (!group.among.flat().some((key) => written.has(key))) return [];
  const others = group.among.filter((keys) => !keys.some((key) => written.has(key))).flat();
  const gone = others.filter((key) => inherited.has(key));
  return gone.length > 0 && group.companion !== null ? [...gone, group.companion] : gone;
}

/** Takes a name that is now set out of what was added, and the like. */
function withoutRivals(base: MapNode, over: MapNode, shape: StructShape): MapNode {
  let entries = base.entries;
  for (const [one, other] of shape.rivals.flatMap(([a, b]) => [[a, b] as const, [b, a] as const])) {
    const names = namesWritten(valueAt(over, one));
    entries = entries.map((entry) =>
      entry.key === other ? { ...entry, value: without(entry.value, names) } : entry,
    );
  }
  return { ...base, entries };
}

function namesWritten(node: DocumentNode | null): ReadonlySet<string> {
  const entries = node?.kind === 'map' ? node.entries : [];
  return new Set(entries.filter(({ value }) => !isNull(value)).map(({ key }) => key));
}

function without(node: DocumentNode, names: ReadonlySet<string>): DocumentNode {
  return node.kind === 'map' ? { ...node, entries: node.entries.filter(({ key }) => !names.has(key)) } : node;
}
