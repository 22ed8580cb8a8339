/** What the walk over one tree holds, and the few steps that every part of it takes. */
import type { Span } from '../diagnostics/index.ts';
import { fault, type Wording } from './fault.ts';
import type { ParsedNode } from './mathjs.ts';
import type { Scope } from './scope.ts';
import type { Token } from './tokens.ts';
import type { Expression, ExpressionFault, Names, ValueType } from './tree.ts';

/** A node with its type; null is the type of what could not be read, and is never complained of again. */
export interface Typed {
  readonly tree: Expression;
  readonly type: ValueType | null;
}

/** Stands in for what could not be read. */
export const UNREAD: Typed = { tree: { kind: 'number', value: 0 }, type: null };

/** A piece of the tree and where it stands. */
export interface Reading extends Typed {
  readonly span: Span;
}

/** A name or a dotted path as written. */
export interface Reference {
  readonly name: string;
  readonly span: Span;
}

/** mathjs read the text otherwise than our tokens say. It never does; if it did, the text would be refused. */
export class ReadOtherwise extends Error {}

export interface Reader {
  readonly text: string;
  readonly names: Names;
  readonly scope: Scope;
  readonly faults: ExpressionFault[];
  /** The next token, which must be this one. @throws ReadOtherwise */
  readonly take: (text?: string) => Token;
  /** Any node. */
  readonly read: (node: ParsedNode) => Reading;
}

/** `a.b.c`, or one name; null when the node is something else (and then no token was taken). */
export function readPath(reader: Reader, node: ParsedNode): Reference | null {
  const parts = pathLength(node);
  if (parts === null) return null;
  const first = reader.take();
  let name = first.text;
  let end = first.end;
  for (let part = 1; part < parts; part++) {
    reader.take('.');
    const token = reader.take();
    name += `.${token.text}`;
    end = token.end;
  }
  return { name, span: { start: first.start, end } };
}

function pathLength(node: ParsedNode): number | null {
  if (node.type === 'SymbolNode') return 1;
  if (node.type !== 'AccessorNode') return null;
  const above = pathLength(node.object);
  return above === null ? null : above + 1;
}

/** Complains unless the reading is of this type. The words quote the text, which is worth it only where they are used. */
export function need(reader: Reader, reading: Reading, type: ValueType, wording: () => Wording): void {
  if (reading.type !== null && reading.type !== type)
    reader.faults.push(fault('expression-type', reading.span, wording()));
}
