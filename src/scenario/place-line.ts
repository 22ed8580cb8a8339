/** Where in its file an entry stands that is known by its path of keys. */
import { positionAt } from '../diagnostics/index.ts';
import { loadDocument, type MapNode, type Origin, type ReadFile } from './document/index.ts';

/**
 * The file and 1-based line of `parameters.loyalty`, for one; of the innermost key that is there. Null where none is.
 * The file is read again: a checked scenario keeps the places of its expressions alone.
 */
export function lineOfPlace(
  path: string,
  read: ReadFile,
  place: string,
): { readonly file: string; readonly line: number } | null {
  let map: MapNode | null = loadDocument(path, read).root;
  let found: Origin | null = null;
  for (const key of place.split('.')) {
    const entry: MapNode['entries'][number] | undefined = map?.entries.find((one) => one.key === key);
    if (entry === undefined) break;
    found = entry.keyOrigin;
    map = entry.value.kind === 'map' ? entry.value : null;
  }
  if (found === null) return null;
  const { source, span } = found;
  return { file: source.name, line: positionAt(source, span.start).line };
}
