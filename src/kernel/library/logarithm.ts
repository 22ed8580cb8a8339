/** ln x and powers in the IR: the operations of `random/log.ts` and `random/power.ts`, in their order. */
import { LOG_COEFFICIENTS, LOG_LN2_HIGH, LOG_LN2_LOW, POWER_WHOLE_LIMIT } from '../../random/index.ts';
import type { Code, ProgramBuilder } from '../ir/builder.ts';
import {
  add,
  and,
  binary,
  bothBits,
  call,
  div,
  eq,
  f64,
  ge,
  get,
  gt,
  i32,
  lanes,
  le,
  lt,
  mul,
  negate,
  not,
  pick,
  sqrt,
  sub,
  toF64,
  unary,
} from '../ir/expressions.ts';
import { LOG_BASE, LOG_MASK, LOG_OFFSET } from '../ir/operations.ts';
import type { Expr, Func } from '../ir/types.ts';
import { fourUniforms } from './uniform.ts';

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_52 = 4503599627370496;
const TWO_54 = 18014398509481984;

/** The logarithm of a float known to be normal and above 0, given with the power of 2 it was multiplied by. */
function normalLog(code: Code, x: Expr, lowered: Expr | null): Expr {
  const exponent = unary('i32.log_exponent', x);
  const k = code.keep(toF64(lowered === null ? exponent : sub(exponent, lowered)));
  const f = code.keep(sub(unary('f64.log_mantissa', x), f64(1)));
  const half = code.keep(mul(mul(f64(0.5), f), f));
  const s = code.keep(div(f, add(f64(2), f)));
  const z = code.keep(mul(s, s));
  const w = code.keep(mul(z, z));
  const [l1, l2, l3, l4, l5, l6, l7] = LOG_COEFFICIENTS;
  const even = mul(w, add(f64(l2), mul(w, add(f64(l4), mul(w, f64(l6))))));
  const odd = mul(z, add(f64(l1), mul(w, add(f64(l3), mul(w, add(f64(l5), mul(w, f64(l7))))))));
  const tail = add(mul(s, add(half, add(odd, even))), mul(k, f64(LOG_LN2_LOW)));
  return add(add(sub(tail, half), f), mul(k, f64(LOG_LN2_HIGH)));
}

export function defineLog(program: ProgramBuilder): Func {
  const edge = program.declare('log_edge', ['f64'], 'f64');
  program.define(edge, (code, x) => {
    code.if(not(gt(x, f64(0))), () => code.return(pick(eq(x, f64(0)), f64(-Infinity), f64(NaN))));
    code.if(eq(x, f64(Infinity)), () => code.return(x));
    code.return(normalLog(code, code.keep(mul(x, f64(TWO_54))), i32(54)));
  });
  const log = program.declare('log', ['f64'], 'f64', true);
  return program.define(log, (code, x) => {
    const result = code.local('f64');
    code.if(
      and(ge(x, f64(SMALLEST_NORMAL)), lt(x, f64(Infinity))),
      () => code.set(result, normalLog(code, x, null)),
      () => code.set(result, call(edge, x)),
    );
    code.return(get(result));
  });
}

/** The same of two floats. An exponent e is (2^52 + e) − (2^52 + 1023) in floats, which is exact. */
function normalLogs(code: Code, x: Expr): Expr {
  const both = (value: number): Expr => lanes('f64x2.splat', f64(value));
  const plus = (a: Expr, b: Expr): Expr => lanes('f64x2.add', a, b);
  const minus = (a: Expr, b: Expr): Expr => lanes('f64x2.sub', a, b);
  const times = (a: Expr, b: Expr): Expr => lanes('f64x2.mul', a, b);
  const bits = code.keep(lanes('i64x2.add', x, bothBits(LOG_OFFSET)));
  const raised = lanes('v128.or', lanes('i64x2.shr_u', bits, i32(52)), both(TWO_52));
  const k = code.keep(minus(raised, both(TWO_52 + 1023)));
  const mantissa = lanes('i64x2.add', lanes('v128.and', bits, bothBits(LOG_MASK)), bothBits(LOG_BASE));
  const f = code.keep(minus(mantissa, both(1)));
  const half = code.keep(times(times(both(0.5), f), f));
  const s = code.keep(lanes('f64x2.div', f, plus(both(2), f)));
  const z = code.keep(times(s, s));
  const w = code.keep(times(z, z));
  const [l1, l2, l3, l4, l5, l6, l7] = LOG_COEFFICIENTS;
  const even = times(w, plus(both(l2), times(w, plus(both(l4), times(w, both(l6))))));
  const inner = plus(both(l3), times(w, plus(both(l5), times(w, both(l7)))));
  const odd = times(z, plus(both(l1), times(w, inner)));
  const tail = plus(times(s, plus(half, plus(odd, even))), times(k, both(LOG_LN2_LOW)));
  return plus(plus(minus(tail, half), f), times(k, both(LOG_LN2_HIGH)));
}

/** Declares `exponentials(sites, run, n, to)`: four times −ln(1 − u), stored from `to` on. */
export function defineExponentials(program: ProgramBuilder, keyAddress: number): Func {
  const exponentials = program.declare('exponentials', ['v128', 'i32', 'v128', 'i32'], null);
  return program.define(exponentials, (code, site, run, n, to) => {
    const at = { site: site as Expr, run: run as Expr, n: n as Expr };
    fourUniforms(code, keyAddress, at).forEach((u, k) => {
      const rest = code.keep(lanes('f64x2.sub', lanes('f64x2.splat', f64(1)), u));
      code.store('v128', 16 * k, lanes('f64x2.neg', normalLogs(code, rest)), to as Expr);
    });
  });
}

/** Declares `exponential(site, run, n)`: −ln(1 − u) of an addressed uniform; 1 − u is always normal. */
export function defineExponential(program: ProgramBuilder, uniform: Func): Func {
  const exponential = program.declare('exponential', ['i32', 'i32', 'i32'], 'f64');
  return program.define(exponential, (code, site, run, n) => {
    const rest = code.keep(sub(f64(1), code.spliced(uniform, site as Expr, run as Expr, n as Expr) as Expr));
    code.return(negate(normalLog(code, rest, null)));
  });
}

export function definePower(program: ProgramBuilder, exp: Func, log: Func): Func {
  const whole = program.declare('whole_power', ['f64', 'f64'], 'f64');
  program.define(whole, (code, x, y) => {
    const result = code.local('f64');
    const base = code.local('f64');
    const bits = code.local('i32');
    code.set(result, f64(1));
    code.set(base, x);
    code.set(bits, unary('i32.trunc', unary('f64.abs', y)));
    code.while(gt(get(bits), i32(0)), () => {
      code.if(and(get(bits), i32(1)), () => code.set(result, mul(get(result), get(base))));
      code.set(base, mul(get(base), get(base)));
      code.set(bits, binary('i32.shr_s', get(bits), i32(1)));
    });
    code.if(lt(y, f64(0)), () => code.return(div(f64(1), get(result))));
    code.return(get(result));
  });
  const power = program.declare('power', ['f64', 'f64'], 'f64', true);
  return program.define(power, (code, x, y) => {
    code.if(eq(y, f64(0)), () => code.return(f64(1)));
    const isWhole = eq(unary('f64.floor', y), y);
    code.if(and(le(unary('f64.abs', y), f64(POWER_WHOLE_LIMIT)), isWhole), () =>
      code.return(call(whole, x, y)),
    );
    code.if(eq(y, f64(0.5)), () => code.return(sqrt(x)));
    code.if(gt(x, f64(0)), () => code.return(call(exp, mul(y, call(log, x)))));
    code.if(eq(x, f64(0)), () => code.return(pick(gt(y, f64(0)), f64(0), f64(Infinity))));
    code.return(f64(NaN));
  });
}
