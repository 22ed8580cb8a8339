/** Small answers of every analysis on the page's example, to draw. */
import {
  axisAlong,
  branch,
  compare,
  discover,
  drawnFactors,
  factorNamed,
  incidence,
  type SensitivityDesign,
  type SensitivityMethod,
  sensitivity,
  sensitivityDesign,
  settingsAlong,
  settingsOn,
  simulate,
  sweep,
  threshold,
  tornadoPlaces,
} from '../../src/experiment/index.ts';
import { seedKey } from '../../src/random/index.ts';
import type { Pool } from '../../src/runner/index.ts';
import { NO_SETTINGS, type Scenario, type Settings } from '../../src/scenario/index.ts';
import { createChart } from '../../src/statechart/index.ts';
import { pointOf, scenarioFromFile } from './build-scenario.ts';

export const fuelPrices = scenarioFromFile('test/fixtures/fuel-prices.yaml');

const base = (scenario: Scenario) => ({
  scenario,
  named: 'fuel',
  settings: NO_SETTINGS,
  seed: '2022',
  version: '1',
  command: 'juncture …',
  now: () => performance.now(),
});

const place = (scenario: Scenario, settings: Settings) => ({ settings, point: pointOf(scenario, settings) });

export const simulated = (pool: Pool, runs = 400) =>
  simulate({ ...base(fuelPrices), point: pointOf(fuelPrices), runs }, pool);

export function compared(pool: Pool, names: readonly string[]) {
  const sides = names.map((name) => ({
    name,
    ...place(fuelPrices, { ...NO_SETTINGS, variant: name === 'baseline' ? null : name }),
  }));
  return compare({ ...base(fuelPrices), sides, runs: 400 }, pool);
}

export function swept(pool: Pool, names: readonly string[], count: number) {
  const axes = names.map((name) => axisAlong(factorNamed(fuelPrices, name)!, count));
  const places = settingsAlong(NO_SETTINGS, axes).map(({ values, settings }) => ({
    values,
    ...place(fuelPrices, settings),
  }));
  return sweep({ ...base(fuelPrices), axes, places, runs: 200 }, pool);
}

export function tipped(pool: Pool) {
  const placeAt = (value: number) => place(fuelPrices, { ...NO_SETTINGS, set: { loyalty: value } });
  const rule = { kind: 'beats', outcome: 1 } as const;
  return threshold(
    { ...base(fuelPrices), parameter: 0, low: 0, high: 1, outcome: 2, rule, runs: 300, placeAt },
    pool,
  );
}

const SIZES: Readonly<Record<SensitivityMethod, readonly [SensitivityDesign, number, number]>> = {
  sobol: ['saltelli', 32, 20],
  morris: ['morris', 10, 30],
  'given-data': ['runs', 1, 1500],
  luck: ['latin-hypercube', 60, 8],
  tornado: ['one-at-a-time', 1, 300],
};

export function analysed(pool: Pool, method: SensitivityMethod) {
  const [kind, size, runs] = SIZES[method];
  const settings = {
    ...NO_SETTINGS,
    set: method === 'sobol' || method === 'morris' ? { patience: 0.5 } : {},
  };
  const centre = pointOf(fuelPrices, settings);
  const factors = drawnFactors(fuelPrices, centre);
  const design = sensitivityDesign(kind, fuelPrices, seedKey('2022'), { factors, size, secondOrder: false });
  const places =
    method === 'tornado'
      ? tornadoPlaces(fuelPrices, centre, settings)
      : settingsOn(design, factors, settings).map((one) => place(fuelPrices, one));
  const outputs = {
    outcomes: fuelPrices.outcomes.map((_, i) => i),
    measures: method === 'tornado' ? [] : [0],
  };
  return sensitivity(
    { ...base(fuelPrices), settings, method, factors, design, places, centre, runs, outputs },
    pool,
  );
}

export function discovered(pool: Pool) {
  const alone = { design: null, places: [place(fuelPrices, NO_SETTINGS)] };
  const target = { kind: 'outcomes', outcomes: [2], label: 'Government falls' } as const;
  const factors = drawnFactors(fuelPrices, pointOf(fuelPrices));
  return discover({ ...base(fuelPrices), factors, target, search: alone, trial: alone, runs: 1500 }, pool);
}

export function branched(pool: Pool) {
  const chart = createChart(fuelPrices);
  const point = pointOf(fuelPrices);
  return branch({ ...base(fuelPrices), chart, point, runs: 20, futures: 10, halfWidth: null }, pool);
}

export function cameBy(pool: Pool, names: readonly string[]) {
  const sides = names.map((name) => ({
    name,
    ...place(fuelPrices, { ...NO_SETTINGS, variant: name === 'baseline' ? null : name }),
  }));
  return incidence({ ...base(fuelPrices), sides, runs: 300 }, pool);
}
