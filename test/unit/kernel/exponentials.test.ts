// Proves that exponentials computed side by side wait for what they read: chains of auxiliaries, some replaced by stages,
// some in the arms of choices, give the machine's bits.
import { expect, test } from 'vitest';
import { readyExponentials } from '../../../src/kernel/value/exponentials.ts';
import { ValueGraph } from '../../../src/kernel/value/graph.ts';
import { seedKey } from '../../../src/random/index.ts';
import { pointOf, scenarioFrom } from '../../helpers/build-scenario.ts';
import { compareBatch, pairOf } from '../../helpers/kernel-differential.ts';

const KEY = seedKey('exponentials');
const LINKS = 40;

const link = (k: number): string => {
  const before = `a${k - 1}`;
  if (k === 0) return 'exp(0.1 * v)';
  if (k % 3 > 0) return `0.5 * ${before} * exp(-${before}) + 0.1 * ${before}`;
  return `${before} > 0.5 ? 0.3 * exp(-${before}) + 0.1 * ${before} * exp(v) : log(1 + ${before}) + ${before}`;
};

test('a chain of auxiliaries runs like the machine', () => {
  const chain = scenarioFrom({
    juncture: 1,
    title: 'A chain',
    time: { start: '2022-01-01', step: '1 day', horizon: '20 days' },
    variables: { v: { initial: 1, per_day: '0.1 * a39', noise: 0.1, bounds: [0, 3] } },
    auxiliaries: Object.fromEntries(Array.from({ length: LINKS }, (_, k) => [`a${k}`, link(k)])),
    regions: {
      r: {
        initial: 's',
        stages: {
          s: {
            auxiliaries: { a5: 'exp(-v)', a20: 'a19 * exp(-a18)' },
            transitions: { t: { to: 'u', hazard: '0.1 * exp(a39) + exp(-a20)' } },
          },
          u: {
            auxiliaries: { a20: '1 - a19' },
            transitions: {
              b: { to: 's', hazard: '0.3 * exp(-v) * a20' },
              c: { to: 's', hazard: '0.1 * exp(-a3)' },
            },
          },
        },
      },
    },
    measures: { most: { max: 'a39 + exp(a1)' }, usual: { mean: 'exp(a2)' } },
  });
  const point = pointOf(chain);
  expect(compareBatch(pairOf(chain, point, KEY), point, KEY, 0, 100)).toBeNull();
});

test('what is ready waits neither for another exponential nor for a value that comes later', () => {
  const graph = new ValueGraph();
  const [x, y] = [graph.leaf('variable', 0), graph.leaf('variable', 1)];
  const [early, late] = [graph.leaf('auxiliary', 0), graph.leaf('auxiliary', 1)];
  const [first, second] = [graph.help('exp', x), graph.help('exp', y)];
  const over = graph.help('exp', graph.binary('f64.add', first, y));
  const waiting = graph.help('exp', late);
  const throughDefinition = graph.help('exp', early);
  const inAnArm = graph.help('exp', graph.binary('f64.mul', x, y));
  const choice = graph.pick(graph.binary('f64.lt', x, y), inAnArm, x);
  const ready = (known: readonly object[]) =>
    readyExponentials([over, second, waiting, throughDefinition, choice], {
      isKnown: (value) => known.includes(value),
      isAwaited: (value) => value === late,
      definition: (leaf) => (leaf === early ? second : null),
      needsArms: () => false,
    });
  expect(ready([])).toEqual([first, second]);
  expect(ready([first, second])).toEqual([over, throughDefinition]);
  expect(ready([first, second, over, throughDefinition])).toEqual([]);
});
