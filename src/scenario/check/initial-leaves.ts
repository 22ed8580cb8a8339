/** Where a run starts: from a stage down `initial` to a leaf, and what that rules out. */
import type { Stage } from '../model.ts';

/** Stages entered on the way from a stage down to a leaf, outermost first, the stage included. */
export function descent(stages: readonly Stage[], from: number): number[] {
  const path: number[] = [];
  for (let at: number | null = from; at !== null; at = stages[at]?.initial ?? null) path.push(at);
  return path;
}

/** A stage with what it stands in, outermost first, the stage included. */
export function lineage(stages: readonly Stage[], of: number): number[] {
  const path: number[] = [];
  for (let at: number | null = of; at !== null; at = stages[at]?.parent ?? null) path.unshift(at);
  return path;
}

/** Every stage entered when a region starts in `stage`. */
export const entered = (stages: readonly Stage[], stage: number): number[] => [
  ...lineage(stages, stage),
  ...descent(stages, stage).slice(1),
];

/** The leaf in which a region that starts in `stage` is. */
export const leafOf = (stages: readonly Stage[], stage: number): number => descent(stages, stage).at(-1)!;
