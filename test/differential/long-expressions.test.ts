// The longest expressions that are allowed are read, compiled and run, by both engines to the same bits.
import { describe, expect, it } from 'vitest';
import { compileKernel, instantiate } from '../../src/kernel/index.ts';
import { seedKey } from '../../src/random/index.ts';
import { loadScenario, NO_SETTINGS, resolvePoint } from '../../src/scenario/index.ts';
import { createChart, runBatch } from '../../src/statechart/index.ts';

const TERMS = 2498;
const joined = (sign: string, terms: readonly string[], count = TERMS): string =>
  Array.from({ length: count }, (_, i) => terms[i % terms.length]).join(sign);

const scenarioWith = (expression: string): string => `
juncture: 1
time: { start: 2022-01-02, step: 1 day, horizon: 5 days }
parameters:
  p: { baseline: 0.5, distribution: { uniform: [0, 1] } }
variables:
  x: { initial: 1, next: "x * 0.9" }
auxiliaries:
  long: "${expression}"
regions:
  r: { initial: a, stages: { a: { transitions: { go: { to: b, hazard: "0.1 * (1 * long > 1)" } } }, b: {} } }
measures:
  result: { final: "1 * long" }
`;

describe('an expression of some 5,000 words and signs', () => {
  it.each([
    ['a sum', joined(' + ', ['x', 'p', '0.25'])],
    ['a product', joined(' * ', ['x', '1.01', 'p', '2'])],
    ['a difference of products', joined(' - ', ['0.1 * x'], TERMS / 2)],
    ['a chain of conditions', joined(' and ', ['x > 0', 'p < 2'], TERMS / 2)],
    ['a maximum', `max(${joined(', ', ['x', 'p', 'day'])})`],
    ['a comparison', joined(' < ', ['x', 'p'])],
  ])('%s', (_, expression) => {
    const text = scenarioWith(expression);
    const { scenario, diagnostics } = loadScenario('a.yaml', () => new TextEncoder().encode(text));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (scenario === null) throw new Error('not sound');
    const { point } = resolvePoint(scenario, NO_SETTINGS);
    if (point === null) throw new Error('no point');
    const compiled = compileKernel(scenario);
    if ('refused' in compiled) throw new Error('refused');
    const kernel = instantiate(compiled, scenario, point, seedKey('1')).run(0, 40);
    expect(kernel).toEqual(runBatch(createChart(scenario), point, seedKey('1'), 0, 40));
  });
});
