/** Makes the nodes of a value graph, each once, and folds constants. */
import { BINARY, type BinaryName, UNARY, type UnaryName } from '../ir/operations.ts';
import type { Type } from '../ir/types.ts';
import { foldBinary, foldHelper, foldUnary } from './fold.ts';
import { type HelperName, HOLDS, type Holds, type LeafKind, type Value } from './node.ts';

const HELPER_COST: Readonly<Record<HelperName, number>> = { exp: 24, log: 24, power: 60 };
const SLOW: Partial<Record<UnaryName | BinaryName, number>> = { 'f64.div': 5, 'f64.sqrt': 6 };

const constKey = (type: Type, value: number): string =>
  `${type}:${Object.is(value, -0) ? '-0' : String(value)}`;

/** What a value of these holds for: no longer than each of them. */
const asLongAs = (...args: readonly Value[]): Holds =>
  args.reduce<Holds>((least, { holds }) => (holds > least ? holds : least), HOLDS.run);

/** How long what a leaf reads holds. */
export type LeafHolds = (kind: LeafKind, index: number) => Holds;

export class ValueGraph {
  private readonly known = new Map<string, Value>();
  private readonly holds: LeafHolds;

  constructor(holds: LeafHolds = (kind) => (kind === 'parameter' ? HOLDS.run : HOLDS.step)) {
    this.holds = holds;
  }

  constant(value: number, type: Type = 'f64'): Value {
    return this.once(constKey(type, value), (id) => ({
      id,
      op: 'const',
      type,
      value,
      holds: HOLDS.run,
      waits: false,
      cost: 0,
    }));
  }

  leaf(kind: LeafKind, index: number): Value {
    const type = kind === 'parameter' || kind === 'variable' || kind === 'auxiliary' ? 'f64' : 'i32';
    const holds = this.holds(kind, index);
    const waits = kind === 'auxiliary';
    return this.once(`${kind}:${index}`, (id) => ({
      id,
      op: 'leaf',
      type,
      kind,
      index,
      holds,
      waits,
      cost: 1,
    }));
  }

  unary(name: UnaryName, a: Value): Value {
    if (a.op === 'const') {
      const folded = foldUnary(name, a.value);
      if (folded !== null) return this.constant(folded, UNARY[name].type);
    }
    if (name === 'i32.eqz' && a.op === 'unary' && a.name === 'i32.eqz' && isTruth(a.args[0]))
      return a.args[0];
    return this.once(`${name}:${a.id}`, (id) => ({
      id,
      op: 'unary',
      type: UNARY[name].type,
      name,
      args: [a],
      holds: a.holds,
      waits: a.waits,
      cost: a.cost + (SLOW[name] ?? 1),
    }));
  }

  binary(name: BinaryName, a: Value, b: Value): Value {
    if (a.op === 'const' && b.op === 'const') {
      const folded = foldBinary(name, a.value, b.value);
      if (folded !== null) return this.constant(folded, BINARY[name].type);
    }
    const same = sameAsOperand(name, a, b);
    if (same !== null) return same;
    return this.once(`${name}:${a.id}:${b.id}`, (id) => ({
      id,
      op: 'binary',
      type: BINARY[name].type,
      name,
      args: [a, b],
      holds: asLongAs(a, b),
      waits: a.waits || b.waits,
      cost: a.cost + b.cost + (SLOW[name] ?? 1),
    }));
  }

  pick(condition: Value, a: Value, b: Value): Value {
    if (condition.op === 'const') return condition.value !== 0 ? a : b;
    if (a === b) return a;
    return this.once(`pick:${condition.id}:${a.id}:${b.id}`, (id) => ({
      id,
      op: 'pick',
      type: a.type,
      args: [condition, a, b],
      holds: asLongAs(condition, a, b),
      waits: condition.waits || a.waits || b.waits,
      cost: 1 + condition.cost + a.cost + b.cost,
    }));
  }

  help(name: HelperName, ...args: readonly Value[]): Value {
    const constants = args.flatMap((arg) => (arg.op === 'const' ? [arg.value] : []));
    if (constants.length === args.length) return this.constant(foldHelper(name, constants));
    return this.once(`${name}:${args.map((arg) => arg.id).join(':')}`, (id) => ({
      id,
      op: 'help',
      type: 'f64',
      name,
      args,
      holds: asLongAs(...args),
      waits: name === 'exp' || args.some((arg) => arg.waits),
      cost: args.reduce((sum, arg) => sum + arg.cost, HELPER_COST[name]),
    }));
  }

  private once(key: string, make: (id: number) => Value): Value {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const made = make(this.known.size);
    this.known.set(key, made);
    return made;
  }
}

/** Identities that hold for every bit pattern: x·1, 1·x, x/1, x − 0, and those of truth values. */
function sameAsOperand(name: BinaryName, a: Value, b: Value): Value | null {
  const is = (value: Value, number: number): boolean =>
    value.op === 'const' && Object.is(value.value, number);
  switch (name) {
    case 'f64.mul':
      return is(b, 1) ? a : is(a, 1) ? b : null;
    case 'f64.div':
      return is(b, 1) ? a : null;
    case 'f64.sub':
      return is(b, 0) ? a : null;
    case 'i32.and':
      return is(a, 0) ? a : is(b, 0) ? b : is(a, 1) && isTruth(b) ? b : is(b, 1) && isTruth(a) ? a : null;
    case 'i32.or':
      return is(a, 0) ? b : is(b, 0) ? a : null;
    default:
      return null;
  }
}

const TRUTHS: ReadonlySet<string> = new Set([
  'f64.eq',
  'f64.ne',
  'f64.lt',
  'f64.gt',
  'f64.le',
  'f64.ge',
  'i32.eq',
  'i32.ne',
  'i32.lt_s',
  'i32.gt_s',
  'i32.le_s',
  'i32.ge_s',
  'i32.eqz',
]);

/** Whether an i32 value is surely 0 or 1. */
function isTruth(value: Value): boolean {
  if (value.op === 'const') return value.value === 0 || value.value === 1;
  if (value.op === 'unary') return TRUTHS.has(value.name);
  if (value.op === 'pick') return isTruth(value.args[1]) && isTruth(value.args[2]);
  if (value.op !== 'binary') return false;
  if (value.name === 'i32.and' || value.name === 'i32.or') return value.args.every(isTruth);
  return TRUTHS.has(value.name);
}
