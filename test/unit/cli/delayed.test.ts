// Proves that a change is kept at once, that a held key's are kept every 50 ms, and that the last is never dropped.
import { expect, test, vi } from 'vitest';
import { delayed } from '../../../src/cli/lab/delayed.ts';

test('one change is handed on at once; of a burst the first, and then the latest', () => {
  vi.useFakeTimers();
  try {
    const kept: number[] = [];
    const { push, flush } = delayed(
      (value: number) => kept.push(value),
      () => Date.now(),
    );
    push(1);
    expect(kept).toEqual([1]);
    for (const value of [2, 3, 4]) push(value);
    expect(kept).toEqual([1]);
    vi.advanceTimersByTime(50);
    expect(kept).toEqual([1, 4]);
    vi.advanceTimersByTime(1_000);
    push(5);
    push(6);
    expect(kept).toEqual([1, 4, 5]);
    flush();
    expect(kept).toEqual([1, 4, 5, 6]);
    vi.advanceTimersByTime(1_000);
    expect(kept).toEqual([1, 4, 5, 6]);
  } finally {
    vi.useRealTimers();
  }
});
