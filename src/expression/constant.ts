/** Numbers that may be written as arithmetic, such as a promise's `1/6`. */
import { evaluator } from './evaluate.ts';
import { fault, piece } from './fault.ts';
import { parseExpression } from './parse.ts';
import type { ExpressionFault, Names } from './tree.ts';

const NO_NAMES: Names = {
  value: () => null,
  stage: () => null,
  happening: () => null,
  choices: () => null,
  outcome: () => null,
  known: { values: [], stages: [], happenings: [], outcomes: [] },
};

const NO_STATE = {
  parameters: [],
  variables: [],
  auxiliaries: [],
  step: 0,
  dt: 1,
  entered: [],
  times: [],
  last: [],
};

/** The finite number that a text of literals and functions means, or what is wrong with it. */
export function constantOf(text: string): number | ExpressionFault[] {
  const parsed = parseExpression(text, NO_NAMES, { wants: 'number', scope: 'constant' });
  if (Array.isArray(parsed)) return parsed;
  const value = evaluator(parsed.tree)(NO_STATE);
  if (Number.isFinite(value)) return value;
  const whole = { start: 0, end: text.length };
  return [
    fault('bad-number', whole, {
      message: `\`${piece(text, whole)}\` is not a finite number`,
      mend: 'write a number, or arithmetic with numbers such as `1/6`',
    }),
  ];
}
