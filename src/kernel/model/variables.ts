/** The end of a step, first part: variables move together, then noise, then bounds. */
import { siteOf } from '../../random/index.ts';
import type { Rule, Variable } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, and, eq, f64, get, i32, lanes, load, mul } from '../ir/expressions.ts';
import type { Expr, Func, Local } from '../ir/types.ts';
import { within } from '../library/quantiles.ts';
import type { Evaluation } from '../value/evaluation.ts';
import { HOLDS, type Value } from '../value/node.ts';
import { FiniteChecks } from './checks.ts';
import type { ModelContext } from './context.ts';
import { f64At, putF64 } from './memory.ts';
import { branchOnRule, type StageRule, stageConditions } from './rules.ts';

/** How a variable moves; null: it stays. */
interface Moving {
  readonly kind: Rule['kind'];
  readonly value: Value;
}

interface MovingVariable {
  readonly variable: Variable;
  readonly general: Moving | null;
  readonly rules: readonly StageRule<Moving>[];
  readonly noise: Value | null;
}

/** Declares `drift(k)`; null where no variable moves by itself. */
export function defineDrift(context: ModelContext): Func | null {
  const { program, layout } = context;
  const moving = movingVariables(context);
  if (moving.length === 0) return null;
  const func = program.declare('drift', ['i32'], null);
  return program.define(func, (code, k) => {
    const roots = moving.flatMap(({ general, rules, noise }) => [
      ...(general === null ? [] : [general.value]),
      ...rules.map(({ rule }) => rule.value),
      ...stageConditions(context, rules),
      ...(noise === null ? [] : [noise]),
    ]);
    // What effects have changed in this step is read as it is now.
    const evaluation = context.evaluation(code, roots, k as Expr, HOLDS.stay);
    const checks = new FiniteChecks();
    evaluation.pairExponentials(
      moving.flatMap(({ general, rules, noise }) => [
        ...(general === null || rules.length > 0 ? [] : [general.value]),
        ...(noise === null ? [] : [noise]),
      ]),
    );
    const normalOf = drawNormals(context, code, moving, k as Expr);
    const news = moving.map((one) => {
      const moved = code.local('f64');
      writeMove(context, evaluation, code, one, moved);
      if (one.noise !== null) {
        const noise = evaluation.value(one.noise);
        addNoise(code, moved, noise, context.scenario.time.stepDays, normalOf(one));
      }
      checks.check(get(moved));
      return moved;
    });
    moving.forEach(({ variable: { index, low, high } }, at) => {
      putF64(code, layout.state.variables, index, within(get(news[at] as Local), low, high));
    });
    checks.flush(code, layout.now.bad);
  });
}

function movingVariables(context: ModelContext): readonly MovingVariable[] {
  const { scenario } = context;
  const compile = (rule: Rule): Moving => ({ kind: rule.kind, value: context.number(rule.expression) });
  return scenario.variables.flatMap((variable): readonly MovingVariable[] => {
    const rules = scenario.stages.flatMap((stage) =>
      stage.rules
        .filter((one) => one.variable === variable.index)
        .map(({ rule }) => ({ stage: stage.index, rule: compile(rule) })),
    );
    if (variable.rule === null && rules.length === 0 && variable.noise === null) return [];
    const general = variable.rule === null ? null : compile(variable.rule);
    return [
      { variable, general, rules, noise: variable.noise === null ? null : context.number(variable.noise) },
    ];
  });
}

function writeMove(
  context: ModelContext,
  evaluation: Evaluation,
  code: Code,
  { variable, general, rules }: MovingVariable,
  moved: Local,
): void {
  const { layout, scenario } = context;
  const present = f64At(layout.state.variables, variable.index);
  branchOnRule<Moving | null>(context, evaluation, { general, rules }, (rule) => {
    if (rule === null) code.set(moved, present);
    else if (rule.kind === 'next') code.set(moved, evaluation.value(rule.value));
    else code.set(moved, add(present, mul(evaluation.value(rule.value), f64(scenario.time.stepDays))));
  });
}

/** Steps whose normals are drawn together: those from a multiple of it on. */
export const STEPS_DRAWN = 4;

/** Writes the draws of variables with noise, every fourth step for four steps; yields where a variable finds its own. */
function drawNormals(
  { program, allocator, image, helpers, layout, luck }: ModelContext,
  code: Code,
  moving: readonly MovingVariable[],
  k: Expr,
): (one: MovingVariable) => Expr {
  const noisy = moving.filter(({ noise }) => noise !== null);
  const normals = allocator.f64(STEPS_DRAWN * noisy.length);
  const counting = allocator.i32(STEPS_DRAWN);
  image.i32(counting, [0, 1, 2, 3]);
  const place = code.keep(and(k, i32(STEPS_DRAWN - 1)));
  if (noisy.length > 0) {
    // A function of its own, for runs that are taken up between two multiples.
    const draw = program.declare('draw_normals', ['i32'], null, true);
    program.define(draw, (body, from) => {
      const steps = body.keep(lanes('i32x4.add', lanes('i32x4.splat', from as Expr), load('v128', counting)));
      const run = load('i32', layout.now.luck);
      noisy.forEach(({ variable }, at) => {
        const site = lanes('i32x4.splat', i32(siteOf(`variables/${variable.name}`)));
        body.call(helpers.normals, site, run, steps, i32(normals + 8 * STEPS_DRAWN * at));
      });
    });
    code.if(eq(place, i32(0)), () => luck.normals(code, k, { address: normals, noisy: noisy.length, draw }));
  }
  return (one) => f64At(normals + 8 * STEPS_DRAWN * noisy.indexOf(one), place);
}

/** A normal of standard deviation noise·√dt. */
function addNoise(code: Code, moved: Local, noise: Expr, stepDays: number, normal: Expr): void {
  const deviation = mul(noise, f64(Math.sqrt(stepDays)));
  code.set(moved, add(get(moved), mul(deviation, normal)));
}
