/** Proves the bounds of a chunk: an even share, 2 to 100 ms of work, never more than is left. */
import { expect, test } from 'vitest';
import { chunkSize } from '../../../src/runner/chunk-size.ts';
import { remainingMs } from '../../../src/runner/request.ts';

test.each([
  // 10,000 runs at 300 a millisecond on two seats: a quarter of what is left each.
  [{ remaining: 10_000, handed: 0, seats: 2, runsPerMs: 300 }, 2_500],
  // Much work: 20 ms of it at first, an eighth of what came before later, 100 ms in the end.
  [{ remaining: 1_000_000, handed: 0, seats: 2, runsPerMs: 300 }, 6_000],
  [{ remaining: 1_000_000, handed: 80_000, seats: 2, runsPerMs: 300 }, 10_000],
  [{ remaining: 1_000_000, handed: 2_000_000, seats: 2, runsPerMs: 300 }, 30_000],
  // The end: no less than 2 ms of work, no more than there is.
  [{ remaining: 900, handed: 9_100, seats: 2, runsPerMs: 300 }, 600],
  [{ remaining: 50, handed: 9_950, seats: 2, runsPerMs: 300 }, 50],
  // A machine that takes longer than the target for one run.
  [{ remaining: 100, handed: 0, seats: 2, runsPerMs: 0.01 }, 1],
  // Very fast runs: bounded by memory.
  [{ remaining: 10_000_000, handed: 0, seats: 1, runsPerMs: 100_000 }, 50_000],
])('%o', (work, size) => {
  expect(chunkSize(work)).toBe(size);
});

test('the time left is proportional to the runs left', () => {
  expect(remainingMs(0, 100, 5)).toBeNull();
  expect(remainingMs(25, 100, 50)).toBe(150);
  expect(remainingMs(100, 100, 50)).toBe(0);
});
