/** The parameter of a promise about log-odds: which one moves, and from where to where. */
import type { DocumentNode } from '../document.ts';
import type { Parameter } from '../model.ts';
import type { Check } from './check.ts';
import { asNumber, entriesAt, itemsOf, nodeAt } from './node.ts';
import { valueFault } from './settings.ts';

export interface Move {
  readonly parameter: number;
  readonly from: number;
  readonly to: number;
}

/** Reads `per: { loyalty: [0.35, 0.85] }`; null after a fault. */
export function readMove(check: Check, parameters: readonly Parameter[], node: DocumentNode): Move | null {
  const written = nodeAt(node, 'per');
  const [entry, ...more] = entriesAt(node, 'per');
  if (written === null || entry === undefined) return null;
  if (more.length > 0) {
    check.report.add(more[0]!.keyOrigin, {
      code: 'bad-promise',
      message: 'the log-odds change per unit of one parameter, and here are several',
      mend: 'Make a promise for each.',
    });
    return null;
  }
  const value = check.names.values.get(entry.key);
  const parameter = value?.kind === 'parameter' ? parameters[value.index] : undefined;
  if (parameter === undefined || parameter.choices !== null) {
    const numbers = parameters.filter(({ choices }) => choices === null).map(({ name }) => name);
    check.report.add(entry.keyOrigin, {
      code: 'unknown-name',
      message:
        parameter === undefined
          ? `there is no parameter \`${entry.key}\``
          : `\`${entry.key}\` is one of several choices, which have no unit`,
      mend: check.guesses.unknownMend(entry.key, numbers, '`per` takes a parameter that is a number.'),
    });
    return null;
  }
  return readEnds(check, parameter, entry.value);
}

function readEnds(check: Check, parameter: Parameter, node: DocumentNode): Move | null {
  const items = itemsOf(node);
  const [from, to] = items.map((item, end) => {
    const number = asNumber(item);
    if (number === null) return null;
    const value = valueFault(parameter, number);
    if (typeof value === 'number') return value;
    check.report.add(items[end]!.origin, value);
    return null;
  });
  if (from == null || to == null) return null;
  if (from !== to) return { parameter: parameter.index, from, to };
  check.report.add(node.origin, {
    code: 'bad-promise',
    message: `\`${parameter.name}\` does not move from ${from} to ${to}`,
    mend: 'Write two different values.',
  });
  return null;
}
