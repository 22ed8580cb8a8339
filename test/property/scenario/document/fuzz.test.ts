// Proves: no text, however broken, makes loading throw, hang or answer twice differently; every finding has a place in the text.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODES } from '../../../../src/diagnostics/index.ts';
import type { DocumentNode, LoadedDocument } from '../../../../src/scenario/document/index.ts';
import { load, plain } from '../../../helpers/document.ts';

const example = readFileSync('test/fixtures/fuel-prices.yaml', 'utf8');
const parts = `extends: ./base.yaml
sets: { service: [police, army] }
parameters:
  "{service}_pay": { baseline: 1, before: loyalty }
  army_pay: { baseline: 2, label: "{service}" }
  patience: null
auxiliaries: { growth: "sum({service}_pay) + min(1, {service}_pay)" }
regions: { street: { stages: { talks: { transitions: { walk_out: { when: "anger > 1" } } } } } }
`;

/** Much longer than any small text takes, on any machine that is busy with other work. */
const LONGEST_MS = 5000;

function holdsToItsWord(files: Record<string, string | Uint8Array>): void {
  const begin = performance.now();
  const loaded = load(files);
  expect(performance.now() - begin).toBeLessThan(LONGEST_MS);
  for (const { code, message, mend, source, span } of loaded.diagnostics) {
    expect(CODES).toHaveProperty(code);
    expect(message.trim()).not.toBe('');
    expect(mend.trim()).not.toBe('');
    if (span === null) continue;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.start).toBeLessThanOrEqual(span.end);
    expect(span.end).toBeLessThanOrEqual(source!.text.length);
  }
  if (loaded.root === null) expect(loaded.diagnostics.length).toBeGreaterThan(0);
  else standsInItsFiles(loaded.root);
  expect(told(load(files))).toEqual(told(loaded));
}

const told = ({ root, diagnostics }: LoadedDocument): unknown => [
  plain(root),
  diagnostics.map(({ code, message, span }) => [code, message, span]),
];

function standsInItsFiles(node: DocumentNode): void {
  const { source, span } = node.origin;
  expect(span.end).toBeLessThanOrEqual(source.text.length);
  if (node.kind === 'list') for (const item of node.items) standsInItsFiles(item);
  if (node.kind === 'map') for (const { value } of node.entries) standsInItsFiles(value);
  if (node.kind !== 'scalar') return;
  for (let index = 0; index <= node.text.length; index++) {
    const offset = node.offsetAt(index);
    if (!(offset >= 0 && offset <= source.text.length))
      throw new Error(`offset ${offset} of ${source.text.length}`);
  }
}

type Edit = (text: string) => string;
const place = fc.double({ min: 0, max: 1, noNaN: true });
const bit = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    ',',
    '-',
    '- ',
    '#',
    '&a ',
    '*a',
    '!x ',
    '|',
    '>',
    '"',
    "'",
    '\\',
    '\n',
    '\n  ',
    '\t',
    '%',
    '@',
    '<<: ',
    '? ',
  ],
  ...[
    '---\n',
    '...\n',
    'null',
    '~',
    '{service}',
    'sum(',
    '__proto__',
    'constructor',
    'before: ',
    'extends: ',
    'sets: ',
    '1e999',
    '.nan',
    '\u0000',
    '\u001b[2J',
  ],
  ...[
    '0x1F',
    '\ud800',
    '😀',
    '\ufeff',
    '\r',
    '\u2028',
    'toString',
    '$' + '{x}',
    'hazard: 1',
    'when: x',
    'date: 2022-01-03',
  ],
);

const at = (text: string, where: number): number => Math.floor(where * text.length);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, bit).map(
    ([where, what]): Edit =>
      (text) =>
        text.slice(0, at(text, where)) + what + text.slice(at(text, where)),
  ),
  fc.tuple(place, fc.nat(40)).map(
    ([where, length]): Edit =>
      (text) =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  ),
  fc.tuple(place, place).map(
    ([a, b]): Edit =>
      (text) =>
        swapLines(text, a, b),
  ),
  fc.tuple(place, place).map(
    ([a, b]): Edit =>
      (text) =>
        swapWords(text, a, b),
  ),
  place.map(
    (where): Edit =>
      (text) =>
        doubleLine(text, where),
  ),
  place.map(
    (where): Edit =>
      (text) =>
        text.slice(0, at(text, where)),
  ),
);

function swapLines(text: string, a: number, b: number): string {
  return swap(text.split('\n'), a, b).join('\n');
}

function swapWords(text: string, a: number, b: number): string {
  return swap(text.split(/\b/), a, b).join('');
}

function swap(list: readonly string[], a: number, b: number): readonly string[] {
  const [first, second] = [Math.floor(a * (list.length - 1)), Math.floor(b * (list.length - 1))];
  return list.map((item, index) =>
    index === first ? list[second]! : index === second ? list[first]! : item,
  );
}

function doubleLine(text: string, where: number): string {
  const lines = text.split('\n');
  const line = Math.floor(where * lines.length);
  return lines.toSpliced(line, 0, lines[line] ?? '').join('\n');
}

const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
const apply = (text: string, list: readonly Edit[]): string =>
  list.reduce((current, one) => one(current), text);

test('the page’s example with a few slips', () => {
  fc.assert(
    fc.property(edits, (list) => holdsToItsWord({ 'test.yaml': apply(example, list) })),
    { numRuns: 150 },
  );
});

test('a file that extends another, with slips in both', () => {
  fc.assert(
    fc.property(edits, fc.array(edit, { maxLength: 2 }), (top, base) =>
      holdsToItsWord({ 'top.yaml': apply(parts, top), 'base.yaml': apply(example, base) }),
    ),
    { numRuns: 150 },
  );
});

test('any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => holdsToItsWord({ 'test.yaml': bytes })),
    { numRuns: 300 },
  );
});

test('any heap of YAML’s signs', () => {
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 60 }), (bits) => holdsToItsWord({ 'test.yaml': bits.join('') })),
    { numRuns: 400 },
  );
});

test('bytes changed in the example', () => {
  const bytes = new TextEncoder().encode(example);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
      (changes) => {
        const changed = bytes.slice();
        for (const [index, byte] of changes) changed[index] = byte;
        holdsToItsWord({ 'test.yaml': changed });
      },
    ),
    { numRuns: 100 },
  );
});
