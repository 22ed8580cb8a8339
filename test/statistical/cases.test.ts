/**
 * Proves that the theory, its cases and the tutorial keep what they promise, that a spoiled theory does not, that no
 * run of them faults, and that how the founding case ends does not hinge on the step.
 */
import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { checkPromises, simulate } from '../../src/experiment/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { fromFile, ownThread, requestOf } from '../unit/experiment/world.ts';

const FOUNDING = 'scenarios/kazakhstan-2022.yaml';
const below = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`);

const pool = ownThread();
afterAll(() => pool.close());

const judge = (scenario: Scenario, limit = 1_000_000) =>
  checkPromises(scenario, pool, { seed: '2022', named: scenario.id, engine: 'kernel', limit });

const FILES = [...below('scenarios'), ...below('scenarios/models'), ...below('scenarios/tutorial')];

test.each(FILES)('%s keeps its promises', async (file) => {
  const { verdicts, faults } = await judge(fromFile(file));
  expect(verdicts.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
  expect(verdicts.filter(({ verdict }) => verdict !== 'holds').map(({ name }) => name)).toEqual([]);
});

/** What is changed in the theory or the case, and the promise of the founding case that must notice. */
const SPOILED: readonly (readonly [promise: string, from: string, to: string])[] = [
  [
    'troops_matter',
    'label: What foreign troops do\n    unit: 0 nothing, 1 guard, free and signal as read\n    group: Patron\n    baseline: 1',
    'label: None\n    baseline: 0',
  ],
  ['loyalty_slope', 'clamp(loyalty + {service}_gap, 0, 1)', 'clamp(0.5 + {service}_gap + 0 * loyalty, 0, 1)'],
  ['split_makes_disloyal', '1 + (split_odds - 1) * split_open', '1 + 0 * split_open'],
  ['concession_at_once', '-log(1 - concession_works) / 2', '0.02 * concession_works'],
  ['violence_police_absent', '(1 + 6 * (1 - presence) ^ 3)', '1'],
  ['some_are_occupied', '(1 - ramp(ambition, 0.2, 0.6))', '1'],
  ['history_fits', 'decide: answer, after: 12 hours', 'decide: answer, after: 6 days'],
];

describe.each(SPOILED)('%s notices', (promise, from, to) => {
  test(`when '${from.slice(0, 40)}' is changed`, async () => {
    let changes = 0;
    const scenario = fromFile(FOUNDING, (text) => {
      if (text.includes(from)) changes += 1;
      return text.replace(from, to);
    });
    expect(changes).toBeGreaterThan(0);
    const { verdicts } = await judge(scenario, 64_000);
    expect(verdicts.find(({ name }) => name === promise)?.verdict).toBe('fails');
  });
});

describe('the step', () => {
  const RUNS = 20_000;
  /** Steps of 3 and 12 hours against the file's 6. */
  const TOLERANCE = 0.02;
  /** Three standard errors of a difference of two shares of about a third, were their luck not the same. */
  const CHANCE = 3 * Math.sqrt((2 * 0.3 * 0.7) / RUNS);

  test('of 3 or 12 hours moves no outcome by more than .02 from that of 6 hours', async () => {
    const sharesAt = async (step: string): Promise<readonly number[]> => {
      const scenario = fromFile(FOUNDING, (text) => text.replace('step: 6 hours', `step: ${step}`));
      const { outcomes } = await simulate(requestOf(scenario, { runs: RUNS }), pool);
      return outcomes.map(({ share }) => share.value);
    };
    const [three, six, twelve] = [
      await sharesAt('3 hours'),
      await sharesAt('6 hours'),
      await sharesAt('12 hours'),
    ];
    for (const other of [three, twelve]) {
      other.forEach((share, i) => {
        expect(Math.abs(share - six[i]!)).toBeLessThan(TOLERANCE + CHANCE);
      });
    }
  });
});
