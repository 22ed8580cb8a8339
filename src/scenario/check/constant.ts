/** Numbers that may be written as a fraction, `1/6`, and expressions that read nothing. */
import { type CheckedExpression, constantOf, evaluator, references } from '../../expression/index.ts';
import type { ScalarNode } from '../document.ts';
import type { Check } from './check.ts';
import { placeFaults } from './expressions.ts';

const NOTHING = { parameters: [], variables: [], auxiliaries: [], entered: [], times: [], last: [] };

/** The value (a yes is 1) of an expression that reads neither state nor parameters; null for any other. */
export function constantValue({ tree }: CheckedExpression): number | null {
  const { parameters, variables, auxiliaries, stages, happenings, outcomes, day, dt } = references(tree);
  const read = [parameters, variables, auxiliaries, stages, happenings, outcomes];
  if (day || dt || read.some((names) => names.size > 0)) return null;
  return evaluator(tree)({ ...NOTHING, step: 0, dt: 1 });
}

/** Reads a finite number or a fraction; null after a fault. */
export function readConstant(check: Check, node: ScalarNode | null): number | null {
  if (node === null) return null;
  if (typeof node.value === 'number') return node.value;
  const value = constantOf(node.text);
  if (typeof value === 'number') return value;
  placeFaults(check.report, node, value);
  return null;
}
