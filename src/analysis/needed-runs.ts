/** How many runs a question needs. All round up. */
import { normalQuantile } from '../random/index.ts';
import { normalCritical } from './critical.ts';

/** Runs for a share near `share` to be known to ± `half`: z²·p(1 − p)/h² (Law 2015, section 9.4.1). */
export function runsForShare(share: number, half: number, level = 0.95): number {
  const z = normalCritical(level) / half;
  return whole(z * z * share * (1 - share));
}

/** Runs for a mean of values with this standard deviation to be known to ± `half`: (z·s/h)². */
export function runsForMean(deviation: number, half: number, level = 0.95): number {
  const z = (normalCritical(level) * deviation) / half;
  return whole(z * z);
}

/** Rare outcomes: runs for the half-width to be `part` of the share itself, such as 0.1. */
export function runsForRare(share: number, part: number, level = 0.95): number {
  return runsForShare(share, part * share, level);
}

export interface PowerOptions {
  /** Chance to see the difference where there is one. Default 0.8. */
  readonly power?: number;
  /** Two-sided chance to see one where there is none. Default 0.05. */
  readonly error?: number;
}

/**
 * Runs on each side to tell shares p and q apart with luck of its own on each side (Fleiss, Levin and Paik 2003,
 * Statistical Methods for Rates and Proportions, equation 4.14 without continuity correction; R's power.prop.test).
 */
export function runsToTellApart(
  p: number,
  q: number,
  { power = 0.8, error = 0.05 }: PowerOptions = {},
): number {
  const middle = (p + q) / 2;
  const [a, b] = [-normalQuantile(error / 2), normalQuantile(power)];
  const spread = a * Math.sqrt(2 * middle * (1 - middle)) + b * Math.sqrt(p * (1 - p) + q * (1 - q));
  return whole((spread / (p - q)) * (spread / (p - q)));
}

/**
 * Pairs of runs with the same luck to see a difference δ of shares when a part ψ of the pairs end differently, by
 * McNemar's test: (z·√ψ + z′·√(ψ − δ²))²/δ² (Connor 1987, Biometrics 43, 207-211). |δ| ≤ ψ ≤ 1.
 */
export function pairsToTellApart(
  difference: number,
  changed: number,
  { power = 0.8, error = 0.05 }: PowerOptions = {},
): number {
  const [a, b] = [-normalQuantile(error / 2), normalQuantile(power)];
  const rest = Math.max(0, changed - difference * difference);
  const spread = (a * Math.sqrt(changed) + b * Math.sqrt(rest)) / difference;
  return whole(spread * spread);
}

const whole = (value: number): number => Math.ceil(value - 1e-9);
