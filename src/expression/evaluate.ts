/**
 * Evaluation by closures: the meaning of a tree, which the kernel's code repeats operation for operation. Sums and
 * products are done in the order written; `exp`, `log` and powers are the portable ones.
 */
import { exp, log, power } from '../random/index.ts';
import { NEVER, type StateView } from './state-view.ts';
import type { BinaryOperator, ComparisonOperator, Expression, FunctionName } from './tree.ts';

/** Reads a state. A boolean is 1 or 0; what is not finite is given as it is, and never thrown. */
export type Evaluator = (state: StateView) => number;

/** Compiles a tree once for many states. */
export function evaluator(tree: Expression): Evaluator {
  switch (tree.kind) {
    case 'number': {
      const { value } = tree;
      return () => value;
    }
    case 'boolean': {
      const value = tree.value ? 1 : 0;
      return () => value;
    }
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
      return readingOf(tree);
    case 'negate': {
      const operand = evaluator(tree.operand);
      return (state) => -operand(state);
    }
    case 'not': {
      const operand = evaluator(tree.operand);
      return (state) => (operand(state) === 0 ? 1 : 0);
    }
    case 'binary':
      return arithmetic(tree.operator, evaluator(tree.left), evaluator(tree.right));
    case 'chain':
      return chain(tree.operators, tree.operands.map(evaluator));
    case 'and': {
      const left = evaluator(tree.left);
      const right = evaluator(tree.right);
      return (state) => (left(state) !== 0 && right(state) !== 0 ? 1 : 0);
    }
    case 'or': {
      const left = evaluator(tree.left);
      const right = evaluator(tree.right);
      return (state) => (left(state) !== 0 || right(state) !== 0 ? 1 : 0);
    }
    case 'if': {
      const condition = evaluator(tree.condition);
      const yes = evaluator(tree.then);
      const no = evaluator(tree.otherwise);
      return (state) => (condition(state) !== 0 ? yes(state) : no(state));
    }
    case 'call':
      return call(tree.name, tree.arguments.map(evaluator));
    default:
      return tree satisfies never;
  }
}

/** A node without operands that reads the state. */
type StateNode = Extract<
  Expression,
  {
    readonly kind:
      | 'parameter'
      | 'variable'
      | 'auxiliary'
      | 'day'
      | 'dt'
      | 'active'
      | 'days_in'
      | 'since'
      | 'times'
      | 'is'
      | 'ended';
  }
>;

function readingOf(node: StateNode): Evaluator {
  switch (node.kind) {
    case 'parameter': {
      const { index } = node;
      return ({ parameters }) => parameters[index]!;
    }
    case 'variable': {
      const { index } = node;
      return ({ variables }) => variables[index]!;
    }
    case 'auxiliary': {
      const { index } = node;
      return ({ auxiliaries }) => auxiliaries[index]!;
    }
    case 'day':
      return ({ step, dt }) => step * dt;
    case 'dt':
      return ({ dt }) => dt;
    case 'active': {
      const { stage } = node;
      return ({ entered }) => (entered[stage]! >= 0 ? 1 : 0);
    }
    case 'days_in': {
      const { stage } = node;
      return ({ entered, step, dt }) => {
        const began = entered[stage]!;
        return began < 0 ? 0 : (step - began) * dt;
      };
    }
    case 'since': {
      const { happening } = node;
      return ({ last, step, dt }) => {
        const latest = last[happening]!;
        return latest < 0 ? NEVER : (step - (latest + 1)) * dt;
      };
    }
    case 'times': {
      const { happening } = node;
      return ({ times }) => times[happening]!;
    }
    case 'is': {
      const { parameter, choice } = node;
      return ({ parameters }) => (parameters[parameter]! === choice ? 1 : 0);
    }
    case 'ended': {
      const { outcome } = node;
      return (state) => (state.outcome === outcome ? 1 : 0);
    }
    default:
      return node satisfies never;
  }
}

function arithmetic(operator: BinaryOperator, left: Evaluator, right: Evaluator): Evaluator {
  switch (operator) {
    case '+':
      return (state) => left(state) + right(state);
    case '-':
      return (state) => left(state) - right(state);
    case '*':
      return (state) => left(state) * right(state);
    case '/':
      return (state) => left(state) / right(state);
    case '^':
      return (state) => power(left(state), right(state));
    default:
      return operator satisfies never;
  }
}

/** IEEE comparison: exact, and false (`!=`: true) where a side is not a number. */
function compare(operator: ComparisonOperator, left: number, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    default:
      return operator satisfies never;
  }
}

function chain(operators: readonly ComparisonOperator[], operands: readonly Evaluator[]): Evaluator {
  const first = operands[0]!;
  const links = operators.map((operator, index) => ({ operator, operand: operands[index + 1]! }));
  return (state) => {
    let left = first(state);
    for (const { operator, operand } of links) {
      const right = operand(state);
      if (!compare(operator, left, right)) return 0;
      left = right;
    }
    return 1;
  };
}

function call(name: FunctionName, operands: readonly Evaluator[]): Evaluator {
  const [x, second, third] = operands as readonly [Evaluator, Evaluator, Evaluator];
  switch (name) {
    case 'min':
      return fold(operands, (least, value) => (value < least ? value : least));
    case 'max':
      return fold(operands, (most, value) => (value > most ? value : most));
    case 'abs':
      return (state) => Math.abs(x(state));
    case 'exp':
      return (state) => exp(x(state));
    case 'log':
      return (state) => log(x(state));
    case 'sqrt':
      return (state) => Math.sqrt(x(state));
    case 'floor':
      return (state) => Math.floor(x(state));
    case 'clamp':
      return (state) => clamp(x(state), second(state), third(state));
    case 'logistic':
      return (state) => 1 / (1 + exp(-x(state)));
    case 'ramp':
      return (state) => ramp(x(state), second(state), third(state));
    default:
      return name satisfies never;
  }
}

function fold(operands: readonly Evaluator[], pick: (best: number, value: number) => number): Evaluator {
  const first = operands[0]!;
  const rest = operands.slice(1);
  return (state) => {
    let best = first(state);
    for (const operand of rest) best = pick(best, operand(state));
    return best;
  };
}

const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);

/** 0 at `from`, 1 at `to`, linear between, flat outside. `from` may be the greater of the two. */
function ramp(x: number, from: number, to: number): number {
  const share = (x - from) / (to - from);
  return share < 0 ? 0 : share > 1 ? 1 : share;
}
