// Proves that a document is Markdown in which every text is only text: undone by CommonMark's own rule for backslashes it is
// the text again, and nothing of it can begin a list, a table's cell, a link, a formula or HTML.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  bullets,
  code,
  emphasis,
  heading,
  paragraph,
  say,
  table,
  words,
} from '../../../../src/report/document/index.ts';
import { markdownOf } from '../../../../src/report/markdown/index.ts';
import { HOSTILE } from '../../../helpers/nested-chart.ts';

/** What a reader of CommonMark shows of a line of plain text: section 2.4, backslashes before ASCII punctuation go. */
const shown = (markdown: string): string =>
  markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('\u2060', '');

const paragraphOf = (text: string): string => markdownOf([paragraph(words(text))]).trimEnd();

describe('a text', () => {
  test.each([
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[a](javascript:alert(1))', '\\[a\\](javascript:alert(1))'],
    ['![a](x.png)', '!\\[a\\](x.png)'],
    ['https://a.b www.a.b', 'https\\://a.b www\\.a.b'],
    ['mailto:a@b.c', 'mailto\\:a@\u2060b.c'],
    ['&lt; & &#60;', '\\&lt; & &\\#60;'],
    ['$x$ and a_b*c*', '\\$x\\$ and a\\_b\\*c\\*'],
    ['- a', '\\- a'],
    ['12. a', '12\\. a'],
    ['12) a', '12\\) a'],
    ['# a', '\\# a'],
    ['> a', '\\> a'],
    ['=== a', '\\=== a'],
    ['a | b \\', 'a \\| b \\\\'],
    ['~~~ a', '\\~\\~\\~ a'],
    ['a\n\n# b\n- c', 'a \\# b - c'],
    ['the `loyalty` of all', 'the `loyalty` of all'],
    ['a ` alone', 'a \\` alone'],
    ['\u202eabc\u200b', 'abc'],
  ])('%s', (text, markdown) => {
    expect(paragraphOf(text)).toBe(markdown);
  });

  it('of ten thousand letters is there to the last', () => {
    expect(paragraphOf('x'.repeat(10_000))).toHaveLength(10_000);
  });
});

/** Marks that would mean something: not behind a backslash, not in a code span. */
const bare = (markdown: string): string =>
  markdown.replaceAll(/\\[!-/:-@[-`{-~]/g, 'e').replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');

const hostile = fc
  .array(
    fc.oneof(fc.constantFrom(...HOSTILE, '\\|', '``', '://', '@', '1.', '- ', '#', 'www.'), fc.string()),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test('any text, undone, is itself, and no mark of it is bare', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const plain = text.replaceAll('`', '');
      const markdown = paragraphOf(plain);
      expect(shown(markdown)).toBe(words(plain).join('').trim());
      expect(markdown).not.toMatch(/\n/);
      expect(bare(markdown)).not.toMatch(/[`*_[\]<>|~$#\\]|:\/\/|^\s*(?:[-+=]|\d{1,9}[.)]\s)/);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('every row of a table has as many cells as its head, whatever is in them', () => {
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      const rows = [[words(one), [code(other)], [emphasis(one)]]];
      const lines = markdownOf([table('A caption', ['A', 'B>', 'C'], rows)])
        .trimEnd()
        .split('\n')
        .slice(2);
      expect(lines).toHaveLength(3);
      expect(lines[1]).toBe('| --- | ---: | --- |');
      // Section 4.10 of GFM: a bar ends a cell wherever it stands, but not behind a backslash.
      const bars = lines[2]!.replaceAll('\\\\', '').replaceAll('\\|', '').match(/\|/g) ?? [];
      expect(bars).toHaveLength(4);
    }),
    { seed: 6, numRuns: 500 },
  );
});

it('has headings, lists, formulae and pictures in the forms of GitHub and GitLab', () => {
  const markdown = markdownOf([
    heading(2, ['1. A heading']),
    bullets([['one'], ['- two']]),
    { kind: 'list', ordered: true, items: [['first'], ['second']] },
    { kind: 'formula', tex: 'x^2' },
    { kind: 'verbatim', text: 'juncture ```' },
    { kind: 'figure', file: 'a b(1).svg', caption: 'What [is] seen' },
    paragraph(say`see ${{ kind: 'link', url: 'https://doi.org/10.1/x' }}`),
  ]);
  expect(markdown).toBe(
    [
      '## 1. A heading',
      '- one\n- \\- two',
      '1. first\n2. second',
      '```math\nx^2\n```',
      '````text\njuncture ```\n````',
      '![What \\[is\\] seen](<a%20b(1).svg>)',
      '*What \\[is\\] seen*',
      'see <https://doi.org/10.1/x>\n',
    ].join('\n\n'),
  );
});
