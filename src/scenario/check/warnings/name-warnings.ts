/** Names that nothing reads, and entries that say nothing of where their numbers come from. */
import { references } from '../../../expression/index.ts';
import type { Described, Scenario, Trigger } from '../../model.ts';
import type { Check } from '../check.ts';
import type { Declared, ValueKind } from '../declare.ts';
import { expressionsOf } from './all-expressions.ts';

/** A name that only its own rules read is not read. */
export function warnOfUnread(check: Check, scenario: Scenario): void {
  const read = { parameter: new Set<number>(), variable: new Set<number>(), auxiliary: new Set<number>() };
  for (const { expression, reader } of expressionsOf(scenario)) {
    const { parameters, variables, auxiliaries } = references(expression.tree);
    const note = (kind: ValueKind, indexes: ReadonlySet<number>): void => {
      for (const index of indexes) if (reader?.kind !== kind || reader.index !== index) read[kind].add(index);
    };
    note('parameter', parameters);
    note('variable', variables);
    note('auxiliary', auxiliaries);
  }
  const warn = (kind: ValueKind, entries: readonly Declared[]): void => {
    for (const { index, name, entry } of entries) {
      if (read[kind].has(index)) continue;
      check.report.add(entry.keyOrigin, {
        code: 'unread-name',
        message: `Nothing reads the ${kind} \`${name}\`: it is only reported`,
        mend: 'Use it in an expression, or remove it if it is left over.',
      });
    }
  };
  warn('parameter', check.declared.parameters);
  warn('variable', check.declared.variables);
  warn('auxiliary', check.declared.auxiliaries);
}

const isClock = ({ kind }: Trigger): boolean => kind === 'hazard' || kind === 'chance';

/** Parameters, hazards and decisions are where a scenario's numbers come in. */
export function warnOfUnsourced(
  check: Check,
  scenario: Pick<Scenario, 'parameters' | 'transitions' | 'shocks' | 'decisions'>,
): void {
  const { declared } = check;
  const warn = (
    what: string,
    name: string,
    { described, entry }: { described: Described } & Pick<Declared, 'entry'>,
  ) => {
    if (described.sources.length > 0) return;
    check.report.add(entry.keyOrigin, {
      code: 'unsourced',
      message: `The ${what} \`${name}\` has no source`,
      mend: 'Cite one under `source`, or write `source: assumption`.',
    });
  };
  for (const { name, index, entry } of declared.parameters) {
    warn('parameter', name, { described: scenario.parameters[index]!, entry });
  }
  for (const { path, index, entry } of declared.transitions) {
    const transition = scenario.transitions[index]!;
    if (isClock(transition.trigger)) warn('hazard of', path, { described: transition, entry });
  }
  for (const { name, index, entry } of declared.decisions) {
    warn('decision', name, { described: scenario.decisions[index]!, entry });
  }
  for (const { name, index, entry } of declared.shocks) {
    const shock = scenario.shocks[index]!;
    if (isClock(shock.trigger)) warn('hazard of', name, { described: shock, entry });
  }
}
