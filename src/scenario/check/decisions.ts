/** Decisions and their options. */
import type { MapNode, ScalarNode } from '../document.ts';
import type { Decision, Option } from '../model.ts';
import type { Check } from './check.ts';
import type { DeclaredDecision, DeclaredOption } from './declare.ts';
import { described } from './described.ts';
import { readEffects } from './effects.ts';
import { asMap, nodeAt, scalarAt, scalarsOf, textAt } from './node.ts';
import { readTargets } from './targets.ts';
import { readTrigger } from './triggers.ts';

export const checkDecisions = (check: Check): Decision[] =>
  check.declared.decisions.map((decision) => {
    const { index, name, entry } = decision;
    const node = asMap(entry.value);
    const ask = asMap(nodeAt(node, 'ask'));
    return {
      ...described(check, name, node),
      index,
      name,
      actor: textAt(node, 'actor'),
      question: textAt(node, 'question'),
      sees: readSees(check, node),
      ask: ask && readTrigger(check, ask, `decisions.${name}.ask`),
      options: decision.options.map((option) => readOption(check, decision, option)),
    };
  });

function readSees(check: Check, node: MapNode | null): string[] {
  const scalars: readonly ScalarNode[] = scalarsOf(nodeAt(node, 'sees'));
  return scalars.map((scalar) => {
    if (!check.names.values.has(scalar.text)) {
      check.report.add(scalar.origin, {
        code: 'unknown-name',
        message: `there is no parameter, variable or auxiliary \`${scalar.text}\` to see`,
        mend: check.guesses.unknownMend(
          scalar.text,
          [...check.names.values.keys()],
          '`sees` lists names of values.',
        ),
      });
    }
    return scalar.text;
  });
}

function readOption(
  check: Check,
  decision: DeclaredDecision,
  { path, entry, happening }: DeclaredOption,
): Option {
  const node = asMap(entry.value);
  const place = `decisions.${decision.name}.options.${entry.key}`;
  const available = scalarAt(node, 'available');
  const weight = scalarAt(node, 'weight');
  return {
    ...described(check, entry.key, node),
    name: entry.key,
    path,
    available:
      available && check.expression(available, `${place}.available`, { wants: 'boolean', scope: 'state' }),
    weight: weight && check.expression(weight, `${place}.weight`, { wants: 'number', scope: 'state' }),
    targets: readTargets(check, node, { kind: 'path-only', what: 'an option' }),
    effects: readEffects(check, node, place),
    happening,
  };
}
