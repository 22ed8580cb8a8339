/** Functions whose sensitivity indices are known in closed form, on the unit cube. */

/** Ishigami and Homma 1990 with a = 7, b = 0.1; factors uniform on (−π, π). */
export function ishigami(place: readonly number[]): number {
  const [x = 0, y = 0, z = 0] = place.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

/** Sobol's g-function with the given a. */
export const gFunction =
  (a: readonly number[]) =>
  (place: readonly number[]): number =>
    place.reduce((product, x, i) => (product * (Math.abs(4 * x - 2) + a[i]!)) / (1 + a[i]!), 1);

/** First and total order indices of the g-function (Saltelli and Sobol' 1995). */
export function gIndices(a: readonly number[]): {
  readonly first: readonly number[];
  readonly total: readonly number[];
} {
  const parts = a.map((one) => 1 / (3 * (1 + one) ** 2));
  const product = parts.reduce((sum, part) => sum * (1 + part), 1);
  return {
    first: parts.map((part) => part / (product - 1)),
    total: parts.map((part) => (part * product) / (1 + part) / (product - 1)),
  };
}
