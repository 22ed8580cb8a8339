/** Which runs to tell: one that is like most, and one like most of those that end best or worst. */
import { quantileSorted } from '../../analysis/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { OutcomeResult } from '../result.ts';
import type { StoryKind } from './findings.ts';

/** What is known of a run that might be told. */
export interface Candidate {
  readonly run: number;
  readonly outcome: number;
  /** The step it ended with, then its measures; NaN where a measure has no value. */
  readonly values: readonly number[];
}

export interface Picked {
  readonly kind: StoryKind;
  readonly run: number;
  readonly outcome: number;
}

/** Outcomes by index that count as the best and the worst; null: none comes often enough. */
export interface Extremes {
  readonly best: number | null;
  readonly worst: number | null;
}

/** Rarer endings are no story to tell of a scenario as a whole. */
const LEAST_SHARE = 0.05;

/**
 * The first and the last of the outcomes that a stage ends in and that at least one run of twenty takes: scenarios list
 * what the incumbent would wish first. Where one of them is the commonest, and so told already, its neighbour stands in
 * if it is in the same half of that list.
 */
export function extremesOf({ outcomes, stages }: Scenario, results: readonly OutcomeResult[]): Extremes {
  const usual = commonest(results);
  const taken = outcomes
    .map(({ index }) => index)
    .filter((index) => stages.some(({ outcome }) => outcome === index))
    .filter((index) => (results[index]?.share.value ?? 0) >= LEAST_SHARE);
  const half = taken.length / 2;
  const best = taken.find((index, place) => index !== usual && place + 1 <= half) ?? null;
  const worst = taken.findLast((index, place) => index !== usual && place >= half) ?? null;
  return { best, worst };
}

/** Index of the outcome that most runs end in; of equals the first. */
function commonest(results: readonly OutcomeResult[]): number {
  const counts = results.map(({ count }) => count);
  return counts.indexOf(Math.max(0, ...counts));
}

/** One run of each kind, where there is one; the same candidates give the same runs. */
export function pickRuns(
  candidates: readonly Candidate[],
  results: readonly OutcomeResult[],
  { best, worst }: Extremes,
): readonly Picked[] {
  const kinds = [
    ['typical', commonest(results)],
    ['best', best],
    ['worst', worst],
  ] as const;
  const told = new Set<number>();
  return kinds.flatMap(([kind, outcome]): readonly Picked[] => {
    if (outcome === null) return [];
    const found = mostCentral(candidates.filter((one) => one.outcome === outcome && !told.has(one.run)));
    if (found === null) return [];
    told.add(found.run);
    return [{ kind, run: found.run, outcome }];
  });
}

/**
 * The run whose values lie nearest to the medians, each distance in quartile ranges and none counted beyond 3; of equals
 * the first. A value that a run lacks, where most have it, counts as far.
 */
function mostCentral(candidates: readonly Candidate[]): Candidate | null {
  const [first] = candidates;
  if (first === undefined) return null;
  const columns = first.values.map((_, column) => centreOf(candidates.map(({ values }) => values[column]!)));
  const distance = ({ values }: Candidate): number =>
    values.reduce((sum, value, column) => sum + distanceTo(columns[column]!, value), 0);
  let nearest = { candidate: first, distance: distance(first) };
  for (const candidate of candidates) {
    const own = distance(candidate);
    if (own < nearest.distance) nearest = { candidate, distance: own };
  }
  return nearest.candidate;
}

interface Centre {
  /** Null where most runs have no value. */
  readonly median: number | null;
  readonly spread: number;
}

const FARTHEST = 3;

function centreOf(values: readonly number[]): Centre {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length * 2 < values.length) return { median: null, spread: 1 };
  const [low, median, high] = [0.25, 0.5, 0.75].map((level) => quantileSorted(sorted, level) ?? 0);
  return { median: median!, spread: high! > low! ? high! - low! : 1 };
}

function distanceTo({ median, spread }: Centre, value: number): number {
  if (median === null) return Number.isNaN(value) ? 0 : FARTHEST;
  return Number.isNaN(value) ? FARTHEST : Math.min(FARTHEST, Math.abs(value - median) / spread);
}
