/** A run's parameters: each its inverse CDF at its own uniform, unless it is held; a Gaussian copula between them. */
import { siteOf } from '../../random/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, binary, call, f64, get, i32, lanes, load, mul } from '../ir/expressions.ts';
import type { Func } from '../ir/types.ts';
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
  return program.define(func, (code) => {
    writeUniforms(context, code);
    if (scenario.correlations.length > 0) writeCopula(context, code);
    const places = drawnPlaces(scenario);
    maps.forEach((map, index) => {
      const hold = (): void => putF64(code, state.parameters, index, f64At(settings.held, index));
      const draw = (): void => {
        const u = code.keep(f64At(layout.uniforms, places[index] as number));
        if (map !== null) putF64(code, state.parameters, index, context.quantile(code, map, u));
      };
      if (map === null) hold();
      else code.if(i32At(settings.drawn, index), draw, hold);
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
