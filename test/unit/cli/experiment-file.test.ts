// Proves that an experiment's file becomes the words of the command that asks the same, and that what is wrong in it is
// told at its place, with the mend.
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { experimentCommand } from '../../../src/cli/commands/experiment.ts';
import { checkNames } from '../../../src/cli/experiment-file/check-names.ts';
import { piecesOf } from '../../../src/cli/experiment-file/file-words.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import { formatDiagnostics } from '../../../src/diagnostics/index.ts';
import { loadExperiment, QUESTION_NAMES } from '../../../src/scenario/index.ts';
import { fromFile } from '../experiment/world.ts';

const HEAD = `experiment: 1\nscenario: ${resolve('test/fixtures/fuel-prices.yaml')}\n`;
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

function wordsOf(text: string): readonly string[] {
  const { root, diagnostics } = loadExperiment('x.yaml', () => encoded(HEAD + text));
  expect(formatDiagnostics(diagnostics, { colour: false })).toBe('');
  const question = QUESTION_NAMES.find((name) => root!.entries.some(({ key }) => key === name))!;
  return [question, ...piecesOf(root!, question).flatMap(({ words }) => words)];
}

it.each([
  [
    'sweep: { over: { loyalty: { from: 0.20, to: 0.9, values: 3 }, sponsor: [nobody, gangs], press: all }, outcome: compromise }\nset: { patience: 0.5 }\nruns: 20\nseed: 007',
    'sweep --over loyalty=0.2:0.9:3 --over sponsor=nobody,gangs --over press --outcome compromise --set patience=0.5 --runs 20 --seed 007',
  ],
  ['sweep: { over: { loyalty: { from: 0, to: 1 } } }', 'sweep --over loyalty=0:1'],
  [
    'compare:\n  sides: [baseline, loyal_police, { set: { loyalty: 0.2 }, decide: { press: admit }, without: [oil_falls] }, {}]\n  all_pairs: true',
    'compare baseline loyal_police loyalty=0.2,decide:press=admit,without:oil_falls baseline --all-pairs',
  ],
  ['compare: { all_pairs: false }\nprecision: 0.01', 'compare --precision 0.01'],
  [
    'compare: {}\nprecision: { compromise: 0.005, stalemate: 0.01 }',
    'compare --precision compromise=0.005 --precision stalemate=0.01',
  ],
  [
    'threshold: { over: { loyalty: all }, outcome: compromise, beats: stalemate }\ndecide: { press: admit }',
    'threshold --over loyalty --outcome compromise --beats stalemate --decide press=admit',
  ],
  [
    'sensitivity: { method: luck, design: latin-hypercube, factors: [loyalty, response, variant], size: 16, second_order: true, outcomes: [compromise], measures: [peak_crowd] }',
    'sensitivity --method luck --design latin-hypercube --factors loyalty,response,variant --size 16 --second-order --outcome compromise --measure peak_crowd',
  ],
  [
    'discover: { outcomes: [government_falls, compromise], step: 3 }\nvariant: loyal_police',
    'discover --outcome government_falls --outcome compromise --step 3 --variant loyal_police',
  ],
  [
    'plan: { sides: [loyal_police], half: 0.02, part: 0.2, power: 0.9, difference: 0.1 }\nat_baseline: true\nwithout: [oil_falls]',
    'plan loyal_police --half 0.02 --part 0.2 --power 0.9 --difference 0.1 --at-baseline --without oil_falls',
  ],
  ['incidence: { of: [street.riot, compromise] }', 'incidence --of street.riot --of compromise'],
])('%s', (text, words) => {
  expect(wordsOf(text).join(' ')).toBe(words);
});

const folder = mkdtempSync(join(tmpdir(), 'juncture-experiment-'));
const terminal = { workingDirectory: folder, colour: false } as unknown as Terminal;

async function told(text: string): Promise<string> {
  writeFileSync(join(folder, 'x.yaml'), HEAD + text);
  const error = await experimentCommand(join(folder, 'x.yaml'), [], terminal).then(
    () => null,
    (fault: unknown) => fault as Error & { readonly status: number },
  );
  expect(error?.status).toBe(3);
  return error!.message.replaceAll(`${folder}/`, '');
}

it('every name that nothing has is told at once, in the order of the file', async () => {
  const message = await told(`sweep:
  over: { loyality: [0.2], press: [admitt], patience: { from: 0.9, to: 0.1 }, loyalty: [7] }
  outcome: compromize
set: { loyalty: 7, patience: high }
decide: { pres: admit, press: admitt }
without: [oil_fall]
variant: loyal_polise
precision: { compromize: 0.01 }
`);
  const places = [...message.matchAll(/^x\.yaml:(\d+:\d+): error\[([a-z-]+)\]/gm)].map((found) =>
    found.slice(1).join(' '),
  );
  expect(places).toEqual([
    '4:11 unknown-name',
    '4:35 unknown-name',
    '4:72 bad-range',
    '4:88 value-outside-range',
    '5:12 unknown-name',
    '6:17 value-outside-range',
    '6:30 wrong-type',
    '7:11 unknown-name',
    '7:31 unknown-name',
    '8:11 unknown-name',
    '9:10 unknown-name',
    '10:14 unknown-name',
  ]);
  for (const guess of ['loyalty', 'admit', 'compromise', 'press', 'oil_falls', 'loyal_police']) {
    expect(message).toContain(`Did you mean \`${guess}\`?`);
  }
});

it.each([
  ['sweep: { ovr: { loyalty: all } }', 'unknown-key', '3:10', 'Did you mean `over`?'],
  [
    'sweep: { over: { loyalty: all }, reaches: 0.5 }',
    'unknown-key',
    '3:34',
    '`reaches` belongs to a threshold',
  ],
  ['sweep: { over: { loyalty: all } }\nruns: 0', 'bad-number', '4:7', 'whole number of runs'],
  ['sweep: { over: { loyalty: all } }\nplan: {}', 'exclusive-keys', '4:1', 'Keep one of them'],
  ['sweep: { over: {} }', 'missing-key', '3:16', 'Write at least one entry'],
  ['sweep: { over: { loyalty: { from: 1 } } }', 'missing-key', '3:18', '`to`'],
  [
    'sweep: { over: { loyalty: all, patience: all, press: all } }',
    'bad-experiment',
    '3:1',
    'moves one or two things',
  ],
  ['compare: {}\nvariant: loyal_police', 'bad-experiment', '4:1', '`compare` takes no `variant`'],
  ['plan: {}\nprecision: 0.01', 'bad-experiment', '4:1', '`plan` takes no `precision`'],
  ['compare: { sides: [baseline, baseline] }', 'bad-experiment', '3:1', 'named twice'],
  [
    'compare: { sides: [baseline, { set: { loyalti: 1 } }] }',
    'unknown-name',
    '3:39',
    'Did you mean `loyalty`?',
  ],
  ['compare: { sides: [baseline, loyal_polise] }', 'unknown-name', '3:30', 'Did you mean `loyal_police`?'],
  ['sensitivity: { method: sobol }', 'bad-experiment', '3:1', '--method given-data'],
  ['sensitivity: { factors: [loyaty] }', 'unknown-name', '3:26', 'Did you mean `loyalty`?'],
  ['sensitivity: { method: soboll }', 'wrong-type', '3:24', 'one of sobol, morris'],
  [
    'threshold: { over: { sponsor: all }, outcome: compromise, reaches: 0.5 }',
    'bad-experiment',
    '3:1',
    'no values in between',
  ],
  [
    'threshold: { over: { loyalty: all }, outcome: compromise }',
    'missing-key',
    '3:1',
    '`reaches` or `beats`',
  ],
  [
    'threshold: { over: { loyalty: all }, outcome: compromise, reaches: 1.5 }',
    'bad-number',
    '3:68',
    'between 0 and 1',
  ],
  ['discover: {}', 'missing-key', '3:1', 'one thing to look for'],
  ['discover: { measure: peak_crowd }', 'bad-experiment', '3:1', 'is a number'],
  ['runs: 5', 'missing-key', '1:1', 'one question'],
])('refuses %s', async (text, code, place, words) => {
  const message = await told(`${text}\n`);
  expect(message).toContain(`x.yaml:${place}: error[${code}]`);
  expect(message).toContain(words);
});

it('refuses what is no experiment', async () => {
  const read = (text: string) =>
    loadExperiment('x.yaml', () => encoded(text)).diagnostics.map(({ code }) => code);
  expect(read('')).toEqual(['empty-file']);
  expect(read('- a\n')).toEqual(['wrong-type']);
  expect(read('a: [\n')).toEqual(['yaml-syntax']);
  expect(read('juncture: 1\ntitle: A scenario\n')).toContain('language-version');
  expect(loadExperiment('gone.yaml', () => null).diagnostics.map(({ code }) => code)).toEqual([
    'file-missing',
  ]);
});

it('the schema for editors is the one that the shapes give', () => {
  const path = 'scenarios/experiments/experiment.schema.json';
  expect(existsSync(path)).toBe(true);
  const { $defs } = JSON.parse(readFileSync(path, 'utf8'));
  expect(Object.keys($defs)).toEqual(expect.arrayContaining(['experiment', ...QUESTION_NAMES]));
});

it('the file that the guide shows is one, and so is every one that ships', () => {
  const guide = readFileSync('docs/experiments.md', 'utf8');
  const shown = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
  const folder = 'scenarios/experiments';
  const shipped = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const texts = [...shown, ...shipped.map((name) => readFileSync(join(folder, name), 'utf8'))];
  expect(texts.length).toBeGreaterThanOrEqual(5);
  const scenario = fromFile('scenarios/kazakhstan-2022.yaml');
  for (const text of texts) {
    const { root, diagnostics } = loadExperiment('x.yaml', () => encoded(text));
    expect(formatDiagnostics(diagnostics, { colour: false })).toBe('');
    const question = QUESTION_NAMES.find((name) => root!.entries.some(({ key }) => key === name))!;
    expect(formatDiagnostics(checkNames(root!, question, scenario), { colour: false })).toBe('');
  }
});
