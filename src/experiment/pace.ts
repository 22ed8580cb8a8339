/** When a live screen gets a new picture. */

const LEAST_MS = 50;

/** Pictures may take this part of the time, so that making them never crowds out the work they show. */
const PART = 1 / 8;

/**
 * Says whether it is time for a picture: at most 20 a second, fewer where they take long to make.
 * @param now milliseconds from any origin.
 */
export function createPace(now: () => number): {
  isTime(): boolean;
  /** Makes a picture and takes the time. */
  timed(make: () => void): void;
} {
  let next = now() + LEAST_MS;
  return {
    isTime: () => now() >= next,
    timed(make) {
      const start = now();
      make();
      const end = now();
      next = start + Math.max(LEAST_MS, (end - start) / PART);
    },
  };
}
