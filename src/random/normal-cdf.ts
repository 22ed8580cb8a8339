/**
 * The standard normal distribution function, accurate in both tails: Cody's rational Chebyshev approximations
 * (Cody 1969, Mathematics of Computation 23, 631-637; in the form of Algorithm 715, Cody 1993, ACM TOMS 19, 22-32).
 */
import { exp } from './exp.ts';

/** |z| ≤ 0.67448975: numerator 4 + leading, denominator 4. */
export const NORMAL_CDF_CENTRE_TOP = [
  2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745,
] as const;
export const NORMAL_CDF_CENTRE_BOTTOM = [
  47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673,
] as const;
/** 0.67448975 < |z| ≤ sqrt(32) */
export const NORMAL_CDF_MIDDLE_TOP = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
] as const;
export const NORMAL_CDF_MIDDLE_BOTTOM = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
] as const;
/** |z| > sqrt(32) */
export const NORMAL_CDF_TAIL_TOP = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793, 0.023073441764940174,
] as const;
export const NORMAL_CDF_TAIL_BOTTOM = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.00007297515550839662,
] as const;
const ROOT_32 = 5.656854249492381;
/** 1 / sqrt(2π) */
export const NORMAL_DENSITY_0 = 0.3989422804014327;

/** Φ(z): 0 at −Infinity, 1 at Infinity, NaN for NaN. */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size <= 0.67448975) return 0.5 + z * centre(z * z);
  if (size > 40) return z > 0 ? 1 : 0;
  const factor = size <= ROOT_32 ? middle(size) : tail(size);
  // exp(−z²/2) with z² split so that the first exponent is exact.
  const coarse = Math.floor(size * 16) / 16;
  const rest = (size - coarse) * (size + coarse);
  const below = exp(-(coarse * coarse * 0.5)) * exp(-(rest * 0.5)) * factor;
  return z > 0 ? 1 - below : below;
}

function centre(q: number): number {
  const a = NORMAL_CDF_CENTRE_TOP;
  const b = NORMAL_CDF_CENTRE_BOTTOM;
  const top = (((a[4] * q + a[0]) * q + a[1]) * q + a[2]) * q + a[3];
  return top / ((((q + b[0]) * q + b[1]) * q + b[2]) * q + b[3]);
}

function middle(z: number): number {
  const c = NORMAL_CDF_MIDDLE_TOP;
  const d = NORMAL_CDF_MIDDLE_BOTTOM;
  const top =
    (((((((c[8] * z + c[0]) * z + c[1]) * z + c[2]) * z + c[3]) * z + c[4]) * z + c[5]) * z + c[6]) * z +
    c[7];
  const bottom =
    (((((((z + d[0]) * z + d[1]) * z + d[2]) * z + d[3]) * z + d[4]) * z + d[5]) * z + d[6]) * z + d[7];
  return top / bottom;
}

function tail(z: number): number {
  const p = NORMAL_CDF_TAIL_TOP;
  const q = NORMAL_CDF_TAIL_BOTTOM;
  const w = 1 / (z * z);
  const top = ((((p[5] * w + p[0]) * w + p[1]) * w + p[2]) * w + p[3]) * w + p[4];
  const bottom = ((((w + q[0]) * w + q[1]) * w + q[2]) * w + q[3]) * w + q[4];
  return (NORMAL_DENSITY_0 - w * (top / bottom)) / z;
}
