// Proves: what is no text, or too much of it, is told as such, with the place of the first bad byte.
import { expect, test } from 'vitest';
import { load, MINIMAL } from '../../../helpers/document.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

const told = (content: Uint8Array): unknown =>
  load({ 'test.yaml': content }).diagnostics.map(({ code, span }) => [code, span?.start ?? null]);

test.each([
  ['a lone continuation byte', bytes('a: ', [0x80], '\n'), 3],
  ['Latin-1 for é', bytes('title: caf', [0xe9], '\n'), 10],
  ['an overlong slash', bytes('ä: ', [0xc0, 0xaf]), 3],
  ['a surrogate', bytes('a: ', [0xed, 0xa0, 0x80]), 3],
  ['a character above U+10FFFF', bytes('😀: ', [0xf4, 0x90, 0x80, 0x80]), 4],
  ['a character cut off at the end', bytes('a: ', [0xe2, 0x82]), 3],
])('%s is not UTF-8', (_, content, start) => {
  expect(told(content)).toEqual([['not-utf8', start]]);
});

test('UTF-16 is told as such, with or against the byte order', () => {
  expect(told(bytes([0xff, 0xfe], [0x61, 0, 0x3a, 0]))).toEqual([['not-utf8', null]]);
  expect(told(bytes([0xfe, 0xff], [0, 0x61, 0, 0x3a]))).toEqual([['not-utf8', null]]);
});

test('zero bytes make a file binary', () => {
  expect(told(bytes([0x7f], 'ELF', [2, 1, 1, 0, 0]))).toEqual([['binary-file', null]]);
});

test('a control character is refused where it stands, and never reaches a diagnostic', () => {
  const { diagnostics } = load({ 'test.yaml': bytes('title: \u001b[2Jx\n') });
  expect(diagnostics.map(({ code, span }) => [code, span?.start])).toEqual([['binary-file', 7]]);
  expect(diagnostics[0]!.source!.text).not.toContain('\u001b');
});

test('a carriage return ends a line only together with a line feed', () => {
  expect(load(MINIMAL.replaceAll('\n', '\r\n')).diagnostics).toEqual([]);
  expect(told(bytes('a: 1\rb: 2\n'))).toEqual([['binary-file', 4]]);
});

test('a byte order mark is not part of the first key', () => {
  const { root, diagnostics } = load(`\ufeff${MINIMAL}`);
  expect(diagnostics).toEqual([]);
  expect(root?.entries[0]?.key).toBe('juncture');
});

test('10 MB are refused without being read, in no time', () => {
  const content = new Uint8Array(10_000_000).fill(0x5b);
  const begin = performance.now();
  expect(told(content)).toEqual([['file-too-large', null]]);
  expect(performance.now() - begin).toBeLessThan(500);
});

test('a file of exactly the limit is read', () => {
  const comment = `# ${'x'.repeat(1_000_000 - MINIMAL.length - 3)}\n`;
  expect(load(`${comment}${MINIMAL}`).diagnostics).toEqual([]);
  expect(told(bytes(`#${comment}${MINIMAL}`))).toEqual([['file-too-large', null]]);
});

test('a file that is not there', () => {
  expect(load({}).diagnostics.map(({ code }) => code)).toEqual(['file-missing']);
});
