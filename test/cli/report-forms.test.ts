/** Proves the other forms of `juncture report` on the built program: each by name and by ending, their numbers, what they refuse; and that those kept in reports/ are not stale. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bibtex, citation, codebookMarkdown, oddLatex, oddMarkdown } from '../../src/cli/report/documents.ts';
import { scenarioMaterial } from '../../src/cli/report/scenario-material.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { scenarioFromFile } from '../helpers/build-scenario.ts';
import { juncture } from '../helpers/command.ts';

const CASE = 'test/fixtures/fuel-prices.yaml';
const RUNS = ['--runs', '400', '--workers', '1'];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'juncture-forms-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WITHOUT_RUNS = [
  ['odd', 'odd.md', '## 7. Submodels'],
  ['odd-tex', 'odd.tex', '\\section{7. Submodels}'],
  ['codebook', 'codebook.md', '## Parameters'],
  ['citation', 'cff', 'cff-version: 1.2.0'],
  ['bibtex', 'bib', '@misc{fuel-prices,'],
] as const;

describe('a form that needs no run', () => {
  it.each(WITHOUT_RUNS)('%s, by name and by the ending .%s', (format, ending, part) => {
    const [named, ended] = [join(folder, 'named'), join(folder, `ended.${ending}`)];
    expect(juncture(['report', CASE, '--format', format, '--out', named]).status).toBe(0);
    const { status, stderr } = juncture(['report', CASE, '--out', ended]);
    expect(status).toBe(0);
    expect(stderr).toBe(`Wrote ${ended}.\n`);
    expect(readFileSync(ended, 'utf8')).toContain(part);
    expect(readFileSync(ended, 'utf8')).toBe(readFileSync(named, 'utf8'));
  });

  it('goes to reports/ under the name of the scenario', () => {
    const file = join(process.cwd(), CASE);
    expect(juncture(['report', file, '--format', 'odd'], { cwd: folder }).stderr).toBe(
      'Wrote reports/fuel-prices.odd.md.\n',
    );
    expect(existsSync(join(folder, 'reports', 'fuel-prices.odd.md'))).toBe(true);
  });
});

/** Cells of the rows of the first table under a heading. */
function rowsUnder(markdown: string, title: string): readonly (readonly string[])[] {
  const lines = markdown.slice(markdown.indexOf(`\n## ${title}\n`)).split('\n');
  const from = lines.findIndex((line) => line.startsWith('| --- '));
  const rows = lines.slice(from + 1);
  return rows.slice(0, rows.indexOf('')).map((line) => line.slice(2, -2).split(' | '));
}

describe('results', () => {
  it('as Markdown have the numbers of simulate, and their figures beside them; the same bytes again', () => {
    const file = join(folder, 'results.md');
    const { status, stderr } = juncture(['report', CASE, ...RUNS, '--out', file]);
    expect(status).toBe(0);
    const pictures = ['chart', 'endings', 'days', 'variants'].map((name) => `results-${name}.svg`);
    expect(stderr).toContain(`Wrote ${file} and beside it ${pictures.join(', ')}.`);
    const markdown = readFileSync(file, 'utf8');
    for (const picture of pictures) {
      expect(markdown).toContain(`](<${picture}>)`);
      expect(readFileSync(join(folder, picture), 'utf8')).toMatch(
        /^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"|^<svg xmlns=/,
      );
    }
    const { outcomes } = JSON.parse(juncture(['simulate', CASE, ...RUNS, '--json']).stdout);
    const told = rowsUnder(markdown, 'How it ends').map(([, of]) => of);
    expect(told).toHaveLength(outcomes.length);
    for (const [index, { count }] of outcomes.entries()) {
      if (!/^\\[~<]/.test(told[index]!)) expect(Number(told[index])).toBe(Math.round((100 * count) / 400));
    }
    const again = join(folder, 'again');
    expect(juncture(['report', CASE, ...RUNS, '--format', 'md', '--out', again]).status).toBe(0);
    expect(readFileSync(again, 'utf8').replaceAll('again-', 'results-')).toBe(markdown);
  });

  it('as LaTeX are a whole document, and its tables alone a part of one', () => {
    const [whole, part] = [join(folder, 'a.tex'), join(folder, 'a.tables.tex')];
    expect(juncture(['report', CASE, ...RUNS, '--set', 'loyalty=0.9', '--out', whole]).status).toBe(0);
    expect(juncture(['report', CASE, ...RUNS, '--set', 'loyalty=0.9', '--out', part]).status).toBe(0);
    const [tex, tables] = [readFileSync(whole, 'utf8'), readFileSync(part, 'utf8')];
    expect(tex).toMatch(/\\documentclass[\s\S]*\\begin\{document\}[\s\S]*\\end\{document\}\n$/);
    expect(tex).toContain('Change on the same luck');
    expect(tables).not.toMatch(/\\documentclass|\\section|\\includegraphics/);
    const between = (text: string): readonly string[] =>
      text.match(/\\begin\{longtable\}[\s\S]*?\\end\{longtable\}/g) ?? [];
    expect(between(tables)).toEqual(between(tex));
    expect(between(tables).length).toBeGreaterThan(5);
  });
});

describe('--promises', () => {
  it('tells what came of them; refuses other versions, other files, and forms that tell nothing of them', () => {
    const answers = join(folder, 'promises.json');
    const checked = juncture(['check', CASE, '--expect', '--json', '--most-runs', '4000', '--workers', '1']);
    writeFileSync(answers, checked.stdout);
    const out = join(folder, 'told.odd.md');
    expect(juncture(['report', CASE, '--promises', answers, '--out', out]).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('What came of the promises.');

    const other = juncture(['report', '1-waiting', '--promises', answers, '--out', out]);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('was made from another version of the scenario.');
    expect(other.stderr).toContain('Make it: juncture check 1-waiting --expect --json');
    writeFileSync(answers, '{"manifest":{"command":3},"promises":[{}]}');
    expect(juncture(['report', CASE, '--promises', answers, '--out', out]).stderr).toContain(
      'holds no answers',
    );
    const wrong = juncture(['report', CASE, '--promises', answers, '--format', 'codebook', '--out', out]);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('--promises is for a model description');
  });
});

describe('what is kept in reports/', () => {
  const name = 'kazakhstan-2022';
  const scenario = scenarioFromFile(`scenarios/${name}.yaml`);
  const terminal = { workingDirectory: process.cwd() } as Terminal;
  const mend = 'Make it again: npm run reports';
  const material = (ending: string) =>
    scenarioMaterial(
      { named: name, scenario, file: `reports/${name}.${ending}`, promises: `reports/${name}.promises.json` },
      terminal,
    );

  it.each([
    ['odd.md', oddMarkdown],
    ['odd.tex', oddLatex],
    ['codebook.md', codebookMarkdown],
    ['cff', citation],
    ['bib', bibtex],
  ] as const)(`${name}.%s is fresh`, async (ending, write) => {
    const kept = readFileSync(`reports/${name}.${ending}`, 'utf8');
    expect(kept === (await write(material(ending))), mend).toBe(true);
  });

  it('is named in the folder’s page', () => {
    const page = readFileSync('reports/README.md', 'utf8');
    for (const file of readdirSync('reports')) if (file !== 'README.md') expect(page).toContain(file);
  });
});
