// Proves that every claim of the founding text has its place in the scenario, and that the page of claims is fresh.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Claim, type ClaimsFile, claimFaults } from '../../../scripts/claims/claims.ts';
import { claimsPage } from '../../../scripts/claims/page.ts';
import { startPool } from '../../../src/runner/index.ts';
import { scenarioFromFile } from '../../helpers/build-scenario.ts';

const ROWS = 50;
const names = readdirSync('scenarios').filter((name) => name.endsWith('.claims.json'));
const read = (name: string): ClaimsFile => JSON.parse(readFileSync(`scenarios/${name}`, 'utf8'));
const scenarioOfFile = (file: ClaimsFile) => scenarioFromFile(`scenarios/${file.scenario}`);

it('the founding case has its file of claims, with all fifty rows', () => {
  expect(names).toContain('kazakhstan-2022.claims.json');
  expect(read('kazakhstan-2022.claims.json').rows).toBe(ROWS);
});

describe.each(names)('%s', (name) => {
  const file = read(name);
  const scenario = scenarioOfFile(file);

  it('has a place in the scenario, and a source, for every claim', () => {
    expect(claimFaults(file, scenario)).toEqual([]);
  });

  it('has a fresh page (else: npm run claims)', async () => {
    const pool = startPool({ workers: 0, now: () => performance.now() });
    const page = await claimsPage(file, scenario, pool).finally(() => pool.close());
    const written = readFileSync(`scenarios/${name.replace('.claims.json', '.md')}`, 'utf8');
    expect(page === written, 'the page is stale; run: npm run claims').toBe(true);
  });
});

describe('a fault of the claims is told with its row', () => {
  const file = read('kazakhstan-2022.claims.json');
  const scenario = scenarioOfFile(file);
  const faultsWith = (row: number, change: Partial<Claim>): readonly string[] => {
    const claims = file.claims.map((claim) => (claim.row === row ? { ...claim, ...change } : claim));
    return claimFaults({ ...file, claims }, scenario);
  };

  it.each<[what: string, change: Partial<Claim>, says: string]>([
    ['no element', { elements: [] }, 'Row 12 names no element of the scenario.'],
    [
      'an element that is not there',
      { elements: ['parameters.ganks'] },
      "Row 12 names 'parameters.ganks', which",
    ],
    ['no source', { source: [] }, 'Row 12 has no source.'],
    [
      'a source that is not listed',
      { source: ['nobody1999'] },
      "Row 12 cites 'nobody1999', which is not among",
    ],
    ['a measure that is not there', { look: ['misery'] }, "Row 12 looks at 'misery', which is no measure."],
    ['a removal that is not possible', { remove: { set: { ganks: 0 } } }, 'Row 12 cannot be removed so: '],
    ['neither removed nor kept', { remove: undefined } as never, 'Row 12 must say either how it is removed'],
  ])('%s', (_, change, says) => {
    const faults = faultsWith(12, change);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(says);
  });

  it('a row that is absent, doubled or beyond the list', () => {
    const without = file.claims.filter(({ row }) => row !== 31);
    expect(claimFaults({ ...file, claims: without }, scenario)).toEqual(['Row 31 is absent.']);
    const twice = [...file.claims, file.claims[0]!];
    expect(claimFaults({ ...file, claims: twice }, scenario)).toEqual(['Row 1 stands there twice.']);
    const beyond = [...file.claims, { ...file.claims[0]!, row: 51 }];
    expect(claimFaults({ ...file, claims: beyond }, scenario)).toEqual([
      'Row 51: the list of claims has rows 1 to 50.',
    ]);
  });
});
