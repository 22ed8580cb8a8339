/** The rows on top: the scenario, and the selected assumption in full. */
import { cell, clean, clip, FAINT, gap, type Row, STRONG, spread, textWidth } from '../../report/index.ts';
import { movedText } from './item-words.ts';
import type { Item } from './items.ts';
import type { LabState, TabId } from './state.ts';
import { treatmentWords } from './treatment-words.ts';
import { selectedItem } from './visible.ts';

export const TAB_TITLES: Readonly<Record<TabId, string>> = {
  ends: 'How it ends',
  days: 'Day by day',
  measures: 'Measures',
  happened: 'What happened',
};

export function headRows(state: LabState, columns: number): readonly Row[] {
  const item = selectedItem(state);
  const right = '? help  q quit ';
  const room = columns - textWidth(right) - 3;
  const title = clip(clean(state.scenario.title), room);
  const variant = state.scenario.variants.find(({ name }) => name === state.settings.variant);
  const taken = variant === undefined ? '' : ` · ${clean(variant.label)}`;
  const first = spread(
    [gap(1), cell(title, STRONG), cell(clip(taken, room - textWidth(title)), { hue: 'orange' })],
    [gap(2), cell(right, FAINT)],
    columns,
  );
  return [first, item === null ? [] : detailRow(state, item, columns)];
}

/** `Security-force loyalty: 0.50 → 0.30 · share of units that obey · 0 to 1`: as much as fits. */
function detailRow(state: LabState, item: Item, columns: number): Row {
  const label = clip(clean(item.label), Math.floor(columns * 0.5));
  const said = ` ${clean(movedText(state, item))}`;
  const more = clip(
    clean(treatmentWords(item)),
    Math.max(0, columns - textWidth(label) - textWidth(said) - 6),
  );
  const rest = more.length < 6 ? '' : ` · ${more}`;
  return [gap(1), cell(`${label}:`), cell(said, { tone: 'strong', hue: 'orange' }), cell(rest, FAINT)];
}
