/** A measure on two sides run with the same luck: mean and spread of each, and of the difference, as runs come. */
import { luckSavedFromVariances, type PairedT, pairedTOf } from '../analysis/index.ts';

/** Running sums by Welford's method (1962, Technometrics 4, 419-420), so that nothing is kept. */
interface Moments {
  count: number;
  mean: number;
  squares: number;
}

const none = (): Moments => ({ count: 0, mean: 0, squares: 0 });

function add(moments: Moments, value: number): void {
  moments.count += 1;
  const off = value - moments.mean;
  moments.mean += off / moments.count;
  moments.squares += off * (value - moments.mean);
}

const sampleOf = ({ count, mean, squares }: Moments) => ({
  count,
  mean,
  variance: count < 2 ? Number.NaN : squares / (count - 1),
});

export interface PairMoments {
  /** Takes a run that has a value on both sides; others are left out. */
  readonly add: (one: number, other: number) => void;
  /** Pairs taken. */
  readonly pairs: () => number;
  /** First side less second. Null without pairs. */
  readonly test: () => PairedT | null;
  /** How many times as many runs it would take with luck of its own on each side. */
  readonly saved: () => number;
}

export function pairMoments(): PairMoments {
  const [first, second, difference] = [none(), none(), none()];
  return {
    add(one, other) {
      if (Number.isNaN(one) || Number.isNaN(other)) return;
      add(first, one);
      add(second, other);
      add(difference, one - other);
    },
    pairs: () => difference.count,
    test: () => pairedTOf(sampleOf(difference)),
    saved: () =>
      luckSavedFromVariances(
        sampleOf(first).variance,
        sampleOf(second).variance,
        sampleOf(difference).variance,
      ),
  };
}
