/** Sobol indices of outputs from the runs of a Saltelli or a radial design. */
import { type RunBlock, sobolIndices, totalEffects } from '../../analysis/index.ts';
import type { Key } from '../../random/index.ts';
import type { Design } from '../design/index.ts';
import { indexes, meanOf, type OutputSource, pickRows, wholeRows } from './blocks.ts';
import type { SobolOutput } from './request.ts';

/** Steadier intervals need more; the cost is rows × runs × outputs for each. */
const RESAMPLES = 300;
const SOME = 100;

const PARTS = [1 / 4, 1 / 2];

type Variance = Extract<Design, { kind: 'saltelli' | 'radial' }>;

/** A sentence instead where nothing can be said. */
export function sobolOutput(design: Variance, source: OutputSource, key: Key): SobolOutput | string {
  const blocks = blocksOf(design, source);
  const rows = wholeRows(blocks);
  if (rows.length < blocks[0]!.rows / 2) return 'less than half of the points have a value in every run';
  const whole = blocks.map((block) => pickRows(block, rows));
  const found = indicesOf(design, whole, { key, resamples: RESAMPLES });
  if (found === null) return 'it does not vary between the points by more than luck';
  const convergence = PARTS.flatMap((part) => {
    const some = Math.floor(part * rows.length);
    const first = whole.map((block) => pickRows(block, indexes(some)));
    const early = some < 8 ? null : indicesOf(design, first, { key, resamples: 2 });
    return early === null ? [] : [{ rows: some, total: early.total.map(({ value }) => value) }];
  });
  const { kind, id, label } = source;
  const all = { rows: rows.length, total: found.total.map(({ value }) => value) };
  const mean = meanOf(whole[0]!.values);
  return { method: 'sobol', kind, id, label, mean, ...found, convergence: [...convergence, all] };
}

/** The design's blocks in its order, or a radial design's centres and then each factor's moved points. */
function blocksOf(design: Variance, source: OutputSource): readonly RunBlock[] {
  if (design.kind === 'saltelli') {
    const { base, points } = design;
    return indexes(points.length / base).map((block) => source.of(indexes(base, block * base)));
  }
  const width = design.dimensions + 1;
  return indexes(width).map((place) => source.of(indexes(design.stars).map((star) => star * width + place)));
}

function indicesOf(
  design: Variance,
  blocks: readonly RunBlock[],
  options: { readonly key: Key; readonly resamples: number },
): Pick<SobolOutput, 'first' | 'total' | 'second' | 'luck'> | null {
  const [a, b, ...rest] = blocks as readonly [RunBlock, RunBlock, ...RunBlock[]];
  if (design.kind === 'radial') {
    const total = totalEffects(a, [b, ...rest], options);
    return total === null ? null : { first: null, total, second: null, luck: null };
  }
  const { dimensions, secondOrder } = design;
  const mixed = rest.slice(0, dimensions);
  const mirrored = secondOrder ? rest.slice(dimensions) : null;
  const resamples = secondOrder ? Math.min(SOME, options.resamples) : options.resamples;
  const found = sobolIndices({ a, b, mixed, mirrored }, { ...options, resamples });
  if (found === null) return null;
  const { first, total, luck } = found;
  const second =
    found.second?.flatMap((row, i) => row.map((index, j) => ({ factors: [i, i + 1 + j] as const, index }))) ??
    null;
  return { first, total, second, luck };
}
