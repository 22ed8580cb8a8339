/** Keys that mark, save, undo, look elsewhere and leave. */
import { always, isDraft, movable, onItems } from './key-conditions.ts';
import type { LabKey } from './key-types.ts';
import { startFilter } from './start-filter.ts';

export const KEEPING_KEYS: readonly LabKey[] = [
  {
    keys: ['b'],
    sign: 'b',
    word: 'mark',
    help: 'Mark this as what is compared with; from now on "was" means it.',
    rank: 5,
    useful: (state) => movable(state) && state.marked !== state.settings,
    request: () => ({ type: 'mark' }),
  },
  {
    keys: ['B'],
    sign: 'B',
    word: 'unmark',
    help: 'Compare with what the lab was opened with again.',
    rank: 2,
    useful: (state) => movable(state) && state.marked !== state.home,
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
    useful: (state) => movable(state) && state.past.length > 0,
    request: () => ({ type: 'undo' }),
  },
  {
    keys: ['ctrl+r'],
    sign: 'ctrl-r',
    word: 'redo',
    help: 'Do again what was undone.',
    rank: 1,
    useful: (state) => movable(state) && state.future.length > 0,
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
    useful: (state) => !isDraft(state),
    request: (key) => ({ type: 'tab', by: key === 'tab' ? 1 : -1 }),
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
