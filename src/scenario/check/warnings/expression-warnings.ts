/** Expressions that are right in form and probably not meant. */
import { references } from '../../../expression/index.ts';
import type { Scenario } from '../../model.ts';
import type { Check } from '../check.ts';
import { expressionsOf } from './all-expressions.ts';

export function warnOfSince(check: Check, scenario: Scenario): void {
  for (const { expression } of expressionsOf(scenario)) {
    const { longSince, times } = references(expression.tree);
    for (const happening of longSince) {
      if (times.has(happening)) continue;
      const { path } = scenario.happenings[happening]!;
      check.report.add(check.originOf(expression), {
        code: 'since-without-times',
        message: `\`since(${path})\` is also large when \`${path}\` never happened`,
        mend: `If it must have happened, add \`and times(${path}) > 0\`.`,
      });
    }
  }
}

/** A `next` is worked out once a step: without `dt` its pace changes with the step. */
export function warnOfNext(check: Check, scenario: Scenario): void {
  const byAuxiliary = auxiliariesReadingDt(scenario);
  const rules = [
    ...scenario.variables.map(({ rule }) => rule),
    ...scenario.stages.flatMap((stage) => stage.rules.map(({ rule }) => rule)),
  ];
  for (const rule of rules) {
    if (rule?.kind !== 'next') continue;
    const { dt, auxiliaries } = references(rule.expression.tree);
    if (dt || [...auxiliaries].some((index) => byAuxiliary.has(index))) continue;
    check.report.add(check.originOf(rule.expression), {
      code: 'next-without-dt',
      message: 'This `next` reads no `dt`, so another step gives another pace',
      mend: 'Use `per_day` for a change per day, or let the expression read `dt`.',
    });
  }
}

/** Auxiliaries that read `dt` by some rule, themselves or through others. */
function auxiliariesReadingDt(scenario: Scenario): ReadonlySet<number> {
  const rules = [
    ...scenario.auxiliaries.map(({ index, value }) => ({ index, value })),
    ...scenario.stages.flatMap((stage) =>
      stage.auxiliaries.map(({ auxiliary, value }) => ({ index: auxiliary, value })),
    ),
  ];
  const reading = new Set<number>();
  const readers = new Map<number, number[]>();
  const fresh: number[] = [];
  for (const { index, value } of rules) {
    const { dt, auxiliaries } = references(value.tree);
    if (dt) fresh.push(index);
    for (const read of auxiliaries) readers.set(read, [...(readers.get(read) ?? []), index]);
  }
  for (let index = fresh.pop(); index !== undefined; index = fresh.pop()) {
    if (reading.has(index)) continue;
    reading.add(index);
    fresh.push(...(readers.get(index) ?? []));
  }
  return reading;
}
