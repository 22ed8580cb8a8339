/** Arithmetic, signs, `and`, `or`, `not` and choices. */
import type { Span } from '../diagnostics/index.ts';
import { fault, piece } from './fault.ts';
import type { ParsedNode } from './mathjs.ts';
import { readChain } from './read-comparison.ts';
import { need, type Reader, type Reading, ReadOtherwise } from './reading.ts';
import type { BinaryOperator, Expression } from './tree.ts';
import * as words from './type-words.ts';

const needNumber = (reader: Reader, reading: Reading, sign: string): void =>
  need(reader, reading, 'number', words.needsNumber(piece(reader.text, reading.span), sign));

const needCondition = (reader: Reader, reading: Reading, sign: string): void =>
  need(reader, reading, 'boolean', words.needsCondition(piece(reader.text, reading.span), sign));

export function readOperator(reader: Reader, sign: string, operands: readonly ParsedNode[]): Reading {
  const [first, second] = operands;
  if (first === undefined || operands.length > 2) throw new ReadOtherwise();
  if (second === undefined) return readSigned(reader, sign, first);
  switch (sign) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return readArithmetic(reader, sign, first, second);
    case 'and':
    case 'or':
      return readJunction(reader, sign, first, second);
    default:
      return readChain(reader, operands);
  }
}

function readSigned(reader: Reader, sign: string, operand: ParsedNode): Reading {
  const { start } = reader.take(sign);
  const inside = reader.read(operand);
  const span = { start, end: inside.span.end };
  switch (sign) {
    case '-':
      return { tree: { kind: 'negate', operand: inside.tree }, type: 'number', span };
    case 'not':
      needCondition(reader, inside, sign);
      return { tree: { kind: 'not', operand: inside.tree }, type: 'boolean', span };
    default:
      throw new ReadOtherwise();
  }
}

const around = (left: Reading, right: Reading): Span => ({ start: left.span.start, end: right.span.end });

/** A yes or no counts as 1 or 0 in sums, differences and products only. */
function readArithmetic(
  reader: Reader,
  sign: BinaryOperator,
  first: ParsedNode,
  second: ParsedNode,
): Reading {
  const left = reader.read(first);
  reader.take(sign);
  const right = reader.read(second);
  if (sign === '/' || sign === '^') for (const side of [left, right]) needNumber(reader, side, sign);
  const tree: Expression = { kind: 'binary', operator: sign, left: left.tree, right: right.tree };
  return { tree, type: 'number', span: around(left, right) };
}

function readJunction(reader: Reader, sign: 'and' | 'or', first: ParsedNode, second: ParsedNode): Reading {
  const left = reader.read(first);
  reader.take(sign);
  const right = reader.read(second);
  for (const side of [left, right]) needCondition(reader, side, sign);
  return {
    tree: { kind: sign, left: left.tree, right: right.tree },
    type: 'boolean',
    span: around(left, right),
  };
}

export function readChoice(
  reader: Reader,
  node: Extract<ParsedNode, { readonly type: 'ConditionalNode' }>,
): Reading {
  const condition = reader.read(node.condition);
  reader.take('?');
  const yes = reader.read(node.trueExpr);
  reader.take(':');
  const no = reader.read(node.falseExpr);
  needCondition(reader, condition, '?');
  const span = around(condition, no);
  if (yes.type !== null && no.type !== null && yes.type !== no.type)
    reader.faults.push(
      fault(
        'expression-type',
        around(yes, no),
        words.unlikeBranches(piece(reader.text, yes.span), piece(reader.text, no.span)),
      ),
    );
  // biome-ignore lint/suspicious/noThenProperty: the tree is data and never awaited.
  const tree: Expression = { kind: 'if', condition: condition.tree, then: yes.tree, otherwise: no.tree };
  return { tree, type: yes.type === no.type ? yes.type : null, span };
}
