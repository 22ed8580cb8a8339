/** Small symmetric systems of equations. */

type Matrix = readonly (readonly number[])[];

/** Pivots below this part of the diagonal are rounding: the columns depend on each other. */
const LEAST_PIVOT = 1e-10;

/** The inverse of a symmetric positive definite matrix, by its Cholesky factor; null where it is singular. */
export function inverseOf(matrix: Matrix): number[][] | null {
  const n = matrix.length;
  const factor = factorOf(matrix);
  if (factor === null) return null;
  const inverse = matrix.map((row) => row.map(() => 0));
  for (let column = 0; column < n; column += 1) {
    const solved = new Array<number>(n).fill(0);
    for (let i = 0; i < n; i += 1) {
      let rest = i === column ? 1 : 0;
      for (let k = 0; k < i; k += 1) rest -= (factor[i]?.[k] as number) * (solved[k] as number);
      solved[i] = rest / (factor[i]?.[i] as number);
    }
    for (let i = n - 1; i >= 0; i -= 1) {
      let rest = solved[i] as number;
      for (let k = i + 1; k < n; k += 1) rest -= (factor[k]?.[i] as number) * (solved[k] as number);
      solved[i] = rest / (factor[i]?.[i] as number);
      (inverse[i] as number[])[column] = solved[i] as number;
    }
  }
  return inverse;
}

function factorOf(matrix: Matrix): number[][] | null {
  const factor: number[][] = [];
  for (let i = 0; i < matrix.length; i += 1) {
    const row: number[] = [];
    const diagonal = matrix[i]?.[i] as number;
    for (let j = 0; j <= i; j += 1) {
      const earlier = j === i ? row : (factor[j] as number[]);
      let rest = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k += 1) rest -= (row[k] as number) * (earlier[k] as number);
      if (j < i) row.push(rest / (earlier[j] as number));
      else if (rest > LEAST_PIVOT * diagonal) row.push(Math.sqrt(rest));
      else return null;
    }
    factor.push(row);
  }
  return factor;
}
