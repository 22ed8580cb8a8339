/** The leader's screen as rows of cells: the notes on top, then what the room sees, with all that it does not. */
import { wayName } from '../../../experiment/index.ts';
import {
  atLeft,
  cell,
  cutRow,
  EMPTY_ROW,
  FAINT,
  gap,
  longMoment,
  padRow,
  type Row,
  STRONG,
  spread,
  wrap,
} from '../../../report/index.ts';
import { keysRow } from '../../keys-row.ts';
import type { Size } from '../../state/frame.ts';
import { decisionPane } from '../panes/decision.ts';
import { historyRows, outlookRows } from '../panes/side.ts';
import { decisionInHand, type PresentState } from '../state.ts';
import { FOLLOW_KEYS } from './keys.ts';
import { historyAhead, leaderLines } from './words.ts';

const HEAD_WIDTH = 6;
const LEFT_SHARE = 0.52;
/** Rows that what the room sees keeps at least. */
const LEAST_BODY = 6;
/** Rows of the past that are kept before what is to come, and of both beside a decision. */
const LEAST_PAST = 4;
const LEAST_BLOCK = 6;
/** Endings of the outlook that are kept there. */
const MOST_SHORT = 3;

export function followRows(shown: PresentState, { columns, rows }: Size): readonly Row[] {
  const state = { ...shown, showsModel: true, showsHistory: true };
  const rule: Row = [cell('─'.repeat(columns), FAINT)];
  const head = [headRow(state, columns), rule];
  const foot = [rule, ...noticeRows(state, columns), keysRow(FOLLOW_KEYS.slice(0, 1), columns)];
  const room = Math.max(0, rows - 1 - head.length - foot.length);
  const notes = noteRows(state, columns).slice(0, Math.max(0, room - LEAST_BODY - 1));
  const body = bodyRows(state, { columns, rows: room - notes.length - 1 });
  const middle = [...notes, rule, ...body];
  const filled = Array.from({ length: room }, (_, row) => middle[row] ?? EMPTY_ROW);
  return [...head, ...filled, ...foot].slice(0, rows - 1).map((row) => cutRow(row, columns));
}

function headRow({ scenario, moment, session }: PresentState, columns: number): Row {
  const { day, end } = moment.records.at(-1)!;
  const ended = end === null ? '' : ' · the end';
  return spread(
    [
      gap(1),
      cell(longMoment(scenario, day), STRONG),
      cell(` · day ${Math.round(day * 100) / 100} · way ${wayName(session.at.way)}${ended}`, FAINT),
    ],
    [gap(2), cell('for the leader alone ', { hue: 'orange' })],
    columns,
  );
}

const noteRows = (state: PresentState, columns: number): readonly Row[] =>
  leaderLines(state).flatMap(([head, text]) =>
    wrap(text, columns - HEAD_WIDTH - 3).map(
      (line, at): Row => [
        gap(1),
        cell(atLeft(at === 0 ? head : '', HEAD_WIDTH), { tone: 'strong', hue: 'orange' }),
        gap(1),
        cell(line, head === 'ASK' ? STRONG : {}),
      ],
    ),
  );

/** At a decision it stands at the left, and what lies beside it is shortened; else the history does, which the room may not see. */
function bodyRows(state: PresentState, { columns, rows }: Size): readonly Row[] {
  const left = Math.floor(columns * LEFT_SHARE);
  const size = { columns: columns - left - 1, rows };
  const isAsked = decisionInHand(state) !== null;
  const main = isAsked
    ? decisionPane(state, { columns: left, rows }, true)
    : historyBlock(state, { columns: left, rows });
  const side = isAsked ? shortSide(state, size) : outlookRows(state, size.columns);
  return Array.from(
    { length: Math.max(0, rows) },
    (_, row): Row => [...padRow(main[row] ?? EMPTY_ROW, left), cell('│', FAINT), ...(side[row] ?? EMPTY_ROW)],
  );
}

/** What was, the latest first, and what is still to come. */
function historyBlock(state: PresentState, { columns, rows }: Size): readonly Row[] {
  const ahead = historyAhead(state).flatMap((line) =>
    wrap(line, columns - 3).map((part, at): Row => [gap(at === 0 ? 1 : 2), cell(part, FAINT)]),
  );
  const coming: readonly Row[] =
    ahead.length === 0 ? [] : [[gap(1), cell('AND THEN (not for the room)', STRONG)], ...ahead];
  const past = historyRows(state, columns, Math.max(LEAST_PAST, rows - coming.length));
  return [...past, ...coming].slice(0, Math.max(0, rows));
}

function shortSide(state: PresentState, { columns, rows }: Size): readonly Row[] {
  const outlook = outlookRows(state, columns, Math.max(MOST_SHORT, rows - 1 - LEAST_BLOCK));
  return [...outlook, ...historyBlock(state, { columns, rows: rows - outlook.length })];
}

const noticeRows = ({ notice }: PresentState, columns: number): readonly Row[] =>
  notice === null
    ? []
    : wrap(notice, columns - 2)
        .slice(0, 2)
        .map((line): Row => [gap(1), cell(line, { tone: 'strong', hue: 'yellow' })]);
