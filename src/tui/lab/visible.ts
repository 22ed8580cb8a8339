/** Which items the list shows, and which of them is selected. */
import type { Item } from './items.ts';
import { itemsOf } from './items.ts';
import type { FilterId } from './start-filter.ts';
import type { LabState } from './state.ts';

/** Whether the settings hold or change the item, beyond what the scenario and its variant say. */
export function isMoved({ settings }: Pick<LabState, 'settings'>, { kind, name }: Item): boolean {
  switch (kind) {
    case 'parameter':
      return Object.hasOwn(settings.set, name);
    case 'decision':
      return Object.hasOwn(settings.decide, name);
    case 'shock':
      return settings.without.includes(name);
    default:
      return kind satisfies never;
  }
}

/** As many as a filter of what matters most shows. */
const MATTER = 8;

function passes(state: LabState, filter: FilterId): (item: Item) => boolean {
  const { scenario, weights } = state;
  switch (filter) {
    case 'all':
      return () => true;
    case 'moved':
      return (item) => isMoved(state, item);
    case 'first': {
      const names = new Set(scenario.show.parameters.map((index) => scenario.parameters[index]?.name));
      return (item) => item.kind !== 'parameter' || names.has(item.name);
    }
    case 'matter': {
      const ordered = Object.entries(weights).sort(([, a], [, b]) => b - a);
      const names = new Set(ordered.slice(0, MATTER).map(([name]) => name));
      return (item) => item.kind === 'parameter' && names.has(item.name);
    }
    default:
      return filter satisfies never;
  }
}

/** Filters that show something now. */
export function usefulFilters(state: LabState): readonly FilterId[] {
  const items = itemsOf(state.scenario);
  const filters: readonly FilterId[] = ['first', 'all', 'moved', 'matter'];
  const shows = (filter: FilterId): boolean =>
    filter === 'first' ? state.scenario.show.parameters.length > 0 : items.some(passes(state, filter));
  return filters.filter((filter) => filter === 'all' || shows(filter));
}

export function visibleItems(state: LabState): readonly Item[] {
  const words = state.list.search.toLowerCase().trim();
  // A search goes through all of them.
  const filter = words === '' ? state.list.filter : 'all';
  const passing = itemsOf(state.scenario).filter(passes(state, filter));
  if (words === '') return passing;
  return passing.filter(({ label, name, group }) =>
    [label, name, name.replaceAll('_', ' '), group].some((text) => text.toLowerCase().includes(words)),
  );
}

/** The selected item; the first that is shown where the selected one is not. */
export function selectedItem(state: LabState): Item | null {
  const visible = visibleItems(state);
  return visible.find(({ id }) => id === state.list.selected) ?? visible[0] ?? null;
}
