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

export function storyPage(
  { question, told }: { readonly question: StoryQuestion; readonly told: ToldRun | null },
  columns: number,
): readonly Row[] {
  const { examples, place, scenario, outcome } = question;
  const label = clean(scenario.outcomes[outcome]?.label ?? '');
  const title = titleRow(
    `RUN ${grouped(examples[place]!)}`,
    `${label} · ${place + 1} of ${examples.length} that end so · n: the next`,
  );
  if (told === null) return [title, EMPTY_ROW, ...paragraph('The machine tells it …', columns, FAINT)];
  const dates = told.sentences.map(({ day }) => momentText(scenario.time.start, day));
  const width = Math.max(0, ...dates.map((date) => textWidth(date)));
  const room = Math.min(WIDEST_TEXT, columns - width - 5);
  const lines = told.sentences.flatMap(({ text, why }, index): readonly Row[] => {
    const isNew = index === 0 || dates[index - 1] !== dates[index];
    const said = wrap(text, room).map(
      (line, at): Row => [
        gap(1),
        cell(atLeft(isNew && at === 0 ? dates[index]! : '', width), STRONG),
        gap(2),
        cell(line),
      ],
    );
    const because =
      why === null ? [] : wrap(why, room - 2).map((line): Row => [gap(width + 5), cell(line, FAINT)]);
    return [...said, ...because];
  });
  return [title, EMPTY_ROW, ...lines, EMPTY_ROW, ...paragraph(told.ending, columns, STRONG)];
}
