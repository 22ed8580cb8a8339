// Proves that a value is computed once a block, that what holds for a run is computed once a run, and that nothing moves.
import { expect, test } from 'vitest';
import type { Expression } from '../../../src/expression/index.ts';
import { toCText } from '../../../src/kernel/c/text.ts';
import { buildProgram } from '../../../src/kernel/compile.ts';
import { ValueGraph } from '../../../src/kernel/value/graph.ts';
import { lower } from '../../../src/kernel/value/lower.ts';
import { power } from '../../../src/random/index.ts';
import { scenarioFrom } from '../../helpers/build-scenario.ts';

const number = (value: number): Expression => ({ kind: 'number', value });
const graph = new ValueGraph();
const context = { graph, dt: 0.5, auxiliary: (index: number) => graph.leaf('auxiliary', index) };
const variable: Expression = { kind: 'variable', index: 0 };
const binary = (operator: '+' | '-' | '*' | '/' | '^', left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});

test('equal expressions are one node', () => {
  const twice = (): Expression => binary('*', number(2), variable);
  expect(lower(context, twice())).toBe(lower(context, twice()));
});

test('constants fold to the bits that run time would give', () => {
  const folded = lower(context, binary('^', number(1.1), number(0.3)));
  expect(folded).toMatchObject({ op: 'const', value: power(1.1, 0.3) });
  const third = lower(context, binary('/', number(1), number(3)));
  expect(third).toMatchObject({ op: 'const', value: 1 / 3 });
  expect(lower(context, binary('-', number(0), number(0)))).not.toBe(graph.constant(-0));
});

test('sums are not regrouped: x + 1 + 2 keeps both additions', () => {
  const sum = lower(context, binary('+', binary('+', variable, number(1)), number(2)));
  expect(sum).toMatchObject({ op: 'binary', args: [{ op: 'binary' }, { op: 'const', value: 2 }] });
});

test('only what changes no bit is left out: x·1 and x − 0, not x + 0', () => {
  const x = lower(context, variable);
  expect(lower(context, binary('*', variable, number(1)))).toBe(x);
  expect(lower(context, binary('-', variable, number(0)))).toBe(x);
  expect(lower(context, binary('+', variable, number(0)))).not.toBe(x);
});

test('what is known of the active stages needs no look', () => {
  const active: Expression = { kind: 'active', stage: 3 };
  expect(lower(context, active, (stage) => stage === 3)).toMatchObject({ op: 'const', value: 1 });
  expect(lower(context, active, () => null)).toMatchObject({ op: 'binary' });
});

const base = {
  juncture: 1,
  title: 'Values',
  time: { start: '2022-01-01', step: '1 day', horizon: '5 days' },
  parameters: { p: { baseline: 0.4 } },
  variables: { v: { initial: 1, per_day: 0.1 } },
  outcomes: { over: {} },
};

const stepOf = (regions: object): string => {
  const text = toCText(buildProgram(scenarioFrom({ ...base, regions })).program);
  const from = text.indexOf('static int32_t k_choose_0(int32_t v0) {');
  return text.slice(from, text.indexOf('\n}', from));
};

test('a shared exponential is computed once a block', () => {
  const hazard = (factor: number): object => ({ add: { v: 1 }, hazard: `${factor} * exp(v)` });
  const text = stepOf({
    r: { initial: 's', stages: { s: { transitions: { a: hazard(2), b: hazard(3) } }, t: {} } },
  });
  expect(text.match(/k_exp_edge\(/g)).toHaveLength(1);
});

test('an exponential of parameters is computed when the run begins, not in a step', () => {
  const a = { add: { v: 1 }, hazard: 'v * exp(p)' };
  const text = stepOf({ r: { initial: 's', stages: { s: { transitions: { a } }, t: {} } } });
  expect(text).not.toContain('k_exp');
});
