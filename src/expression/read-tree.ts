/**
 * From mathjs's tree to ours. mathjs keeps no places, so the tree is walked in the order of the text while our own
 * tokens are taken one by one: every node meets the tokens it was made of, which gives the place and proves that
 * mathjs read the text as we did.
 */
import { fault } from './fault.ts';
import { pathAsValue } from './lookup-path.ts';
import { lookUpValue } from './lookup-value.ts';
import type { ParsedNode } from './mathjs.ts';
import { readCall } from './read-call.ts';
import { readChain } from './read-comparison.ts';
import { readChoice, readOperator } from './read-operators.ts';
import { type Reader, type Reading, ReadOtherwise, readPath, UNREAD } from './reading.ts';
import type { Scope } from './scope.ts';
import type { Token } from './tokens.ts';
import type { ExpressionFault, Names } from './tree.ts';

/** The tree of an expression and what is wrong with it; with faults, the tree has gaps. */
export interface TreeReading extends Reading {
  readonly faults: readonly ExpressionFault[];
}

/**
 * Reads the whole of mathjs's tree against the tokens of the same text.
 * @throws ReadOtherwise where tree and tokens differ.
 */
export function readTree(
  text: string,
  { tokens, node }: { readonly tokens: readonly Token[]; readonly node: ParsedNode },
  place: { readonly names: Names; readonly scope: Scope },
): TreeReading {
  let next = 0;
  const reader: Reader = {
    text,
    ...place,
    faults: [],
    take: (wanted) => {
      const token = tokens[next++];
      if (token === undefined || (wanted !== undefined && token.text !== wanted)) throw new ReadOtherwise();
      return token;
    },
    read: (part) => readNode(reader, part),
  };
  const reading = reader.read(node);
  if (next !== tokens.length) throw new ReadOtherwise();
  return { ...reading, faults: reader.faults };
}

function readNode(reader: Reader, node: ParsedNode): Reading {
  switch (node.type) {
    case 'ConstantNode':
    case 'SymbolNode':
      return readLeaf(reader, reader.take());
    case 'AccessorNode':
      return readPathAsValue(reader, node);
    case 'ParenthesisNode': {
      const { start } = reader.take('(');
      const inside = reader.read(node.content);
      return { ...inside, span: { start, end: reader.take(')').end } };
    }
    case 'OperatorNode':
      return readOperator(reader, node.op, node.args);
    case 'RelationalNode':
      return readChain(reader, node.params);
    case 'ConditionalNode':
      return readChoice(reader, node);
    case 'FunctionNode':
      return readCall(reader, node);
    default:
      node satisfies never;
      throw new ReadOtherwise();
  }
}

function readLeaf(reader: Reader, token: Token): Reading {
  const span = { start: token.start, end: token.end };
  switch (token.kind) {
    case 'number':
      return { tree: { kind: 'number', value: Number(token.text) }, type: 'number', span };
    case 'boolean':
      return { tree: { kind: 'boolean', value: token.text === 'true' }, type: 'boolean', span };
    case 'name': {
      const found = lookUpValue({ name: token.text, span }, reader.names, reader.scope);
      if ('tree' in found) return { ...found, span };
      reader.faults.push(found);
      return { ...UNREAD, span };
    }
    default:
      throw new ReadOtherwise();
  }
}

function readPathAsValue(reader: Reader, node: ParsedNode): Reading {
  const path = readPath(reader, node);
  if (path === null) throw new ReadOtherwise();
  reader.faults.push(fault('unknown-name', path.span, pathAsValue(path, reader.names)));
  return { ...UNREAD, span: path.span };
}
