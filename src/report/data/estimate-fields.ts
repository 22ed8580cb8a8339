/** An estimate as columns of a table. */
import type { Estimate } from '../../analysis/index.ts';
import type { Field } from './csv.ts';

export const ESTIMATE_COLUMNS = ['value', 'low', 'high', 'n', 'method'] as const;

/** Parallel to ESTIMATE_COLUMNS; empty but for n where there is none. */
export const estimateFields = (estimate: Estimate | null): readonly Field[] =>
  estimate === null
    ? [null, null, null, 0, null]
    : [estimate.value, estimate.low, estimate.high, estimate.n, estimate.method];
