// Proves: every character of a scalar is found again in the file, whatever quotes, escapes and folds it was written with.
import { expect, test } from 'vitest';
import { load, MINIMAL, nodeAt } from '../../../helpers/document.ts';

/** The file's text at each character of `title`; what YAML made is shown as what stands there. */
function sourcesOf(written: string): readonly (readonly [string, string])[] {
  const { root } = load(`${MINIMAL}title: ${written}\n`);
  const node = nodeAt(root, ['title']);
  if (node?.kind !== 'scalar') throw new Error('no title');
  const { text } = node.origin.source;
  return node.text.split('').map((character, index) => [character, text[node.offsetAt(index)]!] as const);
}

/** Characters that do not stand at the place they map to. */
const made = (written: string): readonly string[] =>
  sourcesOf(written)
    .filter(([character, source]) => character !== source)
    .map((pair) => pair.join(''));

test.each([
  ['plain', 'crowd + 1'],
  ['plain with blanks', 'crowd   +  1'],
  ['double quotes', '"crowd + 1"'],
  ['single quotes', "'crowd + 1'"],
  ['a quote in single quotes', "'it''s (1 + ''x'')'"],
  ['a literal block', '|\n  crowd\n    + 1\n\n  - 2'],
  ['a block without its last line end', '|-\n  crowd\n  + 1'],
  ['emoji', '"😀 crowd 😀😀 + 1"'],
])('%s: all stand where they map to', (_, written) => {
  expect(made(written)).toEqual([]);
});

test.each([
  ['plain over lines', 'crowd\n  + 1\n  + 2', [' \n', ' \n']],
  ['double quotes over lines', '"crowd\n  + 1"', [' \n']],
  ['an escaped line end', '"cro\\\n   wd + 1"', []],
  ['a folded block', '>-\n  crowd\n  + 1', [' \n']],
  [
    'escapes',
    '"a\\tb\\u0041\\x41\\"c\\\\d\\U0001F600e"',
    ['\t\\', 'A\\', 'A\\', '"\\', '\ud83d\\', '\ude00\\'],
  ],
])('%s: only what YAML makes maps to where it was made', (_, written, expected) => {
  expect(made(written)).toEqual(expected);
});

test('the end of the content maps behind its last character', () => {
  const { root } = load(`${MINIMAL}title: "ab\\n"\n`);
  const node = nodeAt(root, ['title']);
  if (node?.kind !== 'scalar') throw new Error('no title');
  expect(node.offsetAt(3)).toBe(node.origin.span.end - 1);
  expect(node.offsetAt(99)).toBe(node.offsetAt(3));
  expect(node.offsetAt(-1)).toBe(node.offsetAt(0));
});
