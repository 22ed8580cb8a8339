/** One file, from its bytes to its tree. */
import { type Diagnostic, diagnostic, type SourceText } from '../../diagnostics/index.ts';
import { readText } from './bytes.ts';
import type { MapNode } from './node.ts';
import { placeAt, type Report } from './report.ts';
import { parseYaml } from './yaml-text.ts';
import { treeOf } from './yaml-tree.ts';

/** Gives the bytes of a file, or null when there is none. */
export type ReadFile = (path: string) => Uint8Array | null;

/** The top-level mapping of a text, or null when it has none that could be read. */
export function readTree(source: SourceText, report: Report): MapNode | null {
  const document = parseYaml(source, report);
  if (document === null) return null;
  if (document.contents === null) {
    reportEmpty(source, report);
    return null;
  }
  const tree = treeOf(document, source, report);
  if (tree === null || tree.kind === 'map') return tree;
  if (tree.kind === 'scalar' && tree.text === '') reportEmpty(source, report);
  else {
    const found = tree.kind === 'list' ? 'a list' : 'text';
    const message = `a scenario is made of entries such as \`title: …\`; this file holds ${found}`;
    report('wrong-type', placeAt(source, tree.origin.span.start, tree.origin.span.start + 1), message, START);
  }
  return null;
}

function reportEmpty(source: SourceText, report: Report): void {
  report('empty-file', placeAt(source, 0, 0), 'there is nothing in the file', START);
}

const START = 'Begin with `juncture: 1`, then `title: …`; `juncture new` writes a scenario to start from.';

/** The bytes of a file as text, faults returned. */
export function readSource(name: string, bytes: Uint8Array | null): SourceText | Diagnostic {
  if (bytes !== null) return readText(name, bytes);
  return diagnostic('file-missing', {
    message: `the file \`${name}\` cannot be read`,
    mend: 'Check the path.',
    source: null,
    span: null,
  });
}
