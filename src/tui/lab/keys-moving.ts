/** Keys that choose an assumption and move it. */
import { isDraft, isVariants, movable, onItems, scrolls, selectedMoved } from './key-conditions.ts';
import type { LabKey } from './key-types.ts';
import { selectedItem, usefulFilters } from './visible.ts';

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

export const MOVING_KEYS: readonly LabKey[] = [
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
];
