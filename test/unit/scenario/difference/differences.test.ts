// Proves that what changed between two versions of a scenario is found and named: nothing is missed, and nothing is said
// of what means the same.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  type Difference,
  differencesOf,
  loadOutline,
  type Outline,
  outlineText,
} from '../../../../src/scenario/index.ts';

const TEXT = readFileSync('test/fixtures/fuel-prices.yaml', 'utf8');

/** The outline of one file, which may extend another of the same map. */
function outlineIn(files: Readonly<Record<string, string>>, name = 'a.yaml'): Outline {
  const outline = loadOutline(name, (path) =>
    files[path] === undefined ? null : new TextEncoder().encode(files[path]),
  );
  if (outline === null) throw new Error('the scenario is faulty');
  return outline;
}

const outlineOf = (text: string): Outline => outlineIn({ 'a.yaml': text });

const before = outlineOf(TEXT);

function changed(from: string, to: string): readonly Difference[] {
  expect(TEXT).toContain(from);
  return differencesOf(before, outlineOf(TEXT.replace(from, to)));
}

/** `changed parameter loyalty baseline 0.6 0.7`. */
const inShort = (differences: readonly Difference[]): readonly string[] =>
  differences.flatMap((each) => {
    const head = `${each.change} ${each.entry.kind} ${each.entry.path}`;
    if (each.change === 'changed')
      return each.fields.map((field) => `${head}: ${field.name} ${field.before} > ${field.after}`);
    return [each.change === 'moved' ? `${head} behind ${each.behind}` : head];
  });

describe('what changed', () => {
  it.each([
    ['a baseline', 'baseline: 0.6', 'baseline: 0.7', 'parameter loyalty: baseline 0.6 > 0.7'],
    [
      'a distribution, whole',
      '{ beta: { sd: 0.15 } }',
      '{ uniform: [0, 1] }',
      'parameter loyalty: distribution { beta: { sd: 0.15 } } > { uniform: [0, 1] }',
    ],
    [
      'a hazard',
      '"0.05 * (since(street.turns_violent) < 5)"',
      '0.05',
      'transition palace.breaks: hazard 0.05 * (since(street.turns_violent) < 5) > 0.05',
    ],
    [
      'a transition’s own effect',
      'while: "crowd > 3", add: { anger: -0.05 }',
      'while: "crowd > 3", add: { anger: -0.06 }',
      'transition street.concession: add.anger -0.05 > -0.06',
    ],
    [
      'an option’s weight',
      'weight: loyalty,',
      'weight: "2 * loyalty",',
      'option response.shoot: weight loyalty > 2 * loyalty',
    ],
    [
      'when a decision is asked',
      'every: 3 days',
      'every: 2 days',
      'decision press: ask.every 3 days > 2 days',
    ],
    [
      'a stage’s entry',
      'entry: { add: { anger: 0.2 } }',
      'entry: { add: { anger: 0.1 } }',
      'stage street.riot: entry.add.anger 0.2 > 0.1',
    ],
    ['the clock', 'horizon: 30 days', 'horizon: 40 days', 'scenario : time.horizon 30 days > 40 days'],
    [
      'an outcome',
      '"crowd > 50" }',
      '"crowd > 60" }',
      'outcome stalemate: at_horizon crowd > 50 > crowd > 60',
    ],
    ['a promise', '[0.02, 0.6]', '[0.01, 0.6]', 'promise fall_is_rare: between [0.02, 0.6] > [0.01, 0.6]'],
  ])('%s', (_, from, to, words) => {
    expect(inShort(changed(from, to))).toEqual([`changed ${words}`]);
  });

  it('what came and what went', () => {
    const after = TEXT.replace(
      '  oil_falls:',
      '  quake: { day: 3, add: { anger: 0.1 } }\n  oil_falls:',
    ).replace(/^ {2}foreign_call:.*\n/m, '');
    expect(inShort(differencesOf(before, outlineOf(after)))).toEqual([
      'added shock quake',
      'removed shock foreign_call',
    ]);
  });

  it('a transition that starts elsewhere', () => {
    const line = /^ {10}walk_out:.*\n/m.exec(TEXT)![0];
    const after = TEXT.replace(line, '').replace(/^ {10}turns_violent:/m, `${line}          turns_violent:`);
    expect(inShort(differencesOf(before, outlineOf(after)))).toContain(
      'changed transition street.walk_out: from street.talks > street.protest',
    );
  });

  it('an order that means something, by the fewest moves', () => {
    const stages = ['cleared: { outcome: order_by_force }', 'settled: { outcome: compromise }'];
    const [first, second] = stages as [string, string];
    expect(
      inShort(changed(`      ${first}\n      ${second}\n`, `      ${second}\n      ${first}\n`)),
    ).toEqual(['moved stage street.cleared behind street.settled']);
  });
});

describe('what means the same is no difference', () => {
  it('layout, comments, quotes, the spelling of a number, the order of parameters and of fields', () => {
    const data = parse(TEXT);
    const parameters = Object.fromEntries(Object.entries(data.parameters).reverse());
    const laidOut = `# another layout\n${stringify({ ...data, parameters }, { indent: 4, lineWidth: 60 })}`;
    expect(differencesOf(before, outlineOf(laidOut))).toEqual([]);
    expect(changed('baseline: 0.6', 'baseline: 0.60')).toEqual([]);
    expect(
      changed(
        '{ triangular: [1, 3, 7] }, add: { anger: 0.1 }',
        '{ triangular: [1, 3, 7.0] }, add: { anger: 0.1 }',
      ),
    ).toEqual([]);
  });

  it('an auxiliary written the long way', () => {
    expect(
      changed(
        'growth: "0.3 * anger - 0.1 + 0.1 * active(palace.split)"',
        'growth: { value: "0.3 * anger - 0.1 + 0.1 * active(palace.split)" }',
      ),
    ).toEqual([]);
  });

  it('a file that extends another says what it would say alone; an edit of the base is seen', () => {
    const files = { 'base.yaml': TEXT, 'a.yaml': 'juncture: 1\nextends: ./base.yaml\n' };
    expect(differencesOf(before, outlineIn(files))).toEqual([]);
    const edited = { ...files, 'base.yaml': TEXT.replace('baseline: 0.6', 'baseline: 0.7') };
    expect(inShort(differencesOf(before, outlineIn(edited)))).toEqual([
      'changed parameter loyalty: baseline 0.6 > 0.7',
    ]);
  });

  it('a faulty file has no outline', () => {
    expect(loadOutline('a.yaml', () => new TextEncoder().encode('juncture: 1\ntitel: x\n'))).toBeNull();
    expect(loadOutline('a.yaml', () => null)).toBeNull();
  });
});

describe('nothing is missed', () => {
  const lines = TEXT.split('\n');

  it('every number of the file, moved a little, is one change and another text', () => {
    const old = outlineText(before);
    let tried = 0;
    for (const [at, line] of lines.entries()) {
      for (const match of line.matchAll(/(?<![\w.-])\d+(?:\.\d+)?(?![\w.-])/g)) {
        const edited = `${line.slice(0, match.index)}${Number(match[0]) + 0.001}${line.slice(match.index + match[0].length)}`;
        const text = [...lines.slice(0, at), edited, ...lines.slice(at + 1)].join('\n');
        const outline = loadOutline('a.yaml', () => new TextEncoder().encode(text));
        // Some numbers must be what they are: the language's version, counts of steps.
        if (outline === null || line.trimStart().startsWith('#')) continue;
        const inComment = line.indexOf(' # ') >= 0 && line.indexOf(' # ') < match.index;
        expect(differencesOf(before, outline).length, edited).toBe(inComment ? 0 : 1);
        expect(outlineText(outline) === old, edited).toBe(inComment);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(50);
  });
});
