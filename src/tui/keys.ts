/** The tables of keys: the footers, the helps and the documentation are made of them, and so are the actions. */
import { EXPERIMENT_KEYS } from './experiment/keys.ts';
import { type KeyRow, keyTableMarkdown } from './key-table.ts';
import { LAB_KEYS } from './lab/keys.ts';
import { FOLLOW_KEYS } from './present/follow/keys.ts';
import { PRESENT_KEYS } from './present/keys.ts';
import type { Action } from './state/action.ts';
import { type State, VIEWS, type ViewId } from './state/state.ts';

/** What a key asks for: an action, or to leave. */
export type Request = Action | { readonly type: 'quit' } | { readonly type: 'interrupt' };

/** What a key may need to know of the screen. */
export interface KeyContext {
  /** How far the surface can be scrolled. */
  readonly limit: number;
  /** Rows of it that are seen at once. */
  readonly page: number;
}

export type KeyEntry = KeyRow<State, KeyContext, Request>;

const always = () => true;
const overBody = (state: State) => !state.help;
const hasRegions = (state: State) =>
  overBody(state) && (state.view === 'ending' || state.view === 'days') && state.scenario.regions.length > 1;

const SCROLLS: Readonly<Record<string, (context: KeyContext) => number>> = {
  down: () => 1,
  j: () => 1,
  up: () => -1,
  k: () => -1,
  pagedown: ({ page }) => page,
  space: ({ page }) => page,
  pageup: ({ page }) => -page,
  home: () => Number.NEGATIVE_INFINITY,
  end: () => Number.POSITIVE_INFINITY,
};

const VIEW_KEYS = VIEWS.map((_, index) => String(index + 1));

export const KEYS: readonly KeyEntry[] = [
  {
    keys: ['tab', 'shift+tab'],
    sign: 'tab',
    word: 'view',
    help: 'The next view; shift-tab goes back.',
    rank: 6,
    useful: always,
    request: (key) => ({ type: 'turn', by: key === 'tab' ? 1 : -1 }),
  },
  {
    keys: VIEW_KEYS,
    sign: `1–${VIEWS.length}`,
    word: 'go to',
    help: 'Go to a view by its number.',
    rank: 0,
    useful: always,
    request: (key) => ({ type: 'view', view: VIEWS[VIEW_KEYS.indexOf(key)] as ViewId }),
  },
  {
    keys: ['left', 'right', 'h', 'l'],
    sign: '←→',
    word: 'region',
    help: 'Another region of the chart; also h and l.',
    rank: 5,
    useful: hasRegions,
    request: (key) => ({ type: 'region', by: key === 'right' || key === 'l' ? 1 : -1 }),
  },
  {
    keys: Object.keys(SCROLLS),
    sign: '↑↓',
    word: 'scroll',
    help: 'Scroll; also j and k, page up and down, space, home and end.',
    rank: 4,
    useful: always,
    request: (key, context) => ({ type: 'scroll', by: SCROLLS[key]!(context), limit: context.limit }),
  },
  {
    keys: ['p'],
    sign: 'p',
    word: 'pause',
    help: 'Pause the runs; p again goes on.',
    rank: 3,
    useful: (state) => !state.finished,
    request: () => ({ type: 'pause' }),
  },
  {
    keys: ['r'],
    sign: 'r',
    word: 'history',
    help: 'Reveal what really happened, or hide it.',
    rank: 2,
    useful: (state) => overBody(state) && state.scenario.timeline.length > 0,
    request: () => ({ type: 'history' }),
  },
  {
    keys: ['?'],
    sign: '?',
    word: 'help',
    help: 'Keys, and how to read the screen; ? or escape closes it.',
    rank: 7,
    useful: always,
    request: () => ({ type: 'help' }),
  },
  {
    keys: ['escape'],
    sign: 'esc',
    word: 'close',
    help: 'Close the help.',
    rank: 0,
    useful: (state) => state.help,
    request: () => ({ type: 'close' }),
  },
  {
    keys: ['q'],
    sign: 'q',
    word: 'quit',
    help: 'Quit; what was done is printed.',
    rank: 8,
    useful: always,
    request: () => ({ type: 'quit' }),
  },
  {
    keys: ['ctrl+c'],
    sign: 'ctrl-c',
    word: 'stop',
    help: 'Stop at once; what was done is kept and printed.',
    rank: 0,
    useful: always,
    request: () => ({ type: 'interrupt' }),
  },
];

/** What a key asks for, or null where it means nothing here. */
export function requestFor(key: string, state: State, context: KeyContext): Request | null {
  const entry = KEYS.find(({ keys }) => keys.includes(key));
  return entry?.useful(state) ? entry.request(key, context) : null;
}

const ON_EVERY_SCREEN =
  '`ctrl+z` sets a screen aside and gives the terminal back; `fg` brings it up again, as it was.';

/** The keys of the screens for the documentation. */
export const keysAsMarkdown = (): string =>
  `${ON_EVERY_SCREEN}\n\n## The lab\n\n${keyTableMarkdown(LAB_KEYS)}\n\n## The seminar\n\n${keyTableMarkdown(PRESENT_KEYS)}\n\n## The leader's screen\n\n${keyTableMarkdown(FOLLOW_KEYS)}\n\n## The screen of simulate\n\n${keyTableMarkdown(KEYS)}\n\n## The screen of a long experiment\n\n${keyTableMarkdown(EXPERIMENT_KEYS)}`;
