// Proves the handout as a page: the same bytes each time, whole without a network, its tables and headings in order, and
// nothing that a scenario's words could become but words.
import { afterAll, describe, expect, test } from 'vitest';
import { handoutHtml, handoutText } from '../../../../src/report/index.ts';
import { startPool } from '../../../../src/runner/index.ts';
import type { Scenario } from '../../../../src/scenario/index.ts';
import { HOSTILE, hostileSeminar, seminarHandout, seminarScenario } from '../../../helpers/seminar.ts';

const pool = startPool({ workers: 0, now: () => 0 });
afterAll(() => pool.close());

const pageOf = async (scenario: Scenario): Promise<string> =>
  handoutHtml(await seminarHandout(scenario, pool));
const small = pageOf(seminarScenario);

test('the same seminar gives the same bytes', async () => {
  expect(await pageOf(seminarScenario)).toBe(await small);
});

test('it needs nothing but itself, and may ask for nothing', async () => {
  const page = await small;
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script(?! type="application\/json")/);
  expect(page).not.toMatch(/\b(?:src|href)="(?!#)/);
  expect(page).not.toMatch(/url\(|@import|https?:/);
});

describe('what it says', () => {
  test('is what the handout in Markdown says: every way, branch point, prediction and score', async () => {
    const handout = await seminarHandout(seminarScenario, pool);
    const page = handoutHtml(handout).replace(/<[^>]+>/g, '');
    for (const words of [
      'Way B: from way A on 2 January 2022, 12:00: The president: Order the police to fire',
      'Way C: from way A on 2 January 2022, 12:00: other luck',
      '2 January 2022, 12:00, way A: The answer',
      'The room said: Order the police to fire (14 hands), Wait (9), Talk (2).',
    ]) {
      expect(page).toContain(words);
    }
    const scores = handoutText(handout).match(/\d\.\d\d \(least \d\.\d\d\)/g)!;
    expect(scores).toHaveLength(2);
    for (const score of scores) expect(page).toContain(score);
  });

  test('headings go down one by one; every table has a caption and headings for columns and rows', async () => {
    const page = await small;
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    const tables = page.match(/<table[\s\S]*?<\/table>/g)!;
    expect(tables.length).toBeGreaterThanOrEqual(4);
    for (const table of tables) {
      expect(table).toMatch(/<caption[^>]*>[^<]+/);
      expect(table).toContain('scope="col"');
      expect(table).toContain('scope="row"');
    }
  });

  test('the tree of ways is a picture with its words, a line a way', async () => {
    const [tree] = (await small).match(/<svg class="tree"[\s\S]*?<\/svg>/)!;
    expect(tree).toMatch(/role="img" aria-label="The ways taken: way A from the start, played until/);
    expect(tree!.match(/class="way"/g)).toHaveLength(3);
    expect(tree).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test('words of a scenario stay words, whatever they hold', async () => {
  const page = await pageOf(hostileSeminar());
  expect(HOSTILE).toContain('<script>');
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/<script(?! type="application\/json")/);
  // Without the values of attributes and the data for programs, which hold words, too.
  const markup = page
    .replace(/<script type="application\/json"[\s\S]*?<\/script>/, '')
    .replace(/"[^"]*"/g, '""');
  expect(markup).not.toMatch(/<img|<[^>]+\sonerror=/);
  expect(markup).not.toContain('\u202e');
});
