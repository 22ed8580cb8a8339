/** The standard normal's quantile and distribution function in the IR, after `random/normal-*.ts`. */
import {
  NORMAL_CDF_CENTRE_BOTTOM,
  NORMAL_CDF_CENTRE_TOP,
  NORMAL_CDF_MIDDLE_BOTTOM,
  NORMAL_CDF_MIDDLE_TOP,
  NORMAL_CDF_TAIL_BOTTOM,
  NORMAL_CDF_TAIL_TOP,
  NORMAL_DENSITY_0,
  NORMAL_QUANTILE_CENTRE,
  NORMAL_QUANTILE_MIDDLE,
  NORMAL_QUANTILE_TAIL,
} from '../../random/index.ts';
import type { ProgramBuilder } from '../ir/builder.ts';
import {
  add,
  call,
  div,
  eq,
  f64,
  get,
  gt,
  le,
  lt,
  mul,
  negate,
  not,
  pick,
  sqrt,
  sub,
  unary,
} from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';

/** Horner's rule; the leading coefficient comes first. */
const polynomial = (x: Expr, coefficients: readonly number[]): Expr =>
  coefficients.slice(1).reduce((sum, c) => add(mul(sum, x), f64(c)), f64(coefficients[0] as number));

/** AS 241's lists: 8 coefficients of the numerator and 8 of the denominator, constant terms first. */
const ratio = (x: Expr, list: readonly number[]): Expr =>
  div(polynomial(x, list.slice(0, 8).reverse()), polynomial(x, list.slice(8).reverse()));

export function defineNormalQuantile(program: ProgramBuilder, log: Func): Func {
  const tailOf = program.declare('normal_quantile_tail', ['f64', 'f64'], 'f64');
  program.define(tailOf, (code, u, q) => {
    const left = code.keep(lt(q, f64(0)));
    const tail = code.keep(pick(left, u, sub(f64(1), u)));
    code.if(not(gt(tail, f64(0))), () => {
      const infinite = pick(left, f64(-Infinity), f64(Infinity));
      code.return(pick(eq(tail, f64(0)), code.keep(infinite), f64(NaN)));
    });
    const r = code.keep(sqrt(negate(call(log, tail))));
    const z = code.local('f64');
    code.if(
      le(r, f64(5)),
      () => code.set(z, ratio(code.keep(sub(r, f64(1.6))), NORMAL_QUANTILE_MIDDLE)),
      () => code.set(z, ratio(code.keep(sub(r, f64(5))), NORMAL_QUANTILE_TAIL)),
    );
    code.return(pick(left, negate(get(z)), get(z)));
  });
  const quantile = program.declare('normal_quantile', ['f64'], 'f64', true);
  return program.define(quantile, (code, u) => {
    const q = code.keep(sub(u, f64(0.5)));
    const z = code.local('f64');
    code.if(
      le(unary('f64.abs', q), f64(0.425)),
      () => {
        const r = code.keep(sub(f64(0.180625), mul(q, q)));
        code.set(z, mul(q, ratio(r, NORMAL_QUANTILE_CENTRE)));
      },
      () => code.set(z, call(tailOf, u, q)),
    );
    code.return(get(z));
  });
}

/** The lists of `normal-cdf.ts` keep the leading coefficient of a numerator last. */
const leadingFirst = (list: readonly number[]): readonly number[] => [
  list.at(-1) as number,
  ...list.slice(0, -1),
];

/** Horner's rule for a polynomial whose leading coefficient is 1. */
const monic = (x: Expr, [first = 0, ...rest]: readonly number[]): Expr =>
  rest.reduce((sum, c) => add(mul(sum, x), f64(c)), add(x, f64(first)));

export function defineNormalCdf(program: ProgramBuilder, exp: Func): Func {
  const cdf = program.declare('normal_cdf', ['f64'], 'f64', true);
  return program.define(cdf, (code, z) => {
    const size = code.keep(unary('f64.abs', z));
    code.if(le(size, f64(0.67448975)), () => {
      const q = code.keep(mul(z, z));
      const top = polynomial(q, leadingFirst(NORMAL_CDF_CENTRE_TOP));
      code.return(add(f64(0.5), mul(z, div(top, monic(q, NORMAL_CDF_CENTRE_BOTTOM)))));
    });
    code.if(gt(size, f64(40)), () => code.return(pick(gt(z, f64(0)), f64(1), f64(0))));
    const factor = code.local('f64');
    code.if(
      le(size, f64(5.656854249492381)),
      () => {
        const top = polynomial(size, leadingFirst(NORMAL_CDF_MIDDLE_TOP));
        code.set(factor, div(top, monic(size, NORMAL_CDF_MIDDLE_BOTTOM)));
      },
      () => {
        const w = code.keep(div(f64(1), mul(size, size)));
        const share = div(polynomial(w, leadingFirst(NORMAL_CDF_TAIL_TOP)), monic(w, NORMAL_CDF_TAIL_BOTTOM));
        code.set(factor, div(sub(f64(NORMAL_DENSITY_0), mul(w, share)), size));
      },
    );
    const coarse = code.keep(div(unary('f64.floor', mul(size, f64(16))), f64(16)));
    const rest = code.keep(mul(sub(size, coarse), add(size, coarse)));
    const first = call(exp, negate(mul(mul(coarse, coarse), f64(0.5))));
    const second = call(exp, negate(mul(rest, f64(0.5))));
    const below = code.keep(mul(mul(first, second), get(factor)));
    code.return(pick(gt(z, f64(0)), sub(f64(1), below), below));
  });
}
