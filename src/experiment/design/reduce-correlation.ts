/** Orders of a Latin hypercube that correlate less: Florian (1992, Probabilistic Engineering Mechanics 7, 123-130). */

type Matrix = readonly (readonly number[])[];

const MOST_ROUNDS = 10;
const LEAST_PIVOT = 1e-9;

/**
 * The columns with their entries rearranged. The ranks are multiplied by the inverse of the Cholesky factor of their
 * correlation matrix, and the places of the products become the new ranks; again, as long as that helps.
 * @param columns permutations of 0 to n − 1; given back as they are when n is too small for the matrix to be regular.
 */
export function lessCorrelated(columns: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let best = columns;
  let bestSize = offDiagonal(correlations(best));
  for (let round = 0; round < MOST_ROUNDS && bestSize > 0; round += 1) {
    const factor = cholesky(correlations(best));
    if (factor === null) return best;
    const next = uncorrelated(best, factor).map(ranksOf);
    const size = offDiagonal(correlations(next));
    if (!(size < bestSize)) return best;
    best = next;
    bestSize = size;
  }
  return best;
}

/** Pearson's correlations of permutations of the same numbers, which are Spearman's of the points. */
function correlations(columns: Matrix): number[][] {
  const n = columns[0]?.length ?? 0;
  const middle = (n - 1) / 2;
  const square = (n * (n * n - 1)) / 12;
  return columns.map((one) =>
    columns.map((other) => {
      let sum = 0;
      for (let i = 0; i < n; i += 1) sum += ((one[i] as number) - middle) * ((other[i] as number) - middle);
      return sum / square;
    }),
  );
}

/** Sum of squares off the diagonal. */
function offDiagonal(matrix: Matrix): number {
  let sum = 0;
  matrix.forEach((row, i) => {
    row.forEach((entry, j) => {
      if (i !== j) sum += entry * entry;
    });
  });
  return sum;
}

function cholesky(matrix: Matrix): number[][] | null {
  const factor: number[][] = [];
  for (let i = 0; i < matrix.length; i += 1) {
    const row: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      const earlier = j === i ? row : (factor[j] as number[]);
      let rest = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k += 1) rest -= (row[k] as number) * (earlier[k] as number);
      if (j < i) row.push(rest / (earlier[j] as number));
      else if (rest > LEAST_PIVOT) row.push(Math.sqrt(rest));
      else return null;
    }
    factor.push(row);
  }
  return factor;
}

/** Solves factor · y = (centred row) for every row, by forward substitution. */
function uncorrelated(columns: Matrix, factor: Matrix): number[][] {
  const n = columns[0]?.length ?? 0;
  const middle = (n - 1) / 2;
  const solved = columns.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i += 1) {
    factor.forEach((row, j) => {
      let rest = (columns[j]?.[i] as number) - middle;
      for (let k = 0; k < j; k += 1) rest -= (row[k] as number) * (solved[k]?.[i] as number);
      (solved[j] as number[])[i] = rest / (row[j] as number);
    });
  }
  return solved;
}

/** Rank 0 to n − 1 of each entry; of equal ones the earlier comes first. */
function ranksOf(column: readonly number[]): number[] {
  const order = column
    .map((_, i) => i)
    .sort((a, b) => (column[a] as number) - (column[b] as number) || a - b);
  const ranks = new Array<number>(column.length);
  order.forEach((place, rank) => {
    ranks[place] = rank;
  });
  return ranks;
}
