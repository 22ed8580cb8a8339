// Proves what the diagrams of the page's example look like, and that no text of a scenario can break out of them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/scenario/index.ts';
import {
  influenceDot,
  influenceJson,
  influenceMermaid,
  influenceText,
  toDot,
  toMermaid,
  toScxml,
  toText,
  toXStateJson,
} from '../../../src/statechart/index.ts';
import { scenarioOf } from '../../helpers/build-scenario.ts';
import { HOSTILE, nestedChart as nested } from '../../helpers/nested-chart.ts';

const fuelPrices = scenarioOf(
  readFileSync(new URL('../../fixtures/fuel-prices.yaml', import.meta.url), 'utf8'),
);

const FORMS = [
  ['text', toText, 'txt'],
  ['Mermaid', toMermaid, 'mmd'],
  ['DOT', toDot, 'dot'],
  ['SCXML', toScxml, 'scxml'],
  ['the JSON of XState', withoutHash, 'xstate.json'],
  ['what feeds what, text', influenceText, 'influence.txt'],
  ['what feeds what, Mermaid', influenceMermaid, 'influence.mmd'],
  ['what feeds what, DOT', influenceDot, 'influence.dot'],
  ['what feeds what, JSON', graphWithoutHash, 'influence.json'],
] as const;

/** The scenario's hash is not the diagram's affair. */
function withoutHash(scenario: Scenario): string {
  return toXStateJson({ ...scenario, hash: 'hash' });
}

function graphWithoutHash(scenario: Scenario): string {
  return influenceJson({ ...scenario, hash: 'hash' });
}

describe.each(FORMS)('as %s', (_, draw, ending) => {
  it('the page’s example', async () => {
    await expect(draw(fuelPrices)).toMatchFileSnapshot(`fuel-prices.${ending}`);
  });

  it('nested stages and moves of every kind', async () => {
    await expect(draw(nested(''))).toMatchFileSnapshot(`nested.${ending}`);
  });
});

describe.each(HOSTILE.map((label) => [label]))('a label with %j', (label) => {
  const tame = nested(' x');
  const hostile = nested(` ${label} x`);

  it('adds no line to any diagram', () => {
    for (const [, draw] of FORMS)
      expect(draw(hostile).split('\n')).toHaveLength(draw(tame).split('\n').length);
  });

  it('stays inside its string in DOT', () => {
    // Without its strings, the text is that of the tame scenario.
    const outside = (text: string): string => text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
    expect(outside(toDot(hostile))).toBe(outside(toDot(tame)));
  });

  it('has no sign in Mermaid that means something there', () => {
    const lines = toMermaid(hostile).split('\n');
    const inside = lines.flatMap(
      (line) => /^ *state "(.*)" as \w+(?: \{)?$/.exec(line)?.[1] ?? / : (.*)$/.exec(line)?.[1] ?? [],
    );
    expect(inside.length).toBeGreaterThan(15);
    for (const text of inside) expect(text.replace(/#\d+;/g, '')).not.toMatch(/["#;:<>{}[\]\\|`&%~^@$]/);
    const outside = (text: string): string => text.replace(/"[^"\n]*"/g, '""').replace(/ : .*$/gm, ' :');
    expect(outside(lines.join('\n'))).toBe(outside(toMermaid(tame)));
  });

  it('stays inside its comments in SCXML, which have no two dashes in a row', () => {
    const text = toScxml(hostile);
    const comments = /<!--[\s\S]*?-->/g;
    for (const [comment] of text.matchAll(comments)) expect(comment.slice(4, -3)).not.toMatch(/--|-$/);
    const outside = (xml: string): string => xml.replace(comments, '');
    expect(outside(text)).toBe(outside(toScxml(tame)));
  });

  it('stays inside its strings in JSON', () => {
    const keys = (value: unknown): unknown =>
      value === null || typeof value !== 'object'
        ? typeof value
        : Object.entries(value).map(([key, inner]) => [key, keys(inner)]);
    expect(keys(JSON.parse(toXStateJson(hostile)))).toEqual(keys(JSON.parse(toXStateJson(tame))));
  });

  it('stays inside its labels where what feeds what is drawn', () => {
    const outside = (text: string): string => text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
    expect(outside(influenceDot(hostile))).toBe(outside(influenceDot(tame)));
    expect(outside(influenceMermaid(hostile))).toBe(outside(influenceMermaid(tame)));
  });

  it('has no control character in the text', () => {
    expect(influenceText(hostile)).not.toMatch(/[^\P{C}\n]/u);
    expect(toText(hostile)).not.toMatch(/[^\P{C}\n]/u);
  });
});

it('lines of text keep to the width; targets are not cut', () => {
  for (const line of toText(fuelPrices, { width: 60 }).split('\n'))
    expect([...line].length).toBeLessThanOrEqual(60);
  expect(toText(fuelPrices, { width: 60 })).toContain('…)──▶ riot');
});
