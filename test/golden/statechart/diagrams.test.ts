// Proves what the diagrams of the page's example look like, and that no text of a scenario can break out of them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/scenario/index.ts';
import { toDot, toMermaid, toText } from '../../../src/statechart/index.ts';
import { scenarioFrom, scenarioOf } from '../../helpers/build-scenario.ts';

const fuelPrices = scenarioOf(
  readFileSync(new URL('../../fixtures/fuel-prices.yaml', import.meta.url), 'utf8'),
);

/** Nested stages, a region's own transition, moves into other regions and into oneself, decisions, shocks. */
const nested = (label: string): Scenario =>
  scenarioFrom({
    juncture: 1,
    title: `Nested${label}`,
    time: { start: '2022-01-01', step: '1 day', horizon: '5 days' },
    variables: { x: { initial: 1 } },
    regions: {
      note: {
        label: `Street${label}`,
        initial: 'state',
        transitions: { reset: { label: `Reset${label}`, to: 'state', hazard: 0.1 } },
        stages: {
          state: {
            label: `State${label}`,
            initial: 'one',
            transitions: {
              into: { to: 'note.state.two.deep', when: 'x < 3 and x > 1' },
              choose: { decide: 'choice', to: 'over', every: { triangular: [1, 2, 4] }, while: 'x >= 1' },
              lists: { after: 'x + 1', add: { x: 1 } },
            },
            stages: { one: {}, two: { initial: 'deep', stages: { deep: {} } } },
          },
          over: { outcome: 'done' },
        },
      },
      class: {
        initial: 'idle',
        stages: {
          idle: { transitions: { cross: { to: ['note.over', 'busy'], chance_per_day: 0.5 } } },
          busy: {},
        },
      },
    },
    decisions: {
      choice: {
        label: `Choice${label}`,
        actor: `Actor${label}`,
        question: `Question${label}?`,
        ask: { day: 2 },
        options: {
          first: { label: `First${label}`, to: 'class.busy', weight: 'x' },
          second: { available: 'x > 0', add: { x: 1 } },
        },
      },
    },
    shocks: {
      bang: { label: `Bang${label}`, day: 1, to: 'class.busy' },
      drip: { every: '2 days', add: { x: 1 } },
    },
    outcomes: { done: { label: `Done${label}` } },
  });

const FORMS = [
  ['text', toText, 'txt'],
  ['Mermaid', toMermaid, 'mmd'],
  ['DOT', toDot, 'dot'],
] as const;

describe.each(FORMS)('as %s', (_, draw, ending) => {
  it('the page’s example', async () => {
    await expect(draw(fuelPrices)).toMatchFileSnapshot(`fuel-prices.${ending}`);
  });

  it('nested stages and moves of every kind', async () => {
    await expect(draw(nested(''))).toMatchFileSnapshot(`nested.${ending}`);
  });
});

/** What would end a string, a line, a label, a comment or a cluster somewhere, or steer a terminal. */
const HOSTILE = [
  '"',
  '\\',
  '\\"',
  '\\N',
  '"]; evil [label="',
  ';',
  '}',
  '{',
  '--',
  '-->',
  ': x',
  '\n  evil --> x',
  '%%{init: {}}%%',
  '#35;',
  '<script>',
  '<b>',
  '`',
  '|',
  '\u202e',
  '\u2028',
  '[*]',
  '[[',
  '&quot;',
  'end',
  '//',
  '/*',
  "'",
];

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

  it('has no control character in the text', () => {
    expect(toText(hostile)).not.toMatch(/[^\P{C}\n]/u);
  });
});

it('lines of text keep to the width; targets are not cut', () => {
  for (const line of toText(fuelPrices, { width: 60 }).split('\n'))
    expect([...line].length).toBeLessThanOrEqual(60);
  expect(toText(fuelPrices, { width: 60 })).toContain('…)──▶ riot');
});
