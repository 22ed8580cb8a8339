/** A run's parameters: each its inverse CDF at its own uniform, unless the point holds it; Gaussian copula between. */
import { choleskyOf, normalCdf, normalQuantile, quantile, uniformAt } from '../random/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import type { Program } from './program.ts';
import type { Luck } from './run-context.ts';

/** Which parameters a point draws together, and how: the factor of their correlation matrix. */
export interface Copula {
  /** Indexes of the parameters in a pair that is drawn whole, in the scenario's order. */
  readonly parameters: readonly number[];
  /** Lower triangular, `[row][column]`, of the Pearson matrix. */
  readonly factor: readonly (readonly number[])[];
}

/** A pair has an effect only when both its parameters are drawn. */
export function copulaOf(scenario: Scenario, point: Point): Copula {
  const isDrawn = (index: number): boolean =>
    point.parameters[index] === null && scenario.parameters[index]!.distribution !== null;
  const pairs = scenario.correlations.filter(({ first, second }) => isDrawn(first) && isDrawn(second));
  const members = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  const parameters = [...members].sort((a, b) => a - b);
  const ranks = parameters.map((row) => parameters.map((column): number => (row === column ? 1 : 0)));
  for (const { first, second, rank } of pairs) {
    const row = parameters.indexOf(first);
    const column = parameters.indexOf(second);
    ranks[row]![column] = rank;
    ranks[column]![row] = rank;
  }
  const factor = choleskyOf(ranks);
  if (factor === null) throw new Error('the correlation matrix is not positive definite');
  return { parameters, factor };
}

/** The parameters of a run, in the scenario's order. */
export function drawParameters(program: Program, copula: Copula, point: Point, luck: Luck): number[] {
  const uniforms = program.parameters.map(({ site }) => uniformAt(luck.key, 0, site, luck.draw, 0));
  const normals = copula.parameters.map((index) => normalQuantile(uniforms[index]!));
  copula.parameters.forEach((index, row) => {
    const factors = copula.factor[row]!;
    let z = 0;
    for (let column = 0; column <= row; column++) z += factors[column]! * normals[column]!;
    uniforms[index] = normalCdf(z);
  });
  return program.parameters.map(({ map }, index) => {
    const held = point.parameters[index];
    if (held !== null && held !== undefined) return held;
    return map === null ? program.scenario.parameters[index]!.baseline : quantile(map, uniforms[index]!);
  });
}
