/** Hands on the latest of many values when they pause, so that a held key does not write a file thirty times a second. */

const REST_MS = 250;

export interface Delayed<Value> {
  readonly push: (value: Value) => void;
  /** Hands on what still waits, at once. */
  readonly flush: () => void;
}

export function delayed<Value>(deliver: (value: Value) => void): Delayed<Value> {
  let waiting: { readonly value: Value } | null = null;
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    deliver(value);
  };
  return {
    push(value) {
      waiting = { value };
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(flush, REST_MS);
      timer.unref();
    },
    flush,
  };
}
