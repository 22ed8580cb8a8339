/** Names of a small scenario, for tests of expressions. */
import type { ExpressionFault, ExpressionRules, Names, StateView } from '../../../src/expression/index.ts';
import { parseExpression } from '../../../src/expression/index.ts';

const PARAMETERS = ['loyalty', 'patience', 'sponsor', 'police_pay', 'constructor', 'undefined', 'e'];
const VARIABLES = ['crowd', 'anger'];
const AUXILIARIES = ['growth', 'tense'];
const STAGES = ['street.protest', 'street.riot', 'street.riot.looting', 'palace.united', 'palace.split'];
const HAPPENINGS = [
  'street.turns_violent',
  'street.concession',
  'response.shoot',
  'response.concede',
  'oil_falls',
];
const OUTCOMES = ['order_by_force', 'compromise', 'unresolved'];
const CHOICES = ['nobody', 'gangs', 'faction'];

const within =
  (list: readonly string[]) =>
  (name: string): number | null =>
    list.includes(name) ? list.indexOf(name) : null;

export const sampleNames: Names = {
  value: (name) => {
    if (PARAMETERS.includes(name))
      return { kind: 'parameter', index: PARAMETERS.indexOf(name), type: 'number' };
    if (VARIABLES.includes(name)) return { kind: 'variable', index: VARIABLES.indexOf(name), type: 'number' };
    if (AUXILIARIES.includes(name))
      return {
        kind: 'auxiliary',
        index: AUXILIARIES.indexOf(name),
        type: name === 'tense' ? 'boolean' : 'number',
      };
    return null;
  },
  stage: within(STAGES),
  happening: within(HAPPENINGS),
  choices: (name) => (name === 'sponsor' ? { index: 2, choices: CHOICES } : null),
  outcome: within(OUTCOMES),
  known: {
    values: [...PARAMETERS, ...VARIABLES, ...AUXILIARIES],
    stages: STAGES,
    happenings: HAPPENINGS,
    outcomes: OUTCOMES,
  },
};

/** State 8 of steps of a quarter of a day: day 2. */
export const sampleState: StateView = {
  parameters: [0.6, 0.5, 1, 2, 7, 9, 2.5],
  variables: [300, 0.25],
  auxiliaries: [-0.1, 1],
  step: 8,
  dt: 0.25,
  /** `street.riot` was entered in step 3, `street.protest` left, `palace.united` there from the start. */
  entered: [-1, 4, -1, 0, -1],
  /** `street.turns_violent` last in step 5; `response.shoot` in step 0; the others never. */
  times: [2, 0, 1, 0, 0],
  last: [5, -1, 0, -1, -1],
  outcome: 1,
};

export const ANYTHING: ExpressionRules = { wants: 'either', scope: 'end' };

/** The faults of a text; none for a good one. */
export function faultsOf(text: string, rules: ExpressionRules = ANYTHING): readonly ExpressionFault[] {
  const parsed = parseExpression(text, sampleNames, rules);
  return Array.isArray(parsed) ? parsed : [];
}

/** `code: marked text → mend`, one line a fault. */
export function faultLines(text: string, rules: ExpressionRules = ANYTHING): readonly string[] {
  return faultsOf(text, rules).map(
    ({ code, span, mend }) => `${code}: ${text.slice(span.start, span.end)} → ${mend}`,
  );
}
