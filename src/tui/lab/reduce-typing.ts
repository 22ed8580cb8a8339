/** Letters of a search and digits of a value. */
import { heldAt } from './change-settings.ts';
import { changed } from './settle.ts';
import type { LabState } from './state.ts';
import { selectedItem } from './visible.ts';

const LONGEST = 24;

export function lettered(state: LabState, letter: string): LabState {
  const { list } = state;
  if (list.isSearching) {
    return { ...state, list: { ...list, search: (list.search + letter).slice(0, LONGEST) } };
  }
  if (list.naming !== null) {
    return { ...state, list: { ...list, naming: (list.naming + letter).slice(0, LONGEST) } };
  }
  const typed = ((list.typed ?? '') + letter).slice(0, LONGEST);
  return { ...state, list: { ...list, typed } };
}

/** Ends a search (its result stays), or sets the value that was typed. */
export function entered(state: LabState): LabState {
  const { list, settings } = state;
  if (list.isSearching) return { ...state, list: { ...list, isSearching: false } };
  if (list.naming !== null) return { ...state, list: { ...list, naming: null } };
  if (list.typed === null) return state;
  const untyped = { ...state, list: { ...list, typed: null } };
  const item = selectedItem(state);
  if (item?.kind !== 'parameter' || list.typed === '') return untyped;
  const value = Number(list.typed);
  const { label, low, high } = item.parameter;
  if (!Number.isFinite(value)) return { ...untyped, notice: `${list.typed} is not a number.` };
  if (value < low || value > high)
    return { ...untyped, notice: `${label} goes from ${low} to ${high}; ${list.typed} lies outside.` };
  return changed(untyped, heldAt(settings, item.parameter, value));
}
