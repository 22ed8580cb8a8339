/** A distribution's shape in one row. A sketch for the eye: no result depends on it. */

import { histogramRows } from '../../../report/index.ts';
import type { Distribution, Parameter } from '../../../scenario/index.ts';

/** Relative density; any positive factor will do. */
export function density(distribution: Distribution, x: number): number {
  switch (distribution.kind) {
    case 'uniform':
      return x >= distribution.low && x <= distribution.high ? 1 : 0;
    case 'triangular':
    case 'pert': {
      const { low, mode, high } = distribution;
      if (x < low || x > high) return 0;
      const rising = x < mode ? (x - low) / (mode - low) : (high - x) / (high - mode);
      if (distribution.kind === 'triangular')
        return mode === low || mode === high ? Math.max(0, rising) : rising;
      const [alpha, beta] = [(4 * (mode - low)) / (high - low), (4 * (high - mode)) / (high - low)];
      const part = (x - low) / (high - low);
      return part ** alpha * (1 - part) ** beta;
    }
    case 'normal':
      return Math.exp(-0.5 * ((x - distribution.mean) / distribution.sd) ** 2);
    case 'lognormal': {
      if (x <= 0) return 0;
      return Math.exp(-0.5 * (Math.log(x / distribution.median) / distribution.sigma) ** 2) / x;
    }
    case 'beta':
      return x <= 0 || x >= 1 ? 0 : x ** (distribution.alpha - 1) * (1 - x) ** (distribution.beta - 1);
    default:
      return 0;
  }
}

/** The stretch worth drawing: the range where it has ends, else where the distribution has its mass. */
function stretch({ low, high, distribution }: Parameter): readonly [number, number] | null {
  if (Number.isFinite(low) && Number.isFinite(high)) return [low, high];
  switch (distribution?.kind) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      return [Math.max(low, distribution.low), Math.min(high, distribution.high)];
    case 'normal':
      return [
        Math.max(low, distribution.mean - 3 * distribution.sd),
        Math.min(high, distribution.mean + 3 * distribution.sd),
      ];
    case 'lognormal':
      return [Math.max(low, 0), Math.min(high, distribution.median * Math.exp(2 * distribution.sigma))];
    case 'beta':
      return [0, 1];
    default:
      return null;
  }
}

/** null where there is nothing to draw: a fixed parameter. */
export function distributionPicture(parameter: Parameter, columns: number): string | null {
  const { distribution } = parameter;
  if (distribution === null) return null;
  const weights =
    distribution.kind === 'choice' ? distribution.weights : densities(parameter, distribution, columns);
  if (weights === null) return null;
  const most = Math.max(...weights);
  if (!(most > 0) || !Number.isFinite(most)) return null;
  // Whole numbers, so that a tail too thin for an eighth of a row is blank.
  const counts = weights.map((weight) => Math.round((7 * weight) / most));
  return histogramRows(counts, { width: columns, height: 1 })[0]!;
}

function densities(
  parameter: Parameter,
  distribution: Distribution,
  columns: number,
): readonly number[] | null {
  const ends = stretch(parameter);
  if (ends === null) return null;
  const [low, high] = ends;
  return Array.from({ length: columns }, (_, column) =>
    density(distribution, low + ((column + 0.5) / columns) * (high - low)),
  );
}
