/** Parameters: baseline, range, distribution, choices. */
import type { DocumentNode, MapNode, ScalarNode } from '../document.ts';
import type { Distribution, Parameter } from '../model.ts';
import type { Check } from './check.ts';
import type { Declared } from './declare.ts';
import { described } from './described.ts';
import {
  distributionEntry,
  hasOwnCentre,
  needsCentre,
  readDistribution,
  weightsFault,
  writtenCentre,
} from './distribution.ts';
import { asMap, asNumber, entriesAt, itemsOf, nodeAt, scalarAt } from './node.ts';
import { placeSeenFrom } from './place.ts';
import { type Range, rangeText, truncationFault } from './truncation.ts';

export const checkParameters = (check: Check): Parameter[] =>
  check.declared.parameters.map((declared) => {
    const node = declared.entry.value;
    return nodeAt(node, 'one_of') === null
      ? numberParameter(check, declared)
      : choiceParameter(check, declared);
  });

/** `[low, high]`; an end that is null, or a range that is left out, is open. */
export function readRange(check: Check, node: DocumentNode | null): Range {
  const [low, high] = itemsOf(node).map(asNumber);
  const range = { low: low ?? -Infinity, high: high ?? Infinity };
  if (node === null || range.low <= range.high) return range;
  check.report.add(node.origin, {
    code: 'bad-range',
    message: `${range.low} is above ${range.high}`,
    mend: 'Write the lower end first.',
  });
  return { low: -Infinity, high: Infinity };
}

function numberParameter(check: Check, { index, name, entry }: Declared): Parameter {
  const node = entry.value;
  const written = scalarAt(node, 'baseline');
  const baseline = readBaseline(check, name, written);
  const range = readRange(check, nodeAt(node, 'range'));
  const inside = baseline !== null && baseline >= range.low && baseline <= range.high;
  if (!inside && baseline !== null && written !== null) {
    check.report.add(written.origin, {
      code: 'baseline-outside-range',
      message: `the baseline of \`${name}\`, ${baseline}, lies outside its range, ${rangeText(range)}`,
      mend: 'Move the baseline into the range, or widen the range.',
    });
  }
  const distributionNode = asMap(nodeAt(node, 'distribution'));
  const distribution =
    distributionNode === null
      ? null
      : numberDistribution(check, distributionNode, {
          name,
          baseline: inside ? baseline : null,
          range: inside ? range : null,
          node,
        });
  return {
    ...described(check, name, node),
    index,
    name,
    baseline: baseline ?? 0,
    ...range,
    distribution,
    choices: null,
  };
}

/** Null where there is none that can be used, which is then said. */
function readBaseline(check: Check, name: string, scalar: ScalarNode | null): number | null {
  if (typeof scalar?.value === 'number') return scalar.value;
  if (scalar !== null) {
    check.report.add(scalar.origin, {
      code: 'wrong-type',
      message: `the baseline of \`${name}\` is a text, \`${scalar.text}\``,
      mend: 'Write a number without quotes, or list named choices under `one_of`.',
    });
  }
  return null;
}

interface Holder {
  readonly name: string;
  /** Null when there is none or it lies outside the range, which is said already. */
  readonly baseline: number | null;
  /** Null when there is no baseline in it. */
  readonly range: Range | null;
  readonly node: DocumentNode;
}

function numberDistribution(check: Check, node: MapNode, holder: Holder): Distribution | null {
  const entry = distributionEntry(node);
  if (entry === null || inheritedCentre(check, node, holder)) return null;
  if (holder.baseline === null && needsCentre(entry)) return null;
  const distribution = readDistribution(node, { baseline: holder.baseline }, check.report);
  if (distribution === null || holder.range === null) return distribution;
  const fault = truncationFault(distribution, holder.range, writtenCentre(entry));
  if (fault !== null) check.report.add(entry.value.origin, fault);
  return distribution;
}

/** A baseline from a file that extends the distribution's file, where the distribution would not follow it. */
function inheritedCentre(check: Check, node: MapNode, { name, node: parameter }: Holder): boolean {
  const baseline = scalarAt(parameter, 'baseline');
  const entry = distributionEntry(node);
  if (baseline === null || entry === null || !hasOwnCentre(entry)) return false;
  const mine = check.files.indexOf(baseline.origin.source.name);
  const theirs = check.files.indexOf(entry.keyOrigin.source.name);
  if (mine < 0 || theirs < 0 || mine >= theirs) return false;
  check.report.add(baseline.origin, {
    code: 'inherited-centre',
    message: `\`${name}\` gets a new baseline here, but inherits a distribution with a centre of its own (${placeSeenFrom(baseline.origin, entry.keyOrigin)})`,
    mend: 'Write the distribution here, too, or leave its centre out in the file below: it is then the baseline.',
  });
  return true;
}

function choiceParameter(check: Check, { index, name, entry }: Declared): Parameter {
  const node = entry.value;
  const entries = entriesAt(node, 'one_of');
  const choices = entries.map((choice) => choice.key);
  const weights = entries.map((choice) => asNumber(choice.value) ?? 0);
  const fault = choices.length === 0 ? null : weightsFault(weights);
  if (fault !== null) check.report.add(nodeAt(node, 'one_of')!.origin, fault);
  return {
    ...described(check, name, node),
    index,
    name,
    baseline: baselineChoice(check, node, choices),
    low: 0,
    high: Math.max(0, choices.length - 1),
    distribution: { kind: 'choice', values: choices.map((_, at) => at), weights },
    choices,
  };
}

function baselineChoice(check: Check, node: DocumentNode, choices: readonly string[]): number {
  const baseline = scalarAt(node, 'baseline');
  if (baseline === null || choices.length === 0) return 0;
  const at = choices.indexOf(baseline.text);
  if (at < 0) {
    check.report.add(baseline.origin, {
      code: 'unknown-name',
      message: `the baseline, \`${baseline.text}\`, is none of the choices`,
      mend: check.guesses.unknownMend(baseline.text, choices, 'The baseline is the name of one choice.'),
    });
  }
  return Math.max(0, at);
}
