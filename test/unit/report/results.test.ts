// Proves that results are told in the same order and numbers as elsewhere, parts with nothing to tell left out, and that
// hostile words are only text in Markdown and LaTeX.
import { describe, expect, it } from 'vitest';
import type { Findings, SimulationResult } from '../../../src/experiment/index.ts';
import { latexOf } from '../../../src/report/latex/index.ts';
import { markdownOf } from '../../../src/report/markdown/index.ts';
import { type Pictures, resultsDocument } from '../../../src/report/results/index.ts';
import { NO_SETTINGS, type Scenario } from '../../../src/scenario/index.ts';
import { crisisScenario } from '../../helpers/crisis-scenario.ts';
import { HOSTILE_WORDS, hostileResult, hostileScenario } from '../../helpers/hostile-result.ts';
import { HOSTILE } from '../../helpers/nested-chart.ts';
import { crisisResult } from '../../helpers/simulation-result.ts';

const NONE: Pictures = { chart: null, endings: null, days: null, variants: null };

function findingsOf(scenario: Scenario, result: SimulationResult, more: Partial<Findings> = {}): Findings {
  return {
    scenario,
    settings: NO_SETTINGS,
    point: { parameters: [], fixed: [], without: [], initial: [] } as unknown as Findings['point'],
    result,
    baseline: null,
    variants: null,
    assumptions: scenario.parameters.map((parameter) => ({
      parameter,
      treatment: 'held at 1',
      varied: false,
      evidence: 'assumed',
      sources: [],
      contested: false,
      influence: null,
      weight: 0,
    })),
    weakest: null,
    sensitivity: { runs: 0, outcomes: [] },
    stories: [],
    timeline: scenario.timeline.map((entry) => ({ entry, happened: null, measured: null })),
    limits: ['What cannot be said.'],
    manifest: result.manifest,
    ...more,
  };
}

const titles = (markdown: string): readonly string[] => markdown.match(/^## .*$/gm) ?? [];

describe('the results of a crisis', () => {
  const scenario = crisisScenario();
  const result = crisisResult(500, 2000);
  const markdown = markdownOf(resultsDocument(findingsOf(scenario, result), NONE));

  it('are told in order, parts with nothing to tell left out', () => {
    expect(titles(markdown)).toEqual([
      '## How it ends',
      '## What it rests on',
      '## Day by day',
      ...(scenario.timeline.length === 0 ? [] : ['## What really happened']),
      '## Measures',
      '## What happened in the runs',
      '## Limits',
      '## How to have this again',
      ...(scenario.sources.length === 0 ? [] : ['## Sources']),
    ]);
  });

  it('have each outcome, measure and happening once in its table', () => {
    for (const { label } of result.outcomes) expect(markdown).toContain(`| *${label}* |`);
    for (const { path } of result.happenings) expect(markdown.split(`(\`${path}\`)`)).toHaveLength(2);
    for (const { id } of result.measures) expect(markdown).toContain(`(\`${id}\`)`);
  });

  it('name pictures where there are some', () => {
    const picture = { file: 'a-endings.svg', caption: 'How <it> ends' };
    const told = markdownOf(resultsDocument(findingsOf(scenario, result), { ...NONE, endings: picture }));
    expect(told).toContain('![How \\<it\\> ends](<a-endings.svg>)');
  });
});

describe('hostile words', () => {
  const scenario: Scenario = {
    ...hostileScenario(),
    summary: HOSTILE.join(' '),
    sources: HOSTILE.map((text, index) => ({ id: `source_${index}`, text })),
  };
  const regions = hostileResult().regions.map((region) => ({
    ...region,
    label: `\u202e${HOSTILE.join('')}`,
  }));
  const findings = findingsOf(
    scenario,
    { ...hostileResult(), regions },
    { limits: [...HOSTILE, ...HOSTILE_WORDS] },
  );
  const document = resultsDocument(findings, NONE);

  it('are text in Markdown: no HTML, no links, no characters that steer, rows whole', () => {
    const markdown = markdownOf(document);
    expect(markdown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028\u200b]/u);
    const bare = markdown.replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '').replaceAll(/\\./g, '');
    expect(bare).not.toMatch(/<|\]\(|:\/\//);
    for (const table of markdown.split('\n\n').filter((block) => block.startsWith('| '))) {
      const bars = table
        .split('\n')
        .map((row) => row.replaceAll('\\\\', '').replaceAll('\\|', '').match(/\|/g)!.length);
      expect(new Set(bars).size, table.slice(0, 200)).toBe(1);
    }
  });

  it('are text in LaTeX: braces balance', () => {
    const tex = latexOf(document).replaceAll(/\\[\\{}]/g, '');
    expect(tex.match(/\{/g)).toHaveLength(tex.match(/\}/g)!.length);
  });
});
