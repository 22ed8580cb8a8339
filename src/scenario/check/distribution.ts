/** Distributions of parameters and delays: the numbers written, the centre filled in, and whether one exists. */
import { betaFromMean } from '../../random/index.ts';
import type { DocumentNode, Entry, MapNode } from '../document.ts';
import type { Distribution } from '../model.ts';
import { extremeFault } from './extreme.ts';
import { asMap, asNumber, itemsOf, nodeAt, numberAt } from './node.ts';
import type { Fault, Report } from './report.ts';

export interface DistributionPlace {
  /** What stands in for a centre that is left out; null for a delay, which has no baseline. */
  readonly baseline: number | null;
}

/** The single key of a distribution's mapping; null when its shape was at fault. */
export const distributionEntry = (node: DocumentNode | null): Entry | null => {
  const entries = asMap(node)?.entries ?? [];
  return entries.length === 1 ? entries[0]! : null;
};

/** True when the file wrote the centre instead of leaving it to the baseline. */
export function hasOwnCentre({ key, value }: Entry): boolean {
  switch (key) {
    case 'triangular':
    case 'pert':
      return itemsOf(value).length === 3;
    case 'normal':
      return nodeAt(value, 'mean') !== null;
    case 'lognormal':
      return nodeAt(value, 'median') !== null;
    case 'beta':
      return nodeAt(value, 'mean') !== null || nodeAt(value, 'alpha') !== null;
    default:
      return false;
  }
}

/** The mode, mean or median that the file wrote; a beta's shapes write none. */
export function writtenCentre({ key, value }: Entry): number | null {
  if (key === 'triangular' || key === 'pert') {
    return itemsOf(value).length === 3 ? asNumber(itemsOf(value)[1]!) : null;
  }
  if (key === 'normal' || key === 'beta') return numberAt(value, 'mean');
  return key === 'lognormal' ? numberAt(value, 'median') : null;
}

const impossible = (message: string, mend: string): Fault => ({
  code: 'impossible-distribution',
  message,
  mend,
});

/** Reads one distribution; null after a fault. */
export function readDistribution(
  node: MapNode,
  place: DistributionPlace,
  report: Report,
): Distribution | null {
  const entry = distributionEntry(node);
  if (entry === null) return null;
  if (needsCentre(entry) && place.baseline === null) {
    report.add(
      entry.keyOrigin,
      impossible(
        `\`${entry.key}\` has no centre`,
        'Write the centre: a delay has no baseline to stand in for it.',
      ),
    );
    return null;
  }
  const built = build(entry, place.baseline ?? 0);
  if (built === null) return null;
  const fault = 'code' in built ? built : extremeFault(built);
  if (fault !== null) report.add(entry.value.origin, fault);
  return fault === null && !('code' in built) ? built : null;
}

const CENTRED: ReadonlySet<string> = new Set(['triangular', 'pert', 'normal', 'lognormal', 'beta']);

/** True when the baseline has to stand in for a centre that the file left out. */
export const needsCentre = (entry: Entry): boolean => CENTRED.has(entry.key) && !hasOwnCentre(entry);

/** Null when numbers are missing, which the shape reported. */
function build({ key, value }: Entry, baseline: number): Distribution | Fault | null {
  switch (key) {
    case 'uniform':
      return uniform(numbersOf(value));
    case 'triangular':
    case 'pert':
      return threePoints(key, numbersOf(value), baseline);
    case 'normal':
      return normal(numberAt(value, 'mean') ?? baseline, numberAt(value, 'sd'));
    case 'lognormal':
      return lognormal(numberAt(value, 'median') ?? baseline, numberAt(value, 'sigma'));
    case 'beta':
      return beta(value, baseline);
    case 'choice':
      return choice(value);
    case 'exponential':
      return positive({ kind: key, mean: numberAt(value, 'mean') });
    case 'gamma':
      return positive({ kind: key, mean: numberAt(value, 'mean'), sd: numberAt(value, 'sd') });
    case 'weibull':
      return positive({ kind: key, shape: numberAt(value, 'shape'), scale: numberAt(value, 'scale') });
    default:
      return null;
  }
}

const numbersOf = (node: DocumentNode): (number | null)[] => itemsOf(node).map(asNumber);

function uniform([low, high]: readonly (number | null | undefined)[]): Distribution | Fault | null {
  if (low == null || high == null) return null;
  if (low < high) return { kind: 'uniform', low, high };
  return impossible(
    `a uniform from ${low} to ${high} has no width`,
    'Write the lower end first: `uniform: [low, high]`.',
  );
}

function threePoints(
  kind: 'triangular' | 'pert',
  numbers: readonly (number | null)[],
  baseline: number,
): Distribution | Fault | null {
  const low = numbers[0];
  const high = numbers.at(-1);
  const mode = numbers.length === 2 ? baseline : numbers[1];
  if (low == null || high == null || mode == null) return null;
  if (!(low < high)) {
    return impossible(
      `a ${kind} distribution from ${low} to ${high} has no width`,
      `Write the lower end first: \`${kind}: [low, mode, high]\`.`,
    );
  }
  if (low <= mode && mode <= high) return { kind, low, mode, high };
  return impossible(
    `the centre of the ${kind} distribution, ${mode}${numbers.length === 2 ? ' (the baseline)' : ''}, lies outside its ends, ${low} and ${high}`,
    'Move the centre between the ends, or the ends around the centre.',
  );
}

const mustBePositive = (what: string, value: number): Fault =>
  impossible(`\`${what}\` is ${value}; it must be above 0`, `Write a \`${what}\` above 0.`);

function normal(mean: number, sd: number | null): Distribution | Fault | null {
  if (sd === null) return null;
  return sd > 0 ? { kind: 'normal', mean, sd } : mustBePositive('sd', sd);
}

function lognormal(median: number, sigma: number | null): Distribution | Fault | null {
  if (sigma === null) return null;
  if (!(median > 0)) {
    return impossible(
      `a lognormal with median ${median} does not exist: its values are all above 0`,
      'Give a median above 0 (left out, it is the baseline).',
    );
  }
  return sigma > 0 ? { kind: 'lognormal', median, sigma } : mustBePositive('sigma', sigma);
}

function beta(node: DocumentNode, baseline: number): Distribution | Fault | null {
  if (nodeAt(node, 'alpha') !== null || nodeAt(node, 'beta') !== null) {
    return positive({ kind: 'beta', alpha: numberAt(node, 'alpha'), beta: numberAt(node, 'beta') });
  }
  const mean = numberAt(node, 'mean') ?? baseline;
  const sd = numberAt(node, 'sd');
  if (sd === null) return null;
  if (!(mean > 0 && mean < 1)) {
    return impossible(
      `a beta with mean ${mean} does not exist: a beta lives on [0, 1]`,
      'Give a mean between 0 and 1 (left out, it is the baseline), or use another distribution.',
    );
  }
  if (!(sd > 0)) return mustBePositive('sd', sd);
  const shape = betaFromMean(mean, sd);
  if (shape !== null) return { kind: 'beta', alpha: shape.alpha, beta: shape.beta };
  const most = Math.sqrt(mean * (1 - mean));
  return impossible(
    `no beta with mean ${mean} has sd ${sd}`,
    `Its sd must stay below ${Number(most.toPrecision(3))}, the root of mean × (1 − mean).`,
  );
}

function choice(node: DocumentNode): Distribution | Fault | null {
  const values = itemsOf(node).map((item) => numberAt(item, 'value'));
  const weights = itemsOf(node).map((item) => numberAt(item, 'weight'));
  if (values.length === 0 || values.includes(null) || weights.includes(null)) return null;
  const fault = weightsFault(weights as number[]);
  return fault ?? { kind: 'choice', values: values as number[], weights: weights as number[] };
}

/** Weights may be 0, but not all of them, and none below. */
export function weightsFault(weights: readonly number[]): Fault | null {
  const negative = weights.find((weight) => !(weight >= 0));
  if (negative !== undefined) return impossible(`a weight is ${negative}`, 'Write weights of 0 or more.');
  if (weights.some((weight) => weight > 0)) return null;
  return impossible('all weights are 0: nothing can be drawn', 'Give at least one choice a weight above 0.');
}

type Positive =
  | { kind: 'beta'; alpha: number | null; beta: number | null }
  | { kind: 'exponential'; mean: number | null }
  | { kind: 'gamma'; mean: number | null; sd: number | null }
  | { kind: 'weibull'; shape: number | null; scale: number | null };

/** For distributions all of whose numbers must be above 0. */
function positive(written: Positive): Distribution | Fault | null {
  const { kind: _, ...numbers } = written;
  for (const [what, value] of Object.entries(numbers)) {
    if (value === null) return null;
    if (!(value > 0)) return mustBePositive(what, value);
  }
  return written as Distribution;
}
