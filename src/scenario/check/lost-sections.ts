/** Names that could not be read, because what gives them is faulty: what refers to them is not at fault. */
import { type Diagnostic, type DiagnosticCode, didYouMean, positionAt } from '../../diagnostics/index.ts';
import type { LoadedDocument, MapNode } from '../document.ts';
import { nodeAt } from './node.ts';

/** Sections that others refer to by name. */
const SECTIONS = [
  ...['sources', 'parameters', 'variables', 'auxiliaries', 'regions', 'decisions', 'shocks', 'outcomes'],
  ...['measures', 'variants', 'time'],
];

const OF_NAMES: ReadonlySet<DiagnosticCode> = new Set([
  'unknown-name',
  'unknown-target',
  'source-not-listed',
]);

/** True when the document misses a section that an unknown key at its top probably meant. */
function misses(root: MapNode, found: readonly Diagnostic[]): boolean {
  const absent = SECTIONS.filter((section) => nodeAt(root, section) === null);
  return found.some(({ code, source, span }) => {
    if (code !== 'unknown-key' || source === null || span === null) return false;
    if (positionAt(source, span.start).column !== 1) return false;
    return didYouMean(source.text.slice(span.start, span.end), absent) !== null;
  });
}

/** Whoever wrote a name that is nearly a known one meant that, whatever else could not be read. */
const isMistyped = ({ mend }: Diagnostic): boolean => mend.startsWith('Did you mean');

/**
 * What the checker found, without names that are perhaps unknown only because what gives them could not be read.
 * @param namesLost entries that give names were left out of `root`.
 */
export function withoutLost(
  { root, diagnostics, namesLost }: LoadedDocument & { readonly root: MapNode },
  checked: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!namesLost && !misses(root, diagnostics)) return checked;
  return checked.filter((diagnostic) => !OF_NAMES.has(diagnostic.code) || isMistyped(diagnostic));
}
