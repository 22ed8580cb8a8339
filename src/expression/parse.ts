/** From an expression's text to a checked tree, or to everything that is wrong with it. */
import { fault, inOrder, piece } from './fault.ts';
import { LONGEST_EXPRESSION, MOST_TOKENS } from './limits.ts';
import { checkLooseNames } from './loose-names.ts';
import { parseByMathjs } from './mathjs.ts';
import { readTree, type TreeReading } from './read-tree.ts';
import { ReadOtherwise } from './reading.ts';
import { checkStructure } from './structure.ts';
import { type Token, tokenise } from './tokens.ts';
import type { Expression, ExpressionFault, ExpressionRules, Names, ValueType } from './tree.ts';
import { wrongWhole } from './type-words.ts';

/** An expression that may be evaluated: every name is resolved, every type fits. */
export interface ParsedExpression {
  readonly tree: Expression;
  readonly type: ValueType;
}

/**
 * Reads an expression. A number or a yes-or-no of the file is given as its text.
 *
 * Gives the checked tree, or a list of at least one fault in the order of the text; spans count from the text's
 * start. Nothing is thrown for any text. mathjs is shown only what passed the gates of `tokens` and `structure`, and
 * its tree is taken over node by node: what is not listed in `read-tree` does not exist.
 */
export function parseExpression(
  text: string,
  names: Names,
  rules: ExpressionRules,
): ParsedExpression | ExpressionFault[] {
  if (text.length > LONGEST_EXPRESSION)
    return [tooLong(text, `${text.length} characters; ${LONGEST_EXPRESSION}`)];
  const { tokens, faults: foreign } = tokenise(text);
  if (tokens.length > MOST_TOKENS) return [tooLong(text, `${tokens.length} words and signs; ${MOST_TOKENS}`)];
  const broken = foreign.length > 0 ? foreign : checkStructure(text, tokens);
  if (broken.length > 0)
    return inOrder([...broken, ...checkLooseNames(tokens, broken, { names, scope: rules.scope })]);
  const reading = readByMathjs(text, tokens, { names, scope: rules.scope });
  if (reading === null) return [unreadable(text, tokens)];
  const faults = [...reading.faults, ...checkWhole(text, reading, rules.wants)];
  if (faults.length > 0 || reading.type === null) return inOrder(faults);
  return { tree: reading.tree, type: reading.type };
}

function readByMathjs(
  text: string,
  tokens: readonly Token[],
  place: { readonly names: Names; readonly scope: ExpressionRules['scope'] },
): TreeReading | null {
  const node = parseByMathjs(tokens);
  if (node === null) return null;
  try {
    return readTree(text, { tokens, node }, place);
  } catch (error) {
    if (error instanceof ReadOtherwise) return null;
    throw error;
  }
}

function checkWhole(
  text: string,
  reading: TreeReading,
  wants: ExpressionRules['wants'],
): readonly ExpressionFault[] {
  if (wants === 'either' || reading.type === null || reading.type === wants) return [];
  // What is badly typed as a whole is told once.
  const { start, end } = reading.span;
  if (reading.faults.some(({ span }) => span.start === start && span.end === end)) return [];
  return [fault('expression-type', reading.span, wrongWhole(piece(text, reading.span), wants))];
}

function tooLong(text: string, excess: string): ExpressionFault {
  const whole = { start: 0, end: text.length };
  return fault('expression-too-long', whole, {
    message: `The expression has ${excess} are allowed`,
    mend: 'name its parts under `auxiliaries`',
  });
}

/** The gates let through only what mathjs reads; this is for a mathjs that has changed. */
function unreadable(text: string, tokens: readonly Token[]): ExpressionFault {
  const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? text.length };
  return fault('expression-syntax', span, {
    message: `\`${piece(text, span)}\` cannot be read as an expression`,
    mend: 'put brackets around its parts',
  });
}
