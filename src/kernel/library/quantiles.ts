/** Quantile maps in the IR: the operations of `random/quantile.ts`, one by one, in their order. */
import { type QuantileMap, TABLE_CELLS, TABLE_LOW, TABLE_PER_UNIT } from '../../random/index.ts';
import type { Code, ProgramBuilder } from '../ir/builder.ts';
import {
  add,
  binary,
  call,
  div,
  f64,
  get,
  i32,
  le,
  load,
  lt,
  mul,
  negate,
  pick,
  sqrt,
  sub,
  toF64,
  unary,
} from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';

export interface QuantileHelpers {
  readonly exp: Func;
  readonly log: Func;
  readonly power: Func;
  readonly normalQuantile: Func;
  readonly table: Func;
}

type Truncated = Extract<QuantileMap, { uLow: number }>;

/** `x < low ? low : x > high ? high : x`, without the ends that are not there (x is never NaN). */
export function within(x: Expr, low: number, high: number): Expr {
  const capped = high === Infinity ? x : binary('f64.pick_lower', x, f64(high));
  return low === -Infinity ? capped : binary('f64.pick_higher', capped, f64(low));
}

/** Share below the value: uLow + u·uSpan. Without truncation it is 0 + u·1, which is u. */
const below = (map: Truncated, u: Expr): Expr =>
  map.uLow === 0 ? mul(u, f64(map.uSpan)) : add(f64(map.uLow), mul(u, f64(map.uSpan)));

/** Share above it: vHigh + (1 − u)·uSpan. */
const above = (map: Truncated, u: Expr): Expr => {
  const rest = mul(sub(f64(1), u), f64(map.uSpan));
  return map.vHigh === 0 ? rest : add(f64(map.vHigh), rest);
};

/** Writes the map of the uniform `u`, a local; `tableAddress` is where the map's table stands, if it has one. */
export function emitQuantile(
  code: Code,
  helpers: QuantileHelpers,
  map: QuantileMap,
  at: { readonly u: Expr; readonly tableAddress: number },
): Expr {
  const { u } = at;
  switch (map.kind) {
    case 'linear':
      return within(add(f64(map.from), mul(u, f64(map.span))), map.low, map.high);
    case 'triangular':
      return within(triangular(code, map, u), map.low, map.high);
    case 'normal':
      return within(add(f64(map.mean), mul(f64(map.sd), normal(code, helpers, map, u))), map.low, map.high);
    case 'lognormal': {
      const power = call(helpers.exp, mul(f64(map.sigma), normal(code, helpers, map, u)));
      return within(mul(f64(map.median), power), map.low, map.high);
    }
    case 'exponential':
      return within(negate(mul(f64(map.mean), call(helpers.log, above(map, u)))), map.low, map.high);
    case 'weibull': {
      const risk = negate(call(helpers.log, above(map, u)));
      return within(mul(f64(map.scale), call(helpers.power, risk, f64(map.exponent))), map.low, map.high);
    }
    case 'table': {
      const y = call(helpers.table, i32(at.tableAddress), call(helpers.normalQuantile, u));
      return within(linked(helpers, map.link, y), map.low, map.high);
    }
    case 'choice':
      return chosen(code, map, u);
    default:
      return map satisfies never;
  }
}

function triangular(code: Code, map: Extract<QuantileMap, { kind: 'triangular' }>, u: Expr): Expr {
  const share = code.keep(below(map, u));
  const result = code.local('f64');
  code.if(
    lt(share, f64(map.split)),
    () => code.set(result, add(f64(map.from), sqrt(mul(share, f64(map.left))))),
    () => code.set(result, sub(f64(map.to), sqrt(mul(above(map, u), f64(map.right))))),
  );
  return get(result);
}

/** The standard normal quantile, from whichever tail is the smaller. */
function normal(code: Code, helpers: QuantileHelpers, map: Truncated, u: Expr): Expr {
  const share = code.keep(below(map, u));
  const result = code.local('f64');
  code.if(
    le(share, f64(0.5)),
    () => code.set(result, call(helpers.normalQuantile, share)),
    () => code.set(result, negate(call(helpers.normalQuantile, above(map, u)))),
  );
  return get(result);
}

function linked(helpers: QuantileHelpers, link: 'identity' | 'log' | 'logit', y: Expr): Expr {
  if (link === 'identity') return y;
  if (link === 'log') return call(helpers.exp, y);
  return div(f64(1), add(f64(1), call(helpers.exp, negate(y))));
}

function chosen(code: Code, map: Extract<QuantileMap, { kind: 'choice' }>, u: Expr): Expr {
  const result = code.local('f64');
  const from = (at: number): void => {
    const value = f64(map.values[at] as number);
    if (at >= map.values.length - 1) code.set(result, value);
    else
      code.if(
        lt(u, f64(map.cumulated[at] as number)),
        () => code.set(result, value),
        () => from(at + 1),
      );
  };
  from(0);
  return get(result);
}

/** Bytes of one node of a table in memory: its value and its slope. */
const NODE_SHIFT = 4;

/** A table's numbers as they stand in memory: value and slope of each node. */
export function tableImage({ nodes, slopes }: Extract<QuantileMap, { kind: 'table' }>): Float64Array {
  const image = new Float64Array(2 * nodes.length);
  for (let k = 0; k < nodes.length; k += 1) {
    image[2 * k] = nodes[k] as number;
    image[2 * k + 1] = slopes[k] as number;
  }
  return image;
}

/** Declares `table(address, z)`: cubic Hermite between a table's nodes. */
export function defineTable(program: ProgramBuilder): Func {
  const table = program.declare('table', ['i32', 'f64'], 'f64');
  return program.define(table, (code, address, z) => {
    const place = code.keep(mul(sub(z as Expr, f64(TABLE_LOW)), f64(TABLE_PER_UNIT)));
    // place < 0 ? 0 : place > TABLE_CELLS ? TABLE_CELLS : place
    const inside = code.keep(within(place, 0, TABLE_CELLS));
    const last = i32(TABLE_CELLS - 1);
    const floor = code.keep(unary('i32.trunc', inside));
    const cell = code.keep(pick(lt(inside, f64(TABLE_CELLS)), floor, last));
    const s = code.keep(sub(inside, toF64(cell)));
    const node = code.keep(add(address as Expr, binary('i32.shl', cell, i32(NODE_SHIFT))));
    const y0 = code.keep(load('f64', 0, node));
    const m0 = code.keep(load('f64', 8, node));
    const rise = code.keep(sub(load('f64', 16, node), y0));
    const m1 = code.keep(load('f64', 24, node));
    const c2 = sub(sub(mul(f64(3), rise), mul(f64(2), m0)), m1);
    const c3 = sub(add(m0, m1), mul(f64(2), rise));
    code.return(add(y0, mul(s, add(m0, mul(s, add(c2, mul(s, c3)))))));
  });
}
