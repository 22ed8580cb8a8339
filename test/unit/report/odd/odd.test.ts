// Proves that a model description has every element of the ODD protocol in its order and text under every heading, names
// everything that the scenario has, and says only what is so, for what ships and for random scenarios.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Block, Document } from '../../../../src/report/document/index.ts';
import { markdownOf } from '../../../../src/report/markdown/index.ts';
import { type DescriptionSubject, oddDescription } from '../../../../src/report/odd/index.ts';
import type { Scenario } from '../../../../src/scenario/index.ts';
import { arbitraryScenario } from '../../../helpers/arbitrary-scenario.ts';
import { scenarioFrom, scenarioFromFile, scenarioOf } from '../../../helpers/build-scenario.ts';
import { HOSTILE, nestedChart } from '../../../helpers/nested-chart.ts';

/** Grimm et al. 2020, table 1: the seven elements, and of the fourth the eleven concepts. */
const ELEMENTS = [
  '1. Purpose and patterns',
  '2. Entities, state variables and scales',
  '3. Process overview and scheduling',
  '4. Design concepts',
  '5. Initialization',
  '6. Input data',
  '7. Submodels',
];
const CONCEPTS = [
  'Basic principles',
  'Emergence',
  'Adaptation',
  'Objectives',
  'Learning',
  'Prediction',
  'Sensing',
  'Interaction',
  'Stochasticity',
  'Collectives',
  'Observation',
];

const describedBy = (scenario: Scenario, more: Partial<DescriptionSubject> = {}): Document =>
  oddDescription({ scenario, named: scenario.id, version: '1.2.3', promises: null, companions: [], ...more });

const textOf = ({ line }: Extract<Block, { readonly kind: 'heading' }>): string =>
  line.map((part) => (typeof part === 'string' ? part : 'url' in part ? part.url : part.text)).join('');

const headings = (document: Document, level: number): readonly string[] =>
  document.flatMap((block) => (block.kind === 'heading' && block.level === level ? [textOf(block)] : []));

/** Headings after which comes another of the same or a higher level, or nothing. */
function empty(document: Document): readonly string[] {
  return document.flatMap((block, index) => {
    const next = document[index + 1];
    if (block.kind !== 'heading') return [];
    return next === undefined || (next.kind === 'heading' && next.level <= block.level)
      ? [textOf(block)]
      : [];
  });
}

/** What no careful author writes. */
const SLIPS = /undefined|\[object|NaN|null\b(?!`)| {2,}(?=\S)|\.\.(?=\s)|,,|\s[,.;](?=\s)|\(\)|\$\{| ,/;

function sound(scenario: Scenario): void {
  const document = describedBy(scenario);
  expect(headings(document, 2).slice(0, 7)).toEqual(ELEMENTS);
  expect(headings(document, 3).filter((title) => CONCEPTS.includes(title))).toEqual(CONCEPTS);
  expect(empty(document)).toEqual([]);
  for (const block of document) {
    if (block.kind === 'table') {
      expect(block.rows.length, block.caption).toBeGreaterThan(0);
      for (const row of block.rows) expect(row.length, block.caption).toBe(block.columns.length);
    }
    if (block.kind === 'list') expect(block.items.length).toBeGreaterThan(0);
    if (block.kind === 'paragraph') expect(block.line.length).toBeGreaterThan(0);
  }
}

const SHIPPED = [
  'kazakhstan-2022',
  'bahrain-2011',
  'tutorial/1-waiting',
  'tutorial/4-parallel',
  'exact/die',
  'exact/delays',
  'exact/gamblers-ruin',
  'exact/odds',
];

describe.each(SHIPPED)('the description of %s', (name) => {
  const scenario = scenarioFromFile(`scenarios/${name}.yaml`);
  const markdown = markdownOf(describedBy(scenario));

  it('has all elements in their order, and something under every heading', () => {
    sound(scenario);
  });

  it('names every parameter, variable, quantity, stage, happening, decision, outcome, measure, variant and source', () => {
    const names = [
      ...[scenario.parameters, scenario.variables, scenario.auxiliaries, scenario.decisions].flat(),
      ...[scenario.outcomes, scenario.measures, scenario.variants, scenario.stages].flat(),
    ].map((entry) => entry.name);
    const paths = [...scenario.happenings.map(({ path }) => path), ...scenario.sources.map(({ id }) => id)];
    for (const one of [...names, ...paths]) expect(markdown).toContain(`\`${one}\``);
  });

  it('has no slips of the pen', () => {
    const prose = markdown
      .replaceAll(/```[\s\S]*?```|`[^`]*`/g, 'x')
      .replaceAll('|  |', '| – |')
      .replaceAll('|  |', '| – |');
    expect(prose.match(SLIPS)?.[0] ?? null).toBeNull();
  });
});

test('it is the same bytes again', () => {
  const scenario = scenarioFromFile('scenarios/kazakhstan-2022.yaml');
  expect(markdownOf(describedBy(scenario))).toBe(markdownOf(describedBy(scenario)));
});

test('random scenarios are described whole', () => {
  const luck = fc.array(fc.nat(1_000_000), { minLength: 300, maxLength: 300 });
  fc.assert(
    fc.property(luck, (numbers) => {
      let at = 0;
      const chooser = {
        int: (low: number, high: number) => low + (numbers[at++ % numbers.length]! % (high - low + 1)),
      };
      const scenario = scenarioOf(arbitraryScenario(chooser).text);
      sound(scenario);
      expect(markdownOf(describedBy(scenario))).not.toMatch(/undefined|\[object|NaN/);
    }),
    { seed: 11, numRuns: 8 },
  );
});

test('hostile labels are text in it', () => {
  const markdown = markdownOf(describedBy(nestedChart(HOSTILE.join(' '))));
  const outside = markdown
    .replaceAll(/```[\s\S]*?```|(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
    .replaceAll(/\\./g, '');
  expect(outside).not.toMatch(/<(?!https)|\u202e|\u2028/);
});

describe('what is so', () => {
  const bare = {
    juncture: 1,
    title: 'Bare',
    time: { start: '2024-01-01', step: '1 day', horizon: '5 days' },
    regions: { street: { initial: 'calm', stages: { calm: {} } } },
  };

  it('of the barest scenario is said, concept by concept', () => {
    const text = markdownOf(describedBy(scenarioFrom(bare)));
    for (const words of [
      'No actor is modelled',
      'There are no decisions, so nothing adapts',
      'Nothing is left to chance: all runs are the same.',
      'The model uses no input data',
      'The scenario names no pattern',
      'has no numeric variables',
      'There are no parameters',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('of the promises is told where their answers are given', () => {
    const scenario = scenarioOf(readFileSync('test/fixtures/fuel-prices.yaml', 'utf8'));
    const [first] = scenario.promises;
    const claim = {
      verdict: 'fails' as const,
      estimate: null,
      text: '3 % (2 % to 4 %)',
      wanted: 'at least 5 %',
    };
    const verdict = {
      ...claim,
      name: first!.name,
      runs: 2000,
      selected: 2000,
      claims: [claim],
      warnings: [],
      because: null,
      file: '',
      line: 1,
    };
    const told = markdownOf(
      describedBy(scenario, { promises: { verdicts: [verdict], command: 'juncture check x' } }),
    );
    expect(told).toContain('Of one promise, 1 fails.');
    expect(told).toContain(`| \`${first!.name}\` | at least 5 % | 3 % (2 % to 4 %) | 2000 | fails |`);
    expect(markdownOf(describedBy(scenario))).toContain('They were not tested for this description');
  });

  it('of texts beside it is named', () => {
    const told = markdownOf(
      describedBy(scenarioFrom(bare), { companions: [{ file: '../x.md', about: 'more' }] }),
    );
    expect(told).toContain('- `../x.md`: more.');
  });
});
