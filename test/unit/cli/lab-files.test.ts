// Proves that what the lab writes can be read again: variants to the very point, drafts after a crash, figures with data.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftFile } from '../../../src/cli/lab/draft-file.ts';
import { exportFigure } from '../../../src/cli/lab/export-figure.ts';
import { saveVariant } from '../../../src/cli/lab/save-variant.ts';
import { watchScenario } from '../../../src/cli/lab/watch-scenario.ts';
import { loadScenario, NO_SETTINGS, resolvePoint, type Scenario } from '../../../src/scenario/index.ts';
import type { Reloaded } from '../../../src/tui/index.ts';

const TEXT = `juncture: 1
title: A test
summary: A test.
time: { start: 2022-01-01, step: 12 hours, horizon: 10 days }
parameters:
  loyalty: { label: Loyalty, baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] } }
  who: { label: Who, one_of: { ann: 0.5, bob: 0.5 }, baseline: ann }
regions:
  street:
    initial: calm
    stages:
      calm: { transitions: { riot: { to: riot, hazard: loyalty } } }
      riot: { transitions: { ends: { decide: response, after: 1 day } } }
      over: { outcome: over }
decisions:
  response:
    options: { shoot: { weight: "1 + is(who, ann)", to: street.over }, wait: { to: street.calm } }
shocks: { storm: { chance_per_day: 0.1, to: street.riot } }
outcomes: { over: {} }
variants:
  early: { set: { who: bob }, decide: { response: { option: wait, from: 2022-01-02, until: 2022-01-04T12:00 } }, without: [storm], initial: { street: riot } }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juncture-lab-'));
  writeFileSync(join(folder, 'base.yaml'), TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string): Uint8Array | null => {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
};

function load(name: string): Scenario {
  const { scenario, diagnostics } = loadScenario(join(folder, name), read);
  if (scenario === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return scenario;
}

describe('a saved variant', () => {
  test.each([
    ['a parameter', { set: { loyalty: 0.25 } }],
    ['a choice and a decision', { set: { who: 'bob' }, decide: { response: 'shoot' } }],
    ['what is left out', { without: ['storm', 'street.riot'] }],
    ['a variant of the file with dates, and more on top', { variant: 'early', set: { loyalty: 0.1 } }],
    ['everything at the baseline', { atBaseline: true, set: { loyalty: 0.9 } }],
  ])('%s: read back it is the same point', (_, change) => {
    const scenario = load('base.yaml');
    const settings = { ...NO_SETTINGS, ...change };
    const { file, command } = saveVariant({ scenario, settings, name: 'mine' }, { folder, seed: '7' });
    expect(command).toBe(`juncture lab ${file} --seed 7 --variant mine`);
    const back = load(file);
    expect(resolvePoint(back, { ...NO_SETTINGS, variant: 'mine' }).point).toEqual(
      resolvePoint(scenario, settings).point,
    );
  });

  test('no file is written over, and a scenario that changed meanwhile is told', () => {
    const scenario = load('base.yaml');
    const settings = { ...NO_SETTINGS, set: { loyalty: 0.25 } };
    const files = [1, 2].map(
      () => saveVariant({ scenario, settings, name: 'mine' }, { folder, seed: '7' }).file,
    );
    expect(files).toEqual(['base-mine.yaml', 'base-mine-2.yaml']);
    writeFileSync(
      join(folder, 'base.yaml'),
      TEXT.replace('  loyalty:', '  lealty:').replace('hazard: loyalty', 'hazard: lealty'),
    );
    expect(() => saveVariant({ scenario, settings, name: 'other' }, { folder, seed: '7' })).toThrow(
      /could not be saved/,
    );
    expect(readdirSync(folder)).not.toContain('base-other.yaml');
  });
});

describe('drafts', () => {
  const draft = { settings: { ...NO_SETTINGS, set: { loyalty: 0.2 } }, marked: NO_SETTINGS };
  const open = (pid: number, alive: readonly number[] = []) =>
    draftFile(join(folder, 'state'), 'base.yaml', { pid, isAlive: (one) => alive.includes(one) });

  test('what a dead lab left is offered once', () => {
    open(11).remember(draft);
    expect(open(12, [11]).left()).toBeUndefined();
    expect(open(12).left()).toEqual(draft);
    expect(open(12).left()).toBeUndefined();
  });

  test('nothing is left by one that was quit, nor by another scenario', () => {
    open(11).remember(draft);
    open(11).remember(null);
    expect(open(12).left()).toBeUndefined();
    open(11).remember(draft);
    const other = draftFile(join(folder, 'state'), 'other.yaml', { pid: 12, isAlive: () => false });
    expect(other.left()).toBeUndefined();
  });

  test('a file that is no draft is no harm, nor is a folder that cannot be', () => {
    open(11).remember(draft);
    const [name] = readdirSync(join(folder, 'state'));
    writeFileSync(join(folder, 'state', name!), '{"settings":{"set":{"loyalty":[]}}');
    expect(open(12).left()).toBeUndefined();
    const nowhere = draftFile(join(folder, 'base.yaml', 'x'), 'base.yaml', { pid: 1, isAlive: () => false });
    expect(() => nowhere.remember(draft)).not.toThrow();
    expect(nowhere.left()).toBeUndefined();
  });
});

test('a figure and its data stand beside each other, and nothing is written over', async () => {
  const figure = {
    name: 'ends',
    title: 'A test',
    spec: null,
    columns: 20,
    rows: [[{ text: 'held ██', style: {} }]],
    table: { columns: ['outcome', 'share'], rows: [['held, alone', 0.25]] },
  };
  expect(await exportFigure(figure, folder, 'base')).toEqual(['base-ends.svg', 'base-ends.csv']);
  expect(await exportFigure(figure, folder, 'base')).toEqual(['base-ends-2.svg', 'base-ends-2.csv']);
  expect(readFileSync(join(folder, 'base-ends.csv'), 'utf8')).toBe('outcome,share\r\n"held, alone",0.25\r\n');
  expect(readFileSync(join(folder, 'base-ends.svg'), 'utf8')).toMatch(/^<svg[\s\S]*held/);
});

test('a file that is extended is watched, too; faults come as they are printed', async () => {
  writeFileSync(join(folder, 'own.yaml'), 'juncture: 1\nextends: ./base.yaml\n');
  const seen: Reloaded[] = [];
  const end = watchScenario(join(folder, 'own.yaml'), (reloaded) => seen.push(reloaded));
  const until = async (count: number): Promise<void> => {
    const deadline = performance.now() + 20_000;
    while (seen.length < count) {
      if (performance.now() > deadline) throw new Error(`Only ${seen.length} changes were seen.`);
      await new Promise((go) => setTimeout(go, 20));
    }
  };
  try {
    // The first look must have been taken before the file changes.
    await new Promise((go) => setTimeout(go, 600));
    writeFileSync(join(folder, 'base.yaml'), TEXT.replace('A test', 'Another'));
    await until(1);
    expect(seen[0]?.kind === 'scenario' && seen[0].scenario.title).toBe('Another');
    writeFileSync(join(folder, 'base.yaml'), TEXT.replace('hazard: loyalty', 'hazard: loyaltee'));
    await until(2);
    expect(seen[1]?.kind === 'faults' && seen[1].lines.join('\n')).toContain('Did you mean `loyalty`?');
  } finally {
    end();
  }
});
