/** From a path to the positioned document that the check half turns into a `Scenario`. */
import type { Diagnostic } from '../../diagnostics/index.ts';
import { placeEntries } from './before.ts';
import { readChain } from './extends.ts';
import type { MapNode } from './node.ts';
import type { ReadFile } from './read-file.ts';
import { gather } from './report.ts';
import { readSets } from './sets.ts';
import { scenario } from './shapes/scenario.ts';
import { spreadSets } from './spread.ts';
import { validate } from './validate.ts';

export interface LoadedDocument {
  /** Null when there is nothing to check. */
  readonly root: MapNode | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The files read, the named one first. */
  readonly files: readonly string[];
  /** Entries that give names could not be read: a reference to a name that is not there may be sound. */
  readonly namesLost: boolean;
}

/**
 * Reads a scenario and what it extends through `read`. First files are merged, as they are written; then sets are
 * spread, so that a file can change the sets of its base; then entries go where their `before` puts them; then every
 * value is checked against its shape. All faults are returned; nothing is thrown.
 */
export function loadDocument(path: string, read: ReadFile): LoadedDocument {
  const { report, found } = gather();
  const { tree, files, unplaced } = readChain(path, { read, report, shape: scenario });
  if (tree === null) return { root: null, diagnostics: [...unplaced, ...found], files, namesLost: true };
  const sets = readSets(tree, report);
  const spread = spreadSets(withoutInstructions(tree), scenario, { sets, report });
  const placed = placeEntries(spread, scenario, { report, spread: true });
  const { root, namesLost } = validate(placed, scenario, { report, sets: [...sets.keys()] });
  return { root, diagnostics: found, files, namesLost };
}

/** The tree without what was followed already. */
function withoutInstructions(tree: MapNode): MapNode {
  return { ...tree, entries: tree.entries.filter(({ key }) => key !== 'extends' && key !== 'sets') };
}
