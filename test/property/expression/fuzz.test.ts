// Proves that any text gives a tree that evaluates or faults with places in it, and never an exception.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExpressionFault, evaluator, parseExpression } from '../../../src/expression/index.ts';
import { ANYTHING, sampleNames, sampleState } from '../../unit/expression/sample-names.ts';

const PIECES = [
  ...[
    '(',
    ')',
    ',',
    '?',
    ':',
    '.',
    '+',
    '-',
    '*',
    '/',
    '^',
    '<',
    '<=',
    '>',
    '>=',
    '==',
    '!=',
    'and',
    'or',
    'not',
  ],
  ...[
    '1',
    '0.5',
    '.5',
    '5.',
    '1e3',
    'true',
    'false',
    'crowd',
    'tense',
    'loyalty',
    'sponsor',
    'street',
    'riot',
    'gangs',
  ],
  ...[
    'min(',
    'clamp(',
    'active(',
    'since(',
    'is(',
    'street.riot',
    'oil_falls',
    'day',
    'undefined',
    'constructor',
  ],
  ...[' ', '\n', '\t'],
];
const FOREIGN = [
  '%',
  '!',
  '=',
  '#',
  '"',
  "'",
  '`',
  '[',
  ']',
  '{',
  '}',
  '\\',
  '~',
  '&',
  '|',
  ';',
  '$',
  '@',
  '\u00a0',
  '\u03c0',
  '\ud835\udc65',
  '\ud800',
  '**',
  '..',
  '0x',
  '1e',
  '\u0000',
  'xor',
  'to',
  'in',
  'end',
  'null',
  'NaN',
];
const GOOD = [
  '0.3 * anger - 0.1 + 0.1 * active(palace.split)',
  '0.05 * (since(street.turns_violent) < 5)',
  'crowd > 300 and not (tense or times(response.shoot) > 0) ? min(1, crowd / 2) : -anger ^ 2',
  'clamp(ramp(day, 1, 3) + 0.3 * is(sponsor, gangs), 0, 1)',
  '0 < anger < 1',
];

/** Holds for every text; tells whether it was good. */
function checkText(text: string): boolean {
  const parsed = parseExpression(text, sampleNames, ANYTHING);
  if (!Array.isArray(parsed)) {
    expect(typeof evaluator(parsed.tree)(sampleState)).toBe('number');
    return true;
  }
  expect(parsed.length).toBeGreaterThan(0);
  for (const fault of parsed) checkFault(fault, text);
  const starts = parsed.map(({ span }) => span.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  return false;
}

function checkFault({ message, mend, span }: ExpressionFault, text: string): void {
  expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
  expect(span.end > span.start || text === '').toBe(true);
  expect(message).not.toBe('');
  expect(mend).toMatch(/[.?!:]$/);
  // The gates leave nothing to mathjs that it could not read.
  expect(message).not.toContain('cannot be read');
}

test('any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => void checkText(text)),
    { numRuns: 100 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => void checkText(text)),
    { numRuns: 700 },
  );
});

test('any row of words and signs of the language', () => {
  let good = 0;
  const row = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));
  const spaced = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(' '));
  fc.assert(
    fc.property(fc.oneof(row, spaced), (text) => {
      if (checkText(text)) good++;
    }),
    { numRuns: 1000 },
  );
  expect(good).toBeGreaterThan(20);
});

test('any row with foreign signs', () => {
  const row = fc
    .array(fc.constantFrom(...PIECES, ...FOREIGN, ...FOREIGN), { maxLength: 14 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(row, (text) => void checkText(text)),
    { numRuns: 1500 },
  );
});

test('good expressions, mutated', () => {
  const mutation = fc.record({
    at: fc.nat(100),
    length: fc.nat(4),
    insert: fc.constantFrom('', ...PIECES, ...FOREIGN),
  });
  const mutated = fc
    .tuple(fc.constantFrom(...GOOD), fc.array(mutation, { minLength: 0, maxLength: 3 }))
    .map(([text, mutations]) =>
      mutations.reduce(
        (current, { at, length, insert }) =>
          current.slice(0, at % (current.length + 1)) +
          insert +
          current.slice((at % (current.length + 1)) + length),
        text,
      ),
    );
  let good = 0;
  fc.assert(
    fc.property(mutated, (text) => {
      if (checkText(text)) good++;
    }),
    { numRuns: 1500 },
  );
  expect(good).toBeGreaterThan(150);
});
