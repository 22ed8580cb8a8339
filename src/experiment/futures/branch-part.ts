/** What one thing (a happening, a decision, the quiet steps) does to the outlook, over all runs. */
import { type Estimate, wilson } from '../../analysis/index.ts';
import { ratioOfMeans, type SwingSum } from './settled.ts';

export interface BranchPart {
  readonly path: string;
  readonly label: string;
  /** A transition or shock that ends the run: it carries out what was decided before, or by its own luck. */
  readonly ends: boolean;
  /** In how many of the runs there is such a step. */
  readonly runs: Estimate;
  /** Share of the final uncertainty that such steps settle. */
  readonly settles: Estimate;
  /**
   * How far such a step moves the outlook: expected half the sum of absolute changes, between 0 and 1, at least so much.
   * Null where no run has one.
   */
  readonly swing: Estimate | null;
  /** By outcome: the mean change in such a step; null where no run has one. */
  readonly changes: readonly Estimate[] | null;
}

/** Nothing settled in no run: the uncertainty itself is 0 when every run ends the same way. */
const NOTHING: Estimate = { value: 0, low: 0, high: 0, level: 0.95, n: 0, method: 't' };

/** @param sums by run; null where it has no such step. */
export function partOf(
  name: Pick<BranchPart, 'path' | 'label' | 'ends'>,
  sums: readonly (SwingSum | null)[],
  { spread, outcomes }: { readonly spread: readonly number[]; readonly outcomes: number },
): BranchPart {
  const steps = sums.map((sum) => sum?.steps ?? 0);
  const perStep = (value: (sum: SwingSum) => number): Estimate | null =>
    ratioOfMeans(
      sums.map((sum) => (sum === null ? 0 : value(sum))),
      steps,
    );
  const changes = Array.from({ length: outcomes }, (_, outcome) => perStep(({ change }) => change[outcome]!));
  return {
    ...name,
    runs: wilson(steps.filter((count) => count > 0).length, sums.length),
    settles:
      ratioOfMeans(
        sums.map((sum) => sum?.square ?? 0),
        spread,
      ) ?? NOTHING,
    swing: perStep(({ size }) => size),
    changes: changes.every((change): change is Estimate => change !== null) ? changes : null,
  };
}
