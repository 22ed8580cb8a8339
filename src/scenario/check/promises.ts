/** `expect`: what the scenario promises of itself. */
import type { DocumentNode, Entry, MapNode } from '../document.ts';
import type { PromiseRule, ScenarioPromise } from '../model.ts';
import type { Check } from './check.ts';
import { readSources } from './described.ts';
import { entriesAt, nodeAt, scalarAt, textAt } from './node.ts';
import { readOutcomes } from './outcome-set.ts';
import { lineOf } from './place.ts';
import { readBetween, readBound, readQuantiles } from './promise-bounds.ts';
import { keysFit, lackingClaim } from './promise-keys.ts';
import { oddsParts } from './promise-odds.ts';
import type { Part, Place, PromiseGround } from './promise-place.ts';
import { readComparedSides, readSide } from './promise-sides.ts';
import { readInside, readNear, readTimelineClaims } from './promise-subjects.ts';
import { readMeasure } from './timeline.ts';

const DIRECTIONS = [
  ['more_likely_than', 'more'],
  ['less_likely_than', 'less'],
] as const;

export const checkPromises = (check: Check, root: MapNode, ground: PromiseGround): ScenarioPromise[] =>
  entriesAt(root, 'expect').flatMap((entry) => {
    const { key, keyOrigin, value } = entry;
    const given = scalarAt(value, 'given');
    const condition =
      given && check.expression(given, `expect.${key}.given`, { wants: 'boolean', scope: 'end' });
    return readParts(check, ground, entry).map(({ suffix, rule }) => ({
      name: `${key}${suffix}`,
      because: textAt(value, 'because'),
      rule,
      given: condition,
      file: keyOrigin.source.name,
      line: lineOf(keyOrigin),
    }));
  });

function readParts(check: Check, ground: PromiseGround, entry: Entry): Part[] {
  const node = entry.value;
  readSources(check, node);
  const side = readSide(check, ground, node);
  if (!keysFit(check, node) || side === null) return [];
  const place = { entry, node, side };
  const outcome = nodeAt(node, 'outcome');
  if (outcome !== null) return outcomeParts(check, ground, outcome, place);
  const measure = scalarAt(node, 'measure');
  if (measure !== null) {
    const index = readMeasure(check, measure);
    return index === null ? [] : measureParts(check, ground, index, place);
  }
  const rules = nodeAt(node, 'log_odds') ?? nodeAt(node, 'odds_ratio');
  if (rules !== null) return oddsParts(check, ground, rules, place);
  const rule = nearRule(check, place) ?? timelineRule(check, ground, place);
  return rule === null ? [] : [{ suffix: '', rule }];
}

function outcomeParts(check: Check, ground: PromiseGround, outcome: DocumentNode, place: Place): Part[] {
  const { entry, node, side } = place;
  const choice = readOutcomes(check, outcome, ground.outcomes);
  const bound = readBound(check, node, { share: true, equals: 'probability' });
  const direction = DIRECTIONS.find(([key]) => nodeAt(node, key) !== null);
  if (choice === null || bound === null) return [];
  if (bound === undefined && direction === undefined) {
    const claims =
      'Add `probability`, `between`, `at_least`, `at_most`, `more_likely_than` or `less_likely_than`.';
    return lackingClaim(check, entry, claims);
  }
  return choice.sets.flatMap((of): Part[] => {
    const suffix = choice.each ? `.${ground.outcomes[of.outcomes[0]!]!.name}` : '';
    if (bound !== undefined) return [{ suffix, rule: { kind: 'outcome', of, side, bound } }];
    const [key, more] = direction!;
    const than = readComparedSides(check, ground, nodeAt(node, key)!, { of, side });
    return than === null ? [] : [{ suffix, rule: { kind: 'contrast', of, side, direction: more, than } }];
  });
}

function measureParts(
  check: Check,
  { measures }: PromiseGround,
  measure: number,
  { entry, node, side }: Place,
): Part[] {
  const share = measures[measure]!.boolean;
  if (nodeAt(node, 'quantiles') !== null) {
    const quantiles = readQuantiles(check, node);
    return quantiles === null ? [] : [{ suffix: '', rule: { kind: 'quantiles', measure, side, quantiles } }];
  }
  const mean = nodeAt(node, 'mean');
  const bound =
    mean === null ? readBound(check, node, { share, equals: 'value' }) : readBetween(check, mean, { share });
  if (bound === undefined) {
    return lackingClaim(
      check,
      entry,
      'Add `value`, `mean`, `quantiles`, `between`, `at_least` or `at_most`.',
    );
  }
  return bound === null ? [] : [{ suffix: '', rule: { kind: 'mean', measure, side, bound } }];
}

function nearRule(check: Check, place: Place): PromiseRule | null {
  const { entry, node, side } = place;
  const happening = scalarAt(node, 'happening');
  if (happening === null) return null;
  const near = readNear(check, node, happening);
  const bound = readBound(check, node, { share: true, equals: 'probability', tolerance: false });
  if (bound === undefined) {
    lackingClaim(check, entry, 'Add `probability`, `between`, `at_least` or `at_most`.');
    return null;
  }
  return near === null || bound === null ? null : { kind: 'near', ...near, side, bound };
}

function timelineRule(check: Check, { timeline }: PromiseGround, { entry, node, side }: Place) {
  const written = nodeAt(node, 'timeline');
  if (written === null) return null;
  const entries = readTimelineClaims(check, timeline, written);
  const inside = readInside(check, node);
  if (nodeAt(node, 'inside') === null) {
    lackingClaim(check, entry, 'Add `inside`, such as `inside: 0.8`.');
    return null;
  }
  return entries === null || inside === null ? null : ({ kind: 'timeline', entries, inside, side } as const);
}
