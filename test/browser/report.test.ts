/** Proves the living page in Chromium: it asks nothing of a network, gives the command line's numbers, and can be used by anyone. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults, type Watched, withoutBrowser } from '../helpers/browser.ts';
import { juncture } from '../helpers/command.ts';

const CASE = 'test/fixtures/fuel-prices.yaml';
const RUNS = 2000;

let folder: string;
let file: string;
let browser: Browser;

beforeAll(async () => {
  if (withoutBrowser !== null) return;
  folder = mkdtempSync(join(tmpdir(), 'juncture-report-'));
  file = join(folder, 'report.html');
  const { status, stderr } = juncture(['report', CASE, '--runs', String(RUNS), '--out', file]);
  expect(stderr).toContain('Wrote');
  expect(status).toBe(0);
  browser = await openBrowser();
});
afterAll(async () => {
  if (withoutBrowser !== null) return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Does something to a page of its own, and proves that the page asked nothing and complained of nothing. */
async function inPage(use: (watched: Watched) => Promise<void>, options = {}, at = file): Promise<void> {
  const watched = await openPage(browser, at, options);
  await use(watched);
  expect(watched.requests).toEqual([]);
  expect(watched.complaints).toEqual([]);
  await watched.page.context().close();
}

/** The runs of what was asked last are done. */
const answered = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.getElementById('status')?.textContent?.includes('runs in this page'));

/** Counts by outcome, as the page's data have them. */
async function countsOf(page: Page): Promise<Readonly<Record<string, number>>> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-csv')]);
  const text = readFileSync(await download.path(), 'utf8');
  const lines = text.split(/\r?\n/).map((line) => line.split(','));
  const count = lines[0]!.indexOf('count');
  return Object.fromEntries(
    lines.filter(([kind]) => kind === 'outcome').map((line) => [line[1]!, Number(line[count])]),
  );
}

function countsOnCommandLine(words: readonly string[]): Readonly<Record<string, number>> {
  const { stdout } = juncture(['simulate', ...words, '--json']);
  const { outcomes } = JSON.parse(stdout) as { outcomes: { id: string; count: number }[] };
  return Object.fromEntries(outcomes.map(({ id, count }) => [id, count]));
}

describe.skipIf(withoutBrowser !== null)(`the page in a browser (${withoutBrowser ?? 'Chromium'})`, () => {
  it('opens from the disk, shows the answer and asks nothing of a network', async () => {
    await inPage(async ({ page }) => {
      expect(await page.textContent('#answer')).toMatch(/^Of 100 runs \d+ end in/);
      expect(await page.locator('main section').count()).toBeGreaterThan(8);
    });
  });

  it('lets in no script, style or request but its own', async () => {
    const { page } = await openPage(browser, file);
    const blocked = await page.evaluate(async () => {
      const broken: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        broken.push(effectiveDirective);
      });
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.body.append(script);
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      new Image().src = 'http://127.0.0.1:9/x.png';
      await new Promise((done) => setTimeout(done, 50));
      return { broken, injected: 'injected' in globalThis };
    });
    expect(blocked.injected).toBe(false);
    expect(blocked.broken.sort()).toEqual(['connect-src', 'img-src', 'script-src-elem']);
    await page.context().close();
  });

  it.each([
    ['a parameter', '#set.loyalty=0.3', ['--set', 'loyalty=0.3']],
    [
      'a choice and a decision',
      '#set.sponsor=gangs&decide.response=concede',
      ['--set', 'sponsor=gangs', '--decide', 'response=concede'],
    ],
    [
      'a variant with other luck',
      '#variant=shoot_first&seed=other',
      ['--variant', 'shoot_first', '--seed', 'other'],
    ],
    [
      'a shock left out, at the baseline',
      '#without=oil_falls&at-baseline=yes',
      ['--without', 'oil_falls', '--at-baseline'],
    ],
  ])('counts what the command line counts: %s', async (_, hash, words) => {
    await inPage(
      async ({ page }) => {
        await answered(page);
        const counts = await countsOf(page);
        expect(counts).toEqual(countsOnCommandLine([CASE, '--runs', String(RUNS), ...words]));
        // The command that the page shows is the one that gives its numbers.
        expect(await page.textContent('#command')).toContain(words.slice(-2).join(' '));
      },
      { hash },
    );
  });

  it('a slider asks at once, its number beside it, and the address can be sent', async () => {
    await inPage(async ({ page }) => {
      const before = await page.textContent('#outcomes');
      await page.locator('[data-slide="loyalty"]').focus();
      for (let press = 0; press < 12; press += 1) await page.keyboard.press('ArrowLeft');
      await answered(page);
      const value = await page.inputValue('#set-loyalty');
      expect(Number(value)).toBeLessThan(0.6);
      expect(await page.textContent('#outcomes')).not.toBe(before);
      expect(await page.textContent('#change')).toMatch(/^Against the file as it is/);
      await page.waitForFunction((typed) => location.hash === `#set.loyalty=${typed}`, value);
      const hash = await page.evaluate(() => location.hash);
      const shown = await page.textContent('#outcomes');
      await inPage(
        async ({ page: second }) => {
          await answered(second);
          expect(await second.inputValue('#set-loyalty')).toBe(value);
          expect(await second.textContent('#outcomes')).toBe(shown);
        },
        { hash },
      );
      await page.click('#reset');
      await answered(page);
      await page.waitForFunction(() => location.hash === '');
      expect(await page.inputValue('#set-loyalty')).toBe('');
      expect(await page.textContent('#outcomes')).toBe(before);
    });
  });

  it('the drawn chart follows: the shares on its lines, and how wide they are', async () => {
    await inPage(async ({ page }) => {
      const drawn = () =>
        page.evaluate(() => {
          const of = '.diagram [data-happening="street.turns_violent"]';
          const told = document.querySelector(`text${of.slice(9)}`)?.textContent ?? '';
          return {
            told,
            width: Number(document.querySelector(`path${of.slice(9)}`)?.getAttribute('stroke-width')),
          };
        });
      const before = await drawn();
      expect(before.told).toMatch(/^\d+ %$/);
      await page.fill('#set-loyalty', '1');
      await answered(page);
      const now = await drawn();
      expect(Number.parseInt(now.told, 10)).toBeLessThan(Number.parseInt(before.told, 10));
      expect(now.width).toBeLessThan(before.width);
    });
  });

  it('says what does not fit, and keeps what it has', async () => {
    await inPage(async ({ page }) => {
      const before = await page.textContent('#outcomes');
      await page.fill('#set-loyalty', '7');
      await page.waitForSelector('#status.warn');
      expect(await page.textContent('#status')).toContain('loyalty');
      expect(await page.textContent('#outcomes')).toBe(before);
    });
  });

  it('gives its figure as SVG and PNG', async () => {
    await inPage(async ({ page }) => {
      const [svg] = await Promise.all([page.waitForEvent('download'), page.click('#save-svg')]);
      expect(svg.suggestedFilename()).toBe('fuel-prices-outcomes.svg');
      expect(readFileSync(await svg.path(), 'utf8')).toContain('Compromise');
      const [png] = await Promise.all([page.waitForEvent('download'), page.click('#save-png')]);
      expect(
        readFileSync(await png.path())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    });
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds serious: %s', async (scheme) => {
    await inPage(
      async ({ page }) => {
        await page.fill('#set-loyalty', '0.3');
        await answered(page);
        await page.evaluate(() => {
          for (const one of document.querySelectorAll('details')) one.open = true;
        });
        expect(await seriousFaults(page)).toEqual([]);
      },
      { scheme },
    );
  });

  it('fits a phone of 360 pixels', async () => {
    await inPage(
      async ({ page }) => {
        await page.evaluate(() => {
          for (const one of document.querySelectorAll('details')) one.open = true;
        });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      },
      { width: 360 },
    );
  });

  it('on paper everything is open, nothing is cut, and no input is left', async () => {
    await inPage(
      async ({ page }) => {
        await page.fill('#set-loyalty', '0.3');
        await answered(page);
        await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
        await page.emulateMedia({ media: 'print' });
        const seen = await page.evaluate(() => ({
          closed: document.querySelectorAll('details:not([open])').length,
          inputs: [...document.querySelectorAll('input, select, button')].filter(
            (one) => one.getClientRects().length > 0,
          ).length,
          wide: document.documentElement.scrollWidth - innerWidth,
          held: document.querySelector('[data-treatment="loyalty"]')?.textContent,
        }));
        expect(seen).toEqual({ closed: 0, inputs: 0, wide: 0, held: 'held at 0.3' });
        await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
        expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
      },
      { width: 718 },
    );
  });

  it('is a whole report without scripts', async () => {
    await inPage(
      async ({ page }) => {
        expect(await page.locator('#set-loyalty').isVisible()).toBe(false);
        expect(await page.locator('#outcomes table').isVisible()).toBe(true);
        expect(await page.locator('[data-treatment="loyalty"]').isVisible()).toBe(true);
      },
      { scripts: false },
    );
  });

  it('every link within the page leads somewhere, every id stands once', async () => {
    await inPage(async ({ page }) => {
      const lost = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
        const anchors = [...document.querySelectorAll('a[href^="#"]')].map((link) =>
          link.getAttribute('href')!.slice(1),
        );
        return [...twice, ...anchors.filter((id) => !ids.includes(id))];
      });
      expect(lost).toEqual([]);
    });
  });

  it('the page of an experiment shows every figure, and can be used by anyone', async () => {
    const data = join(folder, 'data');
    expect(juncture(['compare', CASE, '--runs', '500', '--out', data]).status).toBe(0);
    const study = join(folder, 'study.html');
    expect(juncture(['report', data, '--out', study]).status).toBe(0);
    await inPage(
      async ({ page }) => {
        const widths = await page.evaluate(() => [...document.images].map((one) => one.naturalWidth));
        expect(widths.length).toBeGreaterThan(0);
        expect(Math.min(...widths)).toBeGreaterThan(100);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        expect(await seriousFaults(page)).toEqual([]);
      },
      { width: 360 },
      study,
    );
  });

  it('the shipped report is small enough to be mailed, and opens', async () => {
    const shipped = 'reports/kazakhstan-2022.html';
    expect(statSync(shipped).size).toBeLessThan(1_500_000);
    await inPage(
      async ({ page }) => {
        await page.fill('#set-loyalty', '0.3');
        await answered(page);
        const counts = await countsOf(page);
        const words = ['kazakhstan-2022', '--runs', '10000', '--set', 'loyalty=0.3'];
        expect(counts).toEqual(countsOnCommandLine(words));
      },
      {},
      join(process.cwd(), shipped),
    );
  });
});
