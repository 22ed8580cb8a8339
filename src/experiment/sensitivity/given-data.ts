/** Sensitivity from runs as they are: how outputs go with the values that each run had. */
import {
  type Estimate,
  partialRankCorrelations,
  pawn,
  pawnByChance,
  type Slices,
  slicesOf,
  standardisedRegression,
} from '../../analysis/index.ts';
import type { Key } from '../../random/index.ts';
import type { Factor } from '../design/index.ts';
import { meanOf } from './blocks.ts';
import type { GivenDataOutput } from './request.ts';

const RESAMPLES = 100;

/** Each run's values of the factors, `[factor][run]`; labels by their place. */
type FactorColumns = readonly Float64Array[];

/** What does not depend on the output, worked out once. */
interface GivenData {
  readonly factors: readonly Factor[];
  readonly columns: FactorColumns;
  readonly slices: readonly Slices[];
}

export const givenData = (factors: readonly Factor[], columns: FactorColumns): GivenData => ({
  factors,
  columns,
  slices: columns.map((column) => slicesOf(column)),
});

/** A sentence instead where nothing can be said. @param output by run; runs without a value are left out. */
export function givenDataOutput(
  data: GivenData,
  output: Float64Array,
  named: Pick<GivenDataOutput, 'id' | 'label' | 'kind'>,
  key: Key,
): GivenDataOutput | string {
  const runs = Array.from(output.keys()).filter((run) => !Number.isNaN(output[run] as number));
  if (runs.length < output.length / 2) return 'less than half of the runs have a value';
  const y = Float64Array.from(runs, (run) => output[run] as number);
  if (y.every((value) => value === y[0])) return 'it is the same in every run';
  const slices = data.slices.map(({ of, count }) => ({
    of: Uint8Array.from(runs, (run) => of[run] as number),
    count,
  }));
  const chances = new Map<string, number>();
  const byChance = (some: Slices): number => {
    const sizes = sizesOf(some);
    const known = chances.get(sizes) ?? pawnByChance(some, y, key);
    chances.set(sizes, known);
    return known;
  };
  const numbers = data.factors.flatMap(({ kind }, i) => (kind === 'labels' ? [] : [i]));
  const columns = numbers.map((i) => Float64Array.from(runs, (run) => data.columns[i]?.[run] as number));
  const regression = standardisedRegression(columns, y);
  return {
    method: 'given-data',
    ...named,
    mean: meanOf(y),
    pawn: slices.map((some) => ({
      ...pawn(some, y, { key, resamples: RESAMPLES }).median,
      byChance: byChance(some),
    })),
    rankCorrelation: spread(data.factors, numbers, partialRankCorrelations(columns, y)),
    regression: spread(data.factors, numbers, regression?.coefficients ?? null),
    explained: regression?.explained ?? null,
  };
}

/** Slices of the same sizes have the same bar to pass. */
function sizesOf({ of, count }: Slices): string {
  const sizes = new Uint32Array(count);
  for (const slice of of) sizes[slice]! += 1;
  return sizes.sort().join();
}

/** Estimates of the factors that are numbers, each at its factor's place. */
function spread(
  factors: readonly Factor[],
  numbers: readonly number[],
  estimates: readonly Estimate[] | null,
): readonly (Estimate | null)[] {
  return factors.map((_, i) => estimates?.[numbers.indexOf(i)] ?? null);
}
