/** `given`, which may ask how a run ended, as expressions that do not: one for each answer. */
import { type CheckedExpression, type Expression, references } from '../expression/index.ts';

/** The condition under each outcome that it asks for, and under every other (`outcome` null, last). */
export interface GivenCase {
  readonly outcome: number | null;
  readonly expression: CheckedExpression;
}

/** No engine evaluates `outcome()`: at the end of a run its answer is known, so it is put in the tree's place. */
export function casesOf(given: CheckedExpression): readonly GivenCase[] {
  const asked: readonly (number | null)[] = [...references(given.tree).outcomes, null];
  return asked.map((outcome) => ({
    outcome,
    expression: { ...given, tree: endedWith(given.tree, outcome) },
  }));
}

function endedWith(tree: Expression, outcome: number | null): Expression {
  const again = (part: Expression): Expression => endedWith(part, outcome);
  switch (tree.kind) {
    case 'ended':
      return { kind: 'boolean', value: tree.outcome === outcome };
    case 'negate':
    case 'not':
      return { ...tree, operand: again(tree.operand) };
    case 'binary':
    case 'and':
    case 'or':
      return { ...tree, left: again(tree.left), right: again(tree.right) };
    case 'chain':
      return { ...tree, operands: tree.operands.map(again) };
    case 'if':
      return {
        ...tree,
        condition: again(tree.condition),
        // biome-ignore lint/suspicious/noThenProperty: a branch of an expression
        then: again(tree.then),
        otherwise: again(tree.otherwise),
      };
    case 'call':
      return { ...tree, arguments: tree.arguments.map(again) };
    case 'number':
    case 'boolean':
    case 'parameter':
    case 'variable':
    case 'auxiliary':
    case 'day':
    case 'dt':
    case 'active':
    case 'days_in':
    case 'since':
    case 'times':
    case 'is':
      return tree;
    default:
      return tree satisfies never;
  }
}
