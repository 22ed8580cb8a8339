/** Sections whose key is mistyped: what refers to their entries is not at fault. */
import { type Diagnostic, type DiagnosticCode, didYouMean, positionAt } from '../../diagnostics/index.ts';
import type { MapNode } from '../document.ts';
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

/** What the checker found, without names that are unknown only because their section was. */
export function withoutLost(
  root: MapNode,
  found: readonly Diagnostic[],
  checked: readonly Diagnostic[],
): readonly Diagnostic[] {
  return misses(root, found) ? checked.filter(({ code }) => !OF_NAMES.has(code)) : checked;
}
