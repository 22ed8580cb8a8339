/** Whether two shares on the same runs differ (McNemar 1947, Psychometrika 12, 153-157). */
import { binomialAtLeast } from './binomial-tail.ts';
import type { PairedCounts } from './newcombe-paired.ts';

/** Two-sided p-values of the hypothesis that an outcome is as likely on both sides; 1 where no pair differs. */
export interface McNemar {
  /** Twice the binomial tail of the rarer change: never too small, and too large by about half its last step. */
  readonly exact: number;
  /** The exact one less the chance of what was seen (Fagerland, Lydersen and Laake 2013, BMC Medical Research Methodology 13:91). */
  readonly mid: number;
}

export function mcNemar({ first, second }: Pick<PairedCounts, 'first' | 'second'>): McNemar {
  const changed = first + second;
  if (changed === 0) return { exact: 1, mid: 1 };
  const more = Math.max(first, second);
  const tail = binomialAtLeast(more, changed, 0.5);
  const seen = tail - binomialAtLeast(more + 1, changed, 0.5);
  if (first === second) return { exact: 1, mid: 1 - seen };
  return { exact: Math.min(1, 2 * tail), mid: Math.min(1, 2 * tail - seen) };
}
