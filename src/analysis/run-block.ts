/** Outputs of many points, each run several times: what variance is split in. */

/** `[rows][replications]`: row by row, replication r of every row with the same luck where luck is shared. */
export interface RunBlock {
  readonly rows: number;
  readonly replications: number;
  readonly values: Float64Array;
}

/** The mean of each row. */
export function rowMeans({ rows, replications, values }: RunBlock): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let r = 0; r < replications; r += 1) sum += values[row * replications + r] as number;
    return sum / replications;
  });
}

/**
 * Unbiased products of two blocks' expectations, row by row: the mean of x·y over pairs of different replications, so
 * that luck which both share adds nothing. With a single replication it is the plain product.
 * @param centre what is taken off x and y before multiplying, for less noise.
 */
export function crossProducts(x: RunBlock, y: RunBlock, centre: readonly [number, number]): Float64Array {
  const n = x.replications;
  return Float64Array.from({ length: x.rows }, (_, row) => {
    let sumX = 0;
    let sumY = 0;
    let same = 0;
    for (let place = row * n; place < (row + 1) * n; place += 1) {
      const one = (x.values[place] as number) - centre[0];
      const other = (y.values[place] as number) - centre[1];
      sumX += one;
      sumY += other;
      same += one * other;
    }
    return n === 1 ? same : (sumX * sumY - same) / (n * (n - 1));
  });
}

/** x − y, value by value. */
export function difference(x: RunBlock, y: RunBlock): RunBlock {
  return { ...x, values: x.values.map((value, i) => value - (y.values[i] as number)) };
}

/**
 * Variance between rows' expectations, unbiased: in a two-way table of rows and replications, the mean square of rows
 * less that of the interaction, over the replications (Scheffé 1959, The Analysis of Variance, section 7.4). Luck that
 * all rows share falls out with the columns; where every run has a luck of its own it is as valid. With a single
 * replication it is the plain variance between rows.
 * @param picked indexes of rows, with repeats.
 */
export function varianceBetween(block: RunBlock, picked: ArrayLike<number>): number {
  const { replications: n, values } = block;
  const rows = picked.length;
  const columns = new Float64Array(n);
  let total = 0;
  let squares = 0;
  let rowSquares = 0;
  for (let i = 0; i < rows; i += 1) {
    const start = (picked[i] as number) * n;
    let sum = 0;
    for (let r = 0; r < n; r += 1) {
      const value = values[start + r] as number;
      sum += value;
      squares += value * value;
      columns[r] = (columns[r] as number) + value;
    }
    total += sum;
    rowSquares += sum * sum;
  }
  const all = (total * total) / (rows * n);
  const ofRows = rowSquares / n - all;
  if (n === 1) return ofRows / (rows - 1);
  const ofColumns = columns.reduce((sum, column) => sum + column * column, 0) / rows - all;
  const rest = squares - all - ofRows - ofColumns;
  return (ofRows / (rows - 1) - rest / ((rows - 1) * (n - 1))) / n;
}

/** Mean over the picked rows of the variance within a row: what luck alone does. NaN with a single replication. */
export function varianceWithin({ replications: n, values }: RunBlock, picked: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < picked.length; i += 1) {
    const start = (picked[i] as number) * n;
    let sum = 0;
    for (let r = 0; r < n; r += 1) sum += values[start + r] as number;
    const mean = sum / n;
    for (let r = 0; r < n; r += 1) {
      const off = (values[start + r] as number) - mean;
      total += off * off;
    }
  }
  return total / (picked.length * (n - 1));
}
