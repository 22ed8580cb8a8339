/** Bins over values, the same for the same values. */

/** Equal bins from `low` to `high`; bin i starts at low + i·(high − low)/counts.length. Their counts sum to n. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
}

/** Values ascending, and how many times each counts; null: once. */
export interface Weighted {
  readonly values: ArrayLike<number>;
  readonly counts: ArrayLike<number> | null;
}

/** Values within this of a multiple of the step, in steps, lie on the lattice. */
const NEAR = 1e-6;

/**
 * At most `most` equal bins over finite values; null without values.
 *
 * Where all values lie on a lattice (whole numbers, days in steps, yes or no) each bin holds the same number of its
 * points and has them in its middle: one value a bin where there are few. Bins of another width would hold now more,
 * now fewer points, and show teeth that are not in the data. Other values get `most` bins from the lowest to the
 * highest.
 */
export function histogramOf(data: Weighted, most = 30): Histogram | null {
  const { values } = data;
  if (values.length === 0) return null;
  const first = values[0] as number;
  const last = values[values.length - 1] as number;
  const step = latticeStep(values);
  if (step === null) return binned(data, { low: first, high: last, bins: most });
  const points = Math.round((last - first) / step) + 1;
  const perBin = Math.ceil(points / most);
  const bins = Math.ceil(points / perBin);
  const low = first - step / 2;
  return binned(data, { low, high: low + bins * perBin * step, bins });
}

/** The smallest gap, if every value lies a whole number of such gaps from the first; null if not. */
function latticeStep(values: ArrayLike<number>): number | null {
  const origin = values[0] as number;
  let step = Infinity;
  for (let i = 1; i < values.length; i++) {
    const gap = (values[i] as number) - (values[i - 1] as number);
    if (gap > 0 && gap < step) step = gap;
  }
  if (step === Infinity) return 1;
  for (let i = 1; i < values.length; i++) {
    const steps = ((values[i] as number) - origin) / step;
    if (!(Math.abs(steps - Math.round(steps)) < NEAR)) return null;
  }
  return step;
}

interface Bins {
  readonly low: number;
  readonly high: number;
  readonly bins: number;
}

function binned({ values, counts }: Weighted, { low, high, bins }: Bins): Histogram {
  const inBin = new Array<number>(bins).fill(0);
  const perUnit = bins / (high - low);
  for (let i = 0; i < values.length; i++) {
    const place = Math.floor(((values[i] as number) - low) * perUnit);
    const bin = place < 0 ? 0 : place < bins ? place : bins - 1;
    inBin[bin] = (inBin[bin] as number) + (counts === null ? 1 : (counts[i] as number));
  }
  return { low, high, counts: inBin };
}
