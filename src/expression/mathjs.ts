/**
 * The one place that touches mathjs: its parser, and nothing that evaluates. `mathjs/number` bundles to a fifth of
 * the whole library, and the parser is put together at its first use, so that importing this costs next to nothing.
 */
import { create, parseDependencies } from 'mathjs/number';

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
 * mathjs's tree of a text that passed the gates, or null where mathjs cannot read it. A line break, which separates
 * expressions to mathjs, becomes a blank.
 */
export function parseByMathjs(text: string): ParsedNode | null {
  if (parser === null) {
    const { parse } = create(parseDependencies!);
    parser = (input) => parse(input);
  }
  try {
    return parser(text.replace(/[\r\n]/g, ' ')) as ParsedNode;
  } catch {
    return null;
  }
}
