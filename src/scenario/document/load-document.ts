/** From a path to the positioned document that the check half turns into a `Scenario`. */
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { MapNode } from './node.ts';
import { readSource, readTree } from './read-file.ts';
import { gather } from './report.ts';
import { scenario } from './shapes/scenario.ts';
import { validate } from './validate.ts';

export interface LoadedDocument {
  /** Null when there is nothing to check. */
  readonly root: MapNode | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The files read, the named one first. */
  readonly files: readonly string[];
}

/** Gives the bytes of a file, or null when there is none. */
export type ReadFile = (path: string) => Uint8Array | null;

/** Reads a scenario and what it extends through `read`. All faults are returned; nothing is thrown. */
export function loadDocument(path: string, read: ReadFile): LoadedDocument {
  const { report, found } = gather();
  const source = readSource(path, read(path));
  if ('code' in source) return { root: null, diagnostics: [source], files: [path] };
  const tree = readTree(source, report);
  const root = tree === null ? null : validate(tree, scenario, { report, sets: [] });
  return { root, diagnostics: found, files: [path] };
}
