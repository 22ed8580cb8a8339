/** The seminar's table of keys: footer, help and documentation are made of it, and so is what is asked for. */
import type { KeyRow } from '../key-table.ts';
import type { PresentRequest } from './request.ts';
import { decisionInHand, type PresentState } from './state.ts';

/** What a key may need to know beside the state. */
export interface PresentContext {
  /** How far the page can be scrolled. */
  readonly limit: number;
}

type PresentKey = KeyRow<PresentState, PresentContext, PresentRequest>;

const onStage = ({ page }: PresentState): boolean => page === null;
/** What really came is judged there, too. */
const showsScores = ({ page, session }: PresentState): boolean =>
  page === 'tree' && session.predictions.length > 0;
const goesOn = (state: PresentState): boolean => onStage(state) && state.moment.next !== null;
const isAsked = (state: PresentState): boolean => onStage(state) && decisionInHand(state) !== null;
const onPage = ({ page }: PresentState): boolean => page !== null;
const always = (): boolean => true;

export const PRESENT_KEYS: readonly PresentKey[] = [
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    sign: '1–9',
    word: 'take',
    help: 'At a decision: take the option of this number.',
    rank: 9,
    useful: isAsked,
    request: (key) => ({ type: 'take', number: Number(key) }),
  },
  {
    keys: ['a'],
    sign: 'a',
    word: 'actor',
    help: 'At a decision: the actor decides, as the luck of this way has it.',
    rank: 8,
    useful: isAsked,
    request: () => ({ type: 'actor' }),
  },
  {
    keys: ['space', 'right'],
    sign: 'space',
    word: 'on',
    help: 'To the next day, or to a new decision before it; actors decide what waits here. Also →.',
    rank: 10,
    useful: goesOn,
    request: () => ({ type: 'on', to: 'day' }),
  },
  {
    keys: ['n'],
    sign: 'n',
    word: 'happening',
    help: 'To the next happening, or to a new decision before it.',
    rank: 4,
    useful: goesOn,
    request: () => ({ type: 'on', to: 'happening' }),
  },
  {
    keys: ['d'],
    sign: 'd',
    word: 'decision',
    help: 'To the next decision, also one that is asked again as before.',
    rank: 5,
    useful: goesOn,
    request: () => ({ type: 'on', to: 'decision' }),
  },
  {
    keys: ['s'],
    sign: 's',
    word: 'stop',
    help: 'In a prepared seminar: to its next stop.',
    rank: 9,
    useful: (state) => goesOn(state) && state.isPrepared,
    request: () => ({ type: 'script' }),
  },
  {
    keys: ['l'],
    sign: 'l',
    word: 'notes',
    help: "In a prepared seminar: the leader's notes, or hide them.",
    rank: 4,
    useful: (state) => onStage(state) && state.isPrepared,
    request: () => ({ type: 'notes' }),
  },
  {
    keys: ['left'],
    sign: '←',
    word: 'back',
    help: 'Back: to the decision or the midnight before. Taking another way from there keeps both.',
    rank: 6,
    useful: onStage,
    request: () => ({ type: 'back' }),
  },
  {
    keys: ['p'],
    sign: 'p',
    word: 'predict',
    help: 'Type the hands of the room, such as 1:9 2:14: which option, or at other times which ending.',
    rank: 7,
    useful: goesOn,
    request: () => ({ type: 'typing' }),
  },
  {
    keys: ['h'],
    sign: 'h',
    word: 'history',
    help: 'Show what really happened by this date, or hide it.',
    rank: 7,
    useful: (state) => (onStage(state) || showsScores(state)) && state.scenario.timeline.length > 0,
    request: () => ({ type: 'history' }),
  },
  {
    keys: ['k'],
    sign: 'k',
    word: 'model',
    help: 'At a decision: what the model knows and the actor does not; the odds of the options.',
    rank: 3,
    useful: isAsked,
    request: () => ({ type: 'model' }),
  },
  {
    keys: ['tab'],
    sign: 'tab',
    word: 'ending',
    help: 'At a decision: compare the options by another ending.',
    rank: 2,
    useful: isAsked,
    request: () => ({ type: 'about' }),
  },
  {
    keys: ['r'],
    sign: 'r',
    word: 'luck',
    help: 'Other luck from here on: all that has not come yet is dealt again. The way that was is kept.',
    rank: 3,
    useful: goesOn,
    request: () => ({ type: 'luck' }),
  },
  {
    keys: ['t'],
    sign: 't',
    word: 'tree',
    help: 'The tree of ways taken, with the outlook of each; ↑ and ↓ mark one, enter goes there.',
    rank: 6,
    useful: always,
    request: () => ({ type: 'page', page: 'tree' }),
  },
  {
    keys: ['c'],
    sign: 'c',
    word: 'chart',
    help: 'The whole chart, region beside region, with the active stages lit.',
    rank: 5,
    useful: always,
    request: () => ({ type: 'page', page: 'chart' }),
  },
  {
    keys: ['up', 'down'],
    sign: '↑↓',
    word: 'move',
    help: 'In the tree: mark another way; on the other pages: scroll.',
    rank: 9,
    useful: onPage,
    request: (key, { limit }) => ({ type: 'move', by: key === 'up' ? -1 : 1, limit }),
  },
  {
    keys: ['return'],
    sign: 'enter',
    word: 'go there',
    help: 'In the tree: go to the marked way. While hands are typed: keep them.',
    rank: 9,
    useful: (state) => state.page === 'tree' || state.typed !== null,
    request: () => ({ type: 'enter' }),
  },
  {
    keys: ['escape'],
    sign: 'esc',
    word: 'close',
    help: 'Close a page; forget the hands that are being typed.',
    rank: 8,
    useful: (state) => onPage(state) || state.typed !== null,
    request: () => ({ type: 'escape' }),
  },
  {
    keys: ['e'],
    sign: 'e',
    word: 'handout',
    help: 'Write the handout, in Markdown and as a page: the ways taken, the branch points and the predictions.',
    rank: 2,
    useful: onStage,
    request: () => ({ type: 'export' }),
  },
  {
    keys: ['?'],
    sign: '?',
    word: 'help',
    help: 'The keys; ? or escape closes it.',
    rank: 7,
    useful: always,
    request: () => ({ type: 'page', page: 'help' }),
  },
  {
    keys: ['q'],
    sign: 'q',
    word: 'quit',
    help: 'Leave; the seminar is kept and opens again where it stands.',
    rank: 9,
    useful: always,
    request: () => ({ type: 'quit' }),
  },
  {
    keys: ['ctrl+c'],
    sign: 'ctrl-c',
    word: 'stop',
    help: 'Leave at once; the seminar is kept.',
    rank: 0,
    useful: always,
    request: () => ({ type: 'interrupt' }),
  },
];

/** Keys that are not text while hands are typed. */
const WHILE_TYPING = ['return', 'escape', 'ctrl+c'];

/** What a key asks for, or null where it means nothing here. */
export function presentRequestFor(
  key: string,
  state: PresentState,
  context: PresentContext,
): PresentRequest | null {
  if (state.typed !== null && !WHILE_TYPING.includes(key)) {
    if (key === 'backspace') return { type: 'erase' };
    const letter = key === 'space' ? ' ' : key;
    return /^[0-9 :=x,;]$/.test(letter) ? { type: 'letter', letter } : null;
  }
  const entry = PRESENT_KEYS.find(({ keys, useful }) => keys.includes(key) && useful(state));
  return entry?.request(key, context) ?? null;
}
