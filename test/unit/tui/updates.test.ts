// Proves that at most 20 updates a second come through, always the latest, and that pausing holds the work.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPause } from '../../../src/tui/pause.ts';
import { throttled } from '../../../src/tui/updates.ts';

describe('throttled', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a thousand updates in a second are at most twenty-one', () => {
    const seen: number[] = [];
    const updates = throttled((value: number) => seen.push(value));
    for (let update = 0; update < 1000; update += 1) {
      updates.push(update);
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    expect(seen.length).toBeLessThanOrEqual(21);
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(999);
  });

  test('the first comes at once, the last of a burst 50 ms later', () => {
    const seen: string[] = [];
    const updates = throttled((value: string) => seen.push(value));
    for (const value of ['a', 'b', 'c']) updates.push(value);
    expect(seen).toEqual(['a']);
    vi.advanceTimersByTime(49);
    expect(seen).toEqual(['a']);
    vi.advanceTimersByTime(1);
    expect(seen).toEqual(['a', 'c']);
  });

  test('stopping hands over what waits, and nothing after', () => {
    const seen: string[] = [];
    const updates = throttled((value: string) => seen.push(value));
    updates.push('a');
    updates.push('b');
    updates.stop();
    updates.push('c');
    vi.advanceTimersByTime(1000);
    expect(seen).toEqual(['a', 'b']);
  });
});

describe('pause', () => {
  test('work goes on at once when nothing is paused, and after a pause when it ends', async () => {
    let paused = false;
    const pause = createPause(() => paused, new AbortController().signal);
    await pause.resumed();
    paused = true;
    let gone = false;
    const waiting = pause.resumed().then(() => {
      gone = true;
    });
    pause.changed();
    await Promise.resolve();
    expect(gone).toBe(false);
    expect(pause.paused()).toBe(true);
    paused = false;
    pause.changed();
    await waiting;
    expect(gone).toBe(true);
  });

  test('a pause does not hold work that is to end', async () => {
    const end = new AbortController();
    const pause = createPause(() => true, end.signal);
    const waiting = pause.resumed();
    end.abort();
    await waiting;
    expect(pause.paused()).toBe(false);
    await pause.resumed();
  });
});
