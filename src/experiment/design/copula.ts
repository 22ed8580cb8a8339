/** Rank correlations of the scenario put on a design's points, which are independent as they are made. */
import { choleskyOf, normalCdf, normalQuantile } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { UnitPoint } from './design.ts';
import type { Factor } from './factor.ts';

type Pair = Readonly<{ first: number; second: number; rank: number }>;

/** Correlated pairs of the scenario of which both parameters are factors by their distribution; indexes of factors. */
export function correlatedFactors(scenario: Scenario, factors: readonly Factor[]): readonly Pair[] {
  const place = (parameter: number): number =>
    factors.findIndex(({ kind, name }) => kind !== 'range' && name === scenario.parameters[parameter]?.name);
  return scenario.correlations
    .map(({ first, second, rank }) => ({ first: place(first), second: place(second), rank }))
    .filter(({ first, second }) => first >= 0 && second >= 0);
}

/**
 * The points with the pairs' Spearman correlations, by the Gaussian copula that runs use (Spearman ρ becomes
 * Pearson 2·sin(πρ/6)). Each coordinate stays uniform; a Latin hypercube of correlated factors is one only in the first.
 */
export function correlatedPoints(points: readonly UnitPoint[], pairs: readonly Pair[]): readonly UnitPoint[] {
  if (pairs.length === 0) return points;
  const members = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].sort((a, b) => a - b);
  const ranks = members.map((row) => members.map((column): number => (row === column ? 1 : 0)));
  for (const { first, second, rank } of pairs) {
    const [row, column] = [members.indexOf(first), members.indexOf(second)];
    (ranks[row] as number[])[column] = rank;
    (ranks[column] as number[])[row] = rank;
  }
  const factor = choleskyOf(ranks);
  if (factor === null) throw new Error('the correlation matrix is not positive definite');
  return points.map((point) => {
    const normals = members.map((member) => normalQuantile(point[member] as number));
    const moved = [...point];
    members.forEach((member, row) => {
      let z = 0;
      for (let k = 0; k <= row; k += 1) z += (factor[row]?.[k] as number) * (normals[k] as number);
      moved[member] = normalCdf(z);
    });
    return moved;
  });
}
