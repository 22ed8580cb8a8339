/** ln x and powers in the IR: the operations of `random/log.ts` and `random/power.ts`, in their order. */
import {
  LOG_COEFFICIENTS,
  LOG_LN2_HIGH,
  LOG_LN2_LOW,
  LOG_ROOT_HALF_WORD,
  POWER_WHOLE_LIMIT,
} from '../../random/index.ts';
import type { ProgramBuilder } from '../ir/builder.ts';
import {
  add,
  and,
  binary,
  call,
  div,
  eq,
  f64,
  get,
  gt,
  i32,
  le,
  lt,
  mul,
  not,
  pick,
  sqrt,
  sub,
  toF64,
  unary,
} from '../ir/expressions.ts';
import type { Func } from '../ir/types.ts';

const ONE_WORD = 0x3ff00000;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_54 = 18014398509481984;

export function defineLog(program: ProgramBuilder): Func {
  const log = program.declare('log', ['f64'], 'f64', true);
  return program.define(log, (code, x) => {
    code.if(not(gt(x, f64(0))), () => code.return(pick(eq(x, f64(0)), f64(-Infinity), f64(NaN))));
    code.if(eq(x, f64(Infinity)), () => code.return(x));
    const scaled = code.local('f64');
    const lowest = code.local('i32');
    code.set(scaled, x);
    code.set(lowest, i32(-1023));
    code.if(lt(x, f64(SMALLEST_NORMAL)), () => {
      code.set(scaled, mul(x, f64(TWO_54)));
      code.set(lowest, i32(-1077));
    });
    const word = code.keep(add(unary('i32.high_word', get(scaled)), i32(ONE_WORD - LOG_ROOT_HALF_WORD)));
    const k = code.keep(toF64(add(get(lowest), binary('i32.shr_s', word, i32(20)))));
    const high = add(and(word, i32(0xfffff)), i32(LOG_ROOT_HALF_WORD));
    const f = code.keep(sub(binary('f64.from_words', high, unary('i32.low_word', get(scaled))), f64(1)));
    const half = code.keep(mul(mul(f64(0.5), f), f));
    const s = code.keep(div(f, add(f64(2), f)));
    const z = code.keep(mul(s, s));
    const w = code.keep(mul(z, z));
    const [l1, l2, l3, l4, l5, l6, l7] = LOG_COEFFICIENTS;
    const even = mul(w, add(f64(l2), mul(w, add(f64(l4), mul(w, f64(l6))))));
    const odd = mul(z, add(f64(l1), mul(w, add(f64(l3), mul(w, add(f64(l5), mul(w, f64(l7))))))));
    const tail = add(mul(s, add(half, add(odd, even))), mul(k, f64(LOG_LN2_LOW)));
    code.return(add(add(sub(tail, half), f), mul(k, f64(LOG_LN2_HIGH))));
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
