/**
 * Proves that kernel and machine keep the same records of runs, bit for bit: what each drew, and its spells; that spells
 * tile the time of each region; and that keeping them changes no other number of a batch.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKernel, instantiate, type KernelInstance } from '../../src/kernel/index.ts';
import { seedKey } from '../../src/random/index.ts';
import {
  type BatchResult,
  FAULTED,
  type Point,
  rowLength,
  type Scenario,
  SPELL_WIDTH,
} from '../../src/scenario/index.ts';
import { createChart, recordBatch } from '../../src/statechart/index.ts';
import { pointOf, scenarioFrom, scenarioFromFile } from '../helpers/build-scenario.ts';
import { batchDifference, firstDifference } from '../helpers/kernel-differential.ts';

const below = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));

const FILES = [
  ...below('scenarios'),
  ...below('scenarios/exact'),
  ...below('scenarios/models'),
  ...below('scenarios/tutorial'),
  'test/fixtures/fuel-prices.yaml',
];
const key = seedKey('records');
const RUNS = 16;

/** A kernel of a scenario that keeps records, or one that does not. */
function kernelOf(scenario: Scenario, records: boolean): KernelInstance {
  const compiled = compileKernel(scenario, { records });
  if ('refused' in compiled) throw new Error('the kernel refused');
  return instantiate(compiled, scenario, pointOf(scenario), key);
}

function expectTheSame(scenario: Scenario, points: readonly Point[]): void {
  const [plain, keeping] = [kernelOf(scenario, false), kernelOf(scenario, true)];
  const chart = createChart(scenario);
  for (const point of points) {
    for (const kernel of [plain, keeping]) kernel.setPoint(point);
    const machine = recordBatch(chart, point, key, 5, RUNS);
    const kernel = keeping.run(5, RUNS);
    const drawn = (batch: BatchResult) => batch.records?.parameters ?? [];
    const spells = (batch: BatchResult) => batch.records?.spells ?? [];
    expect(firstDifference('parameters', drawn(machine), drawn(kernel))).toBeNull();
    expect(firstDifference('spells', spells(machine), spells(kernel))).toBeNull();
    expect(batchDifference(scenario, plain.run(5, RUNS), kernel)).toBeNull();
    expectTiled(scenario, kernel);
  }
}

/** Every region is somewhere from the first state to the last, and goes on where it went. */
function expectTiled(scenario: Scenario, { rows, records }: BatchResult): void {
  const spells = records!.spells;
  const last = new Map<string, { readonly to: number; readonly stop: number }>();
  for (let at = 0; at < spells.length; at += SPELL_WIDTH) {
    const [run, from, to, start, stop] = spells.subarray(at, at + SPELL_WIDTH) as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    const region = scenario.stages[from]!.region;
    const before = last.get(`${run} ${region}`) ?? { to: from, stop: 0 };
    expect([from, start]).toEqual([before.to, before.stop]);
    expect(stop).toBeGreaterThan(start);
    expect(scenario.stages[from]!.initial).toBeNull();
    last.set(`${run} ${region}`, { to, stop });
  }
  for (const [where, { stop }] of last) {
    const [run] = where.split(' ').map(Number);
    expect(stop).toBe(rows[run! * rowLength(scenario) + 1]);
  }
  const ended = Array.from({ length: RUNS }, (_, run) => rows[run * rowLength(scenario)] !== FAULTED);
  expect(last.size).toBe(ended.filter(Boolean).length * scenario.regions.length);
}

describe.each(FILES)('%s', (file) => {
  const scenario = scenarioFromFile(file);

  it('keeps the same records in both executors, as it is and under a variant', () => {
    const [variant] = scenario.variants;
    const varied = variant === undefined ? [] : [pointOf(scenario, { variant: variant.name })];
    expectTheSame(scenario, [pointOf(scenario), ...varied]);
  });
});

/** Of the runs some come to a fault (1 / (3 − x) at x = 3), a stage is entered again, and stages are nested. */
const FAULTY = scenarioFrom({
  juncture: 1,
  title: 'Faults',
  time: { start: '2022-01-01', step: '1 day', horizon: '12 days' },
  parameters: {
    p: { baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } },
    who: { one_of: { a: 0.5, b: 0.5 }, baseline: 'a' },
  },
  variables: { x: { initial: 0 } },
  auxiliaries: { bad: '1 / (3 - x)' },
  regions: {
    street: {
      initial: 'calm',
      stages: {
        calm: { transitions: { stirs: { to: 'crowd', chance_per_day: 0.5 } } },
        crowd: {
          initial: 'loud',
          stages: {
            loud: {
              transitions: {
                again: { to: 'loud', chance_per_day: 0.4, add: { x: 1 } },
                tires: { to: 'quiet', chance_per_day: 0.2 },
              },
            },
            quiet: { transitions: { over: { to: 'street.done', chance_per_day: 0.2 } } },
          },
        },
        done: { outcome: 'ended' },
      },
    },
    palace: {
      initial: 'one',
      stages: { one: { transitions: { splits: { to: 'two', hazard: 'p' } } }, two: {} },
    },
  },
  outcomes: { ended: {} },
});

describe('runs that come to a fault', () => {
  it('leave what they drew and no spells, in both executors', () => {
    const { rows } = kernelOf(FAULTY, true).run(5, RUNS);
    const width = rowLength(FAULTY);
    const faulted = Array.from({ length: RUNS }, (_, run) => rows[run * width] === FAULTED).filter(Boolean);
    expect(faulted.length).toBeGreaterThan(1);
    expect(faulted.length).toBeLessThan(RUNS);
    expectTheSame(FAULTY, [pointOf(FAULTY)]);
  });
});

describe('a batch longer than one call of the kernel', () => {
  it('keeps the records of all its runs, whatever its length', () => {
    const kernel = kernelOf(FAULTY, true);
    const whole = kernel.run(5, 2000).records!;
    const short = kernel.run(5, 700).records!;
    expect(whole.parameters.subarray(0, short.parameters.length)).toEqual(short.parameters);
    expect(whole.spells.subarray(0, short.spells.length)).toEqual(short.spells);
  });
});
