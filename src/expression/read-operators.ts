/** Arithmetic, signs, `and`, `or`, `not` and choices. */
import type { Span } from '../diagnostics/index.ts';
import { fault, piece } from './fault.ts';
import type { ParsedNode } from './mathjs.ts';
import { readChain } from './read-comparison.ts';
import { need, type Reader, type Reading, ReadOtherwise } from './reading.ts';
import type { BinaryOperator, Expression } from './tree.ts';
import * as words from './type-words.ts';

const needNumber = (reader: Reader, reading: Reading, sign: string): void =>
  need(reader, reading, 'number', () => words.needsNumber(piece(reader.text, reading.span), sign));

const needCondition = (reader: Reader, reading: Reading, sign: string): void =>
  need(reader, reading, 'boolean', () => words.needsCondition(piece(reader.text, reading.span), sign));

export function readOperator(reader: Reader, sign: string, operands: readonly ParsedNode[]): Reading {
  const [first, second] = operands;
  if (first === undefined || operands.length > 2) throw new ReadOtherwise();
  if (second === undefined) return readSigned(reader, sign, first);
  return isJoining(sign) ? readJoined(reader, { sign, first, second }) : readChain(reader, operands);
}

type Joining = BinaryOperator | 'and' | 'or';

const JOINING: ReadonlySet<string> = new Set<Joining>(['+', '-', '*', '/', '^', 'and', 'or']);
const isJoining = (sign: string): sign is Joining => JOINING.has(sign);

/** Two operands and the sign between them. */
interface Join {
  readonly sign: Joining;
  readonly first: ParsedNode;
  readonly second: ParsedNode;
}

/** The join that a join begins with: `a + b` of `a + b + c`. */
function innerJoin({ first }: Join): Join | null {
  if (first.type !== 'OperatorNode' || !isJoining(first.op)) return null;
  const [left, right, ...more] = first.args;
  if (left === undefined || right === undefined || more.length > 0) return null;
  return { sign: first.op, first: left, second: right };
}

/** A sum of n terms is a tree n deep to the left; it is read from its first term on, so that it needs no deep stack. */
function readJoined(reader: Reader, whole: Join): Reading {
  const joins: Join[] = [];
  for (let join: Join | null = whole; join !== null; join = innerJoin(join)) joins.push(join);
  let left = reader.read(joins.at(-1)!.first);
  for (const { sign, second } of joins.toReversed()) {
    reader.take(sign);
    left = joined(reader, sign, left, reader.read(second));
  }
  return left;
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
function joined(reader: Reader, sign: Joining, left: Reading, right: Reading): Reading {
  const span = around(left, right);
  if (sign === 'and' || sign === 'or') {
    for (const side of [left, right]) needCondition(reader, side, sign);
    return { tree: { kind: sign, left: left.tree, right: right.tree }, type: 'boolean', span };
  }
  if (sign === '/' || sign === '^') for (const side of [left, right]) needNumber(reader, side, sign);
  const tree: Expression = { kind: 'binary', operator: sign, left: left.tree, right: right.tree };
  return { tree, type: 'number', span };
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
