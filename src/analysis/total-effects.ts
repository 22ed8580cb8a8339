/** Total order indices from a radial design (Campolongo, Saltelli and Cariboni 2011; Jansen 1999). */
import { type BootstrapOptions, bootstrap } from './bootstrap.ts';
import type { Estimate } from './estimate.ts';
import { crossProducts, difference, type RunBlock, varianceBetween } from './run-block.ts';

/**
 * Half the mean squared change from a centre to the centre with one factor drawn anew, over the variance between
 * centres. Null where that is 0.
 * @param moved by factor: the centres with that factor replaced.
 */
export function totalEffects(
  centres: RunBlock,
  moved: readonly RunBlock[],
  options: BootstrapOptions,
): readonly Estimate[] | null {
  const terms = moved.map((block) => {
    const change = difference(centres, block);
    return crossProducts(change, change, [0, 0]);
  });
  const all = Uint32Array.from({ length: centres.rows }, (_, row) => row);
  if (!(varianceBetween(centres, all) > 0)) return null;
  return bootstrap(
    centres.rows,
    (rows) => {
      const variance = varianceBetween(centres, rows);
      return terms.map((term) => {
        let sum = 0;
        for (const row of rows) sum += term[row] as number;
        return sum / rows.length / 2 / variance;
      });
    },
    options,
  );
}
