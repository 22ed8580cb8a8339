/** What the turning points of a run are asked with. */
import type { EngineChoice, Progress } from '../../runner/index.ts';
import type { Chart } from '../../statechart/index.ts';
import type { RunPath } from './run-path.ts';

export interface TurningRequest {
  readonly chart: Chart;
  readonly path: RunPath;
  /** Futures of each state, once to find the turns and once, others, to measure them. */
  readonly futures: number;
  /** At most so many turns, those of the largest swings. */
  readonly most: number;
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Counts states. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly now: () => number;
}
