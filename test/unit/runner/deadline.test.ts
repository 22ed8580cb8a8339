/** Proves when an answer is late: after its limit and a grace, counted anew from each start. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeadline } from '../../../src/runner/deadline.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('late after limit and grace, not before, and not when stopped', () => {
  const late = vi.fn();
  const deadline = createDeadline(late);
  deadline.start(1_000);
  vi.advanceTimersByTime(1_050);
  expect(late).not.toHaveBeenCalled();
  deadline.start(1_000);
  vi.advanceTimersByTime(1_050);
  expect(late).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(late).toHaveBeenCalledTimes(1);
  deadline.start(1_000);
  vi.advanceTimersByTime(1_050);
  deadline.stop();
  vi.advanceTimersByTime(10_000);
  expect(late).toHaveBeenCalledTimes(1);
});
