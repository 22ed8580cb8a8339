/** Comparisons, one or several in a row. They take numbers. */
import type { Span } from '../diagnostics/index.ts';
import { fault, piece } from './fault.ts';
import type { ParsedNode } from './mathjs.ts';
import { need, type Reader, type Reading, ReadOtherwise } from './reading.ts';
import type { ComparisonOperator } from './tree.ts';
import * as words from './type-words.ts';

const isComparison = (sign: string): sign is ComparisonOperator =>
  ['<', '<=', '>', '>=', '==', '!='].includes(sign);

/** One comparison or several in a row; the signs are those of the text. */
export function readChain(reader: Reader, params: readonly ParsedNode[]): Reading {
  const operands: Reading[] = [];
  const operators: ComparisonOperator[] = [];
  const faultsBefore = reader.faults.length;
  for (const param of params) {
    if (operands.length > 0) {
      const { text } = reader.take();
      if (!isComparison(text)) throw new ReadOtherwise();
      operators.push(text);
    }
    operands.push(reader.read(param));
  }
  const span = { start: operands[0]!.span.start, end: operands.at(-1)!.span.end };
  if (isNot(params[0]!)) complainOfNot(reader, { operands, operators, span, faultsBefore });
  else complainOfConditions(reader, operands, operators);
  return {
    tree: { kind: 'chain', operators, operands: operands.map(({ tree }) => tree) },
    type: 'boolean',
    span,
  };
}

const isNot = (node: ParsedNode): boolean => node.type === 'OperatorNode' && node.op === 'not';

/** `not a > b`: one complaint that says how to bracket, instead of the two that follow from the reading. */
function complainOfNot(
  reader: Reader,
  chain: {
    readonly operands: readonly Reading[];
    readonly operators: readonly ComparisonOperator[];
    readonly span: Span;
    readonly faultsBefore: number;
  },
): void {
  const others = reader.faults.splice(chain.faultsBefore).filter(({ code }) => code !== 'expression-type');
  const withoutNot = (span: Span): string =>
    piece(reader.text, { start: span.start + 'not'.length, end: span.end });
  const operand = withoutNot(chain.operands[0]!.span);
  const wording = words.unbracketedNot(operand, withoutNot(chain.span), chain.operators[0]!);
  reader.faults.push(...others, fault('expression-type', chain.span, wording));
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
    need(reader, literal, 'number', words.comparedWithLiteral(condition, operators[0]!, literal.tree.value));
    return;
  }
  for (const [index, operand] of operands.entries()) {
    const sign = operators[Math.max(0, index - 1)]!;
    need(reader, operand, 'number', words.comparesNumbers(piece(reader.text, operand.span), sign));
  }
}
