// Proves the words of a seminar: which ending the options are compared by, changes, and hands.
import { describe, expect, test } from 'vitest';
import { newcombePaired } from '../../../src/analysis/index.ts';
import type { Way } from '../../../src/experiment/index.ts';
import { changeWords, handsWords, widestOutcome } from '../../../src/report/index.ts';
import type { DecisionRecord } from '../../../src/statechart/index.ts';

describe('the ending that options are compared by', () => {
  const ways = [
    [0.5, 0.4, 0.1],
    [0.7, 0.3, 0],
    [0, 0, 1],
  ].map(
    (shares) => ({ outlook: { outcomes: shares.map((value) => ({ share: { value } })) } }) as unknown as Way,
  );
  const asked = (...odds: readonly number[]) =>
    ({ options: odds.map((its, at) => ({ id: String(at), odds: its })) }) as unknown as DecisionRecord;

  test('is the one they differ most in by their odds: an option that is never taken does not decide', () => {
    expect(widestOutcome(asked(0.5, 0.5, 0), ways)).toBe(0);
    expect(widestOutcome(asked(0.34, 0.33, 0.33), ways)).toBe(2);
  });

  test('is the most frequent where they do not differ, and the first where nothing is known yet', () => {
    expect(widestOutcome(asked(0.5, 0.5), [ways[2]!, ways[2]!])).toBe(2);
    expect(widestOutcome(asked(0.5, 0.5), [])).toBe(0);
  });
});

test('changes: more, fewer, and what cannot be told', () => {
  const more = newcombePaired({ both: 20, first: 40, second: 5, neither: 35 });
  const none = newcombePaired({ both: 20, first: 10, second: 10, neither: 60 });
  expect(changeWords(more)).toMatch(/^35 more of 100 futures \(\d+ to \d+\)$/);
  const fewer = newcombePaired({ both: 20, first: 5, second: 40, neither: 35 });
  expect(changeWords(fewer)).toMatch(/^35 fewer of 100 futures \(\d+ to \d+\)$/);
  expect(changeWords(none)).toMatch(/^cannot tell \(−\d+ to \d+ of 100 futures\)$/);
  // A thousand pairs that end alike: whatever the difference is, it is not one of 100.
  const alike = newcombePaired({ both: 400, first: 0, second: 0, neither: 600 });
  expect(changeWords(alike)).toBe('cannot tell (under 1 of 100 futures)');
});

test('hands: the most first, equal ones in order', () => {
  const nameOf = (index: number) => String(index + 1);
  expect(handsWords([2, 14, 0, 2], nameOf)).toBe('2 (14 hands), 1 (2), 4 (2)');
  expect(handsWords([0, 1], nameOf)).toBe('2 (1 hand)');
  expect(handsWords([0, 0], nameOf)).toBe('no hands');
});
