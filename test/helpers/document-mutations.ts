/** Small changes of a document, as people make them by mistake: on its plain data, so that they keep its syntax. */
import type { Json } from './json-schema.ts';

type Path = readonly (string | number)[];

/** The path of every value below the top. */
export function pathsOf(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return [here, ...pathsOf(inner as Json, here)];
  });
}

/** A copy in which the value at a path is changed; `undefined` takes it out. */
export function changeAt(value: Json, [key, ...rest]: Path, change: (old: Json) => Json | undefined): Json {
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([own, inner]): [string, Json][] => {
    if (own !== String(key)) return [[own, inner as Json]];
    const changed = rest.length === 0 ? change(inner as Json) : changeAt(inner as Json, rest, change);
    return changed === undefined ? [] : [[own, changed]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** A copy in which a key has another name. */
export function renameAt(value: Json, path: Path, name: (old: string) => string): Json {
  const last = path.at(-1);
  if (typeof last !== 'string') return value;
  const rename = (parent: Json): Json =>
    Object.fromEntries(
      Object.entries(parent as object).map(([key, inner]) => [key === last ? name(key) : key, inner as Json]),
    );
  return path.length === 1 ? rename(value) : changeAt(value, path.slice(0, -1), rename);
}
