/** How many runs a chunk takes. No result depends on it; only how soon results come and how evenly work is shared. */

/** A first chunk: soon there. */
const FIRST_MS = 20;
/** A late one: what it costs to hand out and fold is nothing beside it, and an abort or a moved parameter waits little. */
const MOST_MS = 100;
const LEAST_MS = 2;
/** So that a chunk's rows stay a few megabytes however fast the runs are. */
const MOST_RUNS = 50_000;

/** What a job has still to do, and how fast it goes. */
export interface Workload {
  /** Runs that are not handed out yet. */
  readonly remaining: number;
  /** Runs handed out before. */
  readonly handed: number;
  readonly seats: number;
  /** Of one seat, measured on earlier chunks, or a guess. */
  readonly runsPerMs: number;
}

/**
 * Guided self-scheduling (Polychronopoulos and Kuck 1987): half of each seat's even share of what is left, so that the
 * seats end together even when one is slower. Never less than 2 ms of work, nor more than 20 ms of it at first; later
 * an eighth of what was handed out before, up to 100 ms.
 */
export function chunkSize(work: Workload): number {
  const { remaining, handed, seats, runsPerMs } = work;
  const share = Math.ceil(remaining / (2 * seats));
  const grown = Math.min(MOST_MS * runsPerMs, Math.max(FIRST_MS * runsPerMs, handed / 8));
  const least = Math.floor(LEAST_MS * runsPerMs);
  const most = Math.min(MOST_RUNS, remaining, Math.floor(grown));
  return Math.max(1, Math.min(most, Math.max(least, share)));
}
