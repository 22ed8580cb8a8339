/**
 * The one place that touches mathjs: its parser, and nothing that evaluates. `mathjs/number` bundles to a fifth of
 * the whole library, and the parser is put together at its first use, so that importing this costs next to nothing.
 */
import { create, parseDependencies } from 'mathjs/number';
import type { Token } from './tokens.ts';

/** What this program reads of mathjs's trees. Any other node is refused. */
export type ParsedNode =
  | { readonly type: 'ConstantNode' }
  | { readonly type: 'SymbolNode' }
  | { readonly type: 'ParenthesisNode'; readonly content: ParsedNode }
  | { readonly type: 'OperatorNode'; readonly op: string; readonly args: readonly ParsedNode[] }
  | { readonly type: 'RelationalNode'; readonly params: readonly ParsedNode[] }
  | {
      readonly type: 'ConditionalNode';
      readonly condition: ParsedNode;
      readonly trueExpr: ParsedNode;
      readonly falseExpr: ParsedNode;
    }
  | { readonly type: 'FunctionNode'; readonly fn: ParsedNode; readonly args: readonly ParsedNode[] }
  | { readonly type: 'AccessorNode'; readonly object: ParsedNode };

let parser: ((text: string) => unknown) | null = null;

/**
 * mathjs's tree of an expression that passed the gates, or null where mathjs cannot read it. mathjs is asked for the
 * grammar alone: every name is an `x` to it, so that no word of an author means anything to it (`undefined`, `pi`),
 * and a line break, which separates expressions to it, is a blank.
 */
export function parseByMathjs(tokens: readonly Token[]): ParsedNode | null {
  if (parser === null) {
    const { parse } = create(parseDependencies!);
    parser = (input) => parse(input);
  }
  const grammar = tokens.map(({ kind, text }) => (kind === 'name' ? 'x' : text)).join(' ');
  try {
    return parser(grammar) as ParsedNode;
  } catch {
    return null;
  }
}
