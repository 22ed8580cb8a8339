/** Beta and gamma distributions as log-concave densities of the logit and of the logarithm. */
import { exp } from './exp.ts';
import { log } from './log.ts';
import type { LogConcave } from './log-concave.ts';
import { expMinusOne, logOnePlus } from './near-zero.ts';

/**
 * A distribution on x seen through its link: t = y − centre of y, where y = logit x or ln x, and `density` is that of
 * t. `increasing` is false when t runs against x (a reflected beta).
 */
export interface Linked {
  readonly link: 'log' | 'logit';
  readonly density: LogConcave;
  readonly increasing: boolean;
  /** y at t = 0 */
  readonly origin: number;
  readonly xOf: (t: number) => number;
  /** dx/dt, never negative. */
  readonly speed: (t: number) => number;
  /** ∓Infinity at and beyond the ends of the support. */
  readonly tOf: (x: number) => number;
}

/** Past it e^t is Infinity. */
const FAR = 700;

/**
 * e^t − 1 and ln(1 + y). Up to this shape the plain forms cost g no more than 1e-12, and half the time.
 */
const PLAIN_BELOW = 1e4;
const plainLess = (t: number): number => exp(t) - 1;
const plainLog = (y: number): number => log(1 + y);

/**
 * Beta(alpha, beta) on [0, 1]. With a ≤ b the two parameters, n = a + b, m = a/n and t = logit x − logit m,
 *   g(t) = a·t − n·ln(1 + m(e^t − 1)),   g′(t) = −a(1 − m)(e^t − 1)/(1 + m(e^t − 1)).
 * When alpha > beta this is the distribution of 1 − x: with m ≤ 1/2 nothing cancels.
 */
export function betaDensity(alpha: number, beta: number): Linked {
  const increasing = alpha <= beta;
  const a = increasing ? alpha : beta;
  const b = increasing ? beta : alpha;
  const n = a + b;
  const m = a / n;
  const logitM = log(a) - log(b);
  const less = n < PLAIN_BELOW ? plainLess : expMinusOne;
  const logPlus = n < PLAIN_BELOW ? plainLog : logOnePlus;
  const logDensity = (t: number): number =>
    t < FAR ? a * t - n * logPlus(m * less(t)) : -b * t - n * log(m);
  const slope = (t: number): number => {
    if (t >= FAR) return -b;
    const grown = less(t);
    return (-a * (1 - m) * grown) / (1 + m * grown);
  };
  const share = (t: number): number => (t < FAR ? (m * exp(t)) / (1 + m * expMinusOne(t)) : 1);
  const rest = (t: number): number => (t < FAR ? (1 - m) / (1 + m * expMinusOne(t)) : (1 - m) / (m * exp(t)));
  const tOfShare = (x: number, y: number): number =>
    x <= 0 ? -Infinity : y <= 0 ? Infinity : log(x) - log(y) - logitM;
  return {
    link: 'logit',
    increasing,
    origin: logitM,
    density: { logDensity, slope, centre: -logitM, scale: 1 / Math.sqrt(a * (1 - m)) },
    xOf: increasing ? share : rest,
    speed: (t) => share(t) * rest(t),
    tOf: (x) => (increasing ? tOfShare(x, 1 - x) : tOfShare(1 - x, x)),
  };
}

/** Gamma(shape, scale): with t = ln x − ln(shape·scale), g(t) = shape·(t − (e^t − 1)). */
export function gammaDensity(shape: number, scale: number): Linked {
  const logShape = log(shape);
  const origin = logShape + log(scale);
  const mean = shape * scale;
  const less = shape < PLAIN_BELOW ? plainLess : expMinusOne;
  return {
    link: 'log',
    increasing: true,
    origin,
    density: {
      logDensity: (t) => shape * (t - less(t)),
      slope: (t) => -shape * less(t),
      centre: -logShape,
      scale: 1 / Math.sqrt(shape),
    },
    xOf: (t) => mean * exp(t),
    speed: (t) => mean * exp(t),
    tOf: (x) => (x <= 0 ? -Infinity : log(x) - origin),
  };
}
