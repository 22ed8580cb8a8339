/** Constructors of IR expressions. They simplify only what leaves every bit of the result as it is. */
import { LANES, type LaneName } from './lanes.ts';
import { BINARY, type BinaryName, UNARY, type UnaryName } from './operations.ts';
import type { Expr, Func, Local, Type } from './types.ts';

export const f64 = (value: number): Expr => ({ op: 'const', type: 'f64', value });
export const i32 = (value: number): Expr => ({ op: 'const', type: 'i32', value: value | 0 });
export const get = (local: Local): Expr => ({ op: 'get', type: local.type, local });

/** The value at `offset` bytes, plus `address` bytes. */
export const load = (type: Type, offset: number, address: Expr | null = null): Expr => ({
  op: 'load',
  type,
  offset,
  address,
});

export const unary = (name: UnaryName, a: Expr): Expr => ({ op: 'unary', type: UNARY[name].type, name, a });

export const binary = (name: BinaryName, a: Expr, b: Expr): Expr => ({
  op: 'binary',
  type: BINARY[name].type,
  name,
  a,
  b,
});

export const pick = (condition: Expr, a: Expr, b: Expr): Expr => ({
  op: 'pick',
  type: a.type,
  condition,
  a,
  b,
});

/** A call for its result; the function must have one. */
export function call(func: Func, ...args: readonly Expr[]): Expr {
  if (func.result === null) throw new Error(`kernel function ${func.name} has no result`);
  func.isCalled = true;
  return { op: 'call', type: func.result, func, args };
}

export const add = (a: Expr, b: Expr): Expr => binary(a.type === 'f64' ? 'f64.add' : 'i32.add', a, b);
export const sub = (a: Expr, b: Expr): Expr => binary(a.type === 'f64' ? 'f64.sub' : 'i32.sub', a, b);
export const mul = (a: Expr, b: Expr): Expr => {
  // x·1 is x, bit for bit.
  if (b.op === 'const' && b.value === 1) return a;
  return binary(a.type === 'f64' ? 'f64.mul' : 'i32.mul', a, b);
};
export const div = (a: Expr, b: Expr): Expr =>
  b.op === 'const' && b.value === 1 ? a : binary('f64.div', a, b);
export const lt = (a: Expr, b: Expr): Expr => binary(a.type === 'f64' ? 'f64.lt' : 'i32.lt_s', a, b);
export const gt = (a: Expr, b: Expr): Expr => binary(a.type === 'f64' ? 'f64.gt' : 'i32.gt_s', a, b);
export const le = (a: Expr, b: Expr): Expr => binary(a.type === 'f64' ? 'f64.le' : 'i32.le_s', a, b);
export const ge = (a: Expr, b: Expr): Expr => binary(a.type === 'f64' ? 'f64.ge' : 'i32.ge_s', a, b);
export const eq = (a: Expr, b: Expr): Expr => binary(a.type === 'f64' ? 'f64.eq' : 'i32.eq', a, b);
export const ne = (a: Expr, b: Expr): Expr => binary(a.type === 'f64' ? 'f64.ne' : 'i32.ne', a, b);
export const and = (a: Expr, b: Expr): Expr => binary('i32.and', a, b);
export const or = (a: Expr, b: Expr): Expr => binary('i32.or', a, b);
export const not = (a: Expr): Expr => unary('i32.eqz', a);
export const toF64 = (a: Expr): Expr => unary('f64.from_i32', a);
export const sqrt = (a: Expr): Expr => unary('f64.sqrt', a);
export const negate = (a: Expr): Expr => unary('f64.neg', a);

export const lanes = (name: LaneName, ...args: readonly Expr[]): Expr => ({
  op: 'lanes',
  type: LANES[name].type,
  name,
  args,
});

const word = new DataView(new ArrayBuffer(8));

/** The i64 in both lanes of a vector. */
export function bothBits(bits: bigint): Expr {
  word.setBigUint64(0, bits);
  return lanes('f64x2.splat', f64(word.getFloat64(0)));
}
