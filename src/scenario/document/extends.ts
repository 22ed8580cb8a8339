/** Files that start from other files: the chain of `extends`, read and merged. */
import type { Diagnostic } from '../../diagnostics/index.ts';
import { placeEntries } from './before.ts';
import { MAX_EXTENDS } from './limits.ts';
import { mergeMaps } from './merge.ts';
import { type MapNode, type ScalarNode, valueAt } from './node.ts';
import { resolvePath } from './paths.ts';
import { type ReadFile, readSource, readTree } from './read-file.ts';
import type { Report } from './report.ts';
import type { StructShape } from './shapes/shape.ts';

export interface Chain {
  /** The merged tree, null when a file of the chain could not be read. */
  readonly tree: MapNode | null;
  readonly files: readonly string[];
  /** Faults without a place in a text. */
  readonly unplaced: readonly Diagnostic[];
}

interface Reading {
  readonly read: ReadFile;
  readonly report: Report;
  readonly shape: StructShape;
}

/** Reads a file and those it extends, and merges them, the outermost base first. */
export function readChain(path: string, { read, report, shape }: Reading): Chain {
  const files: string[] = [];
  const trees: MapNode[] = [];
  let next: { readonly path: string; readonly from: ScalarNode | null } | null = { path, from: null };
  while (next !== null) {
    if (!mayExtend(next.path, next.from, files, report)) return { tree: null, files, unplaced: [] };
    const source = readSource(next.path, read(next.path));
    files.push(next.path);
    if ('code' in source) {
      if (next.from === null || source.source !== null) return { tree: null, files, unplaced: [source] };
      report(source.code, next.from.origin, source.message, source.mend);
      return { tree: null, files, unplaced: [] };
    }
    const tree = readTree(source, report);
    if (tree === null) return { tree: null, files, unplaced: [] };
    trees.push(tree);
    next = baseOf(tree, next.path, report);
  }
  return { tree: mergeAll(trees.reverse(), shape, report), files, unplaced: [] };
}

function mayExtend(path: string, from: ScalarNode | null, files: readonly string[], report: Report): boolean {
  if (from === null) return true;
  if (files.includes(path)) {
    const circle = [...files.slice(files.indexOf(path)), path].map((file) => `\`${file}\``).join(' → ');
    report(
      'extends-cycle',
      from.origin,
      `files extend each other in a circle: ${circle}`,
      'Take one `extends` out.',
    );
    return false;
  }
  if (files.length < MAX_EXTENDS) return true;
  const message = `more than ${MAX_EXTENDS} files extend one another`;
  report('extends-fault', from.origin, message, 'Join some of them.');
  return false;
}

function baseOf(tree: MapNode, path: string, report: Report): { path: string; from: ScalarNode } | null {
  const from = valueAt(tree, 'extends');
  if (from === null) return null;
  if (from.kind === 'scalar' && typeof from.value === 'string' && from.text.trim() !== '') {
    return { path: resolvePath(path, from.text.trim()), from };
  }
  report(
    'wrong-type',
    from.origin,
    '`extends` wants the path of one file, such as ./base.yaml',
    'Write one path.',
  );
  return null;
}

function mergeAll(trees: readonly MapNode[], shape: StructShape, report: Report): MapNode {
  const [first, ...others] = trees;
  let merged = placeEntries(first!, shape, { report, spread: false });
  for (const over of others)
    merged = placeEntries(mergeMaps(merged, over, { shape, report }), shape, { report, spread: false });
  return merged;
}
