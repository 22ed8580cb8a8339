/** How a simulation treated each parameter, in words. */
import { quantile, quantileMap } from '../random/index.ts';
import type { Distribution, Parameter, Point } from '../scenario/index.ts';
import type { SimulationResult } from './result.ts';

type Treatment = SimulationResult['parameters'][number];

/** Three significant digits, without trailing zeros: words, not data. */
const figure = (value: number): string => String(Number(value.toPrecision(3)));

/** A dash reads as a minus beside a negative number. */
const between = (low: number, high: number): string =>
  low < 0 || high < 0 ? `${figure(low)} to ${figure(high)}` : `${figure(low)}–${figure(high)}`;

const percent = (share: number): string => `${figure(100 * share)} %`;

/** The parameters that a distribution is known by. */
function head(distribution: Exclude<Distribution, { kind: 'choice' }>): string {
  switch (distribution.kind) {
    case 'uniform':
      return `uniform, ${between(distribution.low, distribution.high)}`;
    case 'triangular':
    case 'pert':
      return `${distribution.kind === 'pert' ? 'PERT' : 'triangular'}, most likely ${figure(distribution.mode)}`;
    case 'normal':
      return `normal, mean ${figure(distribution.mean)}`;
    case 'lognormal':
      return `lognormal, median ${figure(distribution.median)}`;
    case 'beta':
      return `beta, mean ${figure(distribution.alpha / (distribution.alpha + distribution.beta))}`;
    case 'exponential':
    case 'gamma':
      return `${distribution.kind}, mean ${figure(distribution.mean)}`;
    case 'weibull':
      return `Weibull, scale ${figure(distribution.scale)}`;
    default:
      return distribution satisfies never;
  }
}

function drawn(parameter: Parameter, distribution: Distribution): string {
  if (distribution.kind === 'choice') {
    const total = distribution.weights.reduce((sum, weight) => sum + weight, 0);
    const name = (value: number): string => parameter.choices?.[value] ?? figure(value);
    const shares = distribution.values.map(
      (value, i) => [name(value), (distribution.weights[i] ?? 0) / total] as const,
    );
    return shares.map(([value, share]) => `${value} ${percent(share)}`).join(', ');
  }
  const map = quantileMap(distribution, parameter.low, parameter.high);
  return `${head(distribution)}, 90 % within ${between(quantile(map, 0.05), quantile(map, 0.95))}`;
}

/** Words for how a parameter is drawn: they take a table of its distribution, and a screen wants them many times. */
const known = new WeakMap<Parameter, string>();

function drawnWords(parameter: Parameter, distribution: Distribution): string {
  const words = known.get(parameter) ?? drawn(parameter, distribution);
  known.set(parameter, words);
  return words;
}

/** The means are those before truncation to the parameter's range, the 90 % range is of what is drawn. */
export function treatmentOf(parameter: Parameter, held: number | null): Treatment {
  const { name: id, label, group, distribution, baseline, choices } = parameter;
  const varied = held === null && distribution !== null;
  const value = held ?? baseline;
  const treatment = varied
    ? drawnWords(parameter, distribution)
    : `held at ${choices?.[value] ?? String(value)}`;
  return { id, label, group, treatment, varied };
}

export const treatments = (parameters: readonly Parameter[], point: Point): readonly Treatment[] =>
  parameters.map((parameter) => treatmentOf(parameter, point.parameters[parameter.index] ?? null));
