/** The user's seed becomes a key here, and nowhere else: the only use of seedrandom. */
import seedrandom from 'seedrandom';

/** Key of all draws of an experiment: two unsigned 32-bit integers. */
export interface Key {
  readonly key0: number;
  readonly key1: number;
}

/**
 * Key of a seed; any string is a seed (callers turn the number 0 into '0' first).
 *
 * The text is closed with a NUL before seedrandom sees it. Its ARC4 key schedule repeats a short key to fill its
 * state, so that '1', '11' and '111' would otherwise be one seed; with the NUL the repetitions differ.
 */
export function seedKey(seed: string): Key {
  const next = seedrandom(`${seed}\0`);
  const key0 = next.int32() >>> 0;
  const key1 = next.int32() >>> 0;
  return { key0, key1 };
}
