/** The lab's table of keys: footer, help and documentation are made of it, and so are the actions. */
import type { KeyRow } from '../key-table.ts';
import type { LabAction } from './action.ts';
import { startFilter } from './start-filter.ts';
import type { LabState } from './state.ts';
import { isMoved, selectedItem, usefulFilters } from './visible.ts';

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

type LabKey = KeyRow<LabState, LabContext, LabRequest>;

const always = () => true;
const onItems = (state: LabState) => state.overlay === null;
const isOpen = ({ overlay }: LabState) => overlay !== null;
const questionKind = ({ overlay }: LabState) => (overlay?.kind === 'question' ? overlay.question.kind : null);
/** Along a curve the assumption goes on being moved: its mark goes with it. */
const movable = (state: LabState) => onItems(state) || questionKind(state) === 'curve';
const selectedMoved = (state: LabState): boolean => {
  if (!movable(state)) return false;
  const item = selectedItem(state);
  return item !== null && (isMoved(state, item) || state.list.typed !== null);
};
const isVariants = ({ overlay }: LabState) => overlay?.kind === 'variants';
const isDraft = ({ overlay }: LabState) => overlay?.kind === 'draft';
const scrolls = (state: LabState) => isOpen(state) && !isVariants(state);
const asks = (kind: 'curve' | 'map' | 'tornado' | 'drill') => (state: LabState) =>
  onItems(state) || questionKind(state) === kind;

const SELECTS: Readonly<Record<string, number>> = { up: -1, down: 1, k: -1, j: 1, pageup: -8, pagedown: 8 };
const SCROLLS: Readonly<Record<string, (page: number) => number>> = {
  down: () => 1,
  j: () => 1,
  up: () => -1,
  k: () => -1,
  pagedown: (page) => page,
  space: (page) => page,
  pageup: (page) => -page,
};

export const LAB_KEYS: readonly LabKey[] = [
  {
    keys: Object.keys(SCROLLS),
    sign: '↑↓',
    word: 'scroll',
    help: 'Over a page such as the help: scroll; also j and k, page up and down, space.',
    rank: 10,
    useful: scrolls,
    request: (key, { limit, page }) => ({ type: 'scroll', by: SCROLLS[key]!(page), limit }),
  },
  {
    keys: ['up', 'down', 'k', 'j'],
    sign: '↑↓',
    word: 'choose',
    help: 'On the page of variants: choose one; enter takes it.',
    rank: 10,
    useful: isVariants,
    request: (key) => ({ type: 'pick', by: key === 'down' || key === 'j' ? 1 : -1 }),
  },
  {
    keys: Object.keys(SELECTS),
    sign: '↑↓',
    word: 'choose',
    help: 'Choose an assumption; also j and k, page up and down.',
    rank: 10,
    useful: onItems,
    request: (key) => ({ type: 'select', by: SELECTS[key]! }),
  },
  {
    keys: ['left', 'right', 'h', 'l'],
    sign: '←→',
    word: 'move',
    help: 'Move the assumption and hold it there; the runs follow at once, with the same luck. Also h and l.',
    rank: 10,
    useful: movable,
    request: (key, { at }) => ({
      type: 'move',
      by: key === 'right' || key === 'l' ? 1 : -1,
      fine: false,
      at,
    }),
  },
  {
    keys: ['shift+left', 'shift+right', '<', '>'],
    sign: '⇧←→',
    word: 'finer',
    help: 'Move it in finer steps; also < and >.',
    rank: 2,
    useful: movable,
    request: (key, { at }) => ({
      type: 'move',
      by: key === 'shift+right' || key === '>' ? 1 : -1,
      fine: true,
      at,
    }),
  },
  {
    keys: ['home', 'end'],
    sign: 'home end',
    word: 'ends',
    help: 'The lowest and the highest value of its range.',
    rank: 0,
    useful: onItems,
    request: (key) => ({ type: 'extreme', end: key === 'home' ? 'low' : 'high' }),
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-'],
    sign: '1–9 .',
    word: 'value',
    help: 'Type a value, such as .35; enter sets it, escape forgets it.',
    rank: 0,
    useful: (state) => onItems(state) && selectedItem(state)?.kind === 'parameter',
    request: (key) => ({ type: 'letter', letter: key }),
  },
  {
    keys: ['0', 'backspace'],
    sign: '0',
    word: 'baseline',
    help: 'Back to the baseline: as the scenario has it, free to vary where it varies.',
    rank: 9,
    useful: selectedMoved,
    request: () => ({ type: 'release' }),
  },
  {
    keys: ['space'],
    sign: 'space',
    word: 'hold',
    help: 'Hold what varies where its baseline is, or free what is held; the next option; a shock on or off.',
    rank: 3,
    useful: onItems,
    request: () => ({ type: 'toggle' }),
  },
  {
    keys: ['return'],
    sign: 'enter',
    word: 'set',
    help: 'Set the value that was typed; end a search and keep what it found.',
    rank: 11,
    useful: (state) =>
      state.list.typed !== null || state.list.isSearching || isVariants(state) || isDraft(state),
    request: () => ({ type: 'enter' }),
  },
  {
    keys: ['g'],
    sign: 'g',
    word: 'sweep',
    help: 'How the endings go along the whole range of the assumption, and where they tip; ← → move its mark.',
    rank: 9,
    useful: asks('curve'),
    request: () => ({ type: 'ask', kind: 'curve' }),
  },
  {
    keys: ['G'],
    sign: 'G',
    word: 'map',
    help: 'One ending over two assumptions: G on the first, G on the second.',
    rank: 2,
    useful: asks('map'),
    request: () => ({ type: 'ask', kind: 'map' }),
  },
  {
    keys: ['o'],
    sign: 'o',
    word: 'matters',
    help: 'Which assumptions move the ending most, each at its 5th and 95th percentile.',
    rank: 9,
    useful: asks('tornado'),
    request: () => ({ type: 'ask', kind: 'tornado' }),
  },
  {
    keys: ['d'],
    sign: 'd',
    word: 'drill',
    help: 'How the runs that end so differ from the others; enter opens one of them as a story.',
    rank: 9,
    useful: asks('drill'),
    request: () => ({ type: 'ask', kind: 'drill' }),
  },
  {
    keys: ['return'],
    sign: 'enter',
    word: 'story',
    help: 'In a drill: tell one of the runs as a story.',
    rank: 10,
    useful: (state) => questionKind(state) === 'drill',
    request: () => ({ type: 'story', by: 1 }),
  },
  {
    keys: ['n', 'p'],
    sign: 'n p',
    word: 'another',
    help: 'In a story: the next run that ends so, or the one before.',
    rank: 10,
    useful: (state) => questionKind(state) === 'story',
    request: (key) => ({ type: 'story', by: key === 'n' ? 1 : -1 }),
  },
  {
    keys: ['v'],
    sign: 'v',
    word: 'variant',
    help: "Take one of the scenario's variants.",
    rank: 5,
    useful: (state) => state.scenario.variants.length > 0 && (onItems(state) || isVariants(state)),
    request: () => ({ type: 'overlay', kind: 'variants' }),
  },
  {
    keys: ['c'],
    sign: 'c',
    word: 'compare',
    help: 'Put what is set now beside up to three others.',
    rank: 5,
    useful: (state) => state.now !== null && (onItems(state) || state.overlay?.kind === 'compare'),
    request: () => ({ type: 'compare' }),
  },
  {
    keys: ['C'],
    sign: 'C',
    word: 'clear',
    help: 'Forget the sides that were compared.',
    rank: 2,
    useful: ({ pinned }) => pinned.length > 0,
    request: () => ({ type: 'uncompare' }),
  },
  {
    keys: ['/'],
    sign: '/',
    word: 'search',
    help: 'Search the assumptions; enter keeps what was found, escape shows all again.',
    rank: 4,
    useful: onItems,
    request: () => ({ type: 'search' }),
  },
  {
    keys: ['f'],
    sign: 'f',
    word: 'filter',
    help: 'All assumptions, those the scenario shows first, those you moved, or those that matter most.',
    rank: 4,
    useful: (state) => onItems(state) && usefulFilters(state).length > 1,
    request: () => ({ type: 'filter' }),
  },
  {
    keys: ['b'],
    sign: 'b',
    word: 'mark',
    help: 'Mark this as what is compared with; from now on "was" means it.',
    rank: 5,
    useful: (state) => state.marked !== state.settings,
    request: () => ({ type: 'mark' }),
  },
  {
    keys: ['B'],
    sign: 'B',
    word: 'unmark',
    help: 'Compare with what the lab was opened with again.',
    rank: 2,
    useful: (state) => state.marked !== state.home,
    request: () => ({ type: 'unmark' }),
  },
  {
    keys: ['s'],
    sign: 's',
    word: 'save',
    help: 'Save what is set as a variant, in a small file that extends the scenario.',
    rank: 6,
    useful: onItems,
    request: () => ({ type: 'name' }),
  },
  {
    keys: ['e'],
    sign: 'e',
    word: 'export',
    help: 'Write what is shown as a figure (SVG) and its data (CSV).',
    rank: 4,
    useful: (state) =>
      state.now !== null &&
      (onItems(state) || (state.overlay?.kind === 'question' && state.overlay.answer !== null)),
    request: () => ({ type: 'export' }),
  },
  {
    keys: ['u'],
    sign: 'u',
    word: 'undo',
    help: 'Undo the last change.',
    rank: 5,
    useful: (state) => state.past.length > 0,
    request: () => ({ type: 'undo' }),
  },
  {
    keys: ['ctrl+r'],
    sign: 'ctrl-r',
    word: 'redo',
    help: 'Do again what was undone.',
    rank: 1,
    useful: (state) => state.future.length > 0,
    request: () => ({ type: 'redo' }),
  },
  {
    keys: ['a'],
    sign: 'a',
    word: 'all back',
    help: 'Everything back to how the lab was opened.',
    rank: 1,
    useful: (state) => onItems(state) && state.settings !== state.home,
    request: () => ({ type: 'everything-free' }),
  },
  {
    keys: ['tab', 'shift+tab'],
    sign: 'tab',
    word: 'view',
    help: 'The right side: how it ends, day by day, measures, what happened; shift-tab goes back.',
    rank: 8,
    useful: always,
    request: (key) => ({ type: 'tab', by: key === 'tab' ? 1 : -1 }),
  },
  {
    keys: ['[', ']'],
    sign: '[ ]',
    word: 'outcome',
    help: 'The outcome that the sentence and the questions are about; after the last it is the one that changed most.',
    rank: 3,
    useful: (state) => onItems(state) || (questionKind(state) !== null && questionKind(state) !== 'story'),
    request: (key) => ({ type: 'focus', by: key === ']' ? 1 : -1 }),
  },
  {
    keys: ['r'],
    sign: 'r',
    word: 'region',
    help: 'Another part of the chart, day by day.',
    rank: 2,
    useful: (state) =>
      onItems(state) && state.scenario.regions.length > 1 && (state.tab === 'ends' || state.tab === 'days'),
    request: () => ({ type: 'region' }),
  },
  {
    keys: ['i'],
    sign: 'i',
    word: 'evidence',
    help: 'What the assumption rests on: its source, its note, and what is contested about it.',
    rank: 7,
    useful: (state) => state.overlay === null || state.overlay.kind === 'info',
    request: () => ({ type: 'overlay', kind: 'info' }),
  },
  {
    keys: ['escape'],
    sign: 'esc',
    word: 'back',
    help: 'Out of a value, a page, a search, a filter: what was entered last.',
    rank: 11,
    useful: ({ overlay, list, scenario, pairWith }) =>
      pairWith !== null ||
      overlay !== null ||
      list.typed !== null ||
      list.naming !== null ||
      list.isSearching ||
      list.search !== '' ||
      list.filter !== startFilter(scenario),
    request: () => ({ type: 'escape' }),
  },
  {
    keys: ['?'],
    sign: '?',
    word: 'help',
    help: 'Keys, and how to read the screen; ? or escape closes it.',
    rank: 11,
    useful: always,
    request: () => ({ type: 'overlay', kind: 'help' }),
  },
  {
    keys: ['q'],
    sign: 'q',
    word: 'quit',
    help: 'Quit; the command that repeats what was on the screen is printed.',
    rank: 12,
    useful: always,
    request: () => ({ type: 'quit' }),
  },
  {
    keys: ['ctrl+c'],
    sign: 'ctrl-c',
    word: 'stop',
    help: 'Stop at once.',
    rank: 0,
    useful: always,
    request: () => ({ type: 'interrupt' }),
  },
];

const DIGIT = /^[0-9.\-e]$/;

/** Names of keys that are letters of their own while text is typed. */
const letterOf = (key: string): string | null => {
  if (key === 'space') return ' ';
  return Array.from(key).length === 1 ? key : null;
};

/** What a key asks for, or null where it means nothing here. While text is typed, letters are text. */
export function labRequestFor(key: string, state: LabState, context: LabContext): LabRequest | null {
  const { list } = state;
  const letter = letterOf(key);
  if (list.naming !== null) {
    if (letter !== null) return { type: 'letter', letter: letter === ' ' ? '_' : letter };
    if (key === 'return') return { type: 'save', name: list.naming };
  }
  if (list.isSearching && letter !== null) return { type: 'letter', letter };
  if (list.typed !== null && DIGIT.test(key)) return { type: 'letter', letter: key };
  if (key === 'backspace' && (list.isSearching || list.typed !== null || list.naming !== null))
    return { type: 'erase' };
  const entry = LAB_KEYS.find(({ keys, useful }) => keys.includes(key) && useful(state));
  return entry?.request(key, context) ?? null;
}
