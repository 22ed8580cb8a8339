/** What a person may ask for in a seminar, by key or by line. */
import type { SeminarPlace, StopKind } from '../../experiment/index.ts';

export type PresentRequest =
  | { readonly type: 'on'; readonly to: StopKind }
  /** `number` is the option's, from 1. */
  | { readonly type: 'take'; readonly number: number }
  | { readonly type: 'actor' }
  | { readonly type: 'luck' }
  | { readonly type: 'back' }
  | { readonly type: 'go'; readonly to: SeminarPlace }
  | { readonly type: 'predict'; readonly text: string }
  | { readonly type: 'script' }
  | { readonly type: 'notes' }
  | { readonly type: 'history' }
  | { readonly type: 'model' }
  | { readonly type: 'about' }
  | { readonly type: 'page'; readonly page: 'help' | 'tree' | 'chart' }
  | { readonly type: 'move'; readonly by: number; readonly limit: number }
  | { readonly type: 'typing' }
  | { readonly type: 'letter'; readonly letter: string }
  | { readonly type: 'erase' }
  | { readonly type: 'enter' }
  | { readonly type: 'escape' }
  | { readonly type: 'export' }
  | { readonly type: 'quit' }
  | { readonly type: 'interrupt' };
