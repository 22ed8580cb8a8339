/** Distributions whose numbers are too large or too small to be computed with; a slip of the pen, or an attack. */
import type { Distribution } from '../model.ts';
import type { Fault } from './report.ts';

interface Limits {
  readonly least: number;
  readonly most: number;
}

/** Places and widths: far from where products of two overflow. */
const SIZE: Limits = { least: 1e-100, most: 1e100 };
/** Shapes of beta and gamma for which their density can be cut into panels. */
const SHAPE: Limits = { least: 1e-6, most: 1e12 };
/** A Weibull of a smaller shape has values from 1e-300 to infinity. */
const WEIBULL_SHAPE: Limits = { least: 0.01, most: 1e12 };
/** e to the power of 8 sigma stays finite. */
const SIGMA: Limits = { least: 1e-12, most: 50 };

const beyond = (value: number, { least, most }: Limits): boolean =>
  value !== 0 && (Math.abs(value) < least || Math.abs(value) > most);

/** The first number of a distribution that is beyond what can be computed with, or null. */
function extremeNumber(distribution: Distribution): number | null {
  const { kind: _, ...written } = distribution;
  const size = Object.values(written)
    .flat()
    .find((value) => beyond(value, SIZE));
  if (size !== undefined) return size;
  switch (distribution.kind) {
    case 'beta':
      return [distribution.alpha, distribution.beta].find((shape) => beyond(shape, SHAPE)) ?? null;
    case 'gamma': {
      const ratio = distribution.mean / distribution.sd;
      return beyond(ratio * ratio, SHAPE) ? distribution.sd : null;
    }
    case 'weibull':
      return beyond(distribution.shape, WEIBULL_SHAPE) ? distribution.shape : null;
    case 'lognormal':
      return beyond(distribution.sigma, SIGMA) ? distribution.sigma : null;
    default:
      return null;
  }
}

/** Why a distribution cannot be computed with, or null. */
export function extremeFault(distribution: Distribution): Fault | null {
  const number = extremeNumber(distribution);
  if (number === null) return null;
  return {
    code: 'impossible-distribution',
    message: `the ${distribution.kind} distribution is too extreme to be computed with (${number})`,
    mend: 'Write numbers of an ordinary size; another unit may help.',
  };
}
