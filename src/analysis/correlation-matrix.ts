/** Pearson's correlations of columns. */
import { sampleOf } from './mean.ts';

/** `[columns][columns]`; NaN where a column does not vary. */
export function correlationMatrix(columns: readonly ArrayLike<number>[]): number[][] {
  const centred = columns.map((column) => {
    const { mean } = sampleOf(column);
    return Float64Array.from(column, (value) => value - mean);
  });
  const lengths = centred.map((column) => Math.sqrt(column.reduce((sum, value) => sum + value * value, 0)));
  return centred.map((one, i) =>
    centred.map((other, j) => {
      if (i === j) return 1;
      let sum = 0;
      for (let row = 0; row < one.length; row += 1) sum += (one[row] as number) * (other[row] as number);
      return sum / ((lengths[i] as number) * (lengths[j] as number));
    }),
  );
}
