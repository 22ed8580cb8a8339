/** What any entry may carry for people, and the sources it cites. */
import type { DocumentNode } from '../document.ts';
import type { Described, SourceReference } from '../model.ts';
import type { Check } from './check.ts';
import { nodeAt, scalarsOf, textAt } from './node.ts';

/** A citation that needs no entry under `sources`. */
const ASSUMPTION = 'assumption';

/** `turns_violent` → `turns violent`. */
export const spaced = (name: string): string => name.replaceAll('_', ' ');

/** The sources that an entry cites; one that is not listed is a fault. */
export function readSources(check: Check, entry: DocumentNode | null): SourceReference[] {
  return scalarsOf(nodeAt(entry, 'source')).map((scalar) => {
    const hash = scalar.text.indexOf('#');
    const id = (hash < 0 ? scalar.text : scalar.text.slice(0, hash)).trim();
    if (id !== ASSUMPTION && !check.names.sources.has(id)) {
      const known = [...check.names.sources, ASSUMPTION];
      check.report.add(scalar.origin, {
        code: 'source-not-listed',
        message: `\`${id}\` is cited here and is not listed under \`sources\``,
        mend: check.guesses.unknownMend(id, known, 'List it under `sources`, or write `assumption`.'),
      });
    }
    return { id, place: hash < 0 ? null : scalar.text.slice(hash + 1).trim() };
  });
}

/** Reads label, unit, note, group and source; an entry in its short form (no mapping) has only its name. */
export function described(check: Check, name: string, node: DocumentNode | null): Described {
  return {
    label: textAt(node, 'label') || spaced(name),
    unit: textAt(node, 'unit'),
    note: textAt(node, 'note'),
    group: textAt(node, 'group'),
    sources: readSources(check, node),
  };
}
