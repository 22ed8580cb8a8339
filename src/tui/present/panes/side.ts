/** Beside the story: where the chart stands, or what really happened; and the outlook. */
import type { Way } from '../../../experiment/index.ts';
import {
  atLeft,
  atRight,
  bar,
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  hundred,
  outcomeLooks,
  type Row,
  STRONG,
  wrap,
} from '../../../report/index.ts';
import type { PresentState } from '../state.ts';
import { historyLines } from '../words.ts';
import { chartRows } from './chart.ts';
import type { PaneSize } from './story.ts';

export function sidePane(state: PresentState, { columns, rows }: PaneSize): readonly Row[] {
  const outlook = outlookRows(state, columns);
  const room = rows - outlook.length;
  const upper = upperRows(state, columns, room - 1);
  // The outlook is what a small window keeps.
  const top = room >= 3 ? [...upper.slice(0, room - 1), EMPTY_ROW] : [];
  return [...top, ...outlook].slice(0, rows);
}

/** With fewer rows for the history it takes the chart's place. */
const LEAST_HISTORY = 8;

function upperRows(state: PresentState, columns: number, rows: number): readonly Row[] {
  if (!state.showsHistory) return chartBlock(state, columns, rows);
  const chart = chartBlock(state, columns, rows - LEAST_HISTORY - 1);
  const left = rows - chart.length - 1;
  if (left < LEAST_HISTORY) return historyRows(state, columns, rows);
  return [...chart, EMPTY_ROW, ...historyRows(state, columns, left)];
}

const chartBlock = (state: PresentState, columns: number, rows: number): readonly Row[] => [
  [gap(1), cell('WHERE IT STANDS', STRONG)],
  ...chartRows(state, { columns, rows: Math.max(0, rows - 1) }),
];

/** What really happened by this date: the latest first, whole entries, as many as there is room for. */
export function historyRows(state: PresentState, columns: number, rows: number): readonly Row[] {
  const lines = historyLines(state);
  const said = lines.length === 0 ? ['The timeline says nothing until now.'] : lines;
  const shown: Row[] = [[gap(1), cell('WHAT REALLY HAPPENED', STRONG)]];
  for (const line of said) {
    const entry = wrap(line, columns - 3).map((part, at): Row => [gap(at === 0 ? 1 : 2), cell(part)]);
    if (shown.length > 1 && shown.length + entry.length > rows) break;
    shown.push(...entry);
  }
  return shown.slice(0, Math.max(0, rows));
}

const NUMBER_WIDTH = 4;
const CHANGE_WIDTH = 5;

/**
 * The outcomes of the futures from here, and how many of 100 more or fewer than at the place before; of more than `most`
 * those that are likeliest.
 */
export function outlookRows(
  state: PresentState,
  columns: number,
  most = Number.POSITIVE_INFINITY,
): readonly Row[] {
  const { outlook, outlookBefore, moment, scenario } = state;
  const { end } = moment.records.at(-1)!;
  const looks = outcomeLooks(scenario.outcomes);
  if (end !== null) {
    const index = scenario.outcomes.findIndex(({ name }) => name === end.outcome);
    return [
      [gap(1), cell('IT HAS ENDED', STRONG)],
      ...wrap(scenario.outcomes[index]!.label, columns - 4).map(
        (line): Row => [
          gap(1),
          cell(`${looks[index]!.sign} `, { hue: looks[index]!.hue }),
          cell(line, STRONG),
        ],
      ),
    ];
  }
  const head: Row = [gap(1), cell('OUTLOOK', STRONG), cell(' of 100 futures from here', FAINT)];
  if (outlook === null) return [head, [gap(1), cell('…', FAINT)]];
  const barWidth = Math.max(4, Math.floor(columns * 0.17));
  const labelWidth = columns - barWidth - NUMBER_WIDTH - CHANGE_WIDTH - 5;
  const counts = outlook.outlook.outcomes.map(({ count }) => count).sort((a, b) => b - a);
  const least = counts[Math.max(1, most) - 1] ?? 0;
  const rows = scenario.outcomes.flatMap(({ label, index }): readonly Row[] => {
    const { share } = outlook.outlook.outcomes[index]!;
    const change = changeOf(outlook, outlookBefore, index);
    const isLittle = outlook.outlook.outcomes[index]!.count < least;
    if (isLittle || (share.value === 0 && change === 0)) return [];
    const { sign, hue } = looks[index]!;
    return [
      [
        gap(1),
        cell(`${sign} `, { hue }),
        cell(atLeft(clean(label), labelWidth)),
        gap(1),
        ...bar(share, barWidth, { hue }),
        cell(atRight(hundred(share), NUMBER_WIDTH), STRONG),
        cell(
          atLeft(change === 0 ? '' : ` ${change > 0 ? '+' : '−'}${Math.abs(change)}`, CHANGE_WIDTH),
          FAINT,
        ),
      ],
    ];
  });
  return [head, ...rows];
}

function changeOf(now: Way, before: Way | null, outcome: number): number {
  const of100 = ({ outlook }: Way): number => Math.round(100 * outlook.outcomes[outcome]!.share.value);
  return before === null ? 0 : of100(now) - of100(before);
}
