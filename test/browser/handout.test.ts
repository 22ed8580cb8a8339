/** Proves the handout of a seminar in Chromium: nothing asked of any network, nothing serious for axe, on a phone and on paper. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handoutHtml } from '../../src/report/index.ts';
import { startPool } from '../../src/runner/index.ts';
import { openBrowser, openPage, seriousFaults, withoutBrowser } from '../helpers/browser.ts';
import { hostileSeminar, seminarHandout, seminarScenario } from '../helpers/seminar.ts';

let folder: string;
let browser: Browser;
const fileOf = (name: string): string => join(folder, `${name}.html`);

beforeAll(async () => {
  if (withoutBrowser !== null) return;
  folder = mkdtempSync(join(tmpdir(), 'juncture-handout-'));
  const pool = startPool({ workers: 0, now: () => 0 });
  for (const [name, scenario] of [
    ['small', seminarScenario],
    ['hostile', hostileSeminar()],
  ] as const) {
    writeFileSync(fileOf(name), handoutHtml(await seminarHandout(scenario, pool)));
  }
  await pool.close();
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  if (withoutBrowser !== null) return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(withoutBrowser !== null)('the handout in a browser', () => {
  it.each([
    ['small', 'light'],
    ['small', 'dark'],
    ['hostile', 'light'],
  ] as const)('%s, %s: quiet, and nothing serious for axe', async (name, scheme) => {
    const { page, requests, complaints } = await openPage(browser, fileOf(name), { scheme });
    expect(await seriousFaults(page)).toEqual([]);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('globalThis.owned')).toBeUndefined();
  });

  it.each(['small', 'hostile'])('%s: fits a phone of 360 pixels, and paper', async (name) => {
    const { page } = await openPage(browser, fileOf(name), { width: 360 });
    const tooWide = 'document.documentElement.scrollWidth > innerWidth';
    expect(await page.evaluate(tooWide)).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(tooWide)).toBe(false);
    expect(await page.locator('svg.tree').isVisible()).toBe(true);
  });
});
