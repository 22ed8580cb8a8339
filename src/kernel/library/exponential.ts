/** e^x in the IR: the operations of `random/exp.ts`, in their order. */
import {
  EXP_C2,
  EXP_C3,
  EXP_C4,
  EXP_C5,
  EXP_HIGHEST,
  EXP_LN2_64_HIGH,
  EXP_LN2_64_LOW,
  EXP_LOWEST,
  EXP_PER_LN2_64,
  EXP_SHIFTER,
} from '../../random/index.ts';
import type { Code, ProgramBuilder } from '../ir/builder.ts';
import {
  add,
  and,
  binary,
  bothBits,
  call,
  eq,
  f64,
  get,
  gt,
  i32,
  lanes,
  le,
  load,
  lt,
  mul,
  sub,
  unary,
} from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';

/** Up to this size of x one factor 2^k does, because neither it nor the result is subnormal. */
const ONE_FACTOR = 708;
const EXPONENT_BIAS = 1023;
const EXPONENT_SHIFT = 20;

const powerOfTwo = (k: Expr): Expr =>
  unary('f64.from_high_word', binary('i32.shl', add(k, i32(EXPONENT_BIAS)), i32(EXPONENT_SHIFT)));

/** Writes 2^(j/64)·e^r and yields it with k. */
function mantissa(code: Code, table: number, x: Expr): { readonly y: Expr; readonly k: Expr } {
  const shifted = code.keep(add(mul(x, f64(EXP_PER_LN2_64)), f64(EXP_SHIFTER)));
  const n = code.keep(sub(shifted, f64(EXP_SHIFTER)));
  const index = code.keep(unary('i32.low_word', shifted));
  const r = code.keep(sub(sub(x, mul(n, f64(EXP_LN2_64_HIGH))), mul(n, f64(EXP_LN2_64_LOW))));
  const q = code.keep(mul(r, r));
  const low = add(f64(EXP_C2), mul(r, f64(EXP_C3)));
  const high = add(f64(EXP_C4), mul(r, f64(EXP_C5)));
  const p = add(r, mul(q, add(low, mul(q, high))));
  const root = code.keep(load('f64', table, binary('i32.shl', and(index, i32(63)), i32(3))));
  return { y: add(root, mul(root, p)), k: binary('i32.shr_s', index, i32(6)) };
}

/**
 * The same in both lanes, whole. The lower bits of the shifted x are n, so k's bits are there six further up; what stands
 * above an exponent's twelve bits is shifted out.
 */
function both(code: Code, table: number, x: Expr): Expr {
  const [plus, minus, times] = (['f64x2.add', 'f64x2.sub', 'f64x2.mul'] as const).map(
    (name) => (a: Expr, b: Expr) => lanes(name, a, b),
  ) as [Lanewise, Lanewise, Lanewise];
  const of = (value: number): Expr => lanes('f64x2.splat', f64(value));
  const shifted = code.keep(plus(times(x, of(EXP_PER_LN2_64)), of(EXP_SHIFTER)));
  const n = code.keep(minus(shifted, of(EXP_SHIFTER)));
  const r = code.keep(minus(minus(x, times(n, of(EXP_LN2_64_HIGH))), times(n, of(EXP_LN2_64_LOW))));
  const q = code.keep(times(r, r));
  const low = plus(of(EXP_C2), times(r, of(EXP_C3)));
  const high = plus(of(EXP_C4), times(r, of(EXP_C5)));
  const p = plus(r, times(q, plus(low, times(q, high))));
  const places = code.keep(lanes('v128.and', lanes('i64x2.shl', shifted, i32(3)), bothBits(63n << 3n)));
  const first = lanes('f64x2.splat', load('f64', table, lanes('i32x4.lane_0', places)));
  const root = code.keep(lanes('f64x2.with_1', first, load('f64', table, lanes('i32x4.lane_2', places))));
  const biased = lanes('i64x2.add', lanes('i64x2.shr_u', shifted, i32(6)), bothBits(BigInt(EXPONENT_BIAS)));
  return times(plus(root, times(root, p)), lanes('i64x2.shl', biased, i32(52)));
}

type Lanewise = (a: Expr, b: Expr) => Expr;

/** Declares `exp_two(x)`: of both lanes. */
export function defineExpOfTwo(program: ProgramBuilder, table: number, exp: Func): Func {
  const two = program.declare('exp_two', ['v128'], 'v128');
  return program.define(two, (code, xs) => {
    const x = xs as Expr;
    const result = code.local('v128');
    const isInside = lanes('f64x2.le', lanes('f64x2.abs', x), lanes('f64x2.splat', f64(ONE_FACTOR)));
    code.if(
      eq(lanes('i64x2.bitmask', isInside), i32(3)),
      () => code.set(result, both(code, table, x)),
      () => {
        const first = call(exp, lanes('f64x2.lane_0', x));
        const second = call(exp, lanes('f64x2.lane_1', x));
        code.set(result, lanes('f64x2.with_1', lanes('f64x2.splat', first), second));
      },
    );
    code.return(get(result));
  });
}

/** Declares `exp`; `table` is the address of EXP_TABLE. */
export function defineExp(program: ProgramBuilder, table: number): Func {
  const edge = program.declare('exp_edge', ['f64'], 'f64');
  program.define(edge, (code, x) => {
    code.if(gt(x, f64(EXP_HIGHEST)), () => code.return(f64(Infinity)));
    code.if(lt(x, f64(EXP_LOWEST)), () => code.return(f64(0)));
    code.if(binary('f64.ne', x, x), () => code.return(x));
    const { y, k: exponent } = mantissa(code, table, x);
    const k = code.keep(exponent);
    const half = code.keep(binary('i32.shr_s', k, i32(1)));
    code.return(mul(mul(y, powerOfTwo(half)), powerOfTwo(sub(k, half))));
  });
  const exp = program.declare('exp', ['f64'], 'f64', true);
  return program.define(exp, (code, x) => {
    const result = code.local('f64');
    code.if(
      le(unary('f64.abs', x), f64(ONE_FACTOR)),
      () => {
        const { y, k } = mantissa(code, table, x);
        code.set(result, mul(y, powerOfTwo(k)));
      },
      () => code.set(result, call(edge, x)),
    );
    code.return(get(result));
  });
}
