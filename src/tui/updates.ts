/** Lets through at most 20 updates a second, always the latest: a screen need not show more, nor draw it. */

const LEAST_MILLISECONDS = 50;

export interface Throttle<Value> {
  readonly push: (value: Value) => void;
  /** Hands over what still waits; nothing after. */
  readonly stop: () => void;
}

export function throttled<Value>(
  deliver: (value: Value) => void,
  now: () => number = Date.now,
): Throttle<Value> {
  let waiting: { readonly value: Value } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let last = Number.NEGATIVE_INFINITY;
  let stopped = false;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    last = now();
    deliver(value);
  };
  return {
    push: (value) => {
      if (stopped) return;
      waiting = { value };
      const wait = last + LEAST_MILLISECONDS - now();
      if (wait <= 0) flush();
      else timer ??= setTimeout(flush, wait);
    },
    stop: () => {
      flush();
      stopped = true;
    },
  };
}
