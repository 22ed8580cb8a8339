/** One run as a story: the day, what happened, and why it could. */
import {
  atLeft,
  cell,
  clean,
  cleanParagraph,
  FAINT,
  gap,
  type Row,
  STRONG,
  textWidth,
  wrap,
} from '../text/index.ts';
import { type PlainOptions, writeRows } from './write-rows.ts';

export interface StoryEntry {
  /** Days since the start. */
  readonly day: number;
  /** As it is to be read: `4 Jan`, `4 Jan 18:00`. Repeated dates are written once. */
  readonly date: string;
  readonly text: string;
  /** The hazard, the condition, or the odds; null where there is nothing to say. */
  readonly why: string | null;
}

export interface Story {
  /** `Run 4,182 · the regime falls on day 9 · seed 2022`. */
  readonly title: string;
  readonly entries: readonly StoryEntry[];
  /** How it ended, in a sentence. */
  readonly ending: string;
  /** The command that tells it again. */
  readonly command: string;
}

const WIDEST_DATE = 14;

/** Ends with a line feed. Only the command may be wider than `columns`. */
export function storyText({ title, entries, ending, command }: Story, options: PlainOptions): string {
  const columns = Math.max(30, options.columns);
  const dates = entries.map(({ date }) => clean(date));
  const width = Math.min(WIDEST_DATE, Math.max(0, ...dates.map((date) => textWidth(date))));
  const room = columns - width - 4;
  const rows: Row[] = wrap(title, columns - 2).map((line) => [gap(1), cell(line, STRONG)]);
  if (entries.length > 0) rows.push([]);
  entries.forEach(({ text, why }, index) => {
    const repeated = index > 0 && dates[index - 1] === dates[index];
    wrap(text, room).forEach((line, at) => {
      const date = at === 0 && !repeated ? dates[index]! : '';
      rows.push([gap(1), cell(atLeft(date, width), FAINT), gap(2), cell(line)]);
    });
    if (why === null) return;
    for (const line of wrap(why, room - 2)) rows.push([gap(width + 5), cell(line, FAINT)]);
  });
  rows.push([], ...wrap(ending, columns - 2).map((line): Row => [gap(1), cell(line, STRONG)]));
  rows.push([gap(1), cell(cleanParagraph(command), FAINT)]);
  return writeRows(rows, options);
}
