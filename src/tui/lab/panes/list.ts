/** The assumptions: grouped, with value and track, scrolled so that the selected one is seen. */
import {
  atLeft,
  atRight,
  type Cell,
  capitalised,
  cell,
  clean,
  clip,
  EMPTY_ROW,
  FAINT,
  gap,
  type Row,
  STRONG,
  spread,
  textWidth,
} from '../../../report/index.ts';
import { stateText } from '../item-words.ts';
import type { Item } from '../items.ts';
import { itemsOf } from '../items.ts';
import type { FilterId } from '../start-filter.ts';
import type { LabState } from '../state.ts';
import { trackRow } from '../track.ts';
import { isMoved, selectedItem, visibleItems } from '../visible.ts';

export interface PaneSize {
  readonly columns: number;
  readonly rows: number;
}

const FILTER_WORDS: Readonly<Record<FilterId, string>> = {
  all: '',
  first: 'shown first',
  moved: 'moved',
  matter: 'matters most',
};

/** Exactly `rows` rows: the heading, then a window over the items. */
export function listPane(state: LabState, { columns, rows }: PaneSize): readonly Row[] {
  const items = visibleItems(state);
  const selected = selectedItem(state);
  const widths = widthsOf(items, columns);
  const lines: Row[] = [];
  let selectedLine = 0;
  let group: string | null = null;
  for (const item of items) {
    if (item.group !== group) lines.push([gap(1), cell(clip(capitalised(item.group), columns - 2), STRONG)]);
    group = item.group;
    if (item === selected) selectedLine = lines.length;
    lines.push(itemRow(state, item, { isSelected: item === selected, ...widths }));
  }
  if (items.length === 0) lines.push([gap(1), cell('Nothing is called so.', FAINT)]);
  const room = rows - 1;
  if (items.length < itemsOf(state.scenario).length && lines.length + 1 < room)
    lines.push(EMPTY_ROW, [gap(1), cell(hiddenWords(state, items.length), FAINT)]);
  const from = windowStart(lines.length, room, selectedLine);
  const shown = lines.slice(from, from + room);
  const hidden = lines.length - from - shown.length;
  if (hidden > 0 && shown.length > 1) shown[shown.length - 1] = [gap(3), cell(`… ${hidden + 1} more`, FAINT)];
  const blank = Array.from({ length: Math.max(0, room - shown.length) }, () => EMPTY_ROW);
  return [headRow(state, columns), ...shown, ...blank];
}

/** What leads to the rest. */
function hiddenWords({ list, scenario, tab }: LabState, shown: number): string {
  const more = itemsOf(scenario).length - shown;
  return `… ${more} more: ${list.search === '' ? `${tab === 'days' ? 'F' : 'f'} or /` : 'esc ends the search'}`;
}

/** The first line shown: the selected one stays away from the edges, where the list goes on beyond them. */
function windowStart(lines: number, room: number, selected: number): number {
  if (lines <= room) return 0;
  return Math.max(0, Math.min(lines - room, selected - Math.floor(room / 2)));
}

function headRow(state: LabState, columns: number): Row {
  const { list } = state;
  if (list.isSearching) return [gap(1), cell('/', STRONG), cell(`${list.search}▏`)];
  const filter = FILTER_WORDS[list.filter];
  const found = list.search === '' ? filter : `/${list.search}`;
  const count = visibleItems(state).length;
  const all = itemsOf(state.scenario).length;
  const right = found === '' ? '' : `${found} ${count}/${all} `;
  return spread([gap(1), cell('ASSUMPTIONS', STRONG)], [cell(clip(right, columns - 13), FAINT)], columns);
}

interface Widths {
  readonly label: number;
  readonly value: number;
  readonly track: number;
}

const MARK = 3;
const WIDEST_TRACK = 24;

function widthsOf(items: readonly Item[], columns: number): Widths {
  const free = columns - MARK - 3;
  const track = Math.max(6, Math.min(WIDEST_TRACK, Math.floor(free * 0.28)));
  const value = columns < 30 ? 5 : Math.max(6, Math.min(12, Math.floor(free * 0.2)));
  const label = free - track - value;
  const widest = Math.max(8, ...items.map((item) => textWidth(clean(item.label))));
  return { label: Math.min(label, widest), value, track: track + Math.max(0, label - widest) };
}

interface RowTerms extends Widths {
  readonly isSelected: boolean;
}

function itemRow(state: LabState, item: Item, { label, value, track, isSelected }: RowTerms): Row {
  const tone = isSelected ? STRONG : {};
  const mark = isSelected ? '▸' : isMoved(state, item) ? '•' : ' ';
  const start: Row = [
    gap(1),
    cell(`${mark} `, { hue: 'orange', tone: 'strong' }),
    cell(atLeft(nameOf(item, label), label), tone),
    gap(1),
  ];
  const typed = isSelected ? state.list.typed : null;
  if (item.kind !== 'parameter') {
    const said = clip(clean(stateText(state, item)), value + 1 + track);
    return [...start, cell(atLeft(said, value + 1 + track), stateStyle(state, item))];
  }
  const held = state.point.parameters[item.parameter.index] ?? null;
  const text = typed === null ? atRight(stateText(state, item), value) : atRight(`${typed}▏`, value);
  return [
    ...start,
    cell(text, typed === null ? stateStyle(state, item) : { hue: 'orange' }),
    gap(1),
    ...trackRow(item.parameter, held, Math.min(track, WIDEST_TRACK)),
  ];
}

const stateStyle = (state: LabState, item: Item): Cell['style'] =>
  isMoved(state, item) ? { tone: 'strong' } : FAINT;

/** The label where it fits, else the name: short, and as readable. */
function nameOf({ label, name }: Item, width: number): string {
  const words = clean(label);
  return textWidth(words) <= width ? words : clip(name.replaceAll('_', ' '), width);
}
