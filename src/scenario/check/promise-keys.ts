/** Which keys of a promise go together, beyond what its shape says. */
import type { DocumentNode, Entry } from '../document.ts';
import type { Check } from './check.ts';
import { entryAt, nodeAt } from './node.ts';

/** Keys that one subject alone takes. */
const OWNERS = [
  ['inside', 'timeline'],
  ['per', 'log_odds'],
  ['against', 'odds_ratio'],
] as const;

const SUBJECTS = ['outcome', 'measure', 'happening', 'timeline', 'log_odds', 'odds_ratio'] as const;

/** Reports keys that say nothing beside the subject; false where there are any. */
export function keysFit(check: Check, node: DocumentNode): boolean {
  const subject = SUBJECTS.find((key) => nodeAt(node, key) !== null);
  if (subject === undefined) return false;
  const stray = OWNERS.flatMap(([key, owner]) => (owner === subject ? [] : (entryAt(node, key) ?? [])));
  for (const { key, keyOrigin } of stray) {
    check.report.add(keyOrigin, {
      code: 'bad-promise',
      message: `\`${key}\` says nothing of \`${subject}\``,
      mend: `It goes with \`${OWNERS.find(([known]) => known === key)![1]}\`.`,
    });
  }
  return stray.length === 0;
}

/** Keys of which the shape wants one. */
const CLAIMS = [
  ...['probability', 'value', 'between', 'at_least', 'at_most', 'more_likely_than', 'less_likely_than'],
  ...['mean', 'quantiles', 'inside'],
];

/** Reports a promise whose claim is not one that its subject takes; that it has none is said already. */
export const lackingClaim = (check: Check, entry: Entry, mend: string): [] =>
  CLAIMS.some((key) => nodeAt(entry.value, key) !== null) ? lacking(check, entry, mend) : [];

/** Reports a promise that leaves out a part of what it promises. */
export function lacking(check: Check, { key, keyOrigin }: Entry, mend: string): [] {
  check.report.add(keyOrigin, {
    code: 'bad-promise',
    message: `\`${key}\` does not say what it promises`,
    mend,
  });
  return [];
}
