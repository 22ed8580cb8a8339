/** State and action to state. Where nothing changes it returns the very same object, so that nothing is drawn. */
import type { Settings } from '../../scenario/index.ts';
import type { LabAction } from './action.ts';
import { heldAt, moved, released, sameSettings, toggled } from './change-settings.ts';
import type { Item } from './items.ts';
import { dayMarked, entryMarked, futuresOpened, leftFutures, momentMoved } from './reduce-futures.ts';
import {
  answered,
  asked,
  compared,
  picked,
  refocused,
  storied,
  unanswered,
  variantTaken,
} from './reduce-questions.ts';
import { entered, lettered } from './reduce-typing.ts';
import { reloaded, takenUp } from './reduce-versions.ts';
import { changed, settled } from './settle.ts';
import { startFilter } from './start-filter.ts';
import { type LabState, type Overlay, type Shown, TABS } from './state.ts';
import { selectedItem, usefulFilters, visibleItems } from './visible.ts';

/** Moves of one item that follow each other within this are one step of undo. */
const ONE_MOVE_MS = 900;

const wrapped = (index: number, length: number) => (length === 0 ? 0 : (index + length) % length);

/** What no key asked for. */
const BY_ITSELF: readonly LabAction['type'][] = [
  'picture',
  'fault',
  'notice',
  'answer',
  'unanswered',
  'broken',
];

export function reduceLab(before: LabState, action: LabAction): LabState {
  // What was said stands until the person does something.
  const isKey = !BY_ITSELF.includes(action.type);
  const state = isKey && before.notice !== null ? { ...before, notice: null } : before;
  switch (action.type) {
    case 'move':
    case 'extreme':
    case 'toggle':
    case 'release': {
      const item = selectedItem(state);
      return item === null ? state : changedItem(state, item, action);
    }
    case 'letter':
    case 'erase':
    case 'enter':
    case 'escape':
      return typing(state, action);
    case 'select':
      return selectedBy(state, action.by);
    case 'search':
      return { ...state, list: { ...state.list, isSearching: true, search: '' } };
    case 'filter':
      return filtered(state);
    case 'tab': {
      const tab = TABS[wrapped(TABS.indexOf(state.tab) + action.by, TABS.length)]!;
      return { ...state, tab, overlay: null, scroll: 0 };
    }
    case 'focus':
      return refocused(focused(state, action.by));
    case 'region':
      return { ...state, region: wrapped(state.region + 1, state.scenario.regions.length), scroll: 0 };
    case 'go':
      return { ...state, list: { ...state.list, selected: action.to, filter: 'all', search: '' } };
    case 'settings':
      return sameSettings(state.settings, action.settings) ? state : changed(state, action.settings);
    case 'about':
      return { ...state, focus: action.outcome };
    case 'mark':
      return marked(state, state.settings, state.now);
    case 'unmark':
      return marked(state, state.home, state.first);
    case 'undo':
    case 'redo':
      return travelled(state, action.type);
    case 'everything-free':
      return sameSettings(state.settings, state.home) ? state : changed(state, state.home);
    case 'overlay': {
      const isOpen = state.overlay?.kind === action.kind;
      return { ...state, overlay: isOpen ? null : pageOf(state, action.kind), scroll: 0 };
    }
    case 'ask':
      return asked(state, action);
    case 'story':
      return storied(state, action.by);
    case 'entry':
      return entryMarked(state, action.by);
    case 'day':
      return dayMarked(state, action.by);
    case 'futures':
      return futuresOpened(state, action.day);
    case 'moment':
      return momentMoved(state, action.by);
    case 'answer':
      return answered(state, action);
    case 'unanswered':
      return unanswered(state, action);
    case 'compare':
      return compared(state);
    case 'uncompare':
      return { ...state, pinned: [], overlay: null };
    case 'pick':
      return picked(state, action.by);
    case 'scroll': {
      const scroll = Math.max(0, Math.min(action.limit, Math.min(state.scroll, action.limit) + action.by));
      return scroll === state.scroll ? state : { ...state, scroll };
    }
    case 'picture':
      return pictured(state, action);
    case 'name':
      return { ...state, list: { ...state.list, naming: '' } };
    case 'reloaded':
      return reloaded(state, action.reloaded);
    case 'broken':
      return { ...state, broken: action.message };
    case 'fault':
      return { ...state, fault: { settings: action.settings, message: action.message } };
    case 'notice':
      return { ...state, notice: action.text };
    default:
      return action satisfies never;
  }
}

function pageOf({ scenario, settings }: LabState, kind: 'help' | 'info' | 'variants'): Overlay {
  if (kind !== 'variants') return { kind };
  return { kind, place: 1 + scenario.variants.findIndex(({ name }) => name === settings.variant) };
}

type ItemAction = Extract<LabAction, { type: 'move' | 'extreme' | 'toggle' | 'release' }>;

function changedItem(state: LabState, item: Item, action: ItemAction): LabState {
  const { settings, point } = state;
  const untyped = state.list.typed === null ? state : { ...state, list: { ...state.list, typed: null } };
  switch (action.type) {
    case 'move': {
      const { lastMove, past } = untyped;
      const next = moved(settings, point, item, action);
      const goesOn = lastMove?.item === item.id && action.at - lastMove.at < ONE_MOVE_MS;
      return settled(untyped, next, {
        past: goesOn ? past : [...past, settings],
        future: [],
        lastMove: { item: item.id, at: action.at },
      });
    }
    case 'extreme': {
      if (item.kind !== 'parameter') return state;
      const { low, high, choices } = item.parameter;
      const ends = choices === null ? { low, high } : { low: 0, high: choices.length - 1 };
      const value = ends[action.end];
      return Number.isFinite(value) ? changed(untyped, heldAt(settings, item.parameter, value)) : state;
    }
    case 'toggle':
      return changed(untyped, toggled(settings, point, item));
    case 'release':
      return changed(untyped, released(settings, item));
    default:
      return action satisfies never;
  }
}

type TypingAction = Extract<LabAction, { type: 'letter' | 'erase' | 'enter' | 'escape' }>;

function typing(state: LabState, action: TypingAction): LabState {
  const { list } = state;
  switch (action.type) {
    case 'letter':
      return lettered(state, action.letter);
    case 'erase':
      if (list.naming !== null) return { ...state, list: { ...list, naming: list.naming.slice(0, -1) } };
      if (list.isSearching) return { ...state, list: { ...list, search: list.search.slice(0, -1) } };
      return list.typed === null ? state : { ...state, list: { ...list, typed: list.typed.slice(0, -1) } };
    case 'enter':
      if (state.overlay?.kind === 'variants') return variantTaken(state);
      return state.overlay?.kind === 'draft' ? takenUp(state, state.overlay.draft) : entered(state);
    case 'escape':
      return escaped(state);
    default:
      return action satisfies never;
  }
}

/** Out of what was entered last: a value, a search, what lies over the screen, the search's result, the filter. */
function escaped(state: LabState): LabState {
  const { list } = state;
  if (list.naming !== null) return { ...state, list: { ...list, naming: null } };
  if (list.typed !== null) return { ...state, list: { ...list, typed: null } };
  if (state.overlay !== null) {
    const back = state.overlay.kind === 'question' ? leftFutures(state.overlay) : null;
    return { ...state, overlay: back, scroll: 0 };
  }
  if (state.pairWith !== null) return { ...state, pairWith: null };
  if (list.isSearching || list.search !== '')
    return { ...state, list: { ...list, isSearching: false, search: '' } };
  const filter = startFilter(state.scenario);
  return list.filter === filter ? state : { ...state, list: { ...list, filter } };
}

function selectedBy(given: LabState, by: number): LabState {
  const state = given.list.typed === null ? given : entered(given);
  const visible = visibleItems(state);
  const item = selectedItem(state);
  if (item === null) return state;
  const place = Math.max(0, Math.min(visible.length - 1, visible.indexOf(item) + by));
  const selected = visible[place]!.id;
  return selected === state.list.selected ? state : { ...state, list: { ...state.list, selected } };
}

function filtered(state: LabState): LabState {
  const filters = usefulFilters(state);
  const filter = filters[wrapped(filters.indexOf(state.list.filter) + 1, filters.length)]!;
  return filter === state.list.filter ? state : { ...state, list: { ...state.list, filter } };
}

/** Through the outcomes and back to the one that changed most. */
function focused(state: LabState, by: 1 | -1): LabState {
  const { length } = state.scenario.outcomes;
  const place = wrapped((state.focus ?? -1) + 1 + by, length + 1) - 1;
  return { ...state, focus: place < 0 ? null : place, weights: {} };
}

function marked(state: LabState, settings: Settings, shown: Shown | null): LabState {
  if (settings === state.marked && !isOlder(state.before, state)) return state;
  return { ...state, marked: settings, before: shown };
}

function travelled(state: LabState, way: 'undo' | 'redo'): LabState {
  const { past, future, settings } = state;
  const to = way === 'undo' ? past[past.length - 1] : future[0];
  if (to === undefined) return { ...state, notice: `There is nothing to ${way}.` };
  const history =
    way === 'undo'
      ? { past: past.slice(0, -1), future: [settings, ...future] }
      : { past: [...past, settings], future: future.slice(1) };
  return settled(state, to, { ...history, lastMove: null });
}

const isOlder = (shown: Shown | null, { scenario }: LabState): boolean =>
  shown !== null && shown.picture.scenario !== scenario;

type PictureAction = Extract<LabAction, { type: 'picture' }>;

function pictured(state: LabState, { side, settings, picture }: PictureAction): LabState {
  if (picture.scenario !== state.scenario) return state;
  const shown = { settings, picture };
  /** The picture, where it is of these settings and knows no less than what stands there. */
  const better = (old: Shown | null, of: Settings): Shown | null => {
    if (!sameSettings(settings, of)) return old;
    const isNews = old === null || !sameSettings(old.settings, of);
    return isNews || old.picture.codes.runs <= picture.codes.runs ? shown : old;
  };
  return {
    ...state,
    // While a key is held down the rough picture of a point on the way is shown, too.
    now: side === 'now' ? shown : state.now,
    // What an earlier version of the file gave stays what it was.
    before: isOlder(state.before, state) ? state.before : better(state.before, state.marked),
    first: better(state.first, state.home),
    pinned: state.pinned.map((pinned) => better(pinned, pinned.settings) ?? pinned),
  };
}
