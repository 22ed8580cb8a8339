/** A fault that only the values of one run show. Thrown by the run; everything a message needs is in its fields. */
import type { CheckedExpression, ValueRead } from '../expression/index.ts';
import { formatDate, type Scenario } from '../scenario/index.ts';
import type { RunView } from './run-context.ts';
import { valuesIn } from './values-read.ts';

/** The codes of the diagnostics table that are found in a run. */
export type RunFaultKind =
  | 'not-finite'
  | 'negative-hazard'
  | 'chance-outside'
  | 'negative-weight'
  | 'zero-weights'
  | 'gap-not-positive'
  | 'every-too-often';

export interface RunFaultData {
  readonly kind: RunFaultKind;
  /** What is wrong, one sentence without the place and the day. */
  readonly what: string;
  /** The expression as the author wrote it, where one is to blame. */
  readonly text: string | null;
  /** Path of keys in the scenario. */
  readonly place: string;
  readonly file: string | null;
  /** 1-based; null where no expression is to blame. */
  readonly line: number | null;
  readonly column: number | null;
  readonly step: number;
  /** Days since the start, and the date that is. */
  readonly day: number;
  readonly date: string;
  /** What the expression read, in the order of its text. */
  readonly values: readonly ValueRead[];
  /** Whose run: the numbers of the parameter draw, the luck and the future. */
  readonly draw: number;
  readonly luck: number;
  readonly future: number;
}

export class RunFault extends Error implements RunFaultData {
  override readonly name = 'RunFault';
  readonly kind: RunFaultKind;
  readonly what: string;
  readonly text: string | null;
  readonly place: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly step: number;
  readonly day: number;
  readonly date: string;
  readonly values: readonly ValueRead[];
  readonly draw: number;
  readonly luck: number;
  readonly future: number;

  constructor(data: RunFaultData) {
    super(`${data.what} (${data.place}, ${data.date}, run ${data.luck})`);
    this.kind = data.kind;
    this.what = data.what;
    this.text = data.text;
    this.place = data.place;
    this.file = data.file;
    this.line = data.line;
    this.column = data.column;
    this.step = data.step;
    this.day = data.day;
    this.date = data.date;
    this.values = data.values;
    this.draw = data.draw;
    this.luck = data.luck;
    this.future = data.future;
  }
}

/** What is wrong, in a word and in a sentence. */
interface Blame {
  readonly kind: RunFaultKind;
  readonly what: string;
}

/** The fault of an expression whose value will not do. */
export function expressionFault(
  scenario: Scenario,
  view: RunView,
  { expression, kind, what }: Blame & { readonly expression: CheckedExpression },
): RunFault {
  const { text, place, file, line, column } = expression;
  const values = valuesIn(scenario, expression, view);
  return new RunFault({
    kind,
    what,
    text,
    place,
    file,
    line,
    column,
    values,
    ...whenAndWhose(scenario, view),
  });
}

/** The fault of something that has no expression of its own: a variable's sum, a drawn gap, a set of weights. */
export function placeFault(
  scenario: Scenario,
  view: RunView,
  { place, kind, what }: Blame & { readonly place: string },
): RunFault {
  const nowhere = { text: null, file: scenario.file, line: null, column: null, values: [] };
  return new RunFault({ kind, what, place, ...nowhere, ...whenAndWhose(scenario, view) });
}

function whenAndWhose(scenario: Scenario, view: RunView) {
  const day = view.step * view.dt;
  const { step, draw, luck, future } = view;
  return { step, day, date: formatDate(scenario.time, day), draw, luck, future };
}
