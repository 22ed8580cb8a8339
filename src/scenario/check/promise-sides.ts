/** Whose runs a promise is about, and whose it is compared with. */

import { resolvePath } from '../document/paths.ts';
import type { DocumentNode, ScalarNode } from '../document.ts';
import type { ComparedSide, Decision, OutcomeSet, PromiseSide, Scenario } from '../model.ts';
import type { Check } from './check.ts';
import { readFixedOption } from './fixed-option.ts';
import { asMap, asScalar, itemsOf, nodeAt, scalarAt } from './node.ts';
import { variantAt, variantNamed } from './variants.ts';

/** What the sides of promises refer to. */
export interface SideGround {
  readonly decisions: readonly Decision[];
  /** Names of this file's outcomes, by index. */
  readonly outcomes: readonly { readonly name: string }[];
}

/** The side a promise is about, from its `variant` and `decide`; null after a fault. */
export function readSide(check: Check, { decisions }: SideGround, node: DocumentNode): PromiseSide | null {
  const variant = variantAt(check, node);
  const decide = readDecide(check, decisions, nodeAt(node, 'decide'));
  return variant === undefined || decide === null ? null : { scenario: null, variant, decide };
}

function readDecide(
  check: Check,
  decisions: readonly Decision[],
  node: DocumentNode | null,
): PromiseSide['decide'] | null {
  const entries = asMap(node)?.entries ?? [];
  const fixed = entries.flatMap((entry) => readFixedOption(check, decisions, entry));
  return fixed.length === entries.length ? fixed : null;
}

interface Comparison {
  readonly of: OutcomeSet;
  /** The first side. */
  readonly side: PromiseSide;
}

/** The sides under `more_likely_than` or `less_likely_than`; null after a fault. */
export function readComparedSides(
  check: Check,
  ground: SideGround,
  node: DocumentNode,
  comparison: Comparison,
): ComparedSide[] | null {
  const sides = itemsOf(node).map((item) => readComparedSide(check, ground, item, comparison));
  const known = sides.filter((side) => side !== null);
  return known.length === sides.length && known.length > 0 ? known : null;
}

/** The side under `against`, which may also be options by decision, fixed in the first side's variant. */
export function readAgainst(
  check: Check,
  ground: SideGround,
  node: DocumentNode,
  comparison: Comparison,
): ComparedSide | null {
  const isOptions = node.kind === 'map' && scalarAt(node, 'scenario') === null;
  if (!isOptions) return readComparedSide(check, ground, node, comparison);
  const decide = readDecide(check, ground.decisions, node);
  if (decide === null) return null;
  return differing(check, node, comparison, { ...comparison.side, decide });
}

function readComparedSide(
  check: Check,
  ground: SideGround,
  node: DocumentNode,
  comparison: Comparison,
): ComparedSide | null {
  const file = scalarAt(node, 'scenario');
  if (file !== null) return readOtherFile(check, ground, { node, file, of: comparison.of });
  const scalar = asScalar(node);
  const variant = scalar === null ? undefined : variantNamed(check, scalar);
  if (variant === undefined) return null;
  return differing(check, node, comparison, { scenario: null, variant, decide: [] });
}

/** The other side, unless it is the first one again. */
function differing(
  check: Check,
  node: DocumentNode,
  { of, side }: Comparison,
  other: PromiseSide,
): ComparedSide | null {
  if (JSON.stringify(other) !== JSON.stringify(side)) return { side: other, outcomes: of.outcomes };
  check.report.add(node.origin, {
    code: 'bad-promise',
    message: `\`${side.variant ?? 'baseline'}\` is compared with itself`,
    mend: 'Name a `variant` for one side and another for the other; `baseline` is the file as it is.',
  });
  return null;
}

interface FilePlace {
  readonly node: DocumentNode;
  readonly file: ScalarNode;
  readonly of: OutcomeSet;
}

function readOtherFile(check: Check, ground: SideGround, { node, file, of }: FilePlace): ComparedSide | null {
  // A file that another compares with is not followed further, so that two may compare with each other.
  if (check.others === null) return null;
  const opened = check.others.open(resolvePath(file.origin.source.name, file.text.trim()));
  if (opened.kind !== 'sound') {
    const isMissing = opened.kind === 'missing';
    check.report.add(file.origin, {
      code: isMissing ? 'file-missing' : 'bad-promise',
      message: isMissing
        ? `the file \`${file.text}\` cannot be read`
        : `\`${file.text}\` has faults of its own, and cannot be compared with`,
      mend: isMissing ? 'Check the path; it is seen from this file.' : 'Mend that file first.',
    });
    return null;
  }
  const { index, scenario } = opened;
  const variant = otherVariant(check, scalarAt(node, 'variant'), scenario);
  const outcomes = otherOutcomes(check, { file, scenario }, wantedNames(ground, of));
  if (variant === undefined || outcomes === null) return null;
  return { side: { scenario: index, variant, decide: [] }, outcomes };
}

function otherVariant(
  check: Check,
  scalar: ScalarNode | null,
  { file, variants }: Scenario,
): string | null | undefined {
  if (scalar === null || scalar.text === 'baseline') return null;
  const names = variants.map(({ name }) => name);
  if (names.includes(scalar.text)) return scalar.text;
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `there is no variant \`${scalar.text}\` in \`${file}\``,
    mend: check.guesses.unknownMend(scalar.text, [...names, 'baseline'], 'Name one of its variants.'),
  });
  return undefined;
}

interface Wanted {
  /** True where all outcomes but these are meant. */
  readonly negated: boolean;
  readonly names: readonly string[];
}

const wantedNames = ({ outcomes }: SideGround, { outcomes: indexes, negated }: OutcomeSet): Wanted => ({
  negated,
  names: outcomes.flatMap(({ name }, index) => (indexes.includes(index) === negated ? [] : [name])),
});

/** Indexes there of the outcomes of the same names. */
function otherOutcomes(
  check: Check,
  { file, scenario }: { readonly file: ScalarNode; readonly scenario: Scenario },
  { names, negated }: Wanted,
): number[] | null {
  const there = scenario.outcomes.map(({ name }) => name);
  const unknown = names.filter((name) => !there.includes(name));
  for (const name of unknown) {
    check.report.add(file.origin, {
      code: 'unknown-name',
      message: `\`${file.text}\` has no outcome \`${name}\` to compare with`,
      mend: check.guesses.unknownMend(name, there, 'Both files need the outcome under the same name.'),
    });
  }
  if (unknown.length > 0) return null;
  return there.flatMap((name, index) => (names.includes(name) === negated ? [] : [index]));
}
