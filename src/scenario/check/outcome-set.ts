/** Which outcomes a promise is about. */
import type { DocumentNode, ScalarNode } from '../document.ts';
import type { Outcome, OutcomeSet } from '../model.ts';
import type { Check } from './check.ts';
import { nodeAt, scalarsOf } from './node.ts';

/** A promise about one set, or, for `each`, one for every outcome that the file names. */
export interface OutcomeChoice {
  readonly each: boolean;
  readonly sets: readonly OutcomeSet[];
}

/** Reads a name, a list (any of them), `{ not: … }` or `each`; null after a fault. */
export function readOutcomes(
  check: Check,
  node: DocumentNode,
  outcomes: readonly Outcome[],
): OutcomeChoice | null {
  if (node.kind === 'scalar' && node.text === 'each') {
    // `unresolved` is not an outcome that the file names; a promise about each of them leaves it out.
    const named = outcomes.slice(0, -1);
    return {
      each: true,
      sets: named.map(({ index, label }) => ({ outcomes: [index], negated: false, label })),
    };
  }
  const negated = nodeAt(node, 'not');
  const members = readNames(check, scalarsOf(negated ?? node));
  if (members === null) return null;
  const label = members.map((member) => outcomes[member]!.label).join(' or ');
  if (negated === null) return { each: false, sets: [{ outcomes: members, negated: false, label }] };
  const rest = outcomes.map((outcome) => outcome.index).filter((index) => !members.includes(index));
  return { each: false, sets: [{ outcomes: rest, negated: true, label: `not ${label}` }] };
}

/** Index of the outcome that a scalar names; null after a fault. */
export function outcomeNamed(check: Check, scalar: ScalarNode): number | null {
  const outcome = check.names.outcomes.get(scalar.text);
  if (outcome !== undefined) return outcome;
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `there is no outcome \`${scalar.text}\``,
    mend: check.guesses.unknownMend(
      scalar.text,
      [...check.names.outcomes.keys()],
      'Outcomes are listed under `outcomes`.',
    ),
  });
  return null;
}

function readNames(check: Check, scalars: readonly ScalarNode[]): number[] | null {
  const found = scalars.map((scalar) => outcomeNamed(check, scalar));
  const known = found.filter((outcome) => outcome !== null);
  return known.length === found.length && known.length > 0 ? [...new Set(known)].sort((a, b) => a - b) : null;
}
