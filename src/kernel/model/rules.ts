/** General rules and those that stages put in their place: of active stages that have one, the last in document order. */
import type { Expr } from '../ir/types.ts';
import type { Evaluation } from '../value/evaluation.ts';
import { activeStage } from '../value/lower.ts';
import type { Value } from '../value/node.ts';
import type { ModelContext } from './context.ts';

/** A rule that holds while a stage is active. */
export interface StageRule<T> {
  readonly stage: number;
  readonly rule: T;
}

/** Values that the choice of a rule reads, besides those of the rules. */
export const stageConditions = <T>(
  { graph }: ModelContext,
  rules: readonly StageRule<T>[],
): readonly Value[] => rules.map(({ stage }) => activeStage(graph, stage));

/** Writes `write` of the rule in force. `rules` are in document order of their stages. */
export function branchOnRule<T>(
  context: ModelContext,
  evaluation: Evaluation,
  { general, rules }: { readonly general: T; readonly rules: readonly StageRule<T>[] },
  write: (rule: T) => void,
): void {
  const last = rules.at(-1);
  if (last === undefined) {
    write(general);
    return;
  }
  const isActive: Expr = evaluation.value(activeStage(context.graph, last.stage));
  evaluation.branch(
    isActive,
    () => write(last.rule),
    () => branchOnRule(context, evaluation, { general, rules: rules.slice(0, -1) }, write),
  );
}
