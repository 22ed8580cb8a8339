/** The measures' values: all of them up to a million runs, sketches of them beyond. */
import { QuantileSketch } from '../analysis/index.ts';
import { append, type KeptValues, NO_VALUES, type ValueBlock, valuesOf } from './kept-values.ts';

/** Runs whose values are kept one by one. */
export const KEPT_RUNS = 1_000_000;

/** Runs that gather beside the sketches before these take them in: making new sketches copies the old ones. */
const GATHERED = 1 << 17;

export interface MeasureValues {
  /** Of every run; above KEPT_RUNS runs only of those that are not in the sketches yet. */
  readonly kept: KeptValues;
  /** By measure; never edited once they stand here. Null up to KEPT_RUNS runs. */
  readonly sketches: readonly QuantileSketch[] | null;
}

export const NO_MEASURES: MeasureValues = { kept: NO_VALUES, sketches: null };

/** A measure's values in one sketch. It does not depend on how many of them were gathered. */
export function sketchOf({ kept, sketches }: MeasureValues, measure: number): QuantileSketch {
  const whole = new QuantileSketch();
  const before = sketches?.[measure];
  if (before !== undefined) whole.merge(before);
  for (const value of valuesOf(kept, measure)) whole.add(value);
  return whole;
}

/** @param runs all runs so far, those of the block too. */
export function withBlock(
  values: MeasureValues,
  block: ValueBlock,
  { measures, runs }: { readonly measures: number; readonly runs: number },
): MeasureValues {
  const kept = append(values.kept, block, measures);
  const { sketches } = values;
  if (runs <= KEPT_RUNS || (sketches !== null && kept.runs < GATHERED)) return { kept, sketches };
  const all = { kept, sketches };
  return {
    kept: NO_VALUES,
    sketches: Array.from({ length: measures }, (_, measure) => sketchOf(all, measure)),
  };
}
