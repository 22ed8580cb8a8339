/** The seminar as rows of cells: head, body, foot. A frame is one row shorter than the terminal, and no row is wider. */
import { wayName } from '../../experiment/index.ts';
import {
  cell,
  cutRow,
  EMPTY_ROW,
  FAINT,
  gap,
  grouped,
  longMoment,
  padRow,
  type Row,
  STRONG,
  type Style,
  spread,
  wrap,
} from '../../report/index.ts';
import { keysRow } from '../keys-row.ts';
import type { Size } from '../state/frame.ts';
import { PRESENT_KEYS } from './keys.ts';
import { chartPage } from './panes/chart.ts';
import { decisionPane } from './panes/decision.ts';
import { helpPage } from './panes/help.ts';
import { sidePane } from './panes/side.ts';
import { storyPane } from './panes/story.ts';
import { treePage } from './panes/tree.ts';
import { decisionInHand, type PresentPage, type PresentState } from './state.ts';
import { leaderNotes, scriptQuestion } from './words.ts';

const SMALLEST: Size = { columns: 60, rows: 15 };
/** From this height on rules set head and foot off. */
const RULED_FROM = 18;
const MOST_SCRIPT_ROWS = 6;
/** From this width on the chart stands beside a decision. */
const BESIDE_FROM = 110;
/** The story's share of the width, beside a decision the decision's. */
const STORY_SHARE = 0.46;
const DECISION_SHARE = 0.56;

interface Layout {
  readonly rows: readonly Row[];
  readonly limit: number;
}

function layout(state: PresentState, size: Size): Layout {
  const { columns } = size;
  if (columns < SMALLEST.columns || size.rows < SMALLEST.rows) return { rows: smallFrame(size), limit: 0 };
  const isRuled = size.rows >= RULED_FROM;
  const rule: Row = [cell('─'.repeat(columns), FAINT)];
  const head = [headRow(state, columns), ...(isRuled ? [rule] : [])];
  const foot = [
    ...(isRuled ? [rule] : []),
    ...scriptRows(state, columns),
    ...noticeRows(state, columns),
    keysRow(usefulKeys(state), columns),
  ];
  const room = size.rows - 1 - head.length - foot.length;
  const { rows: body, limit } = bodyOf(state, columns, room);
  const filled = Array.from({ length: room }, (_, row) => body[row] ?? EMPTY_ROW);
  return { rows: [...head, ...filled, ...foot].map((row) => cutRow(row, columns)), limit };
}

function bodyOf(state: PresentState, columns: number, rows: number): Layout {
  if (state.page !== null) {
    const all = pageRows(state, state.page, { columns, rows });
    const limit = Math.max(0, all.length - rows);
    const from = Math.min(state.scroll, limit);
    return { rows: all.slice(from, from + rows), limit };
  }
  const isAsked = decisionInHand(state) !== null;
  if (isAsked && columns < BESIDE_FROM)
    return { rows: decisionPane(state, { columns, rows }, false), limit: 0 };
  const left = Math.floor(columns * (isAsked ? DECISION_SHARE : STORY_SHARE));
  const size = { columns: left, rows };
  const main = isAsked ? decisionPane(state, size, true) : storyPane(state, size);
  const side = sidePane(state, { columns: columns - left - 1, rows });
  const beside = Array.from(
    { length: rows },
    (_, row): Row => [...padRow(main[row] ?? EMPTY_ROW, left), cell('│', FAINT), ...(side[row] ?? EMPTY_ROW)],
  );
  return { rows: beside, limit: 0 };
}

function pageRows(state: PresentState, page: PresentPage, size: Size): readonly Row[] {
  const { columns } = size;
  switch (page) {
    case 'help':
      return helpPage(columns);
    case 'tree':
      return treePage(state, columns);
    case 'chart':
      return chartPage(state, size);
    default:
      return page satisfies never;
  }
}

/** `5 January 2022, 18:00 · day 4.75        way A · run 3` */
function headRow({ scenario, moment, session }: PresentState, columns: number): Row {
  const { day, end } = moment.records.at(-1)!;
  const ended = end === null ? '' : ' · the end';
  const right = `way ${wayName(session.at.way)} · run ${grouped(session.run)} `;
  return spread(
    [
      gap(1),
      cell(longMoment(scenario, day), STRONG),
      cell(` · day ${Math.round(day * 100) / 100}${ended}`, FAINT),
    ],
    [gap(2), cell(right, FAINT)],
    columns,
  );
}

/** What a prepared seminar asks the room here, and the leader's notes. */
function scriptRows(state: PresentState, columns: number): readonly Row[] {
  const rowsOf = (text: string | null, style: Style): readonly Row[] =>
    text === null ? [] : wrap(text, columns - 2).map((line): Row => [gap(1), cell(line, style)]);
  return [
    ...rowsOf(scriptQuestion(state), { tone: 'strong', hue: 'sky' }),
    ...rowsOf(leaderNotes(state), FAINT),
  ].slice(0, MOST_SCRIPT_ROWS);
}

/** What is typed, or what was said last. */
function noticeRows({ typed, notice }: PresentState, columns: number): readonly Row[] {
  if (typed !== null) {
    const hint = '   such as 1:9 2:14   enter keeps it, esc does not';
    return [[gap(1), cell('The room says: '), cell(`${typed}▏`, STRONG), cell(hint, FAINT)]];
  }
  if (notice === null) return [];
  return wrap(notice, columns - 2)
    .slice(0, 3)
    .map((line): Row => [gap(1), cell(line, { tone: 'strong', hue: 'yellow' })]);
}

function smallFrame({ columns, rows }: Size): readonly Row[] {
  const text =
    `This window is ${columns} columns by ${rows} rows; the seminar needs ${SMALLEST.columns} by ${SMALLEST.rows}. ` +
    'Enlarge it, or press q.';
  const lines = wrap(text, Math.max(1, columns)).slice(0, Math.max(1, rows - 1));
  return lines.map((line): Row => [cell(line)]);
}

/** The whole frame. */
export const presentRows = (state: PresentState, size: Size): readonly Row[] => layout(state, size).rows;

/** How far the page can be scrolled. */
export const presentLimit = (state: PresentState, size: Size): number => layout(state, size).limit;

const usefulKeys = (state: PresentState) =>
  PRESENT_KEYS.filter(({ rank, useful }) => rank > 0 && useful(state));
