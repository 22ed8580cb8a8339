/** Expressions of the file: names resolved, faults placed inside the scalar they stand in. */

import { positionAt } from '../../diagnostics/index.ts';
import {
  type CheckedExpression,
  type ExpressionFault,
  type ExpressionRules,
  type Names,
  parseExpression,
  type ValueType,
} from '../../expression/index.ts';
import type { Origin, ScalarNode } from '../document.ts';
import type { Check } from './check.ts';
import type { Declarations } from './declare.ts';
import type { NameIndex } from './name-index.ts';
import { entriesAt } from './node.ts';
import type { Report } from './report.ts';
import type { Guesses } from './suggest.ts';

type Among = Guesses['among'];

/** Getters, because the parser asks for them only to guess, and guesses are limited. */
function knownNames(index: NameIndex, among: Among): Names['known'] {
  const values = [...index.values.keys()];
  const stages = [...index.stages.keys()];
  const happenings = [...index.happenings.keys()];
  const outcomes = [...index.outcomes.keys()];
  return {
    get values() {
      return among(values);
    },
    get stages() {
      return among(stages);
    },
    get happenings() {
      return among(happenings);
    },
    get outcomes() {
      return among(outcomes);
    },
  };
}

/** What an expression's names mean. `typeOf` says what an auxiliary is: a number or a yes or no. */
export function createNames(
  declared: Declarations,
  index: NameIndex,
  { typeOf, among }: { readonly typeOf: (auxiliary: number) => ValueType; readonly among: Among },
): Names {
  const choicesOf = (parameter: number): readonly string[] =>
    entriesAt(declared.parameters[parameter]!.entry.value, 'one_of').map((entry) => entry.key);
  return {
    value: (name) => {
      const value = index.values.get(name);
      if (value === undefined) return null;
      return { ...value, type: value.kind === 'auxiliary' ? typeOf(value.index) : 'number' };
    },
    stage: (path) => index.stages.get(path) ?? null,
    happening: (path) => index.happenings.get(path) ?? null,
    choices: (name) => {
      const value = index.values.get(name);
      if (value?.kind !== 'parameter') return null;
      const choices = choicesOf(value.index);
      return choices.length === 0 ? null : { index: value.index, choices };
    },
    outcome: (name) => index.outcomes.get(name) ?? null,
    known: knownNames(index, among),
  };
}

/** Takes the place of an expression that is faulty or absent; a scenario that holds one is never handed out. */
function standIn(place: string, rules: ExpressionRules): CheckedExpression {
  const tree =
    rules.wants === 'boolean'
      ? ({ kind: 'boolean', value: false } as const)
      : ({ kind: 'number', value: 0 } as const);
  const type = rules.wants === 'boolean' ? 'boolean' : 'number';
  return { tree, type, text: '', place, file: '', line: 1, column: 1 };
}

/** Reports faults inside a scalar, with their carets under the characters they mean. */
export function placeFaults(report: Report, node: ScalarNode, faults: readonly ExpressionFault[]): void {
  for (const { code, message, mend, span } of faults) {
    const start = node.offsetAt(span.start);
    // The end of the last character, not the start of the next: between the two may lie a fold.
    const end = span.end > span.start ? node.offsetAt(span.end - 1) + 1 : start;
    report.add(
      { source: node.origin.source, span: { start, end: Math.max(start, end) } },
      { code, message, mend },
    );
  }
}

export interface ExpressionGround {
  readonly declared: Declarations;
  readonly index: NameIndex;
  readonly guesses: Guesses;
  /** Types of auxiliaries; null where its own rule is faulty. */
  readonly types: readonly (ValueType | null)[];
}

/**
 * The reader of all expressions. A fault of type in an expression that reads an auxiliary whose own rule is
 * faulty says nothing new and is left out.
 */
export function createExpressionReader(
  report: Report,
  { declared, index, types, guesses }: ExpressionGround,
): Pick<Check, 'expression' | 'originOf'> {
  const origins = new WeakMap<CheckedExpression, Origin>();
  let guessed = false;
  const typeOf = (auxiliary: number): ValueType => {
    const type = types[auxiliary] ?? null;
    if (type === null) guessed = true;
    return type ?? 'number';
  };
  const names = createNames(declared, index, { typeOf, among: guesses.among });
  const read: Check['expression'] = (node, place, rules) => {
    if (node === null) return standIn(place, rules);
    guessed = false;
    const parsed = parseExpression(node.text, names, rules);
    if ('tree' in parsed) {
      const { source } = node.origin;
      const position = positionAt(source, node.offsetAt(0));
      const expression = { ...parsed, text: node.text, place, file: source.name, ...position };
      origins.set(expression, node.origin);
      return expression;
    }
    placeFaults(report, node, guessed ? parsed.filter(({ code }) => code !== 'expression-type') : parsed);
    return standIn(place, rules);
  };
  return {
    expression: read,
    originOf: (expression) => {
      const origin = origins.get(expression);
      if (origin === undefined) throw new Error(`no origin for the expression of ${expression.place}`);
      return origin;
    },
  };
}
