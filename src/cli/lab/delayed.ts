/** Hands on values as they come, but not more often than a disk should be written: a held key brings thirty a second. */

/** A write takes some 0.2 ms on a disk at hand, and may take ten on one that is not. */
const GAP_MS = 50;

export interface Delayed<Value> {
  /** Handed on at once; where something was in the last 50 ms, the latest of what comes meanwhile is, after that. */
  readonly push: (value: Value) => void;
  /** Hands on what still waits, at once. */
  readonly flush: () => void;
}

export function delayed<Value>(
  deliver: (value: Value) => void,
  now: () => number = () => performance.now(),
): Delayed<Value> {
  let waiting: { readonly value: Value } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    last = now();
    deliver(value);
  };
  return {
    push(value) {
      waiting = { value };
      if (timer !== null) return;
      const wait = last + GAP_MS - now();
      if (wait <= 0) flush();
      else {
        timer = setTimeout(flush, wait);
        timer.unref();
      }
    },
    flush,
  };
}
