// Proves what the SVG diagrams are, byte for byte, and that no text of a scenario can break out of them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/analysis/index.ts';
import { chartSvg, influenceSvg, type RunShares } from '../../src/report/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { scenarioOf } from '../helpers/build-scenario.ts';
import { HOSTILE, nestedChart } from '../helpers/nested-chart.ts';

const fuelPrices = scenarioOf(readFileSync('test/fixtures/fuel-prices.yaml', 'utf8'));

/** Every third happening in no run, the others in some. */
const sharesOf = ({ happenings }: Scenario): RunShares => ({
  runs: 1000,
  seed: '2022',
  settings: 'loyalty = 0.4',
  command: 'juncture diagram <x> --runs 1000',
  happenings: new Map(happenings.map(({ path }, index) => [path, wilson((index % 3) * 437, 1000)])),
});

describe('the SVG', () => {
  it('of the page’s example', async () => {
    await expect(await chartSvg(fuelPrices, null)).toMatchFileSnapshot('report/diagram-fuel-prices.svg');
  });

  it('with the share of runs that took each transition', async () => {
    const svg = await chartSvg(fuelPrices, sharesOf(fuelPrices));
    await expect(svg).toMatchFileSnapshot('report/diagram-fuel-prices-runs.svg');
  });

  it('of nested stages and moves of every kind', async () => {
    await expect(await chartSvg(nestedChart(''), null)).toMatchFileSnapshot('report/diagram-nested.svg');
  });

  it('of what feeds what', async () => {
    await expect(await influenceSvg(fuelPrices)).toMatchFileSnapshot('report/influence-fuel-prices.svg');
  });

  it('is the same bytes again', async () => {
    expect(await chartSvg(fuelPrices, null)).toBe(await chartSvg(fuelPrices, null));
  });
});

const LONG = 'x'.repeat(10_000);
const MANY_WORDS = 'word '.repeat(2_000);
const TEXTS = [
  ...HOSTILE,
  '</script><script>alert(1)</script>',
  '</style><style>*{}',
  '</title>',
  ']]>',
  'javascript:alert(1)',
  '&#x3c;script&#x3e;',
  'مرحبا بالعالم',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '\u202eevil\u202c',
  '\ud800',
  '\u0000\u0008\u001b[31m',
  '\ufffe',
  LONG,
  MANY_WORDS,
];

/** Elements and attributes that the drawing code writes; throws where the text is not well formed XML. */
function skeleton(svg: string): readonly string[] {
  const found: string[] = [];
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>/g,
    (_, closing: string, name: string, attributes: string, empty: string) => {
      if (closing === '/') expect(open.pop()).toBe(name);
      else {
        if (empty === '') open.push(name);
        found.push(`${name} ${[...attributes.matchAll(/ ([a-zA-Z-]+)=/g)].map(([, key]) => key).join(' ')}`);
      }
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>](?![^{}]*\})/);
  expect(rest.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
  return found;
}

/** The chart with the text in its labels, past what the loader refuses. */
function labelled(text: string): Scenario {
  const inner = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll('MARK', () => text);
    if (Array.isArray(value)) return value.map(inner);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inner(each)]));
  };
  return inner(nestedChart(' MARK x')) as Scenario;
}

describe.each(TEXTS.map((text) => [text.slice(0, 40), text]))('a label with %j', (_, text) => {
  const scenario = labelled(text);

  it('adds no element, attribute or control character, and no endless line', async () => {
    for (const svg of [await chartSvg(scenario, sharesOf(scenario)), await influenceSvg(scenario)]) {
      const allowed = /^(svg|title|desc|style|rect|g|path|text|circle|polygon) /;
      for (const element of skeleton(svg)) expect(element).toMatch(allowed);
      expect(svg).not.toMatch(/ on\w+=|href|xlink|<script|<foreign/i);
      expect(svg).not.toMatch(/[^\P{C}\n]|[\ud800-\udfff\ufffe\uffff]/u);
      for (const [, words] of svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g))
        expect([...words!].length).toBeLessThan(400);
      expect(Number(/ width="(\d+)"/.exec(svg)![1])).toBeLessThan(4000);
    }
  });
});
