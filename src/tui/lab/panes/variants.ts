/** `v`: the variants that the scenario names. */
import { cell, clean, EMPTY_ROW, FAINT, gap, type Row, STRONG, wrap } from '../../../report/index.ts';
import type { LabState } from '../state.ts';
import type { PaneSize } from './list.ts';
import { titleRow, WIDEST_TEXT } from './page.ts';

/** Scrolled so that the one under the cursor is seen. */
export function variantsPage(state: LabState, place: number, { columns, rows }: PaneSize): readonly Row[] {
  const { variants } = state.scenario;
  const entries = [
    { label: 'None: as the file has it', note: null as string | null, name: null as string | null },
    ...variants,
  ];
  const parts = entries.map(({ label, note, name }, index): readonly Row[] => {
    const isHere = index === place;
    const isTaken = name === state.settings.variant;
    const said: Row = [
      gap(1),
      cell(isHere ? '▸ ' : '  ', { hue: 'orange', tone: 'strong' }),
      cell(clean(label), isHere ? STRONG : {}),
      cell(isTaken ? '  (taken)' : '', FAINT),
    ];
    const more = note === null ? [] : wrap(note, Math.min(WIDEST_TEXT, columns - 6));
    return [said, ...more.map((line): Row => [gap(5), cell(line, FAINT)])];
  });
  const above = parts.slice(0, place).flat().length;
  const lines = parts.flat();
  const room = rows - 2;
  const from = Math.max(0, Math.min(lines.length - room, above - Math.floor(room / 2)));
  return [
    titleRow('VARIANTS', '↑↓ choose, enter takes it, v closes'),
    EMPTY_ROW,
    ...lines.slice(from, from + room),
  ];
}
