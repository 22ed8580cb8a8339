// Proves that a document is LaTeX in which every text is only text: braces balance, nothing special is bare, and Debian's
// pdfLaTeX makes a page of the worst of it without an error (where it is installed).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  bullets,
  code,
  type Document,
  emphasis,
  heading,
  paragraph,
  say,
  strong,
  table,
  words,
} from '../../../../src/report/document/index.ts';
import { latexOf, latexPartOf } from '../../../../src/report/latex/index.ts';
import { oddDescription } from '../../../../src/report/odd/index.ts';
import { scenarioFromFile } from '../../../helpers/build-scenario.ts';
import { HOSTILE_WORDS } from '../../../helpers/hostile-result.ts';
import { HOSTILE, nestedChart } from '../../../helpers/nested-chart.ts';

const textOf = (text: string): string => {
  const part = latexPartOf([paragraph(say`x${words(text)}`)]);
  return part.slice(part.indexOf('\n\nx') + 3, -1);
};

describe('a text', () => {
  test.each([
    ['50 % of $5 & #1_2', '50 \\% of \\$5 \\& \\#1\\_2'],
    ['\\input{x}', '\\textbackslash{}input\\{x\\}'],
    ['a^b ~ "c"', 'a\\textasciicircum{}b \\textasciitilde{} {\\char34}c{\\char34}'],
    ['<a|b>', '\\textless{}a\\textbar{}b\\textgreater{}'],
    ["--- ''", "-{}-{}- '{}'"],
    ['Coup d’État – 4 ≤ 5 − 1', 'Coup d’État – 4 \\ensuremath{\\le} 5 \\ensuremath{-} 1'],
    ['日', '\\juncturechar{65E5}{日}'],
    ['σ', '\\ensuremath{\\sigma}'],
  ])('%s', (text, tex) => {
    expect(textOf(text)).toBe(tex);
  });

  it('may break where it has no blanks', () => {
    expect(textOf('y'.repeat(70))).toBe(
      `${'y'.repeat(30)}\\allowbreak{}${'y'.repeat(30)}\\allowbreak{}${'y'.repeat(10)}`,
    );
  });
});

/** Depth of braces over a text; escaped ones are none. Below zero or open at the end is a fault. */
function balance(tex: string): number {
  let depth = 0;
  for (let index = 0; index < tex.length; index += 1) {
    if (tex[index] === '\\') index += 1;
    else if (tex[index] === '{') depth += 1;
    else if (tex[index] === '}') {
      depth -= 1;
      if (depth < 0) return depth;
    }
  }
  return depth;
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE, '\\', '{', '}', '%', '^^', '[', '*', '~', '&&', '日本', 'ü'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test('any text leaves braces balanced and nothing special bare', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const tex = textOf(text);
      expect(balance(tex)).toBe(0);
      // Commands, escapes and what stands for strange characters are ours; the rest must be harmless.
      const rest = tex.replaceAll(
        /\\juncturechar\{[0-9A-F]+\}\{[^{}]*\}|\\[a-zA-Z]+(?:\{\}|34)?|\\[{}$&#%_^]/g,
        '',
      );
      expect(rest).not.toMatch(/[\\$&#%_^~]/);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('rows of a table cannot begin with what LaTeX takes for an option', () => {
  const part = latexPartOf([
    table(
      'Caption',
      ['A', 'B>'],
      [
        [['[1] x'], ['1']],
        [['*'], ['2']],
      ],
    ),
  ]);
  expect(part).toContain('\\endfoot\n{}[1] x & 1 \\\\\n{}* & 2 \\\\\n');
  expect(part).toContain('\\endfirsthead');
  for (const rule of ['\\toprule', '\\midrule', '\\bottomrule']) expect(part).toContain(rule);
});

function everything(texts: readonly string[]): Document {
  return [
    heading(1, words(texts.join(' '))),
    ...texts.flatMap((text) => [
      heading(2, words(text)),
      paragraph(say`${strong(text)} ${emphasis(text)} ${code(text)} ${words(text)}`),
      bullets([words(text), words(text)]),
      table(text, ['A', 'B>', text.slice(0, 40)], [[words(text), ['1'], [code(text)]]]),
    ]),
    { kind: 'verbatim', text: 'a --b "c"\n[d]' },
    { kind: 'figure', file: 'x.svg', caption: texts[0] ?? '' },
  ] as Document;
}

const TEX = ['pdflatex', 'kpsewhich'].every((name) => spawnSync(name, ['--version']).error === undefined);
const READY = TEX && spawnSync('kpsewhich', ['booktabs.sty'], { encoding: 'utf8' }).stdout.trim() !== '';

/** Faults that TeX reports for a whole document. */
function faultsOf(tex: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'juncture-tex-'));
  try {
    writeFileSync(join(folder, 'a.tex'), tex);
    spawnSync('pdflatex', ['-interaction=nonstopmode', '-draftmode', 'a.tex'], {
      cwd: folder,
      timeout: 60_000,
    });
    const log = existsSync(join(folder, 'a.log'))
      ? readFileSync(join(folder, 'a.log'), 'latin1')
      : '! no log';
    return log.split('\n').filter((line) => line.startsWith('!'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!READY)('pdfLaTeX (skipped where it or booktabs is not installed)', () => {
  it('makes pages of hostile texts without an error', () => {
    expect(
      faultsOf(latexOf(everything([...HOSTILE, ...HOSTILE_WORDS].filter((text) => text !== '')))),
    ).toEqual([]);
  });

  it('makes the description of the founding case, formulae and all', () => {
    const scenario = scenarioFromFile('scenarios/kazakhstan-2022.yaml');
    expect(
      faultsOf(
        latexOf(oddDescription({ scenario, named: 'x', version: '0', promises: null, companions: [] })),
      ),
    ).toEqual([]);
  });

  it('makes the description of a scenario whose labels are hostile', () => {
    const scenario = nestedChart(HOSTILE.join(' '));
    expect(
      faultsOf(
        latexOf(oddDescription({ scenario, named: 'x', version: '0', promises: null, companions: [] })),
      ),
    ).toEqual([]);
  });

  it('finds a text that is not escaped', () => {
    expect(faultsOf(latexOf([paragraph(['x'])]).replace('x\n', 'a_b & c\n'))).not.toEqual([]);
  });
});
