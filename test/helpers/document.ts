/** Loading documents that are written in a test: files by name, findings as `code line:column` and the tree as plain data. */
import { type Diagnostic, positionAt } from '../../src/diagnostics/index.ts';
import { type DocumentNode, type LoadedDocument, loadDocument } from '../../src/scenario/document/index.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Loads the first of the files. */
export function load(files: Files | string): LoadedDocument {
  const all = new Map(Object.entries(typeof files === 'string' ? { 'test.yaml': files } : files));
  const encoder = new TextEncoder();
  return loadDocument([...all.keys()][0]!, (path) => {
    const content = all.get(path);
    if (content === undefined) return null;
    return typeof content === 'string' ? encoder.encode(content) : content;
  });
}

/** `unknown-key 3:5`; with the file's name in front where it is not the one that was asked for. */
export function brief({ code, source, span }: Diagnostic, main = 'test.yaml'): string {
  if (source === null || span === null) return code;
  const { line, column } = positionAt(source, span.start);
  return `${source.name === main ? '' : `${source.name} `}${code} ${line}:${column}`;
}

/** Findings of the first file and of what it extends. */
export function findings(files: Files | string): readonly string[] {
  const { diagnostics, files: read } = load(files);
  return diagnostics.map((diagnostic) => brief(diagnostic, read[0]));
}

/** The tree as entry lists, so that order shows and no key can mean anything to JavaScript. */
export function plain(node: DocumentNode | null): unknown {
  if (node === null) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key, plain(value)]);
}

/** The value under a path of keys, as plain data. */
export function at(files: Files | string, ...path: readonly string[]): unknown {
  return plain(nodeAt(load(files).root, path));
}

export function nodeAt(root: DocumentNode | null, path: readonly string[]): DocumentNode | null {
  let node = root;
  for (const key of path) {
    node = node?.kind === 'map' ? (node.entries.find((entry) => entry.key === key)?.value ?? null) : null;
  }
  return node;
}

/** A scenario that has all it needs, to which a test adds what it is about. */
export const MINIMAL = `juncture: 1
time: { start: 2022-01-02, step: 1 day, horizon: 30 days }
regions: { street: { initial: calm, stages: { calm: {} } } }
`;
