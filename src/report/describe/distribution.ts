/** How a parameter or a delay is drawn, in the words of a paper's table. */
import type { Distribution, Parameter } from '../../scenario/index.ts';
import { figure, percentage, rangeWords } from './figures.ts';

/** The mean and standard deviation of a beta distribution (Johnson, Kotz and Balakrishnan 1995, eq. 25.15). */
function betaWords(alpha: number, beta: number): string {
  const sum = alpha + beta;
  const sd = Math.sqrt((alpha * beta) / (sum * sum * (sum + 1)));
  return `beta, mean ${figure(alpha / sum)}, standard deviation ${figure(sd)}`;
}

/** `triangular, 0.8 to 1.3, most likely 1`. @param choices names of the values of a `one_of`. */
export function distributionWords(distribution: Distribution, choices: readonly string[] | null): string {
  switch (distribution.kind) {
    case 'uniform':
      return `uniform, ${rangeWords(distribution.low, distribution.high)}`;
    case 'triangular':
    case 'pert': {
      const name = distribution.kind === 'pert' ? 'PERT' : 'triangular';
      return `${name}, ${rangeWords(distribution.low, distribution.high)}, most likely ${figure(distribution.mode)}`;
    }
    case 'normal':
      return `normal, mean ${figure(distribution.mean)}, standard deviation ${figure(distribution.sd)}`;
    case 'lognormal':
      return `lognormal, median ${figure(distribution.median)}, standard deviation of the logarithm ${figure(distribution.sigma)}`;
    case 'beta':
      return betaWords(distribution.alpha, distribution.beta);
    case 'exponential':
      return `exponential, mean ${figure(distribution.mean)}`;
    case 'gamma':
      return `gamma, mean ${figure(distribution.mean)}, standard deviation ${figure(distribution.sd)}`;
    case 'weibull':
      return `Weibull, shape ${figure(distribution.shape)}, scale ${figure(distribution.scale)}`;
    case 'choice': {
      const { values, weights } = distribution;
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const name = (value: number): string => choices?.[value] ?? figure(value);
      return values.map((value, i) => `${name(value)} ${percentage((weights[i] ?? 0) / total)}`).join(', ');
    }
    default:
      return distribution satisfies never;
  }
}

/** The values on which a distribution lives before it is truncated; null for one of single values. */
function support(distribution: Distribution): readonly [number, number] | null {
  switch (distribution.kind) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      return [distribution.low, distribution.high];
    case 'beta':
      return [0, 1];
    case 'normal':
      return [-Infinity, Infinity];
    case 'lognormal':
    case 'exponential':
    case 'gamma':
    case 'weibull':
      return [0, Infinity];
    case 'choice':
      return null;
    default:
      return distribution satisfies never;
  }
}

/** How a parameter is drawn, with the truncation to its range where that cuts something; `fixed` for one that is not. */
export function drawnWords({ distribution, choices, low, high }: Parameter): string {
  if (distribution === null) return 'fixed';
  const drawn = distributionWords(distribution, choices);
  const on = support(distribution);
  const isCut = on !== null && (on[0] < low || on[1] > high);
  return isCut ? `${drawn}, truncated to its range` : drawn;
}

/** The baseline of a parameter; of a `one_of` its name. */
export const baselineWords = ({ baseline, choices }: Parameter): string =>
  choices?.[baseline] ?? figure(baseline);
