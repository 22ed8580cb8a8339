/** What the rows of the lab's table of keys are made of. */
import type { KeyRow } from '../key-table.ts';
import type { LabAction } from './action.ts';
import type { LabState } from './state.ts';

/** What a key asks for: an action, or something only the one who opened the lab can do. */
export type LabRequest =
  | LabAction
  | { readonly type: 'quit' }
  | { readonly type: 'interrupt' }
  | { readonly type: 'save'; readonly name: string }
  | { readonly type: 'export' };

/** What a key may need to know beside the state. */
export interface LabContext {
  /** Milliseconds from any origin. */
  readonly at: number;
  /** How far what lies over the screen can be scrolled, and rows of it that are seen at once. */
  readonly limit: number;
  readonly page: number;
}

export type LabKey = KeyRow<LabState, LabContext, LabRequest>;
