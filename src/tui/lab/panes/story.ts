/** One of the runs as a story: the day, what happened, and why it could. */
import type { ToldRun } from '../../../experiment/index.ts';
import {
  atLeft,
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  grouped,
  momentText,
  type Row,
  STRONG,
  textWidth,
  wrap,
} from '../../../report/index.ts';
import type { StoryQuestion } from '../questions.ts';
import { paragraph, titleRow, WIDEST_TEXT } from './page.ts';

interface StoryPage {
  readonly rows: readonly Row[];
  /** Rows of the marked entry, from and to. */
  readonly marked: readonly [number, number];
}

interface StoryTerms {
  readonly question: StoryQuestion;
  readonly told: ToldRun | null;
  /** The marked one. */
  readonly entry: number;
}

export function storyPage({ question, told, entry }: StoryTerms, columns: number): StoryPage {
  const { examples, place, scenario, outcome } = question;
  const label = clean(scenario.outcomes[outcome]?.label ?? '');
  const title = titleRow(
    `RUN ${grouped(examples[place]!)}`,
    `${label} · ${place + 1} of ${examples.length} that end so · n: the next`,
  );
  if (told === null) {
    const rows = [title, EMPTY_ROW, ...paragraph('The machine tells it …', columns, FAINT)];
    return { rows, marked: [0, 0] };
  }
  const dates = told.sentences.map(({ day }) => momentText(scenario.time.start, day));
  const width = Math.max(0, ...dates.map((date) => textWidth(date)));
  const room = Math.min(WIDEST_TEXT, columns - width - 7);
  const entries = told.sentences.map(({ text, why }, index): readonly Row[] => {
    const isNew = index === 0 || dates[index - 1] !== dates[index];
    const said = wrap(text, room).map(
      (line, at): Row => [
        gap(1),
        cell(at === 0 && index === entry ? '▸ ' : '  ', { hue: 'orange', tone: 'strong' }),
        cell(atLeft(isNew && at === 0 ? dates[index]! : '', width), STRONG),
        gap(2),
        cell(line, index === entry ? STRONG : {}),
      ],
    );
    const because =
      why === null ? [] : wrap(why, room - 2).map((line): Row => [gap(width + 7), cell(line, FAINT)]);
    return [...said, ...because];
  });
  const head = [title, EMPTY_ROW];
  const from = head.length + entries.slice(0, entry).flat().length;
  return {
    rows: [...head, ...entries.flat(), EMPTY_ROW, ...paragraph(told.ending, columns, STRONG)],
    marked: [from, from + (entries[entry]?.length ?? 1) - 1],
  };
}
