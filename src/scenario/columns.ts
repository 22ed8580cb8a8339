/**
 * What a question reads of a run beyond its outcome, as measures: those of the scenario, and more beside them. Both
 * engines then yield it like any measure.
 */
import type { CheckedExpression, Expression } from '../expression/index.ts';

import { casesOf } from './given-cases.ts';
import type { Measure, MeasureRule, Scenario } from './model.ts';

/** By outcome of the run: the column that says whether it counts. */
export type GivenColumns = (outcome: number) => number;

export interface Columns {
  /** The first day of a happening. */
  readonly firstDay: (happening: number) => number;
  /** The first day of a stage: 0 for one that a run starts in. */
  readonly firstDayIn: (stage: number) => number;
  /** 1 where some of one happening comes at most `days` before or after some of another, else 0. */
  readonly near: (happening: number, other: number, days: number) => number;
  readonly given: (condition: CheckedExpression) => GivenColumns;
  /** The scenario with all that was asked for; itself where that is nothing. */
  readonly scenario: () => Scenario;
}

export function openColumns(scenario: Scenario): Columns {
  const added: Measure[] = [];
  const known = new Map<string, number>();
  const first = scenario.measures.length;
  const column = (rule: MeasureRule, boolean: boolean): number => {
    const key = keyOf(rule);
    const index = known.get(key) ?? first + added.length;
    if (index === first + added.length) added.push(hidden(index, rule, boolean));
    known.set(key, index);
    return index;
  };
  return {
    firstDay: (happening) => column({ kind: 'first_day', of: { kind: 'happening', happening } }, false),
    firstDayIn: (stage) => column({ kind: 'first_day', of: { kind: 'stage', stage } }, false),
    near: (happening, other, days) =>
      column({ kind: 'max', expression: nearExpression(happening, other, days) }, true),
    given: (condition) => {
      const columns = new Map(
        casesOf(condition).map(({ outcome, expression }) => [
          outcome,
          column({ kind: 'final', expression }, true),
        ]),
      );
      return (outcome) => (columns.get(outcome) ?? columns.get(null)) as number;
    },
    scenario: () =>
      added.length === 0
        ? scenario
        : { ...scenario, measures: [...scenario.measures, ...added], promises: [], compared: [] },
  };
}

/** Where an expression stands in the file makes no difference. */
const keyOf = (rule: MeasureRule): string =>
  JSON.stringify('expression' in rule ? [rule.kind, rule.expression.tree] : rule);

function hidden(index: number, rule: MeasureRule, boolean: boolean): Measure {
  const name = `column ${index}`;
  return { index, name, rule, boolean, label: name, unit: null, note: null, group: null, sources: [] };
}

/** Far beyond the sums of rounded steps, far below a step. */
const SLACK = 1e-9;
/** `since` says a million of what never happened. */
const LONGEST = 999_999;

/**
 * True in a state to which a step led in which one of the two happened, when the other last did so at most `days`
 * before: if any two are that close, this holds in the state after the later one.
 */
function nearExpression(happening: number, other: number, days: number): CheckedExpression {
  const within = (of: number, most: number): Expression => ({
    kind: 'chain',
    operators: ['<='],
    operands: [
      { kind: 'since', happening: of },
      { kind: 'number', value: most },
    ],
  });
  const gap = Math.min(days + SLACK, LONGEST);
  const after = (now: number, before: number): Expression => ({
    kind: 'and',
    left: within(now, 0),
    right: within(before, gap),
  });
  const tree: Expression = { kind: 'or', left: after(happening, other), right: after(other, happening) };
  return { tree, type: 'boolean', text: '', place: 'expect', file: '', line: 1, column: 1 };
}
