/** All that can happen to the state. `limit` is how far the surface can be scrolled at the present size. */
import type { SimulationResult } from '../../experiment/index.ts';
import type { ViewId } from './state.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** null while there is nothing to go by. */
  readonly secondsLeft: number | null;
}

export type Action =
  | { readonly type: 'view'; readonly view: ViewId }
  | { readonly type: 'turn'; readonly by: 1 | -1 }
  | { readonly type: 'region'; readonly by: 1 | -1 }
  | { readonly type: 'scroll'; readonly by: number; readonly limit: number }
  | { readonly type: 'help' }
  | { readonly type: 'close' }
  | { readonly type: 'pause' }
  | { readonly type: 'history' }
  | { readonly type: 'update'; readonly result: SimulationResult; readonly progress: Progress }
  | { readonly type: 'finished'; readonly result: SimulationResult };
