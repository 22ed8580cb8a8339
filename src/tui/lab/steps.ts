/** How far a key moves a parameter, and which values it stops at: round ones. */
import type { Parameter } from '../../scenario/index.ts';

/** About so many coarse steps from one end of a range to the other. */
const STEPS = 20;

/** The ends between which a parameter is moved and drawn: its range, or where its distribution has its mass. */
export function spanOf({ low, high, distribution, baseline }: Parameter): readonly [number, number] {
  const around = Math.max(1, Math.abs(baseline));
  let [from, to] = [baseline - around, baseline + around];
  switch (distribution?.kind) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      [from, to] = [distribution.low, distribution.high];
      break;
    case 'normal':
      [from, to] = [distribution.mean - 3 * distribution.sd, distribution.mean + 3 * distribution.sd];
      break;
    case 'lognormal':
      [from, to] = [0, distribution.median * Math.exp(2 * distribution.sigma)];
      break;
    case 'beta':
      [from, to] = [0, 1];
      break;
    default:
  }
  const start = Number.isFinite(low) ? low : Math.min(from, baseline);
  const end = Number.isFinite(high) ? high : Math.max(to, baseline);
  return start < end ? [start, end] : [start, start + 1];
}

interface Steps {
  readonly coarse: number;
  readonly fine: number;
}

/** The nearest of 1, 2 and 5 times a power of ten, and a part of it that goes into ten again. */
function roundSteps(size: number): Steps {
  let power = 1;
  while (power > size) power /= 10;
  while (power * 10 <= size) power *= 10;
  const digits = size / power;
  // Borders in the middle, as ratios go: √2, √10, √50.
  if (digits < Math.SQRT2) return { coarse: power, fine: power / 5 };
  if (digits < Math.sqrt(10)) return { coarse: 2 * power, fine: power / 2 };
  return digits < Math.sqrt(50)
    ? { coarse: 5 * power, fine: power }
    : { coarse: 10 * power, fine: 2 * power };
}

function stepOf(parameter: Parameter, fine: boolean): number {
  const [low, high] = spanOf(parameter);
  const steps = roundSteps((high - low) / STEPS);
  return fine ? steps.fine : steps.coarse;
}

const decimalsOf = (step: number): number => {
  let decimals = 0;
  while (decimals < 12 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6)
    decimals += 1;
  return decimals;
};

/** Digits behind the point that values on the fine grid need, or (`coarse`) those on the coarse one. */
export const decimalsFor = (parameter: Parameter, coarse = false): number =>
  decimalsOf(stepOf(parameter, !coarse));

/** The next value of the grid above (`by` 1) or below (−1), inside the range. */
export function stepped(parameter: Parameter, from: number, by: 1 | -1, fine: boolean): number {
  const step = stepOf(parameter, fine);
  const place = from / step;
  const near = Math.round(place);
  // On the grid already, but for rounding.
  const next = Math.abs(place - near) < 1e-6 ? near + by : by > 0 ? Math.ceil(place) : Math.floor(place);
  const value = Number((next * step).toFixed(decimalsFor(parameter)));
  return Math.min(parameter.high, Math.max(parameter.low, value));
}

/** The nearest value of the fine grid inside the range; a choice as it is. */
export function snapped(parameter: Parameter, value: number): number {
  if (parameter.choices !== null) return value;
  const step = stepOf(parameter, true);
  const near = Number((Math.round(value / step) * step).toFixed(decimalsFor(parameter)));
  return Math.min(parameter.high, Math.max(parameter.low, near));
}
