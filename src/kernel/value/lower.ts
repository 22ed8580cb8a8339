/**
 * Checked expressions as values. Booleans are i32 values 0 and 1; they become floats where a number is wanted.
 * Operations and their order are those of the tree; see `expression/` for the same meaning as closures.
 */
import type { ComparisonOperator, Expression, FunctionName } from '../../expression/index.ts';
import type { BinaryName } from '../ir/operations.ts';
import type { Type } from '../ir/types.ts';
import type { ValueGraph } from './graph.ts';
import type { Value } from './node.ts';

/** What a lowering has to know of the scenario. */
export interface LoweringContext {
  readonly graph: ValueGraph;
  /** Days in a step. */
  readonly dt: number;
  /** The value that stands for an auxiliary: what is stored of it, or its expression when it holds for a run. */
  readonly auxiliary: (index: number) => Value;
}

/** Stages whose being active is known where the expression stands. */
export type KnownActive = (stage: number) => boolean | null;

const NOTHING_KNOWN: KnownActive = () => null;
const NEVER_DAYS = 1e6;
/** A right operand dearer than this is evaluated only if the left one does not decide. */
const CHEAP = 12;

/** The value of an expression, i32 for a boolean one, f64 for a number. */
export function lower(context: LoweringContext, tree: Expression, known: KnownActive = NOTHING_KNOWN): Value {
  const { graph } = context;
  const again = (e: Expression): Value => lower(context, e, known);
  const number = (e: Expression): Value => asNumber(graph, again(e));
  const truth = (e: Expression): Value => asTruth(graph, again(e));
  switch (tree.kind) {
    case 'number':
      return graph.constant(tree.value);
    case 'boolean':
      return graph.constant(tree.value ? 1 : 0, 'i32');
    case 'parameter':
    case 'variable':
      return graph.leaf(tree.kind, tree.index);
    case 'auxiliary':
      return context.auxiliary(tree.index);
    case 'day':
      return days(context, graph.leaf('step', 0));
    case 'dt':
      return graph.constant(context.dt);
    case 'active':
      return activeStage(graph, tree.stage, known);
    case 'days_in':
      return graph.pick(
        activeStage(graph, tree.stage, known),
        days(context, graph.binary('i32.sub', graph.leaf('step', 0), graph.leaf('entered', tree.stage))),
        graph.constant(0),
      );
    case 'since':
      return daysSince(context, tree.happening);
    case 'times':
      return graph.unary('f64.from_i32', graph.leaf('times', tree.happening));
    case 'is':
      return graph.binary('f64.eq', graph.leaf('parameter', tree.parameter), graph.constant(tree.choice));
    case 'ended':
      throw new Error('outcome() can stand only where no kernel evaluates');
    case 'negate':
      return graph.unary('f64.neg', number(tree.operand));
    case 'not':
      return graph.unary('i32.eqz', truth(tree.operand));
    case 'binary':
    case 'and':
    case 'or':
      return joined(graph, tree, again);
    case 'chain':
      return chain(graph, tree.operators, tree.operands.map(number));
    case 'if':
      return choice(graph, truth(tree.condition), again(tree.then), again(tree.otherwise));
    case 'call':
      return called(graph, tree.name, tree.arguments.map(number));
    default:
      return tree satisfies never;
  }
}

type Join = Extract<Expression, { readonly kind: 'binary' | 'and' | 'or' }>;

const isJoin = (tree: Expression): tree is Join =>
  tree.kind === 'binary' || tree.kind === 'and' || tree.kind === 'or';

/** A sum of n terms is a tree n deep to the left; it is taken from its first term on, so that it needs no deep stack. */
function joined(graph: ValueGraph, whole: Join, one: (tree: Expression) => Value): Value {
  const joins: Join[] = [];
  let first: Expression = whole;
  for (; isJoin(first); first = first.left) joins.push(first);
  return joins.reduceRight((left, join) => joinedTo(graph, join, left, one), one(first));
}

function joinedTo(graph: ValueGraph, join: Join, left: Value, one: (tree: Expression) => Value): Value {
  if (join.kind !== 'binary') {
    const [a, b] = [asTruth(graph, left), asTruth(graph, one(join.right))];
    return join.kind === 'and' ? both(graph, a, b) : either(graph, a, b);
  }
  const [a, b] = [asNumber(graph, left), asNumber(graph, one(join.right))];
  return join.operator === '^' ? raised(graph, a, b) : graph.binary(ARITHMETIC[join.operator], a, b);
}

/** The value as a float: 1 and 0 for true and false. */
export const asNumber = (graph: ValueGraph, value: Value): Value =>
  value.type === 'f64' ? value : graph.unary('f64.from_i32', value);

/** The value as 1 or 0; a float (a boolean auxiliary is stored as one) is true unless 0. */
export const asTruth = (graph: ValueGraph, value: Value): Value =>
  value.type === 'i32' ? value : graph.binary('f64.ne', value, graph.constant(0));

export function activeStage(graph: ValueGraph, stage: number, known: KnownActive = NOTHING_KNOWN): Value {
  const answer = known(stage);
  if (answer !== null) return graph.constant(answer ? 1 : 0, 'i32');
  return graph.binary('i32.ge_s', graph.leaf('entered', stage), graph.constant(0, 'i32'));
}

const ARITHMETIC = { '+': 'f64.add', '-': 'f64.sub', '*': 'f64.mul', '/': 'f64.div' } as const;
const COMPARISON: Readonly<Record<ComparisonOperator, BinaryName>> = {
  '<': 'f64.lt',
  '<=': 'f64.le',
  '>': 'f64.gt',
  '>=': 'f64.ge',
  '==': 'f64.eq',
  '!=': 'f64.ne',
};

/** A number of steps in days. */
const days = (context: LoweringContext, steps: Value): Value =>
  context.graph.binary(
    'f64.mul',
    context.graph.unary('f64.from_i32', steps),
    context.graph.constant(context.dt),
  );

function daysSince(context: LoweringContext, happening: number): Value {
  const { graph } = context;
  const last = graph.leaf('last', happening);
  const after = graph.binary('i32.add', last, graph.constant(1, 'i32'));
  return graph.pick(
    graph.binary('i32.lt_s', last, graph.constant(0, 'i32')),
    graph.constant(NEVER_DAYS),
    days(context, graph.binary('i32.sub', graph.leaf('step', 0), after)),
  );
}

function chain(
  graph: ValueGraph,
  operators: readonly ComparisonOperator[],
  operands: readonly Value[],
): Value {
  const links = operators.map((operator, k) =>
    graph.binary(COMPARISON[operator], operands[k] as Value, operands[k + 1] as Value),
  );
  return links.reduce((left, right) => both(graph, left, right));
}

const both = (graph: ValueGraph, a: Value, b: Value): Value =>
  b.cost <= CHEAP ? graph.binary('i32.and', a, b) : graph.pick(a, b, graph.constant(0, 'i32'));

const either = (graph: ValueGraph, a: Value, b: Value): Value =>
  b.cost <= CHEAP ? graph.binary('i32.or', a, b) : graph.pick(a, graph.constant(1, 'i32'), b);

function choice(graph: ValueGraph, condition: Value, a: Value, b: Value): Value {
  const type: Type = a.type === b.type ? a.type : 'f64';
  return type === 'i32'
    ? graph.pick(condition, a, b)
    : graph.pick(condition, asNumber(graph, a), asNumber(graph, b));
}

function called(graph: ValueGraph, name: FunctionName, args: readonly Value[]): Value {
  const [a, b, c] = args as readonly [Value, Value, Value];
  switch (name) {
    case 'min':
      return args.reduce((low, next) => graph.binary('f64.pick_lower', low, next));
    case 'max':
      return args.reduce((high, next) => graph.binary('f64.pick_higher', high, next));
    case 'abs':
    case 'floor':
    case 'sqrt':
      return graph.unary(`f64.${name}`, a);
    case 'exp':
    case 'log':
      return graph.help(name, a);
    case 'clamp':
      return clamped(graph, a, b, c);
    case 'logistic': {
      const one = graph.constant(1);
      const below = graph.help('exp', graph.unary('f64.neg', a));
      return graph.binary('f64.div', one, graph.binary('f64.add', one, below));
    }
    case 'ramp': {
      const share = graph.binary('f64.div', graph.binary('f64.sub', a, b), graph.binary('f64.sub', c, b));
      return clamped(graph, share, graph.constant(0), graph.constant(1));
    }
    default:
      return name satisfies never;
  }
}

/**
 * `x < low ? low : x > high ? high : x`. With constant ends in order this is two picks without a branch:
 * where x > high the upper pick yields high ≥ low, which the lower one keeps.
 */
export function clamped(graph: ValueGraph, x: Value, low: Value, high: Value): Value {
  if (low.op === 'const' && high.op === 'const' && low.value <= high.value) {
    return graph.binary('f64.pick_higher', graph.binary('f64.pick_lower', x, high), low);
  }
  return graph.pick(
    graph.binary('f64.lt', x, low),
    low,
    graph.pick(graph.binary('f64.gt', x, high), high, x),
  );
}

/** Whole exponents of a few bits are multiplied out in the order of `power`; its first factor 1·x is x. */
function raised(graph: ValueGraph, x: Value, y: Value): Value {
  if (y.op !== 'const' || x.op === 'const') return graph.help('power', x, y);
  if (y.value === 0) return graph.constant(1);
  if (y.value === 0.5) return graph.unary('f64.sqrt', x);
  const size = Math.abs(y.value);
  if (size > 16 || Math.floor(size) !== size) return graph.help('power', x, y);
  let whole = graph.constant(1) as Value;
  let base: Value = x as Value;
  for (let bits = size; bits > 0; bits >>= 1) {
    if ((bits & 1) === 1) whole = graph.binary('f64.mul', whole, base);
    if (bits > 1) base = graph.binary('f64.mul', base, base);
  }
  return y.value < 0 ? graph.binary('f64.div', graph.constant(1), whole) : whole;
}
