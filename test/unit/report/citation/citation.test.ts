// Proves that a scenario's sources are read as references only where they are written as such, and that CITATION.cff and
// the BibTeX file are what the Citation File Format 1.2.0 and BibTeX demand, whatever the texts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { bibliography, citationFile } from '../../../../src/report/citation/index.ts';
import { referenceOf } from '../../../../src/report/citation/reference.ts';
import type { Scenario } from '../../../../src/scenario/index.ts';
import { scenarioFrom, scenarioFromFile } from '../../../helpers/build-scenario.ts';
import { HOSTILE } from '../../../helpers/nested-chart.ts';

const read = (text: string) => referenceOf({ id: 'x', text });

describe('a source', () => {
  test.each([
    [
      'Anceschi, L. (2022). Kazakhstan: Secrets, Lies, and Foreign Troops. Carnegie Europe.',
      {
        authors: [{ family: 'Anceschi', given: 'L.' }],
        year: 2022,
        title: 'Kazakhstan: Secrets, Lies, and Foreign Troops',
        rest: 'Carnegie Europe.',
      },
    ],
    [
      'Chenoweth, E. and Stephan, M. J. (2011). Why Civil Resistance Works. Columbia University Press.',
      {
        authors: [
          { family: 'Chenoweth', given: 'E.' },
          { family: 'Stephan', given: 'M. J.' },
        ],
        year: 2011,
        title: 'Why Civil Resistance Works',
      },
    ],
    [
      'Van der Berg, A., O’Neill, B.-C. & Ávila, D. (1999). Title',
      {
        authors: [
          { family: 'Van der Berg', given: 'A.' },
          { family: 'O’Neill', given: 'B.-C.' },
          { family: 'Ávila', given: 'D.' },
        ],
        title: 'Title',
        rest: '',
      },
    ],
    [
      'McCulloch, N. et al. (2022). Fuel riots.',
      { authors: [{ family: 'McCulloch', given: 'N.' }], others: true, title: 'Fuel riots' },
    ],
    [
      'Human Rights Watch (26 January 2022). Report on deaths.',
      {
        authors: [{ name: 'Human Rights Watch' }],
        year: 2022,
        title: 'Report on deaths',
        rest: '26 January 2022.',
      },
    ],
    ['Bellin, E. (2004, 2012). A title.', { year: null, rest: '2004, 2012.' }],
    [
      'Who, A. (2020). It. https://doi.org/10.1000/xyz-12.',
      { doi: '10.1000/xyz-12', url: 'https://doi.org/10.1000/xyz-12' },
    ],
  ])('%s', (text, parts) => {
    expect(read(text)).toMatchObject(parts);
  });

  test.each([
    'NAVCO 1.3 (Chenoweth and colleagues), 622 campaigns 1900–2019; counted for this project.',
    'AFP (9 January 2022), thewall.fyi (15 March 2022): official tolls.',
    'Study of concessions in 18 autocracies, 1991–2012. Abstract read.',
    'Rydzak, J. Studies of shutdowns in India.',
    'Author (no date). Title.',
    '(2020). Title.',
    '',
  ])('%s: no reference', (text) => {
    expect(read(text)).toBeNull();
  });
});

const FOUNDING = scenarioFromFile('scenarios/kazakhstan-2022.yaml');

const BARE = scenarioFrom({
  juncture: 1,
  title: 'x',
  time: { start: '2024-01-01', step: '1 day', horizon: '5 days' },
  regions: { street: { initial: 'calm', stages: { calm: {} } } },
});

const withSources = (texts: readonly string[], title = 'A title'): Scenario => ({
  ...BARE,
  title,
  sources: texts.map((text, index) => ({ id: `source_${index}`, text })),
});

interface Cff {
  readonly [key: string]: unknown;
  readonly authors: readonly Readonly<Record<string, unknown>>[];
  readonly references?: readonly (Readonly<Record<string, unknown>> & {
    readonly authors: readonly unknown[];
  })[];
}

/** The rules of schema.json of the Citation File Format 1.2.0 for the keys that are written. */
function valid(text: string): Cff {
  const cff = parse(text) as Cff;
  expect(cff['cff-version']).toBe('1.2.0');
  const allowed = [
    'cff-version',
    'message',
    'type',
    'title',
    'abstract',
    'authors',
    'identifiers',
    'references',
  ];
  for (const key of Object.keys(cff)) expect(allowed).toContain(key);
  for (const key of ['message', 'title']) expect(typeof cff[key]).toBe('string');
  expect(['software', 'dataset']).toContain(cff.type);
  expect(cff.authors.length).toBeGreaterThan(0);
  for (const { authors, ...reference } of cff.references ?? []) {
    expect(reference.type).toBe('generic');
    expect(String(reference.title).length).toBeGreaterThan(0);
    expect(authors.length).toBeGreaterThan(0);
    if ('year' in reference) expect(Number.isInteger(reference.year)).toBe(true);
    if ('doi' in reference)
      expect(reference.doi).toMatch(/^10\.\d{4,9}(\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/);
    for (const key of Object.keys(reference))
      expect(['type', 'title', 'year', 'doi', 'url', 'notes']).toContain(key);
  }
  return cff;
}

describe('CITATION.cff', () => {
  it('of the founding case lists the sources that are references, and names the others', () => {
    const text = citationFile(FOUNDING);
    const cff = valid(text);
    expect(cff.title).toBe('Kazakhstan, January 2022');
    expect(cff.references).toHaveLength(17);
    expect(cff.references![0]).toEqual({
      type: 'generic',
      title: 'Kazakhstan: Secrets, Lies, and Foreign Troops',
      authors: [{ 'family-names': 'Anceschi', 'given-names': 'L.' }],
      year: 2022,
      notes: 'Carnegie Europe.',
    });
    expect(text).toMatch(/# Sources that are not written as references, so not listed: navco13, .*dossier\./);
  });

  it('makes nothing up: no version, no date, no person', () => {
    const cff = valid(citationFile(withSources([])));
    expect(cff.references).toBeUndefined();
    expect(cff.authors).toEqual([{ name: 'The authors of the scenario test' }]);
    expect(Object.keys(cff)).toEqual(['cff-version', 'message', 'type', 'title', 'authors', 'identifiers']);
  });

  it('is YAML that says the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...HOSTILE, '#', ': ', '- ', '"', "'"), fc.string()), {
          maxLength: 5,
        }),
        (parts) => {
          const text = parts.join('');
          const cff = valid(citationFile(withSources([text, `Some One (2020). ${text}x. Rest`], `${text}x`)));
          expect(String(cff.title)).toMatch(/x$/);
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});

/** Entries of a BibTeX database by its own rules: an entry ends where its braces balance, escaped ones included. */
function entriesOf(text: string): readonly string[] {
  const entries: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '@' && depth === 0) from = index;
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') {
      depth -= 1;
      if (depth === 0) entries.push(text.slice(from, index + 1));
    }
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  return entries;
}

describe('the BibTeX database', () => {
  it('has an entry a source, and one of the scenario', () => {
    const text = bibliography(FOUNDING);
    expect(entriesOf(text)).toHaveLength(FOUNDING.sources.length + 1);
    expect(text).toContain(
      '@misc{anceschi2022,\n  author = {Anceschi, L.},\n  title = {{Kazakhstan: Secrets, Lies, and Foreign Troops}},\n  year = {2022},\n  note = {Carnegie Europe.},\n}',
    );
    expect(text).toContain('author = {McCulloch, N. and others}');
    expect(text).toContain('author = {{Human Rights Watch}}');
  });

  it('has balanced braces whatever the texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...HOSTILE, '{', '}', '\\', '@misc{', '"'), fc.string()), {
          maxLength: 5,
        }),
        (parts) => {
          const text = parts.join('');
          expect(
            entriesOf(bibliography(withSources([text, `Some One (2020). ${text}x. Rest`], text))),
          ).toHaveLength(3);
        },
      ),
      { seed: 9, numRuns: 300 },
    );
  });

  it.skipIf(spawnSync('bibtex', ['--version']).error !== undefined)(
    'is read by BibTeX without a warning',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'juncture-bib-'));
      try {
        writeFileSync(join(folder, 'a.bib'), bibliography(FOUNDING));
        writeFileSync(join(folder, 'a.aux'), '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{a}\n');
        const done = spawnSync('bibtex', ['a'], { cwd: folder, encoding: 'utf8' });
        expect(done.stdout).not.toMatch(/warning|error/i);
        expect(readFileSync(join(folder, 'a.bbl'), 'utf8')).toContain('Secrets, Lies, and Foreign Troops');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
