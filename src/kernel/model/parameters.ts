/** A run's parameters: each its inverse CDF at its own uniform, unless it is held; a Gaussian copula between them. */
import { siteOf } from '../../random/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, binary, call, f64, get, i32, lanes, load, mul, pick } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { ModelContext } from './context.ts';
import { drawnPlaces, padded } from './layout.ts';
import { keptQuantileMap } from './maps.ts';
import { f64At, i32At, putF64, upTo } from './memory.ts';

/** Declares `draw_parameters()`: first all uniforms, then the copula between them, then each parameter's map. */
export function defineParameters(context: ModelContext): Func {
  const { program, scenario, layout } = context;
  const { settings, state } = layout;
  const maps = scenario.parameters.map(({ distribution, low, high }) =>
    distribution === null ? null : keptQuantileMap(distribution, low, high),
  );
  const func = program.declare('draw_parameters', [], null);
  const joined = new Set(scenario.correlations.flatMap(({ first, second }) => [first, second]));
  return program.define(func, (code) => {
    const places = drawnPlaces(scenario);
    // Which parameters a copula joins depends on the point; what a joined one's own uniform is does not.
    const own = [...joined].flatMap((index) => places.filter((place, one) => one === index && place >= 0));
    context.luck.uniforms(code, own, () => writeUniforms(context, code));
    if (scenario.correlations.length > 0) writeCopula(context, code);
    maps.forEach((map, index) => {
      const place = places[index] as number;
      const held = f64At(settings.held, index);
      const put = (value: Expr): void => putF64(code, state.parameters, index, value);
      if (map === null) {
        put(held);
        return;
      }
      const drawn = (): Expr => context.quantile(code, map, code.keep(f64At(layout.uniforms, place)));
      const isDrawn = i32At(settings.drawn, index);
      if (joined.has(index)) {
        code.if(
          isDrawn,
          () => put(drawn()),
          () => put(held),
        );
      } else put(pick(isDrawn, context.luck.parameter(code, place, drawn), held));
    });
  });
}

/** The uniforms of all parameters that can be drawn, four at a time. */
function writeUniforms({ scenario, layout, allocator, image, helpers }: ModelContext, code: Code): void {
  const drawable = scenario.parameters.filter(({ distribution }) => distribution !== null);
  const sites = allocator.i32(padded(drawable.length));
  image.i32(
    sites,
    drawable.map(({ name }) => siteOf(`parameters/${name}`)),
  );
  const draw = code.keep(load('i32', layout.now.draw));
  const none = lanes('i32x4.splat', i32(0));
  upTo(code, i32(drawable.length), 4, (at) => {
    const place = code.keep(binary('i32.shl', at, i32(2)));
    const to = add(i32(layout.uniforms), binary('i32.shl', at, i32(3)));
    code.call(helpers.uniforms, load('v128', sites, place), draw, none, to);
  });
}

/** z' = L·z, column by column from the first; u' = Φ(z'). */
function writeCopula({ layout, helpers }: ModelContext, code: Code): void {
  const { settings, normals, uniforms } = layout;
  const count = code.keep(i32At(settings.copulaCount));
  upTo(code, count, 1, (row) => {
    const u = f64At(uniforms, i32At(settings.copulaMembers, row));
    putF64(code, normals, row, call(helpers.normalQuantile, u));
  });
  const z = code.local('f64');
  upTo(code, count, 1, (row) => {
    code.set(z, f64(0));
    const base = code.keep(mul(row, i32(settings.copulaSize)));
    upTo(code, add(row, i32(1)), 1, (column) => {
      const factor = f64At(settings.copulaFactor, add(base, column));
      code.set(z, add(get(z), mul(factor, f64At(normals, column))));
    });
    putF64(code, uniforms, i32At(settings.copulaMembers, row), call(helpers.normalCdf, get(z)));
  });
}
