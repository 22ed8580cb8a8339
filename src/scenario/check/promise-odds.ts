/** Promises about odds: their ratio on two sides, or their change as a parameter moves. */
import type { DocumentNode } from '../document.ts';
import type { Bound, Parameter, PromiseRule } from '../model.ts';
import type { Check } from './check.ts';
import { asNumber, entriesAt, itemsOf, nodeAt } from './node.ts';
import { readOutcomes } from './outcome-set.ts';
import { readBound } from './promise-bounds.ts';
import { lacking, lackingClaim } from './promise-keys.ts';
import type { Part, Place, PromiseGround } from './promise-place.ts';
import { readAgainst } from './promise-sides.ts';
import { valueFault } from './settings.ts';

export function oddsParts(check: Check, ground: PromiseGround, outcome: DocumentNode, place: Place): Part[] {
  const { entry, node } = place;
  const choice = readOutcomes(check, outcome, ground.outcomes);
  const bound = readBound(check, node, { share: false, equals: 'value' });
  if (choice === null || bound === null) return [];
  if (bound === undefined)
    return lackingClaim(check, entry, 'Add `between`, `at_least`, `at_most` or `value`.');
  return choice.sets.flatMap((of): Part[] => {
    const suffix = choice.each ? `.${ground.outcomes[of.outcomes[0]!]!.name}` : '';
    const rule = oddsRule(check, ground, place, { of, bound });
    return rule === null ? [] : [{ suffix, rule }];
  });
}

type Odds = Pick<Extract<PromiseRule, { kind: 'odds_ratio' }>, 'of' | 'bound'>;

function oddsRule(
  check: Check,
  ground: PromiseGround,
  { entry, node, side }: Place,
  { of, bound }: Odds,
): PromiseRule | null {
  const against = nodeAt(node, 'against');
  if (nodeAt(node, 'log_odds') !== null) {
    const move = readMove(check, ground.parameters, node);
    if (nodeAt(node, 'per') === null)
      lacking(check, entry, 'Add `per`, such as `per: { loyalty: [0.3, 0.8] }`.');
    return move && { kind: 'log_odds', of, ...move, side, bound };
  }
  if (against === null) {
    lacking(check, entry, 'Add `against`: a variant, `baseline`, or options by decision.');
    return null;
  }
  if (!ratioFits(check, node, bound)) return null;
  const other = readAgainst(check, ground, against, { of, side });
  return other && { kind: 'odds_ratio', of, side, against: other, bound };
}

/** Odds are never negative. */
function ratioFits(check: Check, node: DocumentNode, bound: Bound): boolean {
  const numbers = bound.kind === 'equals' ? [bound.value] : [bound.low, bound.high];
  const negative = numbers.find((number) => number < 0 && number !== -Infinity);
  if (negative === undefined) return true;
  check.report.add(node.origin, {
    code: 'bad-promise',
    message: `${negative} is not a ratio of odds, which are never negative`,
    mend: 'Write a number of 0 or more: below 1 where the odds are smaller than on the other side.',
  });
  return false;
}

/** The parameter of a promise about log-odds: which one moves, and from where to where. */
interface Move {
  readonly parameter: number;
  readonly from: number;
  readonly to: number;
}

/** Reads `per: { loyalty: [0.35, 0.85] }`; null after a fault. */
function readMove(check: Check, parameters: readonly Parameter[], node: DocumentNode): Move | null {
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
