// Proves: the JSON Schema of experiments and the structural check judge alike, on one of every question and every change of it.
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { experimentSchema, loadExperiment } from '../../../../src/scenario/document/index.ts';
import { changeAt, pathsOf, renameAt } from '../../../helpers/document-mutations.ts';
import { type Json, judge } from '../../../helpers/json-schema.ts';

const schema = experimentSchema as Json;

const THROUGHOUT = {
  experiment: 1,
  title: 'A question',
  note: 'And why.',
  scenario: 'kazakhstan-2022',
  set: { loyalty: 0.5, sponsor: 'gangs' },
  decide: { press: 'admit' },
  without: ['oil_falls'],
  at_baseline: true,
  runs: 100,
  seed: '7',
};

const ASKED: readonly Json[] = [
  {
    compare: { sides: ['baseline', { variant: 'v', set: { a: 1 }, without: ['b'] }], all_pairs: true },
    precision: 0.01,
  },
  {
    sweep: { over: { a: { from: 0, to: 1, values: 3 }, b: ['x', 0.5] }, outcome: 'o' },
    precision: { o: 0.01 },
  },
  { threshold: { over: { a: 'all' }, outcome: 'o', reaches: 0.5 }, variant: 'v' },
  {
    sensitivity: {
      method: 'sobol',
      design: 'saltelli',
      factors: ['a'],
      size: 8,
      second_order: true,
      outcomes: ['o'],
      measures: ['m'],
    },
  },
  { discover: { outcomes: ['o'], design: 'runs', factors: ['a'], size: 8, step: 2 } },
  { discover: { happening: 'a.b' } },
  { plan: { sides: ['v'], half: 0.1, part: 0.1, power: 0.8, difference: 0.1 } },
  { incidence: { sides: ['v'], of: ['a.b'] } },
];

const isSound = (document: Json): boolean =>
  loadExperiment('x.yaml', () => new TextEncoder().encode(stringify(document))).diagnostics.length === 0;

test.each(ASKED)('%j', (asked) => {
  const document = { ...THROUGHOUT, ...(asked as object) } as Json;
  expect([judge(schema, document), isSound(document)]).toEqual([true, true]);
  const changes: readonly ((path: ReturnType<typeof pathsOf>[number]) => Json)[] = [
    (path) => changeAt(document, path, () => undefined),
    (path) => renameAt(document, path, (key) => `${key}x`),
    ...[7, 0.3, -1, 'abc', true, [], {}].map(
      (value) =>
        (path: ReturnType<typeof pathsOf>[number]): Json =>
          changeAt(document, path, () => value),
    ),
    (path) => changeAt(document, path, (old) => [old]),
    (path) => changeAt(document, path, (old) => ({ inner: old })),
  ];
  const differing = changes.flatMap((change, i) =>
    pathsOf(document)
      .filter((path) => judge(schema, change(path)) !== isSound(change(path)))
      .map((path) => `${i} ${path.join('.')}`),
  );
  expect(differing).toEqual([]);
});

test('two questions, or none, are sound to neither', () => {
  for (const asked of [{}, { compare: {}, plan: {} }, { threshold: { over: { a: 'all' }, outcome: 'o' } }]) {
    const document = { ...THROUGHOUT, ...asked } as Json;
    expect([judge(schema, document), isSound(document)]).toEqual([false, false]);
  }
});
