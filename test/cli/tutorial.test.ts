// Proves that the answers of the tutorial's worksheets are the tool's own: every quoted number is what its command says.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { juncture } from '../helpers/command.ts';

const FOLDER = 'scenarios/tutorial';
const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

interface Answer {
  /** As written: `95.0` of `**95.0 %**`. */
  readonly written: string;
  readonly isShare: boolean;
  readonly command: string;
  /** Where the number stands in the command's JSON: `outcomes.cleared.share`. */
  readonly place: string;
}

const ANSWER = /\*\*(−?[\d.]+)( %)?\*\* <!-- juncture (.+?) \| (.+?) -->/g;

const answersIn = (text: string): readonly Answer[] =>
  [...text.matchAll(ANSWER)].map(([, written = '', percent, command = '', place = '']) => ({
    written,
    isShare: percent !== undefined,
    command,
    place,
  }));

const given = new Map<string, unknown>();

function resultOf(command: string): unknown {
  if (!given.has(command)) {
    const { status, stdout, stderr } = juncture([...command.split(' '), '--json']);
    expect(status, stderr).toBe(0);
    given.set(command, JSON.parse(stdout));
  }
  return given.get(command);
}

/** Follows the place: entries of a list by their id, keys that hold a dot as a whole. */
function valueAt(result: unknown, place: string): number {
  const [list = '', id = '', ...rest] = place.split('.');
  const entries = (result as Record<string, readonly Record<string, unknown>[]>)[list] ?? [];
  const entry = entries.find((one) => one.id === id);
  const [key = '', ...further] = rest;
  const value = entry?.[key];
  const found = further.length === 0 ? value : (value as Record<string, unknown>)[further.join('.')];
  expect(typeof found, place).toBe('number');
  return found as number;
}

const written = (value: number, like: string): string =>
  value.toFixed(like.split('.')[1]?.length ?? 0).replace('-', '−');

it('there are four worksheets, each beside its scenario', () => {
  expect(sheets).toHaveLength(4);
  const files = readdirSync(FOLDER);
  for (const sheet of sheets) expect(files).toContain(sheet.replace('.md', '.yaml'));
});

describe.each(sheets)('%s', (sheet) => {
  const text = readFileSync(`${FOLDER}/${sheet}`, 'utf8');
  const answers = answersIn(text);

  it('has answers, and each stands beside the command that gives it', () => {
    expect(answers.length).toBeGreaterThanOrEqual(3);
    // A number in bold with a command is an answer; a comment that no number stands before would be left unchecked.
    expect(answers.length).toBe(text.match(/<!-- juncture/g)?.length);
    const shown = [...text.matchAll(/^juncture .+$/gm)].map(([line]) => line);
    const asked = new Set(answers.map(({ command }) => `juncture ${command}`));
    for (const line of asked) {
      const isShown = shown.includes(line) || text.includes(`\`${line.replace(/.* --set/, '--set')}\``);
      expect(isShown, `the worksheet does not show: ${line}`).toBe(true);
    }
  });

  it.each(answers)('$command: $place is $written', ({ written: quoted, isShare, command, place }) => {
    const value = valueAt(resultOf(command), place);
    expect(written(isShare ? 100 * value : value, quoted)).toBe(quoted);
  });
});

it('notices a number that is not the command’s', () => {
  const [answer] = answersIn(readFileSync(`${FOLDER}/1-waiting.md`, 'utf8'));
  const value = 100 * valueAt(resultOf(answer!.command), answer!.place);
  expect(written(value + 1, answer!.written)).not.toBe(answer!.written);
});
