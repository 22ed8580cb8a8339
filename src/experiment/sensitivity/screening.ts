/** Elementary effects of outputs from the runs of a Morris or a radial design. */
import {
  elementaryEffects,
  pathEffects,
  type RunBlock,
  rowMeans,
  starEffects,
} from '../../analysis/index.ts';
import type { Key } from '../../random/index.ts';
import type { Design } from '../design/index.ts';
import { indexes, meanOf, type OutputSource } from './blocks.ts';
import type { MorrisOutput } from './request.ts';

type Screening = Extract<Design, { kind: 'morris' | 'radial' }>;

/** √(2/π): the mean size of a normal variable of standard deviation 1. */
const MEAN_SIZE = 0.7978845608028654;

/** A sentence instead where nothing can be said. */
export function morrisOutput(design: Screening, source: OutputSource, key: Key): MorrisOutput | string {
  const block = source.of(indexes(design.points.length));
  if (block.values.some(Number.isNaN)) return 'some runs have no value';
  const { points, kind } = design;
  const effectsOf = kind === 'morris' ? pathEffects : starEffects;
  const effects = effectsOf(points, rowMeans(block));
  const noise = noiseOf(design, block);
  const { id, label } = source;
  return {
    method: 'morris',
    kind: source.kind,
    id,
    label,
    mean: meanOf(block.values),
    effects: effects.map((some, factor) => ({
      ...elementaryEffects(some, { key }),
      byLuck: noise[factor] as number,
    })),
  };
}

/**
 * By factor: the mean size its effects would have if the runs' luck alone made them. An effect is a mean of paired
 * differences; its standard error is theirs, and a normal variable of that spread has the mean size √(2/π) times it.
 */
function noiseOf({ points, kind, dimensions }: Screening, block: RunBlock): readonly number[] {
  const width = dimensions + 1;
  const sums = new Float64Array(dimensions);
  const counts = new Float64Array(dimensions);
  points.forEach((point, place) => {
    if (place % width === 0) return;
    const from = kind === 'morris' ? place - 1 : place - (place % width);
    const factor = point.findIndex((value, i) => value !== points[from]?.[i]);
    const step = Math.abs((point[factor] as number) - (points[from]?.[factor] as number));
    sums[factor]! += (MEAN_SIZE * pairedError(block, place, from)) / step;
    counts[factor]! += 1;
  });
  return Array.from(sums, (sum, factor) => sum / (counts[factor] as number));
}

/** Standard error of the mean difference of two rows, run by run. 0 with a single run: then nothing is known. */
function pairedError({ values, replications: n }: RunBlock, one: number, other: number): number {
  if (n < 2) return 0;
  let sum = 0;
  let squares = 0;
  for (let r = 0; r < n; r += 1) {
    const difference = (values[one * n + r] as number) - (values[other * n + r] as number);
    sum += difference;
    squares += difference * difference;
  }
  return Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1) / n);
}
