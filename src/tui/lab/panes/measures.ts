/** What else a run yields: the shape now over the shape before, in the same bins, with medians. */
import type { MeasureSide } from '../../../experiment/index.ts';
import {
  atLeft,
  atRight,
  CANNOT_TELL,
  cell,
  clean,
  FAINT,
  gap,
  heading,
  histogramRows,
  ofHundred,
  type Row,
  rounded,
  STRONG,
  stepFor,
} from '../../../report/index.ts';
import type { Measure } from '../../../scenario/index.ts';
import { comparedWith, measurePairOf } from '../figures.ts';
import type { LabState } from '../state.ts';
import type { PaneSize } from './list.ts';

const NUMBER = 8;
const LEAST_PICTURE = 10;

/** Those that the scenario wants shown first come first; two rows a measure: now, and before under it. */
export function measuresPane(state: LabState, { columns, rows }: PaneSize): readonly Row[] {
  const { scenario, now } = state;
  const { measures } = scenario;
  const title: Row = [
    gap(1),
    cell(heading('Measures'), STRONG),
    cell('  median, and spread over the runs', FAINT),
  ];
  if (measures.length === 0) return [title, [gap(1), cell('This scenario has no measures.', FAINT)]];
  if (now === null) return [title];
  const first = scenario.show.measures.map((index) => measures[index]!);
  const ordered = [...first, ...measures.filter((measure) => !first.includes(measure))];
  const picture = Math.max(LEAST_PICTURE, Math.min(40, Math.floor((columns - NUMBER - 3) * 0.45)));
  const label = columns - picture - NUMBER - 4;
  const each = comparedWith(state) === null ? 1 : 2;
  return [
    title,
    ...ordered
      .slice(0, Math.floor((rows - 1) / each))
      .flatMap((measure) => measureRows(state, measure, { label, picture })),
  ];
}

interface Widths {
  readonly label: number;
  readonly picture: number;
}

function measureRows(state: LabState, measure: Measure, { label, picture }: Widths): readonly Row[] {
  const now = state.now!.picture;
  const compared = comparedWith(state)?.picture ?? null;
  const line = (name: string, side: MeasureSide | null, isNow: boolean): Row => [
    gap(1),
    cell(atLeft(name, label), isNow ? {} : FAINT),
    gap(1),
    cell(atRight(side === null ? CANNOT_TELL : numberOf(side), NUMBER), isNow ? STRONG : FAINT),
    gap(1),
    cell(atLeft(side === null ? '' : shapeOf(side), picture), isNow ? { hue: 'sky' } : FAINT),
  ];
  // A measure that another version of the file does not have has no before.
  const hasBefore = compared !== null && compared.scenario.measures[measure.index]?.name === measure.name;
  const pair = measurePairOf(now, hasBefore ? compared : now, measure.index);
  const numberOf = ({ share, median, counts }: MeasureSide): string => {
    if (counts.every((count) => count === 0)) return CANNOT_TELL;
    if (measure.boolean) return `${ofHundred(share)}/100`;
    return rounded(median ?? Number.NaN, stepFor((pair!.high - pair!.low) / 100));
  };
  const shapeOf = ({ counts }: MeasureSide): string =>
    histogramRows(counts, { width: picture, height: 1 })[0]!;
  const rows = [line(clean(measure.label), pair?.now ?? null, true)];
  if (hasBefore) rows.push(line('  was', pair?.before ?? null, false));
  return rows;
}
