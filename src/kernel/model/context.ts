/** What all parts of the generated program share while it is made. */

import type { CheckedExpression } from '../../expression/index.ts';
import { EXP_TABLE, type QuantileMap } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { type Code, ProgramBuilder } from '../ir/builder.ts';
import { f64, i32, load } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import { defineExp, defineExpOfTwo } from '../library/exponential.ts';
import { defineExponential, defineExponentials, defineLog, definePower } from '../library/logarithm.ts';
import { defineNormalCdf, defineNormalQuantile, defineNormals } from '../library/normal.ts';
import { defineTable, emitQuantile, tableImage } from '../library/quantiles.ts';
import { defineUniform, defineUniforms } from '../library/uniform.ts';
import { Evaluation, type EvaluationServices, type SplicedName } from '../value/evaluation.ts';
import { ValueGraph } from '../value/graph.ts';
import { asNumber, type KnownActive, type LoweringContext, lower } from '../value/lower.ts';
import { HOLDS, type Holds, type LeafKind, type Value } from '../value/node.ts';
import type { Allocator } from './allocator.ts';
import { Image } from './image.ts';
import { type ReadLater, readLater, readSteadily } from './later.ts';
import { type Layout, layoutOf } from './layout.ts';
import { Luck } from './luck.ts';
import { f64At, i32At } from './memory.ts';
import { type Slot, slotsOf } from './slots.ts';
import { StoredValues } from './stored-values.ts';
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
  readonly graph: ValueGraph;
  readonly image = new Image();
  readonly helpers: Helpers;
  readonly luck: Luck;
  /** Values that hold for a run. */
  readonly ofRun: StoredValues;
  /** Values that hold until something happens (see `refreshing.ts`). */
  readonly ofStay: StoredValues;
  /** Happenings that such a value may count. */
  readonly countedSteadily: ReadonlySet<number>;
  /** By variable: whether nothing but effects changes it. */
  readonly isSetByEffects: readonly boolean[];
  /** What becomes visible only when a step is over (see `later.ts`). */
  readonly readLater: ReadLater;
  /** By auxiliary: its value where only parameters decide it, else null. */
  readonly invariantAuxiliaries: readonly (Value | null)[];
  /** By auxiliary: how long it holds. */
  readonly auxiliaryHolds: readonly Holds[];
  private readonly lowering: LoweringContext;
  /** Expressions are asked for by each part that reads them. */
  private readonly lowered = new Map<CheckedExpression, Value>();
  /** Uses of helpers in what every step evaluates that are written out in place: faster than a call, but long. */
  private readonly splicesLeft: Record<SplicedName, number> = { expOfTwo: 24, exp: 24, log: 12, power: 0 };

  constructor(scenario: Scenario, { records }: { readonly records: boolean }) {
    this.scenario = scenario;
    this.tree = treeOf(scenario);
    this.readLater = readLater(scenario);
    this.countedSteadily = readSteadily(scenario);
    this.isSetByEffects = setByEffects(scenario);
    this.slots = slotsOf(scenario);
    const { layout, allocator } = layoutOf(scenario, {
      tree: this.tree,
      slots: this.slots.length,
      targets: targetCount(scenario),
      records,
    });
    this.layout = layout;
    this.allocator = allocator;
    this.ofRun = new StoredValues(allocator);
    this.ofStay = new StoredValues(allocator, MOST_OF_STAY);
    this.helpers = defineHelpers(this.program, layout);
    this.image.f64(layout.tables.exp, EXP_TABLE);
    this.image.i32(layout.now.luckBlock, [layout.luck.scratch]);
    this.luck = new Luck({
      program: this.program,
      layout,
      exponentials: this.helpers.exponentials,
    });
    const invariant: (Value | null)[] = scenario.auxiliaries.map(() => null);
    this.invariantAuxiliaries = invariant;
    const auxiliaryHolds: Holds[] = scenario.auxiliaries.map(() => HOLDS.step);
    this.auxiliaryHolds = auxiliaryHolds;
    this.graph = new ValueGraph((kind, index) => this.leafHolds(kind, index));
    this.lowering = {
      graph: this.graph,
      dt: scenario.time.stepDays,
      auxiliary: (index) => invariant[index] ?? this.graph.leaf('auxiliary', index),
    };
    for (const index of scenario.auxiliaryOrder) {
      const auxiliary = scenario.auxiliaries[index];
      if (auxiliary === undefined) continue;
      const value = this.value(auxiliary.value);
      const rules = scenario.stages.flatMap((stage) =>
        stage.auxiliaries.filter((one) => one.auxiliary === index).map((one) => this.value(one.value)),
      );
      if (rules.length === 0 && value.holds === HOLDS.run) invariant[index] = value;
      // Stages put the rules in force; what is stored of a list's variables is that of the step's start.
      const isSteady = [value, ...rules].every(({ holds }) => holds < HOLDS.step);
      auxiliaryHolds[index] = isSteady ? HOLDS.stay : HOLDS.step;
    }
  }

  /** Writes that something has happened: what holds only until then is computed anew. */
  happened(code: Code): void {
    code.store('i32', this.layout.now.changed, i32(1));
  }

  /** The value of an expression. */
  value(expression: CheckedExpression, known?: KnownActive): Value {
    if (known !== undefined) return lower(this.lowering, expression.tree, known);
    const value = this.lowered.get(expression) ?? lower(this.lowering, expression.tree);
    this.lowered.set(expression, value);
    return value;
  }

  /** The same as a float, 1 and 0 for true and false. */
  number(expression: CheckedExpression, known?: KnownActive): Value {
    return asNumber(this.graph, this.value(expression, known));
  }

  /**
   * An evaluation that reads the state in memory; `step` is k where a local has it. What holds as long as `stored` is
   * computed ahead and read; null: nothing is, as it is evaluated now and then only.
   */
  evaluation(
    code: Code,
    roots: readonly Value[],
    step: Expr | null,
    stored: Holds | null = HOLDS.run,
  ): Evaluation {
    const services: EvaluationServices = {
      helpers: this.helpers,
      splices: (name) => stored !== null && this.splicesLeft[name]-- > 0,
      leaf: (kind, index) => this.leaf(kind, index, step),
      stored: (value) => (stored === null || value.holds > stored ? null : this.stored(value)),
    };
    return new Evaluation(code, services, roots);
  }

  private stored(value: Value): Expr | null {
    if (value.op === 'const' || value.op === 'leaf') return null;
    if (value.holds === HOLDS.run) return this.ofRun.read(value);
    return value.cost > CHEAP_OF_STAY ? this.ofStay.read(value) : null;
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

  private leafHolds(kind: LeafKind, index: number): Holds {
    switch (kind) {
      case 'parameter':
        return HOLDS.run;
      case 'variable':
        return this.isSetByEffects[index] === true ? HOLDS.list : HOLDS.step;
      case 'auxiliary':
        return this.auxiliaryHolds[index] as Holds;
      case 'step':
        return HOLDS.step;
      case 'entered':
      case 'last':
      case 'times':
        return HOLDS.stay;
      default:
        return kind satisfies never;
    }
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

/** So many values are computed anew after something has happened, however many stages might ask for theirs. */
const MOST_OF_STAY = 256;

/** What costs no more than this is computed as soon as read. */
const CHEAP_OF_STAY = 2;

const setByEffects = ({ variables, stages }: Scenario): readonly boolean[] =>
  variables.map(
    ({ index, rule, noise }) =>
      rule === null &&
      noise === null &&
      !stages.some(({ rules }) => rules.some(({ variable }) => variable === index)),
  );

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
