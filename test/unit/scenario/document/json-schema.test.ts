// Proves: the shipped JSON Schema and the structural check judge alike, on the page's example and thousands of changes of it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { placeEntries } from '../../../../src/scenario/document/before.ts';
import { type DocumentNode, type MapNode, scenarioSchema } from '../../../../src/scenario/document/index.ts';
import { gather } from '../../../../src/scenario/document/report.ts';
import { structsOf } from '../../../../src/scenario/document/shapes/places.ts';
import { scenario } from '../../../../src/scenario/document/shapes/scenario.ts';
import { validate } from '../../../../src/scenario/document/validate.ts';
import { load } from '../../../helpers/document.ts';
import { changeAt, pathsOf, renameAt } from '../../../helpers/document-mutations.ts';
import { type Json, judge } from '../../../helpers/json-schema.ts';

const schema = scenarioSchema as Json;
const example = parse(readFileSync('test/fixtures/fuel-prices.yaml', 'utf8')) as Json;

/** Every kind of key the example lacks. */
const MORE: Json = {
  juncture: 1,
  time: { start: '2022-01-02T06:00', step: '6 hours', horizon: '2 weeks' },
  parameters: {
    a: { baseline: 1, distribution: { pert: [0, 2] }, source: ['assumption', 'x#p. 2'] },
    b: { baseline: 1, distribution: { normal: { sd: 1 } } },
    c: { baseline: 1, distribution: { lognormal: { median: 1, sigma: 2 } } },
    d: { baseline: 1, distribution: { beta: { alpha: 1, beta: 2 } } },
    e: { baseline: 1, distribution: { choice: [{ value: 1, weight: 2 }] } },
  },
  variables: { v: { initial: 1, next: 'v', bounds: [null, 3] } },
  regions: {
    r: {
      initial: 's',
      stages: {
        s: {
          initial: 't',
          exit: { set: { v: 1 } },
          next: { v: 2 },
          per_day: { w: 2 },
          stages: { t: {}, u: {} },
          transitions: {
            f: { to: ['t', 'q.x'], every: { exponential: { mean: 2 } }, while: true },
            g: { after: { gamma: { mean: 2, sd: 1 } } },
            h: { after: { weibull: { shape: 2, scale: 1 } } },
            i: { after: 'a + 1' },
          },
        },
      },
    },
  },
  decisions: { k: { ask: { day: 2, while: 'v > 1' }, options: { l: {} } } },
  shocks: { m: { every: '3 days', repeats: false, to: 'r.s' } },
  measures: {
    o: { count: 'r.f' },
    p: { day_of_max: 'v' },
    q: { last_day: 'r.s.t' },
    z: { total: 1 },
    w: { mean: 1 },
  },
  timeline: {
    s: { day: [2, 3], what: 'x', measure: 'o', value: 2, range: [1, 3], contested: true },
    t: { date: ['2022-01-03', '2022-01-04'] },
  },
  variants: {
    u: { decide: { k: { option: 'l', from: '2022-01-03', until: '2022-01-04' } }, initial: { r: 's' } },
  },
  expect: {
    v: { outcome: ['a', 'b'], probability: '1/6', within: 0.01 },
    w: { outcome: { not: 'a' }, more_likely_than: ['u', 'x'] },
    x: { measure: 'o', quantiles: { '0.1': [8, 14], '0.9': [16, 60] } },
    z: { happening: 'r.f', within: '3 days of r.g', between: [0, 1], given: 'times(r.f) > 0' },
    a: { timeline: 'all', inside: 0.8 },
    b: { log_odds: ['a', 'b'], per: { loyalty: [0.3, 0.8] }, between: [-5, -1] },
    c: { odds_ratio: 'a', variant: 'u', against: 'x', at_least: 1, at_most: 2 },
    d: { odds_ratio: 'a', decide: { k: 'l' }, against: { k: 'l' }, between: [1, 2] },
    e: { outcome: 'each', probability: 0.5 },
    f: { measure: 'o', mean: [1, 2] },
  },
};

const source = { name: 'test.yaml', text: '' };
const origin = { source, span: { start: 0, end: 0 } };

/** The document as the parser would give it, without writing and reading thousands of files. */
function nodeOf(value: Json): DocumentNode {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(nodeOf), origin };
  if (typeof value !== 'object' || value === null) {
    return { kind: 'scalar', value: value as string, text: String(value ?? ''), origin, offsetAt: () => 0 };
  }
  const entries = Object.entries(value).map(([key, inner]) => ({
    key,
    keyOrigin: origin,
    value: nodeOf(inner as Json),
  }));
  return { kind: 'map', entries, origin };
}

/** What the structural check says of a file of its own (one that extends nothing and has no sets). */
function isSound(document: Json): boolean {
  const { report, found } = gather();
  const placed = placeEntries(nodeOf(document) as MapNode, scenario, { report, spread: true });
  validate(placed, scenario, { report, sets: [] });
  return found.length === 0;
}

/** Patterns of durations and dates are the schema's help for editors; the parser leaves them to the check of meaning. */
const withoutSpelling = JSON.parse(
  JSON.stringify(schema, (_, value) =>
    typeof value?.pattern === 'string' && /hour|T\[0-9\]/.test(value.pattern) ? { type: 'string' } : value,
  ),
) as Json;

describe.each([
  ['the page’s example', example],
  ['everything else', MORE],
])('%s', (_, document) => {
  test('is sound to both', () => {
    expect(load(stringify(document)).diagnostics).toEqual([]);
    expect(judge(schema, document)).toBe(true);
  });

  const paths = pathsOf(document);
  const changes: readonly (readonly [string, (path: (typeof paths)[number]) => Json])[] = [
    ['taken out', (path) => changeAt(document, path, () => undefined)],
    ['renamed', (path) => renameAt(document, path, (key) => `${key}x`)],
    ['with a capital', (path) => renameAt(document, path, (key) => key.toUpperCase())],
    ['as a number', (path) => changeAt(document, path, () => 7)],
    ['as text', (path) => changeAt(document, path, () => 'abc')],
    ['as yes or no', (path) => changeAt(document, path, () => true)],
    ['as nothing', (path) => changeAt(document, path, () => null)],
    ['as an empty list', (path) => changeAt(document, path, () => [])],
    ['as an empty mapping', (path) => changeAt(document, path, () => ({}))],
    ['in a list', (path) => changeAt(document, path, (old) => [old])],
    ['in a mapping', (path) => changeAt(document, path, (old) => ({ inner: old }))],
    [
      'with an entry more',
      (path) =>
        changeAt(document, path, (old) =>
          Array.isArray(old) ? [...old, 1] : typeof old === 'object' ? { ...old, when: 'x > 1' } : old,
        ),
    ],
  ];

  test.each(changes)('%s: every value in turn, judged alike', (name, change) => {
    const differing = paths.filter((path) => {
      const changed = change(path);
      return judge(withoutSpelling, changed) !== isSound(changed);
    });
    expect(differing.map((path) => path.join('.'))).toEqual([]);
    expect(name).not.toBe('');
  });
});

describe('files that are parts', () => {
  test.each([
    [
      'extending',
      { extends: './base.yaml', parameters: { a: null, b: { range: [0, 1] } }, variables: null },
      true,
    ],
    ['placing', { extends: './base.yaml', shocks: { a: { before: 'b' } } }, true],
    [
      'with sets',
      {
        ...(example as object),
        sets: { s: ['a', 'b'] },
        auxiliaries: { 'x_{s}': 'sum(y_{s})', x_a: { label: 'A' } },
      },
      true,
    ],
    ['with a bad key', { extends: './base.yaml', paramters: {} }, false],
    ['with a bad name', { extends: './base.yaml', parameters: { A: {} } }, false],
    ['with two triggers', { extends: './base.yaml', shocks: { a: { hazard: 1, when: 'x > 1' } } }, false],
    ['changing a trigger', { extends: './base.yaml', shocks: { a: { hazard: null, when: 'x > 1' } } }, true],
    ['null without a base', { ...(example as object), variables: null }, false],
  ])('%s', (_, document, expected) => {
    expect(judge(schema, document as Json)).toBe(expected);
  });
});

test('durations and dates are spelled as on the page', () => {
  const withTime = (time: object): Json => ({ ...(example as object), time }) as Json;
  const good = { start: '2022-01-02', step: '1 day', horizon: '30 days' };
  expect(judge(schema, withTime({ ...good, step: '1.5 hours', horizon: '3 weeks' }))).toBe(true);
  expect(judge(schema, withTime({ ...good, step: '1 fortnight' }))).toBe(false);
  expect(judge(schema, withTime({ ...good, start: '2022-01-02T18:00Z' }))).toBe(false);
});

test('every key of every shape is in the schema, with words for editors', () => {
  const definitions = scenarioSchema.$defs as Record<
    string,
    { properties?: Record<string, { description: string }> }
  >;
  for (const shape of structsOf(scenario)) {
    for (const id of [shape.id, `part_of_${shape.id}`]) {
      const properties = definitions[id]?.properties ?? {};
      for (const key of shape.keys.keys())
        expect(properties[key]?.description, `${id}.${key}`).toMatch(/^[A-Z].*\.$/s);
      expect(Object.keys(properties).length, id).toBe(shape.keys.size + (shape.entry ? 1 : 0));
    }
  }
});

test('no two shapes share a name', () => {
  const ids = structsOf(scenario).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
