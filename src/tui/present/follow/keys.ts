/** The leader's screen: it only looks, so there is little to ask for. */
import type { KeyRow } from '../../key-table.ts';
import type { PresentState } from '../state.ts';

export type FollowRequest = 'quit' | 'interrupt';

export const FOLLOW_KEYS: readonly KeyRow<PresentState, null, FollowRequest>[] = [
  {
    keys: ['q'],
    sign: 'q',
    word: 'quit',
    help: "Close the leader's screen; the seminar goes on.",
    rank: 9,
    useful: () => true,
    request: () => 'quit',
  },
  {
    keys: ['ctrl+c'],
    sign: 'ctrl-c',
    word: 'stop',
    help: 'Close it at once.',
    rank: 0,
    useful: () => true,
    request: () => 'interrupt',
  },
];
