/** How many runs a chunk takes. No result depends on it; only how soon results come and how evenly work is shared. */

/** Long enough that a message costs nothing beside it, short enough that an abort or a moved parameter waits little. */
const TARGET_MS = 40;
const LEAST_MS = 2;
/** So that a chunk's rows stay a few megabytes however fast the runs are. */
const MOST_RUNS = 50_000;

/**
 * Guided self-scheduling (Polychronopoulos and Kuck 1987): half of each seat's even share of what is left, so that the
 * seats end together even when one is slower; between 2 and 40 ms of work.
 * @param runsPerMs measured on earlier chunks, or a guess.
 */
export function chunkSize(work: {
  readonly remaining: number;
  readonly seats: number;
  readonly runsPerMs: number;
}): number {
  const share = Math.ceil(work.remaining / (2 * work.seats));
  const most = Math.min(MOST_RUNS, Math.floor(work.runsPerMs * TARGET_MS));
  const least = Math.floor(work.runsPerMs * LEAST_MS);
  return Math.min(work.remaining, Math.max(1, Math.min(most, Math.max(least, share))));
}
