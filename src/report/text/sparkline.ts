/** One-row charts of shares, and small histograms. */

const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** Under half of the lowest block a share is a dot, so that a few runs do not look like an eighth of them. */
const FEW = '·';

/**
 * Means of `values` over `width` equal stretches. With more columns than values, each column takes the
 * nearest value.
 */
export function resample(values: readonly number[], width: number): readonly number[] {
  const last = values.length - 1;
  return Array.from({ length: width }, (_, column) => {
    const from = Math.ceil((column * last) / width);
    const until = column === width - 1 ? last + 1 : Math.ceil(((column + 1) * last) / width);
    if (until <= from) return values[Math.round(((column + 0.5) * last) / width)] ?? 0;
    let sum = 0;
    for (let index = from; index < until; index += 1) sum += values[index]!;
    return sum / (until - from);
  });
}

/** Eighths that a chart of `height` rows is high: one is left free, so that charts under each other stay apart. */
const eighthsOf = (height: number) => 8 * height - 1;

/** Shares (0 to 1) as an area of blocks in `height` rows, the highest first: blank is none, `·` a few, `▇` all. */
export function areaRows(
  shares: readonly number[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly string[] {
  const eighths = resample(shares, width).map((share) => ({
    share,
    level: Math.min(eighthsOf(height), Math.round(share * eighthsOf(height))),
  }));
  return Array.from({ length: height }, (_, row) => {
    const below = 8 * (height - 1 - row);
    return eighths
      .map(({ share, level }) => {
        const here = Math.min(8, level - below);
        if (here > 0) return LEVELS[here - 1]!;
        return row === height - 1 && share > 0 ? FEW : ' ';
      })
      .join('');
  });
}

/** Columns that `bins` are drawn in: whole ones a bin where there is room, else bins are put together. */
function columnsOf(counts: readonly number[], width: number): readonly number[] {
  if (counts.length <= width) {
    const each = Math.floor(width / counts.length);
    return counts.flatMap((count) => new Array<number>(each).fill(count));
  }
  const together = Math.ceil(counts.length / width);
  return Array.from({ length: Math.ceil(counts.length / together) }, (_, column) =>
    counts.slice(column * together, (column + 1) * together).reduce((sum, count) => sum + count, 0),
  );
}

/**
 * `height` rows, the highest first, at most `width` columns each (all the same). The tallest bin is as high as a chart can be, an empty one is blank, and any run at all shows in the lowest row.
 */
export function histogramRows(
  counts: readonly number[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly string[] {
  const columns = columnsOf(counts, width);
  const most = Math.max(1, ...columns);
  return Array.from({ length: height }, (_, row) => {
    const below = 8 * (height - 1 - row);
    return columns
      .map((count) => {
        const eighths = count > 0 ? Math.max(1, Math.round((count / most) * eighthsOf(height))) : 0;
        const here = Math.min(8, eighths - below);
        return here > 0 ? LEVELS[here - 1]! : ' ';
      })
      .join('');
  });
}

/** Quantiles 5, 25, 50, 75, 95 % on a line as wide as the histogram above it: `├──━━┿━━━────┤`. */
export function boxLine(
  quantiles: readonly (number | null)[],
  { low, high, width }: { readonly low: number; readonly high: number; readonly width: number },
): string {
  const column = (value: number) =>
    high > low ? Math.min(width - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * width))) : 0;
  const [q05, q25, q50, q75, q95] = quantiles.map((value) => (value === null ? -1 : column(value)));
  if (q05 === undefined || q25 === undefined || q50 === undefined || q75 === undefined || q95 === undefined)
    return '';
  if (q50 < 0) return '';
  return Array.from({ length: width }, (_, at) => {
    if (at < q05 || at > q95) return ' ';
    if (at === q50) return at > q25 || at < q75 ? '┿' : '┼';
    if (at >= q25 && at <= q75) return '━';
    if (at === q05) return '├';
    return at === q95 ? '┤' : '─';
  }).join('');
}
