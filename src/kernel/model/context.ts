/** What all parts of the generated program share while it is made. */

import type { CheckedExpression } from '../../expression/index.ts';
import { EXP_TABLE, type QuantileMap } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { type Code, ProgramBuilder } from '../ir/builder.ts';
import { f64, load } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import { defineExp, defineExpOfTwo } from '../library/exponential.ts';
import { defineExponential, defineExponentials, defineLog, definePower } from '../library/logarithm.ts';
import { defineNormalCdf, defineNormalQuantile, defineNormals } from '../library/normal.ts';
import { defineTable, emitQuantile, tableImage } from '../library/quantiles.ts';
import { defineUniform, defineUniforms } from '../library/uniform.ts';
import { Evaluation, type EvaluationServices, type SplicedName } from '../value/evaluation.ts';
import { ValueGraph } from '../value/graph.ts';
import { asNumber, type KnownActive, type LoweringContext, lower } from '../value/lower.ts';
import type { LeafKind, Value } from '../value/node.ts';
import type { Allocator } from './allocator.ts';
import { Image } from './image.ts';
import { Invariants } from './invariants.ts';
import { type ReadLater, readLater } from './later.ts';
import { type Layout, layoutOf } from './layout.ts';
import { f64At, i32At } from './memory.ts';
import { type Slot, slotsOf } from './slots.ts';
import { type Tree, treeOf } from './tree.ts';

export interface Helpers {
  readonly exp: Func;
  /** Of both lanes of a vector. */
  readonly expOfTwo: Func;
  readonly log: Func;
  readonly power: Func;
  readonly normalQuantile: Func;
  readonly normalCdf: Func;
  readonly uniform: Func;
  /** −ln(1 − u) of a uniform at (site, run, n). */
  readonly exponential: Func;
  /** Four at a time, stored: `(sites, run, n, to)`. */
  readonly uniforms: Func;
  readonly exponentials: Func;
  readonly normals: Func;
  readonly table: Func;
}

export class ModelContext {
  readonly scenario: Scenario;
  readonly tree: Tree;
  readonly slots: readonly (Slot | null)[];
  readonly layout: Omit<Layout, 'bytes'>;
  readonly allocator: Allocator;
  readonly program = new ProgramBuilder();
  readonly graph = new ValueGraph();
  readonly image = new Image();
  readonly helpers: Helpers;
  readonly invariants: Invariants;
  /** What becomes visible only when a step is over (see `later.ts`). */
  readonly readLater: ReadLater;
  /** By auxiliary: its value where only parameters decide it, else null. */
  readonly invariantAuxiliaries: readonly (Value | null)[];
  private readonly lowering: LoweringContext;
  /** Uses of helpers in what every step evaluates that are written out in place: faster than a call, but long. */
  private readonly splicesLeft: Record<SplicedName, number> = { expOfTwo: 24, exp: 24, log: 12, power: 0 };

  constructor(scenario: Scenario, { records }: { readonly records: boolean }) {
    this.scenario = scenario;
    this.tree = treeOf(scenario);
    this.readLater = readLater(scenario);
    this.slots = slotsOf(scenario);
    const { layout, allocator } = layoutOf(scenario, {
      tree: this.tree,
      slots: this.slots.length,
      targets: targetCount(scenario),
      records,
    });
    this.layout = layout;
    this.allocator = allocator;
    this.invariants = new Invariants(allocator);
    this.helpers = defineHelpers(this.program, layout);
    this.image.f64(layout.tables.exp, EXP_TABLE);
    const invariant: (Value | null)[] = scenario.auxiliaries.map(() => null);
    this.invariantAuxiliaries = invariant;
    this.lowering = {
      graph: this.graph,
      dt: scenario.time.stepDays,
      auxiliary: (index) => invariant[index] ?? this.graph.leaf('auxiliary', index),
    };
    const ruledByStages = new Set(
      scenario.stages.flatMap((stage) => stage.auxiliaries.map(({ auxiliary }) => auxiliary)),
    );
    for (const index of scenario.auxiliaryOrder) {
      const auxiliary = scenario.auxiliaries[index];
      if (auxiliary === undefined || ruledByStages.has(index)) continue;
      const value = this.value(auxiliary.value);
      if (!value.varies) invariant[index] = value;
    }
  }

  /** The value of an expression. */
  value(expression: CheckedExpression, known?: KnownActive): Value {
    return lower(this.lowering, expression.tree, known);
  }

  /** The same as a float, 1 and 0 for true and false. */
  number(expression: CheckedExpression, known?: KnownActive): Value {
    return asNumber(this.graph, this.value(expression, known));
  }

  /**
   * An evaluation that reads the state in memory; `step` is k where a local has it. What is evaluated now and then only
   * keeps nothing for the run.
   */
  evaluation(code: Code, roots: readonly Value[], step: Expr | null, keepInvariants = true): Evaluation {
    const services: EvaluationServices = {
      helpers: this.helpers,
      splices: (name) => keepInvariants && this.splicesLeft[name]-- > 0,
      leaf: (kind, index) => this.leaf(kind, index, step),
      invariant: keepInvariants ? (value) => this.invariants.read(value) : null,
    };
    return new Evaluation(code, services, roots);
  }

  /** The map of a uniform, its table put into memory if it has one. */
  quantile(code: Code, map: QuantileMap, u: Expr): Expr {
    let tableAddress = 0;
    if (map.kind === 'table') {
      const numbers = tableImage(map);
      tableAddress = this.allocator.f64(numbers.length);
      this.image.f64(tableAddress, numbers);
    }
    return emitQuantile(code, this.helpers, map, { u, tableAddress });
  }

  /** Marks the run as faulty. */
  fault(code: Code): void {
    code.store('f64', this.layout.now.bad, f64(NaN));
  }

  private leaf(kind: LeafKind, index: number, step: Expr | null): Expr {
    const { state, now } = this.layout;
    switch (kind) {
      case 'parameter':
        return f64At(state.parameters, index);
      case 'variable':
        return f64At(state.variables, index);
      case 'auxiliary':
        return f64At(state.auxiliaries, index);
      case 'step':
        return step ?? load('i32', now.step);
      case 'entered':
        return i32At(state.entered, index);
      case 'last':
        return i32At(state.last, index);
      case 'times':
        return i32At(state.times, index);
      default:
        return kind satisfies never;
    }
  }
}

function targetCount(scenario: Scenario): number {
  const options = scenario.decisions.flatMap((decision) => decision.options);
  return [...scenario.transitions, ...options, ...scenario.shocks].reduce(
    (sum, { targets }) => sum + targets.length,
    0,
  );
}

function defineHelpers(program: ProgramBuilder, layout: Omit<Layout, 'bytes'>): Helpers {
  const exp = defineExp(program, layout.tables.exp);
  const log = defineLog(program);
  const { key } = layout.settings;
  const uniform = defineUniform(program, key);
  const normalQuantile = defineNormalQuantile(program, log);
  return {
    exp,
    expOfTwo: defineExpOfTwo(program, layout.tables.exp, exp),
    log,
    power: definePower(program, exp, log),
    normalQuantile: normalQuantile.one,
    normalCdf: defineNormalCdf(program, exp),
    uniform,
    exponential: defineExponential(program, uniform),
    uniforms: defineUniforms(program, key),
    exponentials: defineExponentials(program, key),
    normals: defineNormals(program, key, normalQuantile.tail),
    table: defineTable(program),
  };
}
