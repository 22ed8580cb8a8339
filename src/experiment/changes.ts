/** What changed between two sides run with the same luck, and whether it is more than chance. */
import { type Estimate, holm, luckSavedOnShares, mcNemar, newcombePaired } from '../analysis/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { OutcomeCodes } from './outcome-codes.ts';
import type { PairMoments } from './pair-moments.ts';
import { crossTable, pairedCounts } from './paired-outcomes.ts';

/** A change and whether it is more than chance. */
export interface Change {
  readonly id: string;
  readonly label: string;
  /** The side's value less the other's: of shares Newcombe's paired interval, of means Student's t. Null without pairs. */
  readonly change: Estimate | null;
  /** McNemar's mid-P, or of the paired t. */
  readonly p: number;
  /** The same, corrected for all shares (or all measures) of the comparison by Holm's method. */
  readonly adjusted: number;
  /** How many times as many runs it would take with luck of its own on each side; NaN where nothing varies. */
  readonly saved: number;
}

export interface MeasureChange extends Change {
  readonly unit: string | null;
  readonly boolean: boolean;
}

/** Of every outcome, the side less the other; p-values are not corrected yet. */
export function outcomeChanges(
  scenario: Scenario,
  side: OutcomeCodes,
  against: OutcomeCodes,
): readonly Change[] {
  const table = crossTable(against, side, scenario.outcomes.length);
  return scenario.outcomes.map(({ name, label }, outcome) => {
    const counts = pairedCounts(table, outcome);
    return {
      id: name,
      label,
      change: table.pairs === 0 ? null : newcombePaired(counts),
      p: mcNemar(counts).mid,
      adjusted: 1,
      saved: luckSavedOnShares(counts),
    };
  });
}

/** Of every measure, from its pairs; p-values are not corrected yet. */
export function measureChanges(
  { measures }: Scenario,
  moments: readonly PairMoments[],
): readonly MeasureChange[] {
  return measures.map(({ name, label, unit, boolean }, i) => {
    const moment = moments[i] as PairMoments;
    const found = moment.test();
    return {
      id: name,
      label,
      unit,
      boolean,
      change: found?.difference ?? null,
      p: found?.p ?? Number.NaN,
      adjusted: 1,
      saved: moment.saved(),
    };
  });
}

/** The same changes as one family of questions, corrected by Holm's method; those without a p-value have none. */
export function corrected<One extends Change>(changes: readonly One[]): readonly One[] {
  const asked = changes.filter(({ p }) => !Number.isNaN(p));
  const values = holm(asked.map(({ p }) => p));
  return changes.map((change) => {
    const place = asked.indexOf(change);
    return { ...change, adjusted: place < 0 ? Number.NaN : (values[place] as number) };
  });
}
