/** A run's parameters: each its inverse CDF at its own uniform, unless it is held; a Gaussian copula between them. */
import { type QuantileMap, quantileMap, siteOf } from '../../random/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, call, f64, get, i32, load, lt, mul } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { ModelContext } from './context.ts';
import { f64At, i32At, putF64 } from './memory.ts';

/** Declares `draw_parameters()`. Sites of parameters stand in a table, for the copula's sake. */
export function defineParameters(context: ModelContext): Func {
  const { program, scenario, layout, allocator, image, helpers } = context;
  const { settings, state, now } = layout;
  const sites = scenario.parameters.map(({ name }) => siteOf(`parameters/${name}`));
  const siteTable = allocator.i32(sites.length);
  image.i32(siteTable, sites);
  const uniformOf = (site: Expr): Expr => call(helpers.uniform, site, load('i32', now.draw), i32(0));
  const isCorrelated = new Set(scenario.correlations.flatMap(({ first, second }) => [first, second]));
  const draws = scenario.parameters.map((parameter, index): ((code: Code) => void) => {
    const { distribution, low, high } = parameter;
    if (distribution === null)
      return (code) => putF64(code, state.parameters, index, f64At(settings.held, index));
    const map: QuantileMap = quantileMap(distribution, low, high);
    return (code) =>
      code.if(
        i32At(settings.drawn, index),
        () => {
          const u = code.local('f64');
          const alone = (): void => code.set(u, uniformOf(i32(sites[index] as number)));
          if (isCorrelated.has(index)) {
            code.if(
              i32At(settings.correlated, index),
              () => code.set(u, f64At(layout.uniforms, index)),
              alone,
            );
          } else alone();
          putF64(code, state.parameters, index, context.quantile(code, map, get(u)));
        },
        () => putF64(code, state.parameters, index, f64At(settings.held, index)),
      );
  });
  const func = program.declare('draw_parameters', [], null);
  return program.define(func, (code) => {
    if (isCorrelated.size > 0) writeCopula(context, code, (index) => uniformOf(i32At(siteTable, index)));
    for (const draw of draws) draw(code);
  });
}

/** z' = L·z, column by column from the first; u' = Φ(z'). */
function writeCopula({ layout, helpers }: ModelContext, code: Code, uniformAt: (index: Expr) => Expr): void {
  const { settings, normals, uniforms } = layout;
  const count = code.keep(i32At(settings.copulaCount));
  const row = code.local('i32');
  const column = code.local('i32');
  const z = code.local('f64');
  const upTo = (local: typeof row, end: Expr, body: () => void): void => {
    code.set(local, i32(0));
    code.while(lt(get(local), end), () => {
      body();
      code.set(local, add(get(local), i32(1)));
    });
  };
  upTo(row, count, () => {
    const member = i32At(settings.copulaMembers, get(row));
    putF64(code, normals, get(row), call(helpers.normalQuantile, uniformAt(member)));
  });
  upTo(row, count, () => {
    code.set(z, f64(0));
    const base = code.keep(mul(get(row), i32(settings.copulaSize)));
    upTo(column, add(get(row), i32(1)), () => {
      const factor = f64At(settings.copulaFactor, add(base, get(column)));
      code.set(z, add(get(z), mul(factor, f64At(normals, get(column)))));
    });
    putF64(code, uniforms, i32At(settings.copulaMembers, get(row)), call(helpers.normalCdf, get(z)));
  });
}
