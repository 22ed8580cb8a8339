/** What the letters of a stacked chart stand for, and the numbers of each stage. */
import {
  atLeft,
  atRight,
  cell,
  clean,
  dateText,
  EMPTY_ROW,
  FAINT,
  gap,
  ofHundred,
  type Row,
  STRONG,
  stageShare,
  textWidth,
} from '../../../report/index.ts';
import type { State } from '../state.ts';
import type { BodySize } from './body.ts';
import type { RegionStage } from './region-stages.ts';

const NUMBER = 5;
const PEAK_DAY = 8;

interface StageNumbers {
  readonly most: string;
  readonly when: string;
  readonly end: string;
}

function numbersOf(state: State, { shares }: RegionStage): StageNumbers {
  const { days, runs } = state.result;
  const peak = shares.reduce((best, share, index) => (share > shares[best]! ? index : best), 0);
  const words = (share: number) => ofHundred(stageShare(share, runs));
  return {
    most: words(shares[peak] ?? 0),
    when: runs === 0 ? '' : dateText(state.scenario.time.start, days[peak] ?? 0),
    end: words(shares[shares.length - 1] ?? 0),
  };
}

/** `P Peaceful protest   100  2 Jan   1`, for the right side. */
export function legendTable(state: State, stages: readonly RegionStage[], columns: number): readonly Row[] {
  const widest = Math.max(8, ...stages.map(({ label }) => textWidth(clean(label))));
  const days = columns >= 120 ? PEAK_DAY : 0;
  const label = Math.min(widest, Math.floor(columns * 0.24));
  const head: Row = [
    cell(atLeft('of 100 runs', label + 2), FAINT),
    cell(atRight('most', NUMBER), FAINT),
    ...(days === 0 ? [] : [cell(atRight('on', days), FAINT)]),
    cell(atRight('end', NUMBER), FAINT),
  ];
  return [
    head,
    ...stages.map((stage): Row => {
      const { most, when, end } = numbersOf(state, stage);
      return [
        cell(`${stage.look.sign} `, { hue: stage.look.hue, tone: 'strong' }),
        cell(atLeft(clean(stage.label), label)),
        cell(atRight(most, NUMBER)),
        ...(days === 0 ? [] : [cell(atRight(when, days), FAINT)]),
        cell(atRight(end, NUMBER), STRONG),
      ];
    }),
  ];
}

/** Rows from which a body has room for the legend's headings; with fewer, the title says what its numbers are. */
export const HEADED_FROM = 12;

/** Two stages a row, for under the chart: letter, label, the most there ever were and how many at the end. */
export function legendBelow(
  state: State,
  stages: readonly RegionStage[],
  { columns, rows }: BodySize,
): readonly Row[] {
  const half = Math.floor((columns - 2) / 2);
  const headed = rows >= HEADED_FROM;
  const label = half - 2 - (headed ? 2 : 1) * NUMBER - 3;
  const items = stages.map((stage): Row => {
    const { most, end } = numbersOf(state, stage);
    return [
      cell(`${stage.look.sign} `, { hue: stage.look.hue, tone: 'strong' }),
      cell(atLeft(clean(stage.label), label)),
      ...(headed ? [cell(atRight(most, NUMBER), FAINT)] : []),
      cell(atRight(end, NUMBER), STRONG),
      gap(3),
    ];
  });
  const head: Row = [
    cell(atLeft('of 100 runs', label + 2), FAINT),
    cell(atRight('most', NUMBER), FAINT),
    cell(atRight('end', NUMBER), FAINT),
    gap(3),
  ];
  const all = headed ? [head, ...(items.length > 1 ? [head] : []), ...items] : items;
  return Array.from(
    { length: Math.ceil(all.length / 2) },
    (_, row): Row => [gap(1), ...all[2 * row]!, ...(all[2 * row + 1] ?? EMPTY_ROW)],
  );
}
