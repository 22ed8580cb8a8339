/** Comparisons, one or several in a row. They take numbers. */
import type { Span } from '../diagnostics/index.ts';
import { fault, piece, type Wording } from './fault.ts';
import type { ParsedNode } from './mathjs.ts';
import { need, type Reader, type Reading, ReadOtherwise } from './reading.ts';
import type { ComparisonOperator, ExpressionFault } from './tree.ts';
import * as words from './type-words.ts';

const isComparison = (sign: string): sign is ComparisonOperator =>
  ['<', '<=', '>', '>=', '==', '!='].includes(sign);

/** One comparison or several in a row; the signs are those of the text. */
export function readChain(reader: Reader, params: readonly ParsedNode[]): Reading {
  const before = reader.faults.length;
  const operands = [reader.read(params[0]!)];
  const ofFirst = reader.faults.slice(before);
  const operators: ComparisonOperator[] = [];
  for (const param of params.slice(1)) {
    const { text } = reader.take();
    if (!isComparison(text)) throw new ReadOtherwise();
    operators.push(text);
    operands.push(reader.read(param));
  }
  const span = { start: operands[0]!.span.start, end: operands.at(-1)!.span.end };
  if (beginsWithNot(params[0]!) && (operands[0]!.type === 'boolean' || ofFirst.some(isTypeFault))) {
    const wording = unbracketedNot(reader.text, { span, operators, first: operands[0]! });
    const others = reader.faults
      .slice(before)
      .filter((found) => !(isTypeFault(found) && ofFirst.includes(found)));
    reader.faults.splice(
      before,
      Number.POSITIVE_INFINITY,
      ...others,
      fault('expression-type', span, wording),
    );
  } else complainOfConditions(reader, operands, operators);
  return {
    tree: { kind: 'chain', operators, operands: operands.map(({ tree }) => tree) },
    type: 'boolean',
    span,
  };
}

const isTypeFault = ({ code }: ExpressionFault): boolean => code === 'expression-type';

/** `not a`, or a sum or product that begins so. */
function beginsWithNot(node: ParsedNode): boolean {
  let first: ParsedNode | undefined = node;
  while (first?.type === 'OperatorNode' && first.args.length === 2) first = first.args[0];
  return first?.type === 'OperatorNode' && first.op === 'not';
}

/** `not a > b`: one complaint that says how to bracket, instead of those that follow from the reading. */
function unbracketedNot(
  text: string,
  chain: { readonly span: Span; readonly operators: readonly ComparisonOperator[]; readonly first: Reading },
): Wording {
  const withoutNot = ({ start, end }: Span): string => piece(text, { start: start + 'not'.length, end });
  const sign = chain.operators[0]!;
  return words.unbracketedNot(
    withoutNot(chain.span),
    sign,
    chain.first.tree.kind === 'not' ? withoutNot(chain.first.span) : null,
  );
}

function complainOfConditions(
  reader: Reader,
  operands: readonly Reading[],
  operators: readonly ComparisonOperator[],
): void {
  const [first, second] = operands;
  const literal = [first, second].find((operand) => operand?.tree.kind === 'boolean');
  const other = literal === first ? second : first;
  if (operands.length === 2 && literal?.tree.kind === 'boolean' && other?.type === 'boolean') {
    const condition = piece(reader.text, other.span);
    const { value } = literal.tree;
    need(reader, literal, 'number', () => words.comparedWithLiteral(condition, operators[0]!, value));
    return;
  }
  for (const [index, operand] of operands.entries()) {
    const sign = operators[Math.max(0, index - 1)]!;
    need(reader, operand, 'number', () => words.comparesNumbers(piece(reader.text, operand.span), sign));
  }
}
