/** `given`, which may ask how a run ended, as expressions that do not: one for each answer. */
import { type CheckedExpression, type Expression, references, withParts } from '../expression/index.ts';

/** The condition under each outcome that it asks for, and under every other (`outcome` null, last). */
export interface GivenCase {
  readonly outcome: number | null;
  readonly expression: CheckedExpression;
}

/** No engine evaluates `outcome()`: at the end of a run its answer is known, so it is put in the tree's place. */
export function casesOf(given: CheckedExpression): readonly GivenCase[] {
  const asked: readonly (number | null)[] = [...references(given.tree).outcomes, null];
  return asked.map((outcome) => ({
    outcome,
    expression: { ...given, tree: endedWith(given.tree, outcome) },
  }));
}

const endedWith = (tree: Expression, outcome: number | null): Expression =>
  tree.kind === 'ended'
    ? { kind: 'boolean', value: tree.outcome === outcome }
    : withParts(tree, (part) => endedWith(part, outcome));
