/** The end of a step, second part: the auxiliaries of the new state, and what measures take from it. */
import type { MeasureRule } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import { ge, get, i32, load, not, or } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { Evaluation } from '../value/evaluation.ts';
import { asNumber } from '../value/lower.ts';
import { HOLDS, type Value } from '../value/node.ts';
import { FiniteChecks } from './checks.ts';
import type { ModelContext } from './context.ts';
import { measureValues, observe, observeStart } from './measures.ts';
import { i32At, putF64 } from './memory.ts';
import { branchOnRule, type StageRule, stageConditions } from './rules.ts';

interface Ruled {
  readonly index: number;
  readonly general: Value;
  readonly rules: readonly StageRule<Value>[];
  readonly isNumber: boolean;
  /** Whether it holds until something happens. */
  readonly isSteady: boolean;
}

/**
 * Declares `record(k)`: state k is recorded; yields 1 when the run has ended with it. Where something has happened,
 * `refresh` is called first.
 */
export function defineRecord(context: ModelContext, refresh: Func): Func {
  const { program, layout, scenario } = context;
  const ruled = ruledAuxiliaries(context).filter(({ isSteady }) => !isSteady);
  const measured = measureValues(context);
  const func = program.declare('record', ['i32'], 'i32');
  return program.define(func, (code, step) => {
    const k = step as Expr;
    code.if(load('i32', layout.now.changed), () => code.call(refresh));
    const values = measured.flatMap(({ value }) => (value === null ? [] : [value]));
    const evaluation = context.evaluation(code, [...rootsOf(context, ruled), ...values], k, HOLDS.list);
    const checks = new FiniteChecks();
    writeAuxiliaries(context, evaluation, code, ruled, checks);
    evaluation.pairExponentials(
      measured.flatMap(({ value, rule }) => (value === null || isRunning(rule) ? [] : [value])),
    );
    for (const one of measured) observe({ context, code, evaluation, checks, k }, one);
    checks.flush(code, layout.now.bad);
    const ended = code.keep(or(ge(i32At(layout.now.ending), i32(0)), ge(k, i32(scenario.time.steps))));
    const running = measured.filter(({ rule }) => isRunning(rule));
    evaluation.branch(not(ended), () => {
      for (const one of running) observeStart({ context, code, evaluation, checks, k }, one);
      checks.flush(code, layout.now.bad);
    });
    code.return(ended);
  });
}

/**
 * Defines `refresh()`: the auxiliaries and values that hold until something happens. To be done when all other code but
 * `begin` is written: it computes what that was found to read.
 */
export function defineRefresh(context: ModelContext, refresh: Func): Func {
  const { program, layout, ofStay } = context;
  const ruled = ruledAuxiliaries(context).filter(({ isSteady }) => isSteady);
  return program.define(refresh, (code) => {
    const roots = [...rootsOf(context, ruled), ...ofStay.values()];
    const evaluation = context.evaluation(code, roots, null);
    const checks = new FiniteChecks();
    writeAuxiliaries(context, evaluation, code, ruled, checks);
    ofStay.compute(code, evaluation);
    checks.flush(code, layout.now.bad);
    code.store('i32', layout.now.changed, i32(0));
  });
}

/** Declares `auxiliaries()`: those of state 0 before the entry effects, which nothing else records. */
export function defineFirstAuxiliaries(context: ModelContext): Func {
  const { program, layout } = context;
  const ruled = ruledAuxiliaries(context);
  const func = program.declare('auxiliaries', [], null);
  return program.define(func, (code) => {
    const evaluation = context.evaluation(code, rootsOf(context, ruled), null, null);
    const checks = new FiniteChecks();
    writeAuxiliaries(context, evaluation, code, ruled, checks);
    checks.flush(code, layout.now.bad);
  });
}

const rootsOf = (context: ModelContext, ruled: readonly Ruled[]): readonly Value[] =>
  ruled.flatMap(({ general, rules }) => [
    general,
    ...rules.map(({ rule }) => rule),
    ...stageConditions(context, rules),
  ]);

/** Auxiliaries that change in a run, in order of evaluation. */
function ruledAuxiliaries(context: ModelContext): readonly Ruled[] {
  const { scenario, invariantAuxiliaries, auxiliaryHolds } = context;
  return scenario.auxiliaryOrder.flatMap((index): readonly Ruled[] => {
    const auxiliary = scenario.auxiliaries[index];
    if (auxiliary === undefined || invariantAuxiliaries[index] !== null) return [];
    const rules = scenario.stages.flatMap((stage) =>
      stage.auxiliaries
        .filter((one) => one.auxiliary === index)
        .map(({ value }) => ({ stage: stage.index, rule: context.number(value) })),
    );
    const isNumber = auxiliary.value.type === 'number' || rules.length > 0;
    const isSteady = auxiliaryHolds[index] !== HOLDS.step;
    return [{ index, general: context.number(auxiliary.value), rules, isNumber, isSteady }];
  });
}

const isRunning = ({ kind }: MeasureRule): boolean => kind === 'mean' || kind === 'total';

/** An auxiliary that stages replace waits for its turn; what reads the others may be computed before theirs comes. */
function writeAuxiliaries(
  context: ModelContext,
  evaluation: Evaluation,
  code: Code,
  ruled: readonly Ruled[],
  checks: FiniteChecks,
): void {
  const leaf = (index: number): Value => context.graph.leaf('auxiliary', index);
  const plain = ruled.filter(({ rules }) => rules.length === 0);
  for (const { index, rules } of ruled) if (rules.length > 0) evaluation.awaitBinding(leaf(index));
  for (const { index, general } of plain) evaluation.define(leaf(index), general);
  const generals = plain.map(({ general }) => general);
  evaluation.pairExponentials(generals);
  for (const one of ruled) {
    writeAuxiliary(context, evaluation, code, one, checks);
    if (one.rules.length > 0) evaluation.pairExponentials(generals);
  }
}

function writeAuxiliary(
  context: ModelContext,
  evaluation: Evaluation,
  code: Code,
  { index, general, rules, isNumber }: Ruled,
  checks: FiniteChecks,
): void {
  const { graph, layout } = context;
  const local = code.local('f64');
  branchOnRule(context, evaluation, { general, rules }, (value) => code.set(local, evaluation.value(value)));
  putF64(code, layout.state.auxiliaries, index, get(local));
  evaluation.bind(graph.leaf('auxiliary', index), get(local));
  if (isNumber) checks.check(get(local));
}

/** Writes the auxiliaries that hold for the whole run; to be done when parameters are known. */
export function writeInvariantAuxiliaries(context: ModelContext, evaluation: Evaluation, code: Code): void {
  const { graph, layout, invariantAuxiliaries } = context;
  const checks = new FiniteChecks();
  invariantAuxiliaries.forEach((value, index) => {
    if (value === null) return;
    const local = code.keep(evaluation.value(asNumber(graph, value)));
    putF64(code, layout.state.auxiliaries, index, local);
    checks.check(local);
  });
  checks.flush(code, layout.now.bad);
}
