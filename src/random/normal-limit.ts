/** Where a beta or gamma is normal to all the digits there are. */
import type { ContinuousSpec } from './distribution.ts';

/** From this shape on the skewness is below 1e-8 sd and the values have no digits left to show it. */
const NORMAL_FROM = 1e16;
const ROOT_NORMAL_FROM = 1e8;

type Normal = Extract<ContinuousSpec, { kind: 'normal' }>;

/** The normal distribution with the moments of a beta or gamma of huge shape; null for any other distribution. */
export function normalLimit(spec: ContinuousSpec): Normal | null {
  if (spec.kind === 'gamma') {
    return spec.mean / spec.sd > ROOT_NORMAL_FROM ? { kind: 'normal', mean: spec.mean, sd: spec.sd } : null;
  }
  if (spec.kind !== 'beta' || !(spec.alpha > NORMAL_FROM && spec.beta > NORMAL_FROM)) return null;
  const sum = spec.alpha + spec.beta;
  const mean = spec.alpha / sum;
  return { kind: 'normal', mean, sd: Math.sqrt((mean * (1 - mean)) / (sum + 1)) };
}
