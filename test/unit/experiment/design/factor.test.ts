// Proves that a point of the unit cube becomes the settings it stands for: quantiles, ranges and labels.
import { describe, expect, it } from 'vitest';
import {
  correlatedFactors,
  correlatedPoints,
  decisionFactor,
  type Factor,
  latinHypercube,
  quantileFactor,
  rangeFactor,
  shockFactor,
  valueAt,
  valuesAt,
  variantFactor,
  withValues,
} from '../../../../src/experiment/design/index.ts';
import { seedKey } from '../../../../src/random/index.ts';
import { NO_SETTINGS } from '../../../../src/scenario/index.ts';
import { scenarioFromFile } from '../../../helpers/build-scenario.ts';

const scenario = scenarioFromFile('test/fixtures/fuel-prices.yaml');
const parameter = (name: string) => scenario.parameters.find((each) => each.name === name)!;
const sure = (factor: Factor | null): Factor => {
  if (factor === null) throw new Error('no factor');
  return factor;
};

describe('parameters', () => {
  it('by their distribution, truncated: a beta of mean 0.6 and sd 0.15 (SciPy beta.ppf)', () => {
    const factor = sure(quantileFactor(parameter('loyalty')));
    // scipy.stats.beta(5.8, 3.866666666666667).ppf([0.05, 0.5, 0.95])
    expect(valueAt(factor, 0.05)).toBeCloseTo(0.34077569, 6);
    expect(valueAt(factor, 0.5)).toBeCloseTo(0.60716201, 6);
    expect(valueAt(factor, 0.95)).toBeCloseTo(0.83456217, 6);
    expect([valueAt(factor, 0), valueAt(factor, 1)]).toEqual([0, 1]);
    expect(valueAt(factor, factor.baseline)).toBeCloseTo(0.6, 9);
  });

  it('between two values', () => {
    const factor = rangeFactor(parameter('police_pay'), 0, 12);
    expect(valueAt(factor, 0.25)).toBe(3);
    expect(valueAt(factor, factor.baseline)).toBe(1);
    expect(quantileFactor(parameter('police_pay'))).toBeNull();
  });

  it('by the labels of their choices, as likely as the file says', () => {
    const factor = sure(quantileFactor(parameter('sponsor')));
    expect([0, 0.49, 0.5, 0.79, 0.81, 1].map((place) => valueAt(factor, place))).toEqual([
      'nobody',
      'nobody',
      'gangs',
      'gangs',
      'faction',
      'faction',
    ]);
    expect(valueAt(factor, factor.baseline)).toBe('nobody');
  });
});

describe('settings', () => {
  it('decisions, shocks and variants go by label', () => {
    const factors = [
      rangeFactor(parameter('police_pay'), 0, 12),
      sure(decisionFactor(scenario, 'response')),
      sure(shockFactor(scenario, 'oil_falls')),
      variantFactor(scenario),
    ];
    const values = valuesAt(factors, [0.5, 0.9, 0.7, 0.99]);
    expect(values).toEqual([6, 'leave', 'without', 'shoot_first']);
    expect(withValues({ ...NO_SETTINGS, set: { patience: 0.4 } }, factors, values)).toEqual({
      ...NO_SETTINGS,
      set: { patience: 0.4, police_pay: 6 },
      decide: { response: 'leave' },
      without: ['oil_falls'],
      variant: 'shoot_first',
    });
    expect(withValues(NO_SETTINGS, factors, valuesAt(factors, [0, 0, 0, 0]))).toEqual({
      ...NO_SETTINGS,
      set: { police_pay: 0 },
      decide: { response: 'shoot' },
    });
    expect(decisionFactor(scenario, 'nothing')).toBeNull();
    expect(shockFactor(scenario, 'nothing')).toBeNull();
  });
});

describe('correlation', () => {
  it('gives the points the rank correlation of the file: 0.3, standard error 0.95/√4,000, four of them', () => {
    const factors = [sure(quantileFactor(parameter('loyalty'))), sure(quantileFactor(parameter('patience')))];
    const pairs = correlatedFactors(scenario, factors);
    expect(pairs).toEqual([{ first: 0, second: 1, rank: 0.3 }]);
    const { points } = latinHypercube(seedKey('1'), { dimensions: 2, size: 4000 });
    const spearman = (some: readonly (readonly number[])[]): number =>
      (12 * some.reduce((sum, [x = 0, y = 0]) => sum + (x - 0.5) * (y - 0.5), 0)) / some.length;
    expect(Math.abs(spearman(correlatedPoints(points, pairs)) - 0.3)).toBeLessThan(0.06);
    expect(Math.abs(spearman(points) - 0.3)).toBeGreaterThan(0.06);
    expect(correlatedPoints(points, [])).toBe(points);
    expect(
      correlatedFactors(scenario, [rangeFactor(parameter('loyalty'), 0, 1), factors[1] as Factor]),
    ).toEqual([]);
  });
});
