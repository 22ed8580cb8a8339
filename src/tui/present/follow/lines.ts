/** What the leader is told, in lines of text. */
import { momentLines } from '../lines/answers.ts';
import type { PresentState } from '../state.ts';
import { historyLines } from '../words.ts';
import { historyAhead, leaderLines } from './words.ts';

/** All of a place: the notes, then what the room is told with all that it is not, and the history. */
export function followLines(shown: PresentState): readonly string[] {
  const state = { ...shown, showsModel: true, stop: null };
  const past = historyLines(shown);
  const ahead = historyAhead(shown);
  return [
    ...momentLines(state, Math.max(0, shown.story.length - MOST_TOLD)),
    ...leaderLines(shown).map(([head, text]) => `${head.charAt(0)}${head.slice(1).toLowerCase()}: ${text}`),
    ...(past.length === 0 ? [] : ['What really happened, the latest first:', ...past]),
    ...(ahead.length === 0 ? [] : ['And then (not for the room):', ...ahead]),
  ];
}

const MOST_TOLD = 4;
