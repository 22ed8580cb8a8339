/** What a batch of futures of one state yields, whichever engine ran it. */
import { rowLength } from './batch.ts';
import type { Scenario } from './model.ts';

/** What became of an option that was fixed for the next asking of its decision. */
export const OPTION = { notAsked: 0, taken: 1, unavailable: 2 } as const;

export interface FuturesBatch {
  readonly firstFuture: number;
  readonly futures: number;
  /** `[futures][ROW_HEAD + measures]`, as a batch of runs has them; the measures are those of the whole run. */
  readonly rows: Float64Array;
  /** `[futures][happenings]`: 1 where it happened after the state they begin with. */
  readonly happened: Uint8Array;
  /** `[futures]`: one of `OPTION`; 0 where no option was fixed. */
  readonly option: Uint8Array;
}

/** An empty batch with every array in its right length. */
export const emptyFutures = (scenario: Scenario, firstFuture: number, futures: number): FuturesBatch => ({
  firstFuture,
  futures,
  rows: new Float64Array(futures * rowLength(scenario)),
  happened: new Uint8Array(futures * scenario.happenings.length),
  option: new Uint8Array(futures),
});
