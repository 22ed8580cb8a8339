// Proves: laws of merging and of positions that hold for any documents.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, Scalar, stringify } from 'yaml';
import { load, MINIMAL, nodeAt, plain } from '../../../helpers/document.ts';
import { changeAt, pathsOf } from '../../../helpers/document-mutations.ts';
import type { Json } from '../../../helpers/json-schema.ts';

const text = readFileSync('test/fixtures/fuel-prices.yaml', 'utf8');
const example = parse(text) as Json;
const paths = pathsOf(example);
const whole = plain(load(text).root);

const merged = (top: Json, base = text): unknown => {
  const files = { 'top.yaml': stringify({ ...(top as object), extends: './base.yaml' }), 'base.yaml': base };
  const { root, diagnostics } = load(files);
  expect(diagnostics).toEqual([]);
  return plain(root);
};

/** Paths that do not go through a list: lists are replaced whole. */
const ofKeys = paths.filter((path) => path.every((key) => typeof key === 'string'));

/** Only what lies on the way to some values. */
function only(chosen: readonly (readonly (string | number)[])[]): Json {
  const keep = (value: Json, path: readonly (string | number)[]): Json => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value).filter(([key]) =>
      chosen.some((one) => [...path, key].every((part, i) => i >= one.length || one[i] === part)),
    );
    return Object.fromEntries(entries.map(([key, inner]) => [key, keep(inner as Json, [...path, key])]));
  };
  return keep(example, []);
}

test('any part of a file laid over the file changes nothing', () => {
  // A distribution is replaced whole, so a part of one is another distribution.
  const safe = ofKeys.filter(
    (path) => !path.slice(0, -1).some((key) => key === 'distribution' || key === 'after'),
  );
  fc.assert(
    fc.property(fc.subarray(safe, { maxLength: 12 }), (chosen) => {
      expect(merged(only(chosen))).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test('what is taken out by null is what the file would be without it', () => {
  const removable = ofKeys.filter(
    (path) => load(stringify(changeAt(example, path, () => undefined))).diagnostics.length === 0,
  );
  expect(removable.length).toBeGreaterThan(50);
  fc.assert(
    fc.property(fc.constantFrom(...removable), (path) => {
      const top = path.reduceRight<Json>((inner, key) => ({ [key]: inner }), null);
      const without = plain(load(stringify(changeAt(example, path, () => undefined))).root);
      expect(merged(top)).toEqual(without);
    }),
    { numRuns: 60 },
  );
});

test('a chain of files is the same as merging them one by one', () => {
  const number = fc.integer({ min: 0, max: 9 });
  const layer = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.record({ baseline: number, note: number }, { requiredKeys: ['baseline'] }),
  );
  fc.assert(
    fc.property(layer, layer, layer, (one, two, three) => {
      const file = (parameters: object, base: string): string => stringify({ extends: base, parameters });
      const base = `${MINIMAL}${stringify({ parameters: one })}`;
      const chain = load({ 'c.yaml': file(three, 'b.yaml'), 'b.yaml': file(two, 'a.yaml'), 'a.yaml': base });
      const expected: Record<string, object> = {};
      for (const parameters of [one, two, three]) {
        for (const [key, value] of Object.entries(parameters)) expected[key] = { ...expected[key], ...value };
      }
      const entries = Object.entries(expected).map(([key, value]) => [key, Object.entries(value)]);
      expect(plain(nodeAt(chain.root, ['parameters']))).toEqual(entries);
    }),
    { numRuns: 60 },
  );
});

test('a pattern is the same as its entries written out', () => {
  const members = fc.uniqueArray(fc.constantFrom('police', 'army', 'guard', 'navy'), { minLength: 1 });
  fc.assert(
    fc.property(members, fc.integer({ min: 0, max: 9 }), (service, baseline) => {
      const pattern = {
        sets: { service },
        parameters: { '{service}_pay': { baseline, label: 'Pay of {service}' } },
      };
      const written = {
        parameters: Object.fromEntries(
          service.map((one) => [`${one}_pay`, { baseline, label: `Pay of ${one}` }]),
        ),
      };
      expect(plain(load(MINIMAL + stringify(pattern)).root)).toEqual(
        plain(load(MINIMAL + stringify(written)).root),
      );
    }),
    { numRuns: 60 },
  );
});

test('letters of any scalar stand where they map to, in every style', () => {
  const style = fc.constantFrom(
    Scalar.PLAIN,
    Scalar.QUOTE_DOUBLE,
    Scalar.QUOTE_SINGLE,
    Scalar.BLOCK_LITERAL,
    Scalar.BLOCK_FOLDED,
  );
  const content = fc.string({ unit: fc.constantFrom(...'ab c\n"\'\\é😀:#'), minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(content, style, fc.boolean(), (value, type, narrow) => {
      const scalar = new Scalar(value);
      scalar.type = type;
      const written = stringify({ title: scalar }, { lineWidth: narrow ? 20 : 80 });
      const node = nodeAt(load(MINIMAL + written).root, ['title']);
      // Some texts of signs and blanks are written so that they do not read the same: no case of ours.
      fc.pre(node?.kind === 'scalar' && node.text === value);
      if (node?.kind !== 'scalar') return;
      let last = 0;
      for (let index = 0; index < value.length; index++) {
        const offset = node.offsetAt(index);
        expect(offset).toBeGreaterThanOrEqual(last);
        last = offset;
        if (/[abcé:#]/.test(value[index]!) && !written.includes('\\x')) {
          expect([value[index], node.origin.source.text[offset]]).toEqual([value[index], value[index]]);
        }
      }
    }),
    { numRuns: 300 },
  );
});
