/** The values an expression read, by name: what a fault in a run tells, and why something could happen. */
import { evaluator } from './evaluate.ts';
import { nodesOf } from './parts.ts';
import type { StateView } from './state-view.ts';
import type { Expression } from './tree.ts';

/** How the author calls what a tree knows by index. */
export interface NamesByIndex {
  readonly parameter: (index: number) => string;
  readonly variable: (index: number) => string;
  readonly auxiliary: (index: number) => string;
  readonly stage: (index: number) => string;
  readonly happening: (index: number) => string;
  readonly outcome: (index: number) => string;
  readonly choice: (parameter: number, choice: number) => string;
}

export interface ValueRead {
  /** As in the expression: `crowd`, `active(street.riot)`; for `is`, the parameter. */
  readonly name: string;
  /** A yes or no for `active` and `outcome`; the name of the drawn choice for `is`. */
  readonly value: number | boolean | string;
}

/** Everything the expression reads in this state, once each, in the order of the text. */
export function valuesRead(tree: Expression, state: StateView, names: NamesByIndex): readonly ValueRead[] {
  const found = new Map<string, ValueRead>();
  for (const node of nodesOf(tree)) {
    const read = valueRead(node, state, names);
    if (read !== null && !found.has(read.name)) found.set(read.name, read);
  }
  return [...found.values()];
}

function valueRead(node: Expression, state: StateView, names: NamesByIndex): ValueRead | null {
  const value = (): number => evaluator(node)(state);
  switch (node.kind) {
    case 'parameter':
    case 'variable':
    case 'auxiliary':
      return { name: names[node.kind](node.index), value: value() };
    case 'day':
    case 'dt':
      return { name: node.kind, value: value() };
    case 'active':
      return { name: `active(${names.stage(node.stage)})`, value: value() !== 0 };
    case 'days_in':
      return { name: `days_in(${names.stage(node.stage)})`, value: value() };
    case 'since':
    case 'times':
      return { name: `${node.kind}(${names.happening(node.happening)})`, value: value() };
    case 'is': {
      const drawn = state.parameters[node.parameter] ?? Number.NaN;
      return { name: names.parameter(node.parameter), value: names.choice(node.parameter, drawn) };
    }
    case 'ended':
      return { name: `outcome(${names.outcome(node.outcome)})`, value: value() !== 0 };
    default:
      return null;
  }
}
