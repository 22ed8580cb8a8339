/** A time limit on an answer. */

/** After a sleep of the whole machine a limit is past before a waiting answer is read: one more turn for it. */
const GRACE_MS = 100;

export interface Deadline {
  /** Begins anew, with `limitMs` from now. */
  start(limitMs: number): void;
  stop(): void;
}

export function createDeadline(late: () => void): Deadline {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start(limitMs) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = setTimeout(late, GRACE_MS);
      }, limitMs);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
