// Proves that exact chances are those of textbooks, to all places that they are printed to, by the machine's own steps.
import { describe, expect, it } from 'vitest';
import { type ExactResult, exact } from '../../../src/experiment/index.ts';
import { exp } from '../../../src/random/index.ts';
import type { Scenario, Settings } from '../../../src/scenario/index.ts';
import { pointOf, scenarioFrom, scenarioFromFile } from '../../helpers/build-scenario.ts';

async function solved(scenario: Scenario, settings: Partial<Settings> = {}): Promise<ExactResult> {
  const found = await exact({ scenario, point: pointOf(scenario, settings) });
  if (found?.kind !== 'exact') throw new Error(JSON.stringify(found));
  expect(Math.abs(found.mass - 1)).toBeLessThan(1e-12);
  return found;
}

const file = (name: string): Scenario => scenarioFromFile(`scenarios/exact/${name}.yaml`);

describe('exact', () => {
  it("gambler's ruin: (1 − rⁱ)/(1 − rᴺ) = 0.3712629 and 0.7161224 after 20.8061181 bets (Feller 1968)", async () => {
    const scenario = file('gamblers-ruin');
    const roulette = await solved(scenario);
    const r = 20 / 18;
    const power = (n: number): number => Array.from({ length: n }).reduce<number>((all) => all * r, 1);
    // The purse is still open after 600 days with 5e-14.
    expect(roulette.outcomes[0]).toBeCloseTo((1 - power(5)) / (1 - power(10)), 12);
    expect(roulette.outcomes[0]).toBeCloseTo(0.3712629, 7);
    const kind = await solved(scenario, { variant: 'kind_odds' });
    expect(kind.outcomes[0]).toBeCloseTo(0.7161224, 7);
    expect(kind.measures[0]).toBeCloseTo(20.8061181, 7);
  });

  it('the Knuth–Yao die: each face 1/6, 11/3 flips (Knuth and Yao 1976; PRISM)', async () => {
    const { outcomes, measures } = await solved(file('die'));
    for (const face of outcomes.slice(0, 6)) expect(face).toBeCloseTo(1 / 6, 14);
    expect(measures[0]).toBeCloseTo(11 / 3, 12);
  });

  it.each([
    [null, 1 / 2, 4],
    ['from_one', 1 / 4, 3],
    ['from_three', 3 / 4, 3],
    ['pushed', 4 / 5, 3.6],
    ['pushed_from_one', 8 / 15, 3.4],
    ['pushed_from_three', 14 / 15, 2.2],
  ])(
    "the drunkard's walk, %s: right end %d after %d steps (Grinstead and Snell 1997)",
    async (variant, right, steps) => {
      const { outcomes, measures } = await solved(file('drunkards-walk'), { variant });
      expect(outcomes[1]).toBeCloseTo(right, 12);
      expect(measures[0]).toBeCloseTo(steps, 10);
    },
  );

  it.each(['competing-risks', 'competing-risks-12h', 'competing-risks-1h'])(
    '%s: hazards .3 and .1 over two days are 0.4130033, 0.1376678, 0.4493290 whatever the step',
    async (name) => {
      const scenario = file(name);
      const { outcomes } = await solved(scenario);
      expect(outcomes[0]).toBeCloseTo((0.3 / 0.4) * (1 - exp(-0.8)), 13);
      expect(outcomes[1]).toBeCloseTo((0.1 / 0.4) * (1 - exp(-0.8)), 13);
    },
  );

  it('effects: a hazard under a decision, 0.5851696 and 0.7768698 (Kalbfleisch and Prentice 2002)', async () => {
    const scenario = file('effects');
    expect((await solved(scenario)).outcomes[0]).toBeCloseTo(0.5851696, 7);
    expect((await solved(scenario, { decide: { manner: 'fast' } })).outcomes[0]).toBeCloseTo(0.7768698, 7);
  });

  it('a cohort of health economics: years 7.9912066 and 8.9373889, costs 44663.4535637 and 50601.6513312 (heemod)', async () => {
    const scenario = file('hiv-cohort');
    for (const [variant, years, cost] of [
      ['one_drug', 7.9912066, 44663.4535637],
      ['two_drugs', 8.9373889, 50601.6513312],
    ] as const) {
      const { measures, stages } = await solved(scenario, { variant });
      expect(measures[0]).toBeCloseTo(years, 7);
      const share = (path: string, year: number): number =>
        stages[scenario.stages.findIndex((stage) => stage.path === path)]![year]!;
      let [total, discount] = [0, 1];
      for (let year = 1; year <= 20; year += 1) {
        discount /= 1.06;
        const drugs = 2278 + (variant === 'two_drugs' && year <= 2 ? 2086.5 : 0);
        const [mild, severe, aids] = ['mild', 'severe', 'aids'].map((name) => share(`patient.${name}`, year));
        total += discount * (mild! * (2756 + drugs) + severe! * (3052 + drugs) + aids! * (9007 + drugs));
      }
      expect(total).toBeCloseTo(cost, 6);
    }
  });

  it('a drawn choice is averaged over, and a drawn delay ends in each step with its share: exponential, mean 2', async () => {
    const scenario = scenarioFrom({
      juncture: 1,
      title: 'A wait',
      time: { start: '2022-01-01', step: '12 hours', horizon: '3 days' },
      parameters: { kind: { one_of: { short: 1, long: 3 }, baseline: 'short' } },
      regions: {
        hall: {
          initial: 'waiting',
          stages: {
            waiting: {
              transitions: {
                called: { to: 'gone', after: { exponential: { mean: 2 } }, while: 'is(kind, short)' },
                leaves: { to: 'gone', after: '1 day', while: 'is(kind, long)' },
              },
            },
            gone: { outcome: 'gone' },
          },
        },
      },
      outcomes: { gone: {} },
    });
    const { entries, outcomes, worlds } = await solved(scenario);
    expect(worlds).toBe(2);
    expect(outcomes[0]).toBeCloseTo(0.75 + 0.25 * (1 - exp(-1.5)), 8);
    // Stays are held against delays with a slack of 1e-9 days, as the language says.
    expect(entries[1]![1]).toBeCloseTo(0.25 * (1 - exp(-0.25)), 8);
    expect(entries[1]![2]).toBeCloseTo(0.25 * (exp(-0.25) - exp(-0.5)) + 0.75, 8);
  });
});
