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
  call,
  f64,
  get,
  gt,
  i32,
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
