// Proves what an instance promises: points and keys without compiling, batches that add up, faults that count nowhere.
import { describe, expect, test, vi } from 'vitest';
import { type CompiledKernel, compileKernel, instantiate } from '../../../src/kernel/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import { FAULTED, type Point, rowLength, type Scenario } from '../../../src/scenario/index.ts';
import { pointOf, scenarioFrom, scenarioFromFile } from '../../helpers/build-scenario.ts';
import { batchDifference, compareBatch, pairOf } from '../../helpers/kernel-differential.ts';

const KEY = seedKey('instance');
const scenario = scenarioFromFile('test/fixtures/fuel-prices.yaml');

function kernelOf(of: Scenario): CompiledKernel {
  const compiled = compileKernel(of);
  if ('refused' in compiled) throw new Error(JSON.stringify(compiled.refused));
  return compiled;
}

const kernel = kernelOf(scenario);
const fresh = (point: Point, key = KEY) => instantiate(kernel, scenario, point, key);

describe('points and keys', () => {
  const points = [
    { set: { loyalty: 0.2 } },
    { variant: 'shoot_first' },
    { decide: { response: 'leave' }, without: ['oil_falls'] },
    { atBaseline: true },
    {},
  ].map((settings) => pointOf(scenario, settings));

  test('an instance moved to a point runs like one made for it', () => {
    const moved = fresh(points[0] as Point);
    for (const point of [...points].reverse()) {
      moved.setPoint(point);
      expect(batchDifference(scenario, fresh(point).run(0, 200), moved.run(0, 200))).toBeNull();
    }
  });

  test('and so with a key', () => {
    const moved = fresh(points[4] as Point);
    moved.setKey(seedKey('another'));
    const made = fresh(points[4] as Point, seedKey('another'));
    expect(batchDifference(scenario, made.run(0, 200), moved.run(0, 200))).toBeNull();
  });

  test('moving compiles nothing', () => {
    const moved = fresh(points[0] as Point);
    const host = globalThis as unknown as { WebAssembly: { Module: new (bytes: Uint8Array) => object } };
    const spy = vi.spyOn(host.WebAssembly, 'Module');
    moved.setPoint(points[1] as Point);
    moved.setKey(seedKey('x'));
    moved.run(0, 10);
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  });
});

describe('batches', () => {
  const point = pointOf(scenario);

  test('of any cut of the runs add up to the whole', () => {
    const whole = fresh(point).run(0, 1500);
    const one = fresh(point);
    const parts = [one.run(0, 7), one.run(7, 700), one.run(707, 793)];
    const rows = new Float64Array(parts.flatMap((part) => [...part.rows]));
    const sum = (name: 'stageChanges' | 'firsts' | 'times' | 'asked' | 'fixedUnavailable'): Int32Array =>
      whole[name].map((_, k) => parts.reduce((total, part) => total + (part[name][k] as number), 0));
    const joined = {
      ...whole,
      rows,
      stageChanges: sum('stageChanges'),
      firsts: sum('firsts'),
      times: sum('times'),
      asked: sum('asked'),
      fixedUnavailable: sum('fixedUnavailable'),
    };
    expect(batchDifference(scenario, whole, joined)).toBeNull();
  });

  test('do not depend on a trace taken between them', () => {
    const one = fresh(point);
    const before = one.run(0, 50);
    one.trace(3);
    expect(batchDifference(scenario, before, one.run(0, 50))).toBeNull();
  });

  test('keep every run in exactly one stage a region at every state', () => {
    const { stageChanges } = fresh(point).run(0, 300);
    const states = scenario.time.steps + 1;
    const inStage = scenario.stages.map(() => 0);
    for (let k = 0; k < states; k += 1) {
      scenario.stages.forEach(({ index }) => {
        inStage[index] =
          (inStage[index] as number) + (stageChanges[k * scenario.stages.length + index] as number);
      });
      for (const region of scenario.regions) {
        const leaves = region.stages.filter((stage) => scenario.stages[stage]?.initial === null);
        expect(leaves.reduce((sum, leaf) => sum + (inStage[leaf] as number), 0)).toBe(300);
      }
    }
  });

  test('survive a structured clone of the kernel', () => {
    const cloned = instantiate(structuredClone(kernel), scenario, point, KEY);
    expect(batchDifference(scenario, fresh(point).run(0, 50), cloned.run(0, 50))).toBeNull();
  });
});

describe('faults', () => {
  // log(v) is not a number once v, which walks at random, is below 0; the hazard is negative when the crowd is.
  const walk = scenarioFrom({
    juncture: 1,
    title: 'A walk that falls off',
    time: { start: '2022-01-01', step: '1 day', horizon: '20 days' },
    parameters: { p: { baseline: 0.5, distribution: { uniform: [0, 1] } } },
    variables: { v: { initial: '1 + p', per_day: 0, noise: 0.4 }, w: { initial: 1, noise: 0.4 } },
    auxiliaries: { a: 'log(v)' },
    regions: {
      r: {
        initial: 's',
        stages: {
          s: { transitions: { t: { to: 'u', hazard: 'w' } } },
          u: { transitions: { back: { to: 's', hazard: 1 } } },
        },
      },
    },
    outcomes: { over: { at_horizon: 'true' } },
    measures: { last: { final: 'a' } },
  });

  test('are found in the same state as in the machine, and count nowhere but in their row', () => {
    const point = pointOf(walk);
    const pair = pairOf(walk, point, KEY);
    expect(compareBatch(pair, point, KEY, 0, 300)).toBeNull();
    const { rows } = pair.kernel.run(0, 300);
    const outcomes = Array.from({ length: 300 }, (_, run) => rows[run * rowLength(walk)]);
    const faulted = outcomes.filter((outcome) => outcome === FAULTED).length;
    expect(faulted).toBeGreaterThan(50);
    expect(faulted).toBeLessThan(295);
  });
});

test('a region of very many stages, whose triggers have functions of their own, runs like the machine', () => {
  const many = Array.from({ length: 60 }, (_, k) => k);
  const ring = scenarioFrom({
    juncture: 1,
    title: 'A ring of stages',
    time: { start: '2022-01-01', step: '1 day', horizon: '30 days' },
    variables: { v: { initial: 1, per_day: '0.02', noise: 0.2, bounds: [0, 3] } },
    regions: {
      r: {
        initial: 's0',
        stages: Object.fromEntries(
          many.map((k) => [
            `s${k}`,
            {
              transitions: {
                [`on${k}`]: { to: `s${(k + 1) % 60}`, hazard: 'v' },
                [`far${k}`]: { to: `s${(k * 7 + 3) % 60}`, hazard: '0.5 + 0.1 * v' },
                [`due${k}`]: { to: `s${(k * 11 + 5) % 60}`, when: 'v > 2.5' },
              },
            },
          ]),
        ),
      },
    },
    measures: { low: { min: 'v' }, high: { max: 'v' }, when_high: { day_of_max: 'v' } },
  });
  const point = pointOf(ring);
  expect(compareBatch(pairOf(ring, point, KEY), point, KEY, 0, 200)).toBeNull();
});

test('a scenario that would take too much memory is refused with the reason, not approximated', () => {
  const long = { ...scenario, time: { ...scenario.time, steps: 20_000_000 } };
  const compiled = compileKernel(long);
  expect(compiled).toMatchObject({ refused: [{ code: 'unsupported-by-kernel', path: 'time.step' }] });
});
