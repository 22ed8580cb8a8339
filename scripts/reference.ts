/**
 * Writes what is generated of the documentation: the JSON Schema of scenarios, the tables of docs/language.md between
 * their markers, docs/diagnostics.md and docs/keys.md. `--check` writes nothing and fails where a file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CODES, type CodeRow } from '../src/diagnostics/index.ts';
import { FUNCTION_NAMES, shapeOf } from '../src/expression/functions.ts';
import { experimentSchema, scenarioSchema } from '../src/scenario/index.ts';
import { keysAsMarkdown } from '../src/tui/index.ts';

interface Definition {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly required?: readonly string[];
}

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
interface Defining {
  readonly $defs: Readonly<Record<string, Definition>>;
}

const definitions = {
  ...(experimentSchema as unknown as Defining).$defs,
  ...(scenarioSchema as unknown as Defining).$defs,
};

/** Keys that every entry may have; they are described once. */
const COMMON = ['label', 'unit', 'note', 'group', 'source', 'before'];

const FUNCTIONS: Readonly<Record<string, string>> = {
  min: 'the smallest',
  max: 'the largest',
  abs: 'without its sign',
  exp: 'e to the power x',
  log: 'natural logarithm',
  sqrt: 'square root',
  floor: 'the largest whole number not above x',
  clamp: 'x, but not below low nor above high',
  logistic: '1/(1 + exp(−x)): from 0 to 1, ½ at 0',
  ramp: '0 at `from`, 1 at `to`, a straight line between, flat outside',
  active: 'true while the region is in this stage (or in one nested in it)',
  days_in: 'days of this stay in the stage; 0 when it is not active',
  since: 'days since the end of the step in which it last happened; 1,000,000 if it never did',
  times: 'how often it has happened in this run',
  is: 'true when the `one_of` parameter was drawn so',
  outcome: 'true when the run ended so; only in `given`',
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function keyTable(name: string): string {
  const definition = definitions[name];
  if (definition?.properties === undefined) throw new Error(`the schema has no definition '${name}'`);
  const rows = Object.entries(definition.properties)
    .filter(([key]) => !COMMON.includes(key))
    .map(([key, { description }]) => {
      const needed = definition.required?.includes(key) ? ' (needed)' : '';
      return `| \`${key}\`${needed} | ${cell(description ?? '')} |`;
    });
  return ['| key | meaning |', '| --- | --- |', ...rows].join('\n');
}

function functionTable(): string {
  const rows = FUNCTION_NAMES.map((name) => {
    const meaning = FUNCTIONS[name];
    if (meaning === undefined) throw new Error(`scripts/reference.ts does not say what ${name} means`);
    return `| \`${cell(shapeOf(name) ?? name)}\` | ${cell(meaning)} |`;
  });
  return ['| function | meaning |', '| --- | --- |', ...rows].join('\n');
}

const BLOCK = /<!-- table: (\w+) -->\n[\s\S]*?<!-- end -->/g;

/** A page with its tables made anew. */
function withTables(page: string): string {
  return page.replaceAll(BLOCK, (_, name: string) => {
    const table = name === 'functions' ? functionTable() : keyTable(name);
    return `<!-- table: ${name} -->\n${table}\n<!-- end -->`;
  });
}

function diagnosticsPage(): string {
  const rows = (wanted: (row: CodeRow) => boolean): string =>
    Object.entries(CODES)
      .filter(([, row]) => wanted(row))
      .map(([code, { meaning }]) => `| \`${code}\` | ${cell(meaning)} |`)
      .join('\n');
  const table = (wanted: (row: CodeRow) => boolean): string =>
    `| code | meaning |\n| --- | --- |\n${rows(wanted)}`;
  return `# Diagnostics

Every message about a scenario has a code, a place (file, line and column) and a mend. All faults of a file are reported in
one go. A file with an error does not run; warnings are for \`juncture check\`. This page is generated from the program's own table;
each code has a file that shows it in \`test/errors\`.

## Errors in a file

${table(({ severity, found }) => severity === 'error' && found === 'file')}

## Errors in an experiment's file

Besides those above.

${table(({ found }) => found === 'experiment')}

## Warnings

${table(({ severity }) => severity === 'warning')}

## Faults of a run

Only the values of one run show these. The message names the expression, its place, the day, the values it read and the command
that replays the run.

${table(({ found }) => found === 'run')}
`;
}

const files: readonly (readonly [name: string, text: string])[] = [
  ['scenarios/scenario.schema.json', `${JSON.stringify(scenarioSchema, null, 2)}\n`],
  ['scenarios/experiments/experiment.schema.json', `${JSON.stringify(experimentSchema, null, 2)}\n`],
  ['docs/diagnostics.md', diagnosticsPage()],
  ['docs/keys.md', `# Keys of the screens\n\n${keysAsMarkdown()}\n`],
  ...['docs/language.md', 'docs/experiments.md'].map(
    (page) => [page, withTables(readFileSync(path(page), 'utf8'))] as const,
  ),
];

const read = (name: string): string | null => {
  try {
    return readFileSync(path(name), 'utf8');
  } catch {
    return null;
  }
};

const stale = files.filter(([name, text]) => read(name) !== text);
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    process.stderr.write(`Stale: ${stale.map(([name]) => name).join(', ')}. Run: npm run reference\n`);
    process.exitCode = 1;
  }
} else {
  for (const [name, text] of stale) {
    writeFileSync(path(name), text);
    process.stdout.write(`Wrote ${name}.\n`);
  }
}
