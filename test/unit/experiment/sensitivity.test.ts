// Proves that sensitivity finds what theory says of a chance that is a sum of its parameters, by every method and design.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  drawnFactors,
  type GivenDataOutput,
  type LuckOutput,
  type MorrisOutput,
  refuseCorrelated,
  type SensitivityDesign,
  type SensitivityMethod,
  type SensitivityResult,
  type SobolOutput,
  sensitivity,
  sensitivityDesign,
  sensitivityFactor,
  settingsOn,
  type TornadoOutput,
  tornadoPlaces,
} from '../../../src/experiment/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import { NO_SETTINGS } from '../../../src/scenario/index.ts';
import { fromFile, fromText, HEAD, now, ownThread, pointOf } from './world.ts';

/** Heads with chance 0.2 + 0.4·one + 0.2·two: variance of the chance 0.4²/12 + 0.2²/12 = 1/60, of a run 1/4. */
const coin = fromText(`${HEAD}time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
parameters:
  one: { label: The first, baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
  two: { label: The second, baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
  idle: { label: The idle, baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
regions: { coin: { initial: wait, stages: { wait: { transitions: { falls: { to: heads, chance_per_day: "0.2 + 0.4 * one + 0.2 * two + 0 * idle" } } }, heads: { outcome: heads } } } }
outcomes: { heads: { label: Heads }, never: { label: Never, at_horizon: "false" } }
measures: { came: { first_day: coin.heads } }
`);
const point = pointOf(coin);
const factors = drawnFactors(coin, point);

function analysed(
  method: SensitivityMethod,
  kind: SensitivityDesign,
  {
    size,
    runs,
    measures = [],
    only = factors,
  }: { size: number; runs: number; measures?: readonly number[]; only?: typeof factors },
): Promise<SensitivityResult> {
  const key = seedKey('2022');
  const design = sensitivityDesign(kind, coin, key, { factors: only, size, secondOrder: true });
  const places = settingsOn(design, only, NO_SETTINGS).map((settings) => ({
    settings,
    point: pointOf(coin, settings),
  }));
  const pool = ownThread();
  const request = {
    scenario: coin,
    named: 'x',
    settings: NO_SETTINGS,
    seed: '2022',
    version: '1',
    command: 'c',
    now,
  };
  const outputs = { outcomes: [0, 1], measures };
  return sensitivity(
    { ...request, method, factors: only, design, places, centre: point, runs, outputs },
    pool,
  ).finally(() => pool.close());
}

/** Within four bootstrap errors (1 false alarm in 16,000), and those no larger than `most`. */
function expectNear(
  estimate: { readonly value: number; readonly low: number; readonly high: number },
  exact: number,
  most: number,
): void {
  const error = (estimate.high - estimate.low) / (2 * 1.96);
  expect(error).toBeLessThan(most);
  expect(Math.abs(estimate.value - exact)).toBeLessThanOrEqual(4 * error);
}

describe('sobol', () => {
  let result: SensitivityResult;
  let heads: SobolOutput;
  beforeAll(async () => {
    result = await analysed('sobol', 'saltelli', { size: 256, runs: 60 });
    heads = result.outputs[0] as SobolOutput;
  });

  it('first and total order are 0.8, 0.2 and 0; no pair does anything together', () => {
    [0.8, 0.2, 0].forEach((exact, i) => {
      expectNear(heads.first![i]!, exact, 0.12);
      expectNear(heads.total[i]!, exact, 0.12);
    });
    expect(heads.second).toHaveLength(3);
    for (const { index } of heads.second!) expectNear(index, 0, 0.25);
  });

  it('luck is 14/15 of the variance of a run, and what never comes is left out with the reason', () => {
    expectNear(heads.luck!, 14 / 15, 0.02);
    expect(heads.mean).toBeCloseTo(0.5, 1);
    expect(result.left).toEqual([
      { id: 'never', label: 'Never', why: 'it does not vary between the points by more than luck' },
    ]);
    expect(result.othersDrawn).toBe(0);
    expect(heads.convergence.map(({ rows }) => rows)).toEqual([64, 128, 256]);
  });

  it('from a radial design total order alone; parameters that are no factors count with the luck', async () => {
    const some = await analysed('sobol', 'radial', { size: 128, runs: 60, only: factors.slice(0, 2) });
    const { first, total } = some.outputs[0] as SobolOutput;
    expect(first).toBeNull();
    expectNear(total[0]!, 0.8, 0.15);
    expectNear(total[1]!, 0.2, 0.15);
    expect(some.othersDrawn).toBe(1);
  });
});

describe('morris', () => {
  it('effects are 0.4, 0.2 and nothing more than luck', async () => {
    for (const kind of ['morris', 'radial'] as const) {
      const { outputs } = await analysed('morris', kind, { size: 40, runs: 100 });
      const { effects } = outputs[0] as MorrisOutput;
      expect(Math.abs(effects[0]!.mean - 0.4)).toBeLessThan(0.04);
      expect(Math.abs(effects[1]!.mean - 0.2)).toBeLessThan(0.04);
      expect(effects[0]!.meanSize.low).toBeGreaterThan(effects[0]!.byLuck);
      // The idle factor changes nothing at all on the same luck.
      expect(effects[2]!.meanSize.value).toBe(0);
    }
  });
});

describe('given data', () => {
  it('ordinary runs: PAWN 0.10, 0.05 and chance (closed form of ten slices), ranks and slopes with their signs', async () => {
    const { outputs, runs } = await analysed('given-data', 'runs', { size: 1, runs: 20_000 });
    expect(runs).toBe(20_000);
    const { pawn, rankCorrelation, regression, explained } = outputs[0] as GivenDataOutput;
    // A slice of 2,000 runs: standard error 0.011; the median of ten lies within 0.02.
    expect(Math.abs(pawn[0]!.value - 0.1)).toBeLessThan(0.02);
    expect(Math.abs(pawn[1]!.value - 0.05)).toBeLessThan(0.02);
    expect(pawn[2]!.value).toBeLessThan(1.3 * pawn[2]!.byChance);
    // Slopes are standard deviations for one: 0.4·√(1/12)/√(1/4) = 0.2309, half of it for y; errors 0.007.
    expect(Math.abs(regression[0]!.value - 0.23094)).toBeLessThan(0.028);
    expect(Math.abs(regression[1]!.value - 0.11547)).toBeLessThan(0.028);
    expect(Math.abs(explained! - 1 / 15)).toBeLessThan(0.015);
    expect(rankCorrelation[0]!.low).toBeGreaterThan(0);
    expect(rankCorrelation[2]!.low).toBeLessThan(0);
  });

  it.each(['latin-hypercube', 'sobol-sequence'] as const)('from a %s as from ordinary runs', async (kind) => {
    const { outputs } = await analysed('given-data', kind, { size: 500, runs: 20 });
    const { pawn } = outputs[0] as GivenDataOutput;
    expect(Math.abs(pawn[0]!.value - 0.1)).toBeLessThan(0.04);
    expect(pawn[0]!.value).toBeGreaterThan(pawn[0]!.byChance);
  });

  it('a measure that half of the runs lack is left out', async () => {
    const { left } = await analysed('sobol', 'saltelli', { size: 8, runs: 10, measures: [0] });
    expect(left.map(({ id }) => id)).toContain('came');
  });
});

describe('luck or ignorance', () => {
  it('a fifteenth of the variance is ignorance (variance 1/60 of the chance, 1/4 of a run), from either design', async () => {
    for (const kind of ['latin-hypercube', 'sobol-sequence'] as const) {
      const { outputs, left } = await analysed('luck', kind, { size: 512, runs: 20 });
      const split = outputs[0] as LuckOutput;
      expectNear(split.ignoranceShare, 1 / 15, 0.01);
      expectNear(split.ignorance, 1 / 60, 0.003);
      expectNear(split.luck, 0.25 - 1 / 60, 0.003);
      expect(left).toEqual([{ id: 'never', label: 'Never', why: 'it is the same in every run' }]);
    }
  });

  it('needs two runs of a point', async () => {
    const { outputs, left } = await analysed('luck', 'latin-hypercube', { size: 20, runs: 1 });
    expect(outputs).toEqual([]);
    expect(left[0]!.why).toBe('it takes at least two runs of each point');
  });
});

describe('tornado', () => {
  it('the bars are the chance at both tails: 0.36 for the first, half of that for the second, none for the idle', async () => {
    const places = tornadoPlaces(coin, point, NO_SETTINGS);
    expect(places.map(({ settings }) => settings.set)).toEqual([
      { one: 0.05 },
      { one: 0.95 },
      { two: 0.05 },
      { two: 0.95 },
      { idle: 0.05 },
      { idle: 0.95 },
    ]);
    const pool = ownThread();
    const base = {
      scenario: coin,
      named: 'x',
      settings: NO_SETTINGS,
      seed: '2022',
      version: '1',
      command: 'c',
      now,
    };
    const outputs = { outcomes: [0], measures: [] };
    const request = {
      ...base,
      method: 'tornado',
      factors,
      design: null,
      places,
      centre: point,
      outputs,
    } as const;
    const result = await sensitivity({ ...request, runs: 4000 }, pool).finally(() => pool.close());
    const { bars } = result.outputs[0] as TornadoOutput;
    expect(bars.map(({ id }) => id)).toEqual(['one', 'two', 'idle']);
    // On the same luck a swing of 0.36 has the standard error √(0.36·0.64/4,000) = 0.0076; four of them.
    [0.36, 0.18, 0].forEach((exact, i) => {
      expect(Math.abs(bars[i]!.swing.value - exact)).toBeLessThan(0.031);
    });
    expect(bars[0]!.least.value).toBe(0.05);
    expect(Math.abs(bars[0]!.least.share.value - 0.32)).toBeLessThan(0.03);
    expect(bars[2]!.swing.value).toBe(0);
  });
});

describe('what is refused', () => {
  it('a design that does not fit, and Sobol where parameters are correlated', async () => {
    await expect(analysed('sobol', 'morris', { size: 2, runs: 2 })).rejects.toThrow(
      'Sobol indices cannot be had from a Morris design: they need a Saltelli design (saltelli).',
    );
    const fuel = fromFile('test/fixtures/fuel-prices.yaml');
    const all = drawnFactors(fuel, pointOf(fuel));
    expect(all.map(({ name }) => name)).toEqual(['loyalty', 'patience', 'sponsor']);
    expect(refuseCorrelated(fuel, all)).toContain('loyalty and patience');
    expect(refuseCorrelated(fuel, all.slice(1))).toBeNull();
    expect(sensitivityFactor(fuel, 'police_pay')?.kind).toBe('range');
    expect(sensitivityFactor(fuel, 'nothing')).toBeNull();
  });
});
