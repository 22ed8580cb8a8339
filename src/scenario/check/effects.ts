/** `set` and `add` of one place: one list of effects. */
import type { DocumentNode, Entry } from '../document.ts';
import type { Effect } from '../model.ts';
import type { Check } from './check.ts';
import { asScalar, entriesAt } from './node.ts';
import { placeSeenFrom } from './place.ts';

/** Reads both lists of a node (a transition, a shock, an option, an `entry`, an `exit`). */
export function readEffects(check: Check, node: DocumentNode | null, place: string): Effect[] {
  const written = new Map<string, Entry>();
  return (['set', 'add'] as const).flatMap((kind) =>
    entriesAt(node, kind).flatMap((entry) => {
      const expression = check.expression(asScalar(entry.value), `${place}.${kind}.${entry.key}`, {
        wants: 'number',
        scope: 'state',
      });
      const variable = variableNamed(check, entry, `\`${kind}\``);
      const earlier = written.get(entry.key);
      written.set(entry.key, entry);
      if (earlier !== undefined) {
        check.report.add(entry.keyOrigin, {
          code: 'effect-twice',
          message: `\`${entry.key}\` is both set (${placeSeenFrom(entry.keyOrigin, earlier.keyOrigin)}) and added to here`,
          mend: 'Keep one: `set` and `add` of one place happen at the same time.',
        });
      }
      return variable === null ? [] : [{ variable, kind, expression }];
    }),
  );
}

const NO_VARIABLE = {
  parameter: 'a parameter, fixed in a run',
  auxiliary: 'an auxiliary, worked out anew each step',
} as const;

/** The variable a key names; a parameter or an auxiliary cannot be changed by a run. */
export function variableNamed(check: Check, { key, keyOrigin }: Entry, what: string): number | null {
  const value = check.names.values.get(key);
  if (value?.kind === 'variable') return value.index;
  const names = check.declared.variables.map((variable) => variable.name);
  check.report.add(keyOrigin, {
    code: 'unknown-name',
    message:
      value === undefined ? `there is no variable \`${key}\`` : `\`${key}\` is ${NO_VARIABLE[value.kind]}`,
    mend: check.guesses.unknownMend(key, names, `${what} takes the name of a variable.`),
  });
  return null;
}
