/** The parts of a tree: gone through, and replaced. */
import type { Expression } from './tree.ts';

/** Direct parts of a node, in the order of the text. */
function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'negate':
    case 'not':
      return [node.operand];
    case 'binary':
    case 'and':
    case 'or':
      return [node.left, node.right];
    case 'chain':
      return node.operands;
    case 'if':
      return [node.condition, node.then, node.otherwise];
    case 'call':
      return node.arguments;
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
    case 'ended':
      return [];
    default:
      return node satisfies never;
  }
}

/** The node with its direct parts replaced; one without parts is itself. */
export function withParts(node: Expression, replaced: (part: Expression) => Expression): Expression {
  switch (node.kind) {
    case 'negate':
    case 'not':
      return { ...node, operand: replaced(node.operand) };
    case 'binary':
    case 'and':
    case 'or':
      return { ...node, left: replaced(node.left), right: replaced(node.right) };
    case 'chain':
      return { ...node, operands: node.operands.map(replaced) };
    case 'if':
      return {
        ...node,
        condition: replaced(node.condition),
        // biome-ignore lint/suspicious/noThenProperty: a branch of an expression
        then: replaced(node.then),
        otherwise: replaced(node.otherwise),
      };
    case 'call':
      return { ...node, arguments: node.arguments.map(replaced) };
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
    case 'ended':
      return node;
    default:
      return node satisfies never;
  }
}

/** Every node, a node before its parts, in the order of the text. */
export function* nodesOf(tree: Expression): Generator<Expression> {
  const open: Expression[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    open.push(...partsOf(node).toReversed());
  }
}
