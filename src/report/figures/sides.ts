/** Sides of a comparison as figures take them. */
import type { Estimate } from '../../analysis/index.ts';

/** The shares of one side, parallel to the case's outcomes. */
export interface FigureSide {
  readonly name: string;
  readonly shares: readonly Estimate[];
}

/** A side held against another; `changes` null where there are no pairs. */
export interface FigureContrast {
  readonly side: string;
  readonly against: string;
  readonly changes: readonly { readonly label: string; readonly change: Estimate | null }[];
}

export interface ChangesWords {
  readonly title: string;
  /** `of 100 runs` for shares. */
  readonly axis: string;
  /** What changes are multiplied by: 100 for shares. */
  readonly by: number;
  readonly name: string;
}

export const SHARES_CHANGED = { axis: 'more or fewer, of 100 runs', by: 100, name: 'changes' } as const;
