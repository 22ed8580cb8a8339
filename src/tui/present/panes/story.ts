/** The story so far: the latest at the bottom, what came since the day began in full strength. */
import { atLeft, cell, clean, EMPTY_ROW, FAINT, gap, type Row, STRONG, wrap } from '../../../report/index.ts';
import type { PresentState } from '../state.ts';
import { roomWords } from '../words.ts';

export interface PaneSize {
  readonly columns: number;
  readonly rows: number;
}

const DATE_WIDTH = 12;
/** In a narrow pane the hour is left out. */
const NARROW = 36;
const NARROW_DATE_WIDTH = 6;

export function storyPane(state: PresentState, { columns, rows }: PaneSize): readonly Row[] {
  const room = roomWords(state);
  const said = room === null ? [] : wrap(room, columns - 3).map((line): Row => [gap(1), cell(line)]);
  const height = rows - 1 - said.length;
  const told = storyRows(state, columns).slice(-Math.max(1, height));
  const blank = Array.from({ length: Math.max(0, height - told.length) }, () => EMPTY_ROW);
  return [...(rows > 14 ? [EMPTY_ROW] : []), ...told, ...blank, ...said];
}

/** Every sentence with its date, wrapped; repeated dates are written once. */
export function storyRows({ story, moment }: PresentState, columns: number): readonly Row[] {
  const today = Math.floor(moment.records.at(-1)!.day - 1e-9);
  const isNarrow = columns < NARROW;
  const width = isNarrow ? NARROW_DATE_WIDTH : DATE_WIDTH;
  const dateOf = (date: string): string => (isNarrow ? clean(date).replace(/ \d+:\d+$/, '') : clean(date));
  const room = columns - width - 3;
  return story.flatMap(({ day, date, text }, index) => {
    const isNew = day > today;
    const isRepeated = index > 0 && dateOf(story[index - 1]!.date) === dateOf(date);
    return wrap(text, room).map(
      (line, at): Row => [
        gap(1),
        cell(atLeft(at === 0 && !isRepeated ? dateOf(date) : '', width), FAINT),
        gap(1),
        cell(line, isNew ? STRONG : {}),
      ],
    );
  });
}
