// Proves that a captured terminal becomes a well-formed picture with every letter, colour and block in its place.
import { describe, expect, test } from 'vitest';
import { terminalSvg } from '../../../src/report/index.ts';

const ESC = String.fromCharCode(27);
const picture = (text: string, columns = 10, rows = 3) =>
  terminalSvg(text, { columns, rows, title: 'a & b <c>' });

/** Tags must nest: a picture that does not parse shows nothing at all. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  for (const [, closing, name, selfClosing] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
    if (closing === '/') expect(open.pop()).toBe(name);
    else if (selfClosing !== '/') open.push(name!);
  }
  expect(open).toEqual([]);
  expect(svg.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
}

describe('terminalSvg', () => {
  test('is well formed, whatever was captured', () => {
    for (const text of ['', 'a<b>&"c', `${ESC}[1;31mx${ESC}[0m`, `${ESC}]0;t\u0007`, '█▓▒░├┿┤', '日本']) {
      expectWellFormed(picture(text));
    }
  });

  test('the title is said to those who cannot see it', () => {
    expect(picture('')).toContain('role="img" aria-label="a &amp; b &lt;c&gt;"');
    expect(picture('')).toContain('<title>a &amp; b &lt;c&gt;</title>');
  });

  test('letters of one style are one text, placed by their column and held to the grid', () => {
    expect(picture(`ab ${ESC}[1mcd${ESC}[22m`)).toMatch(
      /<text x="39.2" [^>]*textLength="16.8"[^>]*font-weight="bold">cd<\/text>/,
    );
  });

  test('no text begins or ends with a space or holds a wide gap, which viewers stretch or drop', () => {
    const svg = picture('  ab   c d  \n   \n e', 12);
    expect(
      [...svg.matchAll(/<text x="([\d.]+)"[^>]*textLength="([\d.]+)"[^>]*>([^<]*)</g)].map(
        ([, ...all]) => all,
      ),
    ).toEqual([
      ['30.8', '16.8', 'ab'],
      ['72.8', '25.2', 'c d'],
      ['22.4', '8.4', 'e'],
    ]);
  });

  test.each([
    ['16 colours', `${ESC}[31mx`, '#d55e00'],
    ['bright ones', `${ESC}[93mx`, '#f0e442'],
    ['256 colours', `${ESC}[38;5;214mx`, '#ffaf00'],
    ['greys', `${ESC}[38;5;246mx`, '#949494'],
    ['any colour', `${ESC}[38;2;1;2;3mx`, '#010203'],
  ])('%s', (_, text, colour) => {
    expect(picture(text)).toMatch(new RegExp(`<text [^>]*fill="${colour}"[^>]*>x</text>`));
  });

  test('grounds and inverse are boxes behind the letters', () => {
    expect(picture(`${ESC}[48;2;9;9;9mab`)).toMatch(
      /<rect x="14" y="44" width="16.8" height="17" fill="#090909"\/>/,
    );
    expect(picture(`${ESC}[7mx`)).toMatch(
      /<rect [^>]*fill="#d6d9e0"\/>[\s\S]*<text [^>]*fill="#16181d"[^>]*>x</,
    );
  });

  test('blocks and lines are shapes, neighbours drawn as one', () => {
    const svg = picture('██▌──');
    expect(svg).toContain('<rect x="14" y="44" width="16.8" height="17" fill="#d6d9e0"/>');
    expect(svg).toContain('<rect x="30.8" y="44" width="4.2" height="17" fill="#d6d9e0"/>');
    expect(svg).toMatch(/<rect x="39.2" y="51.9\d?" width="16.8"/);
    expect(svg).not.toMatch(/>[█▌─]+</);
  });

  test('what is beyond the size is cut off', () => {
    const svg = picture('abcdefghijKLM\n\n\nunseen', 10, 3);
    expect(svg).toContain('>abcdefghij<');
    expect(svg).not.toContain('unseen');
  });

  test('a style goes on over the end of a line', () => {
    expect(picture(`${ESC}[31ma\nb${ESC}[0m`)).toMatch(/fill="#d55e00">b</);
  });
});
