/** Holds the words of a report's page, as a person reads them: markup, drawings and scripts left out. */
import { describe, expect, it } from 'vitest';
import { gatherFindings } from '../../src/experiment/index.ts';
import { momentText, reportPage } from '../../src/report/index.ts';
import { startPool } from '../../src/runner/index.ts';
import { NO_SETTINGS, type Scenario, type Settings } from '../../src/scenario/index.ts';
import { pointOf, scenarioFromFile } from '../helpers/build-scenario.ts';

const now = () => 0;

async function pageOf(scenario: Scenario, named: string, settings: Settings): Promise<string> {
  const pool = startPool({ workers: 0, now });
  const filePoint = pointOf(scenario);
  const same = settings === NO_SETTINGS;
  const findings = await gatherFindings(
    {
      scenario,
      named,
      settings,
      seed: '2022',
      version: '1.2.3',
      command: `juncture report ${named} --runs 1000 --seed 2022`,
      now,
      point: same ? filePoint : pointOf(scenario, settings),
      filePoint,
      variants: scenario.variants.map(({ name }) => {
        const side = { ...NO_SETTINGS, variant: name };
        return { name, settings: side, point: pointOf(scenario, side) };
      }),
      runs: 1000,
      endRuns: 500,
      dateOf: (day) => momentText(scenario.time.start, day),
    },
    pool,
  );
  await pool.close();
  const model = { scenario, kernel: null, named, settings, seed: '2022', runs: 1000, version: '1.2.3' };
  return reportPage({
    findings,
    chart: '<svg xmlns="http://www.w3.org/2000/svg"><style>text{fill:red}</style></svg>',
    figures: [],
    model,
    scripts: { page: '', worker: '', hash: 'the hash of what runs in the page' },
  });
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** One line a block; cells of a row are set apart by a bar. */
const asRead = (page: string): string =>
  page
    .slice(page.indexOf('<body>'), page.indexOf('<script'))
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<\/(?:th|td)>\s*(?=<t[hd])/g, ' | ')
    .replace(/<(?:p|li|tr|h\d|summary|caption|legend|option|div|pre|header|section|label)\b[^>]*>/g, '\n')
    .replace(/<(?:br|span)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name]!)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');

describe('the words of a page', () => {
  it('of a scenario as its file says', async () => {
    const scenario = scenarioFromFile('test/fixtures/fuel-prices.yaml');
    const page = await pageOf(scenario, 'fuel-prices.yaml', NO_SETTINGS);
    await expect(asRead(page)).toMatchFileSnapshot('report/page-fuel-prices.txt');
  });

  it('of settings, beside the scenario as its file says', async () => {
    const scenario = scenarioFromFile('test/fixtures/fuel-prices.yaml');
    const page = await pageOf(scenario, 'fuel-prices.yaml', { ...NO_SETTINGS, set: { loyalty: 0.2 } });
    await expect(asRead(page)).toMatchFileSnapshot('report/page-fuel-prices-set.txt');
  });

  it('of a scenario of one stage and one assumption', async () => {
    const scenario = scenarioFromFile('scenarios/tutorial/1-waiting.yaml');
    const page = await pageOf(scenario, '1-waiting', NO_SETTINGS);
    await expect(asRead(page)).toMatchFileSnapshot('report/page-waiting.txt');
  });
});
