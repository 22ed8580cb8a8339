/** What happened: each happening's share of runs and the median day of its first, by part of the chart. */
import type { DecisionResult, HappeningResult, RegionResult } from '../../experiment/index.ts';
import { cell, clean, clip, dateText, EMPTY_ROW, FAINT, gap, type Row, STRONG } from '../text/index.ts';
import { stageShare } from './stages.ts';
import { type ShareColumns, shareColumns, shareHeading, shareRow, type TableWords } from './table.ts';

export interface HappeningsPanel {
  readonly happenings: readonly HappeningResult[];
  readonly decisions: readonly DecisionResult[];
  readonly regions: readonly RegionResult[];
  readonly start: string | null;
  /** What history did, by path, where it is shown: `3–4 Jan`. */
  readonly history: ReadonlyMap<string, string>;
}

interface Group {
  readonly title: string;
  readonly happenings: readonly HappeningResult[];
}

const partOf = (path: string) => path.slice(0, Math.max(0, path.indexOf('.')));

/** By region in order, then shocks (their paths have one part); options stand with their decisions. */
function groupsOf({ happenings, regions }: HappeningsPanel): readonly Group[] {
  const groups = regions.map(({ id, label }) => ({
    title: label,
    happenings: happenings.filter(({ path }) => partOf(path) === id),
  }));
  const shocks = { title: 'Shocks', happenings: happenings.filter(({ path }) => partOf(path) === '') };
  return [...groups, shocks].filter((group) => group.happenings.length > 0);
}

const RING = '•';

export function happeningsPanel(panel: HappeningsPanel, columns: number): readonly Row[] {
  const widths = shareColumns(columns, panel.happenings);
  const groups = groupsOf(panel).map(({ title, happenings }): readonly Row[] => [
    [gap(1), cell(clean(title), STRONG)],
    ...happenings.flatMap((happening) => happeningRows(happening, panel, widths)),
  ]);
  const decisions = panel.decisions.map((decision) => decisionRows(decision, panel, { widths, columns }));
  const last = panel.start === null ? 'median day' : 'median date';
  return [
    ...section({ title: 'What happened', of: 'runs', last }, groups, widths),
    ...(groups.length > 0 && decisions.length > 0 ? [EMPTY_ROW] : []),
    ...section({ title: 'Decisions', of: 'times', last }, decisions, widths),
  ];
}

/** A heading and its parts with a blank row between; nothing where there are none. */
function section(
  words: TableWords,
  parts: readonly (readonly Row[])[],
  widths: ShareColumns,
): readonly Row[] {
  if (parts.length === 0) return [];
  return [
    shareHeading(words, widths),
    ...parts.flatMap((rows, index) => (index === 0 ? rows : [EMPTY_ROW, ...rows])),
  ];
}

function happeningRows(
  { label, path, share, median_day }: HappeningResult,
  { start, history }: HappeningsPanel,
  widths: ShareColumns,
): readonly Row[] {
  const last = median_day === null ? '·' : dateText(start, median_day);
  const sign = cell(RING, FAINT);
  const row = shareRow({ label, sign, hue: 'sky', share, last, scale: 1 }, widths);
  const happened = history.get(path);
  return happened === undefined ? [row] : [row, [gap(3), cell(`history: ${happened}`, FAINT)]];
}

/** The question, how often it was asked, and which share of the askings each option took. */
function decisionRows(
  decision: DecisionResult,
  panel: HappeningsPanel,
  { widths, columns }: { readonly widths: ShareColumns; readonly columns: number },
): readonly Row[] {
  const runs = panel.happenings[0]?.share.n ?? 0;
  const { asked, fixed_unavailable: refused } = decision;
  const times =
    runs === 0 ? '' : asked === 0 ? 'never asked' : `asked ${(asked / runs).toFixed(2)} times a run`;
  const note = refused > 0 ? `; its fixed option was not open ${refused} times` : '';
  const asking = `  ${times}${note}`;
  const label = clip(clean(decision.label), Math.max(12, columns - 2 - asking.length));
  const title: Row = [gap(1), cell(label, STRONG), cell(asking, FAINT)];
  const options = decision.options.map(({ id, label, count }) => {
    const happening = panel.happenings.find(({ path }) => path === `${decision.path}.${id}`);
    const median = happening?.median_day ?? null;
    const share = stageShare(asked === 0 ? 0 : count / asked, asked);
    const last = median === null ? '·' : dateText(panel.start, median);
    return shareRow({ label, sign: cell('›', FAINT), hue: 'orange', share, last, scale: 1 }, widths);
  });
  return [title, ...options];
}
