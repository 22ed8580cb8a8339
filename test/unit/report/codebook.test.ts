// Proves that the codebook has a row for everything that a scenario names, with its unit and what it rests on.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioCodebook } from '../../../src/report/codebook/index.ts';
import { markdownOf } from '../../../src/report/markdown/index.ts';
import type { Scenario } from '../../../src/scenario/index.ts';
import { scenarioFrom, scenarioFromFile, scenarioOf } from '../../helpers/build-scenario.ts';

const rowsOf = (scenario: Scenario): readonly string[] =>
  markdownOf(scenarioCodebook(scenario))
    .split('\n')
    .filter((line) => line.startsWith('| `'));

const FOUNDING = scenarioFromFile('scenarios/kazakhstan-2022.yaml');

describe('the codebook', () => {
  it('has a row for each entry of the founding case, and no other', () => {
    const { parameters, variables, auxiliaries, stages, decisions, happenings, outcomes, measures } =
      FOUNDING;
    const named = [parameters, variables, auxiliaries, decisions, outcomes, measures].flatMap((list) =>
      list.map(({ name }) => name),
    );
    const paths = [...stages, ...happenings].map(({ path }) => path);
    const rows = rowsOf(FOUNDING);
    expect(rows).toHaveLength(named.length + paths.length);
    for (const name of [...named, ...paths]) {
      expect(
        rows.some((row) => row.startsWith(`| \`${name}\` | `)),
        name,
      ).toBe(true);
    }
  });

  it('says type, unit, values, how it is drawn, source and note', () => {
    const rows = rowsOf(FOUNDING);
    expect(rows.find((row) => row.startsWith('| `force_size`'))).toBe(
      '| `force_size` | Size of a small force | number | thousand | 0.1 to 10 | 2.03 | triangular, 1.7 to 2.6, most likely 2.03 | Patron | `interfax2022` | Officially 2,030 troops and 250 vehicles; up to 2,500 reported; 3,000 to 5,000 was wrong. |',
    );
    expect(rows.find((row) => row.startsWith('| `sponsor`'))).toContain(
      '| choice | – | `nobody`, `criminal`, `faction`, `mixed` | mixed | nobody 25 %, criminal 25 %, faction 25 %, mixed 25 % |',
    );
  });

  it('of the example of the language is this', async () => {
    const scenario = scenarioOf(readFileSync('test/fixtures/fuel-prices.yaml', 'utf8'));
    await expect(markdownOf(scenarioCodebook(scenario))).toMatchFileSnapshot(
      '../../golden/report/codebook-fuel-prices.md',
    );
  });

  it('of the barest scenario has the tables that have rows', () => {
    const bare = scenarioFrom({
      juncture: 1,
      title: 'Bare',
      time: { start: '2024-01-01', step: '1 day', horizon: '5 days' },
      regions: { street: { initial: 'calm', stages: { calm: {} } } },
    });
    const titles = markdownOf(scenarioCodebook(bare))
      .split('\n')
      .filter((line) => line.startsWith('## '));
    expect(titles).toEqual(['## Stages', '## Outcomes']);
  });
});
