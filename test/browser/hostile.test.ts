/** Proves that a scenario's words can do nothing to its page, and can still be read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults, withoutBrowser } from '../helpers/browser.ts';
import { juncture } from '../helpers/command.ts';

const BREAKOUT =
  '</script><script>globalThis.owned = true</script><img src=x onerror="globalThis.owned = true">';
const WORDS = {
  title: `Crisis ${BREAKOUT}`,
  summary: `${'endless'.repeat(1500)} <!-- <script> ]]> \${globalThis.owned = true}`,
  quotes: `"><svg onload=globalThis.owned=true>' style='x`,
  markdown: '[a link](javascript:globalThis.owned=true) **bold** `code` | cell |',
  arabic: '\u202eأزمة في المدينة\u202c',
  marks: `z${'\u0300\u0301\u0302'.repeat(40)}algo`,
};

const q = (text: string): string => JSON.stringify(text);

const SCENARIO = `juncture: 1
title: ${q(WORDS.title)}
summary: ${q(WORDS.summary)}
sources:
  bad: ${q('javascript:globalThis.owned=true and data:text/html,<script>x</script> and vbscript:x')}
  good: ${q('A report. https://example.org/a?b=1&c=2, and http://example.org/"onclick="globalThis.owned=true.')}
time: { start: 2022-01-02, step: 1 day, horizon: 20 days }
parameters:
  push: { label: ${q(WORDS.quotes)}, unit: ${q(BREAKOUT)}, group: ${q(WORDS.markdown)}, baseline: 0.1, range: [0, 1], distribution: { uniform: [0.05, 0.2] }, source: [bad, good], note: ${q(`${WORDS.markdown} disputed ${BREAKOUT}`)} }
regions:
  street:
    label: ${q(WORDS.arabic)}
    initial: calm
    stages:
      calm: { label: ${q('x'.repeat(10_000))}, transitions: { bursts: { label: ${q(BREAKOUT)}, to: over, hazard: push } } }
      over: { label: ${q(WORDS.marks)}, outcome: ended }
decisions:
  choice: { actor: ${q(BREAKOUT)}, question: ${q(WORDS.quotes)}, label: ${q(WORDS.markdown)}, ask: { every: 5 days }, options: { one: { label: ${q(BREAKOUT)} }, two: { label: ${q(WORDS.arabic)} } } }
shocks:
  blow: { label: ${q(WORDS.quotes)}, date: 2022-01-05 }
outcomes:
  ended: { label: ${q(WORDS.quotes)} }
measures:
  first: { label: ${q(BREAKOUT)}, unit: ${q(WORDS.quotes)}, first_day: street.over }
timeline:
  real: { date: 2022-01-04, what: ${q(`${BREAKOUT}${WORDS.arabic}`)}, happening: street.bursts, contested: true }
variants:
  other: { label: ${q(BREAKOUT)}, set: { push: 0.5 } }
`;

let folder: string;
let file: string;
let browser: Browser;

beforeAll(async () => {
  if (withoutBrowser !== null) return;
  folder = mkdtempSync(join(tmpdir(), 'juncture-hostile-'));
  writeFileSync(join(folder, 'hostile.yaml'), SCENARIO);
  file = join(folder, 'hostile.html');
  const { status, stderr } = juncture([
    'report',
    join(folder, 'hostile.yaml'),
    '--runs',
    '500',
    '--out',
    file,
  ]);
  expect(stderr).toContain('Wrote');
  expect(status).toBe(0);
  browser = await openBrowser();
});
afterAll(async () => {
  if (withoutBrowser !== null) return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(withoutBrowser !== null)(`hostile words (${withoutBrowser ?? 'Chromium'})`, () => {
  it('run nothing and add nothing, as written and when painted anew', async () => {
    const { page, requests, complaints } = await openPage(browser, file);
    await page.fill('#set-push', '0.3');
    await page.waitForFunction(() => document.getElementById('status')?.textContent?.includes('runs in'));
    const found = await page.evaluate(() => ({
      owned: 'owned' in globalThis,
      scripts: document.scripts.length,
      pictures: [...document.images].filter(({ src }) => !src.startsWith('data:image/svg+xml;base64,'))
        .length,
      handlers: [...document.querySelectorAll('*')].filter((one) =>
        one.getAttributeNames().some((name) => name.startsWith('on') || name === 'style'),
      ).length,
    }));
    // Four of ours: the manifest, the model, the worker's text, and the page's own.
    expect(found).toEqual({ owned: false, scripts: 4, pictures: 0, handlers: 0 });
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('stay legible: the words stand there as text', async () => {
    const { page } = await openPage(browser, file);
    expect(await page.textContent('h1')).toBe(WORDS.title);
    expect(await page.textContent('#outcomes')).toContain(WORDS.quotes);
    expect(await page.textContent('body')).toContain('أزمة في المدينة');
    await page.context().close();
  });

  it('only web addresses become links', async () => {
    const { page } = await openPage(browser, file);
    const addresses = await page.evaluate(() =>
      [...document.querySelectorAll('a')]
        .map((one) => one.getAttribute('href')!)
        .filter((to) => !to.startsWith('#')),
    );
    expect(new Set(addresses)).toEqual(new Set(['https://example.org/a?b=1&c=2', 'http://example.org/']));
    await page.context().close();
  });

  it('fit a phone, and axe finds nothing serious', async () => {
    const { page } = await openPage(browser, file, { width: 360 });
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });
});
