// However the example is spoiled, loading it throws nothing, and says either what is wrong or hands out a scenario.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../../../src/diagnostics/index.ts';
import { loadScenario, NO_SETTINGS, resolvePoint } from '../../../../src/scenario/index.ts';

const EXAMPLE = readFileSync('test/fixtures/fuel-prices.yaml', 'utf8');
const LINES = EXAMPLE.split('\n');
const WORDS = [...new Set(EXAMPLE.match(/[a-z_][a-z0-9_.]*/g))];
const ODD = [
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'null',
    'true',
    '~',
    '[]',
    '{}',
    '""',
    '1e999',
    '-1',
    '0',
  ],
  ...[
    '.nan',
    '.inf',
    '2022-02-30',
    '-3 days',
    '"a > b"',
    '"1 / 0"',
    '"((("',
    '&a',
    '*a',
    '<<',
    '{x}',
    '1 week',
    '\t',
    '\u0000',
  ],
];

/** A place in a list, as a share of its length. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (share: number, length: number): number => Math.floor(share * length);

/** Each takes the text and gives another. */
type Mutation = (text: string) => string;

const onLines =
  (change: (lines: string[]) => void): Mutation =>
  (text) => {
    const lines = text.split('\n');
    change(lines);
    return lines.join('\n');
  };

function onWord(share: number, replacement: string): Mutation {
  return (text) => {
    const found = [...text.matchAll(/[a-z_][a-z0-9_.]*|\d+(\.\d+)?/g)];
    const word = found[at(share, found.length)];
    if (word === undefined) return text;
    return text.slice(0, word.index) + replacement + text.slice(word.index + word[0].length);
  };
}

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(place, fc.constantFrom(...WORDS)).map(([share, word]) => onWord(share, word)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, fc.constantFrom(...ODD)).map(([share, word]) => onWord(share, word)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(place, fc.double({ min: -3, max: 3, noNaN: true }))
      .map(([share, value]) => onWord(share, String(value))),
  },
  {
    weight: 2,
    arbitrary: place.map((share) => onLines((lines) => lines.splice(at(share, lines.length), 1))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(place, place)
      .map(([from, to]) =>
        onLines((lines) => lines.splice(at(to, lines.length), 0, LINES[at(from, LINES.length)] ?? '')),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(place, fc.string({ maxLength: 4, unit: 'grapheme' })).map(
      ([share, piece]): Mutation =>
        (text) => {
          const cut = at(share, text.length);
          return text.slice(0, cut) + piece + text.slice(cut + 1);
        },
    ),
  },
);

const spoiled = fc
  .array(mutation, { minLength: 1, maxLength: 4 })
  .map((mutations) => mutations.reduce((text, mutate) => mutate(text), EXAMPLE));

const load = (text: string) =>
  loadScenario('spoiled.yaml', (path) => (path === 'spoiled.yaml' ? new TextEncoder().encode(text) : null));

describe('a spoiled example', () => {
  it('is a scenario or has an error, and every place lies in the text', () => {
    fc.assert(
      fc.property(spoiled, (text) => {
        const { scenario, diagnostics } = load(text);
        expect(scenario === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
        for (const { source, span, message } of diagnostics) {
          expect(message).not.toBe('');
          if (source === null || span === null) continue;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(source.text.length);
        }
        expect(formatDiagnostics(diagnostics, { colour: false })).not.toContain('undefined');
      }),
      { numRuns: 300 },
    );
  });

  it('refers only to what it has, when it is a scenario', () => {
    fc.assert(
      fc.property(spoiled, (text) => {
        const { scenario } = load(text);
        if (scenario === null) return;
        const { stages, transitions, happenings, auxiliaries, auxiliaryOrder, outcomes } = scenario;
        const isStage = (stage: number | null) => stage === null || stages[stage] !== undefined;
        expect(transitions.every(({ targets, stage }) => targets.every(isStage) && isStage(stage))).toBe(
          true,
        );
        expect(transitions.every(({ index, happening }) => index === happening)).toBe(true);
        expect(stages.every(({ outcome }) => outcome === null || outcomes[outcome] !== undefined)).toBe(true);
        expect([...auxiliaryOrder].sort((a, b) => a - b)).toEqual(auxiliaries.map(({ index }) => index));
        expect(happenings.length).toBe(new Set(happenings.map(({ path }) => path)).size);
        expect(resolvePoint(scenario, NO_SETTINGS).point).not.toBeNull();
        for (const { name } of scenario.variants) {
          expect(resolvePoint(scenario, { ...NO_SETTINGS, variant: name }).diagnostics).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
