/**
 * The lab as rows of cells: head, assumptions at the left, answers at the right, foot. All layout and clipping is here
 * and in the panes, without React. A frame is one row shorter than the terminal, and no row is wider.
 */
import {
  cell,
  clean,
  cutRow,
  dateText,
  EMPTY_ROW,
  FAINT,
  gap,
  padRow,
  type Row,
  STRONG,
  wrap,
} from '../../report/index.ts';
import type { Size } from '../state/frame.ts';
import { footRows } from './foot.ts';
import { headRows, TAB_TITLES } from './head.ts';
import { daysPane, stackedPane } from './panes/days.ts';
import { endsPane, sentencePane } from './panes/ends.ts';
import { happenedPane } from './panes/happened.ts';
import { listPane, type PaneSize } from './panes/list.ts';
import { measuresPane } from './panes/measures.ts';
import { markedRows, overlayPage } from './panes/overlay.ts';
import { type LabState, TABS } from './state.ts';

export const SMALLEST: Size = { columns: 60, rows: 15 };
/** From this width on there is a third column, and from this height on its parts have room. */
const THREE_FROM = 150;
/** From this width on a page leaves the assumptions in sight. */
const PAGE_BESIDE = 100;
const LEFT_SHARE = 0.43;
const WIDEST_LEFT = 66;
/** From this height on a rule sets head and foot off. */
const RULED_FROM = 18;

const rule = (columns: number): Row => [cell('─'.repeat(columns), FAINT)];

function smallFrame({ columns, rows }: Size): readonly Row[] {
  const text =
    `This window is ${columns} columns by ${rows} rows; the lab needs ${SMALLEST.columns} by ${SMALLEST.rows}. ` +
    'Enlarge it, or press q.';
  const lines = wrap(text, Math.max(1, columns)).slice(0, Math.max(1, rows - 1));
  return lines.map((line) => [cell(line)]);
}

interface Layout {
  readonly rows: readonly Row[];
  readonly limit: number;
  readonly page: number;
}

function layout(state: LabState, size: Size): Layout {
  const { columns } = size;
  if (columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return { rows: smallFrame(size), limit: 0, page: 1 };
  const isRuled = size.rows >= RULED_FROM;
  const head = [...headRows(state, columns), ...(isRuled ? [rule(columns)] : [])];
  const foot = [...(isRuled ? [rule(columns)] : []), ...footRows(state, columns)];
  const body = bodyOf(state, { columns, rows: size.rows - 1 - head.length - foot.length });
  const rows = [...head, ...body.rows, ...foot].map((row) => cutRow(row, columns));
  return { ...body, rows };
}

function bodyOf(state: LabState, { columns, rows }: PaneSize): Layout {
  const left = Math.min(WIDEST_LEFT, Math.floor(columns * LEFT_SHARE));
  const right = columns - left - 1;
  if (state.overlay === null) {
    const answers = answersPane(state, { columns: right, rows });
    return {
      rows: besideEachOther(listPane(state, { columns: left, rows }), answers, left),
      limit: 0,
      page: 1,
    };
  }
  const isBeside = columns >= PAGE_BESIDE && state.overlay.kind !== 'help';
  const width = isBeside ? right : columns;
  const all = overlayPage(state, { columns: width, rows });
  const limit = Math.max(0, all.length - rows);
  const from = Math.min(scrollOf(state, { columns: width, rows }), limit);
  const shown = filled(withMore(all.slice(from, from + rows), limit - from, width), rows);
  const joined = isBeside ? besideEachOther(listPane(state, { columns: left, rows }), shown, left) : shown;
  return { rows: joined, limit, page: Math.max(1, rows - 2) };
}

/** Rows passed over: as many as were scrolled, or those that bring what is marked into the middle. */
function scrollOf(state: LabState, size: PaneSize): number {
  const marked = markedRows(state, size);
  if (marked === null) return state.scroll;
  const [first, last] = marked;
  const middle = Math.floor((first + last) / 2) - Math.floor(size.rows / 2);
  return Math.max(0, Math.min(first, middle));
}

/** Says on the last row how much is below. */
function withMore(rows: readonly Row[], below: number, columns: number): readonly Row[] {
  const last = rows[rows.length - 1];
  if (below <= 0 || last === undefined) return rows;
  return [...rows.slice(0, -1), [gap(1), cell(`↓ ${below + 1} more`.slice(0, columns), FAINT)]];
}

const filled = (rows: readonly Row[], height: number): readonly Row[] => [
  ...rows.slice(0, height),
  ...Array.from({ length: Math.max(0, height - rows.length) }, () => EMPTY_ROW),
];

function besideEachOther(left: readonly Row[], right: readonly Row[], width: number): readonly Row[] {
  return left.map((row, index): Row => [...padRow(row, width), cell('│', FAINT), ...(right[index] ?? [])]);
}

function answersPane(state: LabState, { columns, rows }: PaneSize): readonly Row[] {
  if (columns >= THREE_FROM * (1 - LEFT_SHARE)) {
    const first = Math.floor(columns * 0.54);
    const second = columns - first - 1;
    const third = thirdColumn(state, { columns: second, rows });
    return besideEachOther(
      filled(
        tabPane({ ...state, tab: state.tab === 'days' ? 'days' : 'ends' }, { columns: first, rows }),
        rows,
      ),
      third,
      first,
    );
  }
  return tabPane(state, { columns, rows });
}

/** Measures and, where there is room, what happened; or what the tab asks for alone. */
function thirdColumn(state: LabState, { columns, rows }: PaneSize): readonly Row[] {
  if (state.tab === 'happened') return happenedPane(state, { columns, rows });
  const half = Math.floor(rows * 0.55);
  const measures = measuresPane(state, { columns, rows: half - 1 });
  return [...filled(measures, half - 1), EMPTY_ROW, ...happenedPane(state, { columns, rows: rows - half })];
}

function tabPane(state: LabState, size: PaneSize): readonly Row[] {
  const { columns, rows } = size;
  switch (state.tab) {
    case 'ends':
      return endsAndDays(state, size);
    case 'days':
      return [tabTitle(state, columns), ...stackedPane(state, { columns, rows: rows - 1 })];
    case 'measures':
      return [tabTitle(state, columns), ...measuresPane(state, { columns, rows: rows - 1 })];
    case 'happened':
      return [tabTitle(state, columns), ...happenedPane(state, { columns, rows: rows - 1 })];
    default:
      return state.tab satisfies never;
  }
}

/** Which of the views this is; where it is the first, its own heading says so. */
function tabTitle({ tab, day, scenario }: LabState, columns: number): Row {
  const place = `${TABS.indexOf(tab) + 1} of ${TABS.length}`;
  return cutRow(
    [
      gap(1),
      cell(`[${TAB_TITLES[tab]}]`, STRONG),
      tab === 'days' && day !== null
        ? cell(` ${dateText(scenario.time.start, day)} marked`, { hue: 'orange' })
        : cell(columns < 40 ? ` ${place}` : ` ${place}, tab: the next`, FAINT),
    ],
    columns,
  );
}

const LEAST_DAYS = 3;
/** With fewer rows for the days, a rule before them would take that of a stage. */
const RULED_DAYS = 7;

function endsAndDays(state: LabState, { columns, rows }: PaneSize): readonly Row[] {
  const outcomes = endsPane(state, columns);
  const left = rows - outcomes.length;
  const sentence = sentencePane(state, { columns, rows: Math.max(0, Math.min(3, left - 1)) });
  const rest = left - sentence.length - 1;
  const isRuled = rest >= RULED_DAYS;
  const days = rest >= LEAST_DAYS ? daysPane(state, { columns, rows: isRuled ? rest : rest + 1 }) : [];
  const air = rest - days.length >= 2 ? [EMPTY_ROW] : [];
  return [
    ...outcomes,
    ...air,
    ...sentence,
    ...(days.length > 0 && isRuled ? [thinRule(columns)] : []),
    ...air,
    ...days,
  ];
}

const thinRule = (columns: number): Row => [gap(1), cell('─'.repeat(columns - 2), FAINT)];

/** What stands there while the scenario is read: the lab's own outline. */
export function openingRows(named: string, { columns, rows }: Size): readonly Row[] {
  if (columns < SMALLEST.columns || rows < SMALLEST.rows) return smallFrame({ columns, rows });
  const left = Math.min(WIDEST_LEFT, Math.floor(columns * LEFT_SHARE));
  const titles = besideEachOther(
    [[gap(1), cell('ASSUMPTIONS', STRONG)]],
    [[gap(1), cell('HOW IT ENDS', STRONG)]],
    left,
  );
  const body = Array.from({ length: Math.max(0, rows - 8) }, () => EMPTY_ROW);
  return [
    [gap(1), cell(clean(named), STRONG)],
    [gap(1), cell('The scenario is read …', FAINT)],
    rule(columns),
    ...titles,
    ...besideEachOther(body, [], left),
    rule(columns),
  ].map((row) => cutRow(row, columns));
}

/** The whole frame. */
export const labRows = (state: LabState, size: Size): readonly Row[] => layout(state, size).rows;

/** How far the page over the screen can be scrolled, and rows of it that are seen at once. */
export function labScroll(state: LabState, size: Size): { readonly limit: number; readonly page: number } {
  const { limit, page } = layout(state, size);
  return { limit, page };
}
