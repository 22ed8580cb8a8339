// Every file in this folder is faulty in the way its head says: code, line and column, and words that are told.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES, type Diagnostic, type DiagnosticCode, positionAt } from '../../src/diagnostics/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

/*
 * The head of a file, in comments:
 *   # expect: <code> <line>:<column>    one for each error, in the order of the text; warnings only where they matter
 *   # says: <words>                     words that the diagnostic above must hold, in its message or its mend
 * Files that others extend stand in `bases`.
 */
const FOLDER = 'test/errors';

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

interface Expected {
  readonly head: string;
  readonly says: string[];
}

/** Reads bytes that are no text, too: a head in ASCII can stand before them. */
function expectedOf(name: string): Expected[] {
  const expected: Expected[] = [];
  for (const line of readFileSync(join(FOLDER, name), 'latin1').split('\n')) {
    const head = /^# expect: (.*?)\s*$/.exec(line)?.[1];
    const says = /^# says: (.*?)\s*$/.exec(line)?.[1];
    if (head !== undefined) expected.push({ head, says: [] });
    if (says !== undefined) expected.at(-1)?.says.push(Buffer.from(says, 'latin1').toString('utf8'));
  }
  return expected;
}

function read(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function headOf({ code, source, span }: Diagnostic): string {
  if (source === null || span === null) return code;
  const { line, column } = positionAt(source, span.start);
  return `${code} ${line}:${column}`;
}

const codeOf = (head: string): DiagnosticCode => head.split(' ')[0] as DiagnosticCode;

describe.each(names)('%s', (name) => {
  const expected = expectedOf(name);
  const { scenario, diagnostics } = loadScenario(join(FOLDER, name), read);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');

  it('has the errors that its head names, and no other', () => {
    const wanted = expected
      .map(({ head }) => head)
      .filter((head) => CODES[codeOf(head)].severity === 'error');
    expect(errors.map(headOf)).toEqual(wanted);
    expect(scenario === null).toBe(errors.length > 0);
  });

  it('is told in words that name the thing', () => {
    for (const { head, says } of expected) {
      const found = diagnostics.filter((diagnostic) => headOf(diagnostic) === head);
      expect(found.length, `${head} among ${diagnostics.map(headOf).join(', ')}`).toBeGreaterThan(0);
      const told = found.map(({ message, mend }) => `${message} — ${mend}`).join('\n');
      for (const words of says) expect(told).toContain(words);
    }
  });
});

/** Made here: a file of this size has no place in a repository. */
const MADE_HERE: readonly DiagnosticCode[] = ['file-too-large'];

it('refuses a file of 10 MB without reading it', () => {
  const { scenario, diagnostics } = loadScenario('big.yaml', () => new Uint8Array(10_000_000).fill(0x20));
  expect(scenario).toBeNull();
  expect(diagnostics.map(({ code }) => code)).toEqual(['file-too-large']);
});

it('has a file for every code that a file can show', () => {
  const shown = new Set(names.flatMap(expectedOf).map(({ head }) => codeOf(head)));
  const codes = Object.entries(CODES).flatMap(([code, { found }]) =>
    found === 'file' ? [code as DiagnosticCode] : [],
  );
  expect(codes.filter((code) => !shown.has(code))).toEqual(MADE_HERE);
});
