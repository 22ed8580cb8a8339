// Proves what the answer of `diff` looks like, and that no text of a scenario or a file's name steers a terminal.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { type DifferenceResult, difference } from '../../src/experiment/index.ts';
import { type DifferencePage, differenceText } from '../../src/report/index.ts';
import { startPool } from '../../src/runner/index.ts';
import { differencesOf, loadOutline } from '../../src/scenario/index.ts';
import { pointOf, scenarioOf } from '../helpers/build-scenario.ts';

const pool = startPool({ workers: 0, now: () => 0 });
afterAll(() => pool.close());

const OLD = readFileSync('test/fixtures/fuel-prices.yaml', 'utf8');

/** The example after a rethink: a chance, a distribution, a note, an option gone, a shock new, a stage elsewhere. */
const NEW = OLD.replace('chance_per_day: 0.1,', 'chance_per_day: 0.12,')
  .replace('{ beta: { sd: 0.15 } }', '{ uniform: [0.3, 0.9] }')
  .replace('No survey exists', 'Nobody asked')
  .replace('seen in a minority', 'found in a minority')
  .replace(/^ {6}leave:.*\n/m, '')
  .replace('  oil_falls:', '  quake: { label: An earthquake, day: 3, add: { anger: 0.1 } }\n  oil_falls:')
  .replace(/^( {6}cleared:.*\n)( {6}settled:.*\n)/m, '$2$1')
  .replace(
    '"pay * anger * (1 - loyalty) * (1 + 0.1 * police_pay)"',
    '"1.5 * pay * anger * (1 - loyalty) * (1 + 0.1 * police_pay)"',
  );

const outlineOf = (text: string) => loadOutline('a.yaml', () => new TextEncoder().encode(text))!;

async function resultOf(before: string, after: string): Promise<DifferenceResult> {
  const version = (text: string) => {
    const scenario = scenarioOf(text);
    return { scenario, point: pointOf(scenario) };
  };
  const request = { before: version(before), after: version(after), seed: '2022', runs: 500, now: () => 0 };
  return difference(request, pool);
}

async function pageOf(before: string, after: string): Promise<DifferencePage> {
  return {
    before: 'old.yaml',
    after: 'new.yaml',
    differences: differencesOf(outlineOf(before), outlineOf(after)),
    effects: {
      result: await resultOf(before, after),
      seed: '2022',
      command: 'juncture diff old.yaml new.yaml --runs 500 --seed 2022',
    },
  };
}

describe('diff as text', () => {
  it.each([50, 80, 120])('at %i columns', async (columns) => {
    const text = differenceText(await pageOf(OLD, NEW), { columns, colour: false });
    await expect(text).toMatchFileSnapshot(`report/difference-${columns}.txt`);
    const lines = text.split('\n').filter((line) => !line.includes('juncture diff'));
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
  });

  it('of nothing', async () => {
    const text = differenceText(await pageOf(OLD, OLD), { columns: 80, colour: false });
    await expect(text).toMatchFileSnapshot('report/difference-none.txt');
  });

  it('in words alone', async () => {
    const page = { ...(await pageOf(OLD, NEW)), effects: null };
    const text = differenceText(page, { columns: 80, colour: false });
    expect(text).toContain('chance_per_day: 0.1 → 0.12');
    expect(text).not.toContain('runs');
  });

  it('says so where work was stopped, runs faulted, or a measure is in few runs', async () => {
    const page = await pageOf(OLD, NEW);
    const result = { ...page.effects!.result, interrupted: true, faulted: { before: 0, after: 3 } };
    const effects = { ...page.effects!, result };
    const text = differenceText({ ...page, effects }, { columns: 80, colour: false });
    expect(text).toMatch(/Stopped\s+early/);
    expect(text).toContain('0 before, 3 after');
    expect(text).toMatch(/pairs of runs that have it in both\s+versions: first\s+riot/);
  });

  it.each([
    ['\u001b[2J'],
    ['\u202eevil'],
    ['x'.repeat(10_000)],
    ['a\nb'],
    ['\u0007'],
    ['é\u0301\u0301\u0301\u0301\u0301'],
  ])('of the label %j steers nothing', (label) => {
    const old = outlineOf(OLD);
    const entry = { ...old[1]!, label, path: `p${label}`, fields: [{ name: label, value: label }] };
    const page: DifferencePage = {
      before: label,
      after: label,
      differences: [
        { change: 'added', entry },
        { change: 'changed', entry, fields: [{ name: label, before: label, after: `${label}2` }] },
        { change: 'moved', entry, behind: label },
      ],
      effects: null,
    };
    const text = differenceText(page, { columns: 80, colour: false });
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(90);
  });
});
