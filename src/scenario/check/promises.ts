/** `expect`: what the scenario promises of itself. */
import type { DocumentNode, Entry, MapNode } from '../document.ts';
import type { Measure, Outcome, PromiseRule, ScenarioPromise } from '../model.ts';
import type { Check } from './check.ts';
import { readSources } from './described.ts';
import { entriesAt, entryAt, nodeAt, scalarAt, scalarsOf, textAt } from './node.ts';
import { readOutcomes } from './outcome-set.ts';
import { lineOf } from './place.ts';
import { readBetween, readBound, readQuantiles } from './promise-bounds.ts';
import { readMeasure } from './timeline.ts';
import { variantAt, variantNamed } from './variants.ts';

/** Keys of promises that the language has and this version does not check. */
const NOT_YET = [
  'given',
  'timeline',
  'log_odds',
  'odds_ratio',
  'happening',
  'per',
  'against',
  'decide',
  'inside',
];

const DIRECTIONS = [
  ['more_likely_than', 'more'],
  ['less_likely_than', 'less'],
] as const;

export interface PromiseGround {
  readonly outcomes: readonly Outcome[];
  readonly measures: readonly Measure[];
}

/** A rule, with what tells it from its siblings when one entry makes several. */
interface Part {
  readonly suffix: string;
  readonly rule: PromiseRule;
}

export const checkPromises = (check: Check, root: MapNode, ground: PromiseGround): ScenarioPromise[] =>
  entriesAt(root, 'expect').flatMap((entry) => {
    const { key, keyOrigin, value } = entry;
    return readParts(check, ground, entry).map(({ suffix, rule }) => ({
      name: `${key}${suffix}`,
      because: textAt(value, 'because'),
      rule,
      file: keyOrigin.source.name,
      line: lineOf(keyOrigin),
    }));
  });

function readParts(check: Check, ground: PromiseGround, entry: Entry): Part[] {
  const node = entry.value;
  readSources(check, node);
  const later = NOT_YET.map((key) => entryAt(node, key)).find((found) => found !== null);
  if (later !== undefined) {
    check.report.add(later.keyOrigin, {
      code: 'promise-not-yet',
      message: `this version does not check promises with \`${later.key}\` yet; \`${entry.key}\` is left out`,
      mend: 'Nothing to do: a later version checks it.',
    });
    return [];
  }
  const variant = variantAt(check, node);
  const outcome = nodeAt(node, 'outcome');
  const measure = scalarAt(node, 'measure');
  if (variant === undefined) return [];
  if (outcome !== null) return outcomeParts(check, ground, { entry, outcome, variant });
  if (measure === null) return [];
  const index = readMeasure(check, measure);
  return index === null ? [] : measureParts(check, ground, { entry, measure: index, variant });
}

function lacking(check: Check, { key, keyOrigin }: Entry, mend: string): [] {
  check.report.add(keyOrigin, {
    code: 'bad-promise',
    message: `\`${key}\` does not say what it promises`,
    mend,
  });
  return [];
}

interface OutcomePlace {
  readonly entry: Entry;
  readonly outcome: DocumentNode;
  readonly variant: string | null;
}

function outcomeParts(
  check: Check,
  { outcomes }: PromiseGround,
  { entry, outcome, variant }: OutcomePlace,
): Part[] {
  const { value: node } = entry;
  const choice = readOutcomes(check, outcome, outcomes);
  const contrast = readContrast(check, node, variant);
  const bound = readBound(check, node, { share: true, equals: 'probability' });
  if (choice === null || contrast === null || bound === null) return [];
  if (contrast === undefined && bound === undefined) {
    return lacking(
      check,
      entry,
      'Add `probability`, `between`, `at_least`, `at_most`, `more_likely_than` or `less_likely_than`.',
    );
  }
  return choice.sets.flatMap((of): Part[] => {
    const suffix = choice.each ? `.${outcomes[of.outcomes[0]!]!.name}` : '';
    return [
      ...(bound === undefined ? [] : [{ suffix, rule: { kind: 'outcome', of, variant, bound } as const }]),
      ...(contrast ?? []).map((side) => ({
        suffix,
        rule: { kind: 'contrast', of, variant, ...side } as const,
      })),
    ];
  });
}

type Contrast = Pick<Extract<PromiseRule, { kind: 'contrast' }>, 'direction' | 'than'>;

/** Sides to compare with; undefined when none is written, null after a fault. */
function readContrast(
  check: Check,
  node: DocumentNode,
  variant: string | null,
): Contrast[] | null | undefined {
  const contrasts = DIRECTIONS.flatMap(([key, direction]) => {
    const written = nodeAt(node, key);
    if (written === null) return [];
    const names = scalarsOf(written).map((scalar) => variantNamed(check, scalar));
    const than = names.filter((name) => name !== undefined);
    if (than.length < names.length || than.length === 0) return [null];
    if (!than.includes(variant)) return [{ direction, than }];
    check.report.add(written.origin, {
      code: 'bad-promise',
      message: `\`${variant ?? 'baseline'}\` is compared with itself`,
      mend: 'Name a `variant` for one side and another for the other; `baseline` is the file as it is.',
    });
    return [null];
  });
  if (contrasts.length === 0) return undefined;
  const known = contrasts.filter((contrast) => contrast !== null);
  return known.length === contrasts.length ? known : null;
}

interface MeasurePlace {
  readonly entry: Entry;
  readonly measure: number;
  readonly variant: string | null;
}

function measureParts(
  check: Check,
  { measures }: PromiseGround,
  { entry, measure, variant }: MeasurePlace,
): Part[] {
  const { value: node } = entry;
  const share = measures[measure]!.boolean;
  const mean = nodeAt(node, 'mean');
  const bound =
    mean === null ? readBound(check, node, { share, equals: 'value' }) : readBetween(check, mean, { share });
  const written = nodeAt(node, 'quantiles') !== null;
  const quantiles = written ? readQuantiles(check, node) : undefined;
  if (bound === null || quantiles === null) return [];
  if (bound === undefined && quantiles === undefined) {
    return lacking(check, entry, 'Add `value`, `mean`, `quantiles`, `between`, `at_least` or `at_most`.');
  }
  const both = bound !== undefined && quantiles !== undefined;
  return [
    ...(bound === undefined
      ? []
      : [{ suffix: both ? '.mean' : '', rule: { kind: 'mean', measure, variant, bound } as const }]),
    ...(quantiles === undefined
      ? []
      : [
          {
            suffix: both ? '.quantiles' : '',
            rule: { kind: 'quantiles', measure, variant, quantiles } as const,
          },
        ]),
  ];
}
