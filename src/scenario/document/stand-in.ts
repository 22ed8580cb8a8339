/** What stands for a faulty value under a name, so that the name exists and no second fault follows from the first. */
import type { DocumentNode, Origin } from './node.ts';
import { resolved, type Shape } from './shapes/shape.ts';

/** An empty mapping, 1 or `?`; null where the name matters to nobody else. */
export function standIn(shape: Shape, origin: Origin): DocumentNode | null {
  const own = resolved(shape);
  if (own.kind === 'struct') return { kind: 'map', entries: [], origin };
  if (own.kind === 'union')
    return own.of.map((part) => standIn(part, origin)).find((node) => node?.kind === 'map') ?? null;
  if (own.kind !== 'scalar' || own.read) return null;
  const offsetAt = (): number => origin.span.start;
  const value = own.schema.type === 'number' ? 1 : '?';
  return { kind: 'scalar', value, text: String(value), origin, offsetAt };
}
