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
  and,
  call,
  div,
  eq,
  f64,
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
  unary,
} from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import { fourUniforms } from './uniform.ts';

/** Horner's rule; the leading coefficient comes first. */
const polynomial = (x: Expr, coefficients: readonly number[]): Expr =>
  coefficients.slice(1).reduce((sum, c) => add(mul(sum, x), f64(c)), f64(coefficients[0] as number));

/** AS 241's lists: 8 coefficients of the numerator and 8 of the denominator, constant terms first. */
const ratio = (x: Expr, list: readonly number[]): Expr =>
  div(polynomial(x, list.slice(0, 8).reverse()), polynomial(x, list.slice(8).reverse()));

export interface NormalQuantile {
  /** `normal_quantile(u)`. */
  readonly one: Func;
  /** `normal_quantile_tail(u, u − ½)`, for u outside the centre. */
  readonly tail: Func;
}

/** Half the width of the centre of AS 241. */
const CENTRE = 0.425;
const CENTRE_SQUARED = 0.180625;

export function defineNormalQuantile(program: ProgramBuilder, log: Func): NormalQuantile {
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
  program.define(quantile, (code, u) => {
    const q = code.keep(sub(u, f64(0.5)));
    const z = code.local('f64');
    code.if(
      le(unary('f64.abs', q), f64(CENTRE)),
      () => {
        const r = code.keep(sub(f64(CENTRE_SQUARED), mul(q, q)));
        code.set(z, mul(q, ratio(r, NORMAL_QUANTILE_CENTRE)));
      },
      () => code.set(z, call(tailOf, u, q)),
    );
    code.return(get(z));
  });
  return { one: quantile, tail: tailOf };
}

/** Horner's rule in both lanes. */
const polynomials = (x: Expr, coefficients: readonly number[]): Expr =>
  coefficients
    .slice(1)
    .reduce(
      (sum, c) => lanes('f64x2.add', lanes('f64x2.mul', sum, x), bothLanes(c)),
      bothLanes(coefficients[0] as number),
    );

const bothLanes = (value: number): Expr => lanes('f64x2.splat', f64(value));

/**
 * Declares `normals(sites, run, n, to)`: the normal quantiles of four uniforms, stored from `to` on. All are computed as if
 * they lay in the centre, where five of six do; the others are then put right.
 */
export function defineNormals(program: ProgramBuilder, keyAddress: number, tail: Func): Func {
  const normals = program.declare('normals', ['v128', 'i32', 'v128', 'i32'], null);
  return program.define(normals, (code, site, run, n, to) => {
    const at = { site: site as Expr, run: run as Expr, n: n as Expr };
    fourUniforms(code, keyAddress, at).forEach((u, pair) => {
      const q = code.keep(lanes('f64x2.sub', u, bothLanes(0.5)));
      const r = code.keep(lanes('f64x2.sub', bothLanes(CENTRE_SQUARED), lanes('f64x2.mul', q, q)));
      const top = polynomials(r, NORMAL_QUANTILE_CENTRE.slice(0, 8).reverse());
      const bottom = polynomials(r, NORMAL_QUANTILE_CENTRE.slice(8).reverse());
      code.store('v128', 16 * pair, lanes('f64x2.mul', q, lanes('f64x2.div', top, bottom)), to as Expr);
      const isCentral = lanes('f64x2.le', lanes('f64x2.abs', q), bothLanes(CENTRE));
      const central = code.keep(lanes('i64x2.bitmask', isCentral));
      (['f64x2.lane_0', 'f64x2.lane_1'] as const).forEach((lane, k) => {
        code.if(eq(and(central, i32(1 << k)), i32(0)), () => {
          code.store('f64', 16 * pair + 8 * k, call(tail, lanes(lane, u), lanes(lane, q)), to as Expr);
        });
      });
    });
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
