/** Levels on the way to an outcome: what comes before it, in the order in which it has to be passed. */
import type { Scenario } from '../../scenario/index.ts';

/** Passed once any of it has come. Levels are given in order; one counts as passed, too, once a later one is. */
export interface Level {
  readonly label: string;
  readonly stages: readonly number[];
  readonly happenings: readonly number[];
  /** Measures that give the first day of something. */
  readonly measures: readonly number[];
}

/**
 * Levels from the chart: leaves of the chart by the number of transitions that still lead from them to a stage of the outcome,
 * the farthest first. Of three readings of the chart the first that needs two transitions or more is taken: the region's own
 * stages, with the region's transitions, with moves from other regions. Empty where the chart leads straight there, or no stage
 * has the outcome.
 */
export function chartLevels(
  scenario: Scenario,
  outcome: number,
  leaves: readonly number[],
): readonly Level[] {
  for (const reading of READINGS) {
    const distance = distances(scenario, outcome, reading);
    const start = Math.min(...leaves.map((leaf) => distance[leaf] as number));
    if (start < 2 || start === Infinity) continue;
    return Array.from({ length: start - 1 }, (_, i): Level => {
      const left = start - 1 - i;
      const stages = scenario.stages
        .filter(({ index, initial }) => initial === null && (distance[index] as number) === left)
        .map(({ index }) => index);
      return { label: labelOf(scenario, stages), stages, happenings: [], measures: [] };
    });
  }
  return [];
}

const MOST_NAMED = 3;

function labelOf({ stages }: Scenario, of: readonly number[]): string {
  const names = of.slice(0, MOST_NAMED).map((index) => stages[index]!.label);
  return of.length > MOST_NAMED
    ? `${names.join(' or ')} or ${of.length - MOST_NAMED} more`
    : names.join(' or ');
}

/** What counts as a way from a stage. */
interface Reading {
  readonly regionTransitions: boolean;
  readonly otherRegions: boolean;
}

const READINGS: readonly Reading[] = [
  { regionTransitions: false, otherRegions: false },
  { regionTransitions: true, otherRegions: false },
  { regionTransitions: true, otherRegions: true },
];

/** By stage: transitions from it to the outcome, at least; ∞ where none lead there. Only those of leaves mean anything. */
function distances(scenario: Scenario, outcome: number, reading: Reading): readonly number[] {
  const { stages } = scenario;
  const distance = stages.map((stage) => (stage.outcome === outcome ? 0 : Infinity));
  for (let moved = true; moved; ) {
    moved = false;
    for (const { index, initial } of stages) {
      if (initial !== null) continue;
      for (const target of targetsFrom(scenario, index, reading)) {
        const by = 1 + (distance[entered(scenario, target)] as number);
        if (by < (distance[index] as number)) {
          distance[index] = by;
          moved = true;
        }
      }
    }
  }
  return distance;
}

/** The leaf that is entered with a stage. */
function entered({ stages }: Scenario, stage: number): number {
  let leaf = stages[stage]!;
  while (leaf.initial !== null) leaf = stages[leaf.initial]!;
  return leaf.index;
}

function targetsFrom(scenario: Scenario, leaf: number, reading: Reading): readonly number[] {
  const { stages, transitions, decisions } = scenario;
  const { region } = stages[leaf]!;
  const line = new Set<number | null>(reading.regionTransitions ? [null] : []);
  for (let stage: number | null = leaf; stage !== null; stage = stages[stage]!.parent) line.add(stage);
  return transitions
    .filter((one) => one.region === region && line.has(one.stage))
    .flatMap(({ targets, decision }) => [
      ...targets,
      ...(decision === null ? [] : decisions[decision]!.options.flatMap((option) => option.targets)),
    ])
    .filter((target) => reading.otherRegions || stages[target]!.region === region);
}
