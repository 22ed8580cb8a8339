/** From rank correlations to the factor of a Gaussian copula. */

/** Pivots below this are rounding: the matrix is singular or worse. */
const LEAST_PIVOT = 1e-12;

/**
 * Lower triangular L with L·Lᵀ = P, where P holds the Pearson correlations 2·sin(πρ/6) of the normals whose ranks
 * correlate by ρ (Pearson 1907). Null when P is not positive definite. `rank` is symmetric with ones on its diagonal;
 * only its lower triangle is read. Sums run from left to right: the order is part of the meaning.
 */
export function choleskyOf(rank: readonly (readonly number[])[]): number[][] | null {
  const factor: number[][] = [];
  for (let i = 0; i < rank.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      const earlier = j === i ? row : (factor[j] as number[]);
      let rest = i === j ? 1 : pearsonOfRank(entry(rank, i, j));
      for (let k = 0; k < j; k++) rest -= (row[k] as number) * (earlier[k] as number);
      if (j < i) row.push(rest / (earlier[j] as number));
      else if (rest > LEAST_PIVOT) row.push(Math.sqrt(rest));
      else return null;
    }
    factor.push(row);
  }
  return factor.map((row) => [...row, ...new Array<number>(rank.length - row.length).fill(0)]);
}

function entry(matrix: readonly (readonly number[])[], i: number, j: number): number {
  return (matrix[i] as readonly number[])[j] as number;
}

const SIXTH_OF_PI = 0.5235987755982988;

/**
 * 2·sin(πρ/6) for ρ in [−1, 1], by the sine's series to x^15: the angle is at most π/6, where the next term is 5e-20.
 */
export function pearsonOfRank(rank: number): number {
  const x = SIXTH_OF_PI * rank;
  const q = x * x;
  let sum = 1;
  for (let k = 14; k >= 2; k -= 2) sum = 1 - (q / (k * (k + 1))) * sum;
  return 2 * (x * sum);
}
