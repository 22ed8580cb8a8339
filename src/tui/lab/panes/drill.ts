/** `d`: how the runs that end in one outcome differ from the others. */
import type { Drill, HappeningShift, ParameterShift } from '../../../experiment/index.ts';
import {
  atLeft,
  atRight,
  CANNOT_TELL,
  cell,
  clean,
  dateText,
  EMPTY_ROW,
  FAINT,
  gap,
  grouped,
  ofHundred,
  type Row,
  STRONG,
  wrap,
} from '../../../report/index.ts';
import { valueText } from '../item-words.ts';
import type { DrillQuestion } from '../questions.ts';
import type { PaneSize } from './list.ts';
import { titleRow } from './page.ts';

const NUMBER = 9;
const SHIFT = 12;
const OFTEN = 5;
const DAY = 9;

export function drillPane(
  { question, drill }: { readonly question: DrillQuestion; readonly drill: Drill | null },
  { columns, rows }: PaneSize,
): readonly Row[] {
  const { scenario, outcome } = question;
  const label = clean(scenario.outcomes[outcome]?.label ?? '');
  const title = titleRow(`RUNS THAT END: ${label.toUpperCase()}`);
  if (drill === null) return [title, EMPTY_ROW, [gap(1), cell('Runs are looked at one by one.', FAINT)]];
  const head = wrap(drillSummary(question, drill), columns - 2).map((line): Row => [gap(1), cell(line)]);
  if (drill.inside === 0 || drill.outside === 0) return [title, ...head];
  const room = rows - 1 - head.length - 3;
  const parameters = Math.max(2, Math.min(drill.parameters.length, Math.floor(room * 0.45)));
  const happenings = Math.max(1, room - parameters - 1);
  return [
    title,
    ...head,
    EMPTY_ROW,
    drawnHead(columns),
    ...drill.parameters.slice(0, parameters).map((shift) => drawnRow(shift, columns)),
    happenedHead(columns),
    ...drill.happenings.slice(0, happenings).map((shift) => happenedRow(shift, columns, scenario.time.start)),
  ].slice(0, rows);
}

export function drillSummary(
  { scenario }: DrillQuestion,
  { runs, wanted, inside, days, outside }: Drill,
): string {
  const date = (day: number): string => dateText(scenario.time.start, day);
  const count = `${grouped(inside)} of ${grouped(inside + outside)} runs looked at`;
  const more = runs < wanted ? `, of ${grouped(wanted)} to come` : '';
  const ends =
    days === null
      ? ''
      : ` They end about ${date(days[1])}, nine of ten between ${date(days[0])} and ${date(days[2])}.`;
  return `${count}${more}.${ends}`;
}

const nameWidth = (columns: number, rest: number): number => Math.max(10, columns - 2 - rest);

function drawnHead(columns: number): Row {
  const name = nameWidth(columns, 2 * NUMBER + 1 + SHIFT);
  return [
    gap(1),
    cell(atLeft('THEY DREW (median)', name), STRONG),
    cell(atRight('these', NUMBER), STRONG),
    cell(atRight('others', NUMBER), FAINT),
    gap(1),
    cell(atLeft('lower│higher', SHIFT), FAINT),
  ];
}

function drawnRow({ parameter, inside, outside, shift }: ParameterShift, columns: number): Row {
  const name = nameWidth(columns, 2 * NUMBER + 1 + SHIFT);
  const said = parameter.choices === null ? clean(parameter.label) : `${clean(parameter.label)}: more often`;
  return [
    gap(1),
    cell(atLeft(said, name)),
    cell(atRight(valueText(parameter, short(inside)), NUMBER), STRONG),
    cell(atRight(parameter.choices === null ? valueText(parameter, short(outside)) : '', NUMBER), FAINT),
    gap(1),
    cell(shiftLine(shift), { hue: 'orange' }),
  ];
}

const short = (value: number): number => Number(value.toPrecision(Math.abs(value) < 100 ? 2 : 3));

/** Half standard deviations to the left or right of the middle. */
function shiftLine(shift: number): string {
  const half = SHIFT / 2;
  const size = Math.min(half, Math.round(Math.abs(shift) * half));
  if (size === 0) return `${' '.repeat(half)}│${' '.repeat(half - 1)}`;
  return shift < 0
    ? `${' '.repeat(half - size)}${'◄'}${'━'.repeat(size - 1)}│${' '.repeat(half - 1)}`
    : `${' '.repeat(half)}│${'━'.repeat(Math.max(0, size - 2))}►${' '.repeat(Math.max(0, half - Math.max(size, 2)))}`;
}

function happenedHead(columns: number): Row {
  const name = nameWidth(columns, 2 * OFTEN + DAY);
  return [
    gap(1),
    cell(atLeft('WHAT HAPPENED IN THEM, of 100 runs', name), STRONG),
    cell(atRight('these', OFTEN), STRONG),
    cell(atRight('oth.', OFTEN), FAINT),
    cell(atRight('median', DAY), FAINT),
  ];
}

function happenedRow(
  { label, inside, outside, medianDay }: HappeningShift,
  columns: number,
  start: string,
): Row {
  const name = nameWidth(columns, 2 * OFTEN + DAY);
  return [
    gap(1),
    cell(atLeft(clean(label), name)),
    cell(atRight(ofHundred(inside), OFTEN), STRONG),
    cell(atRight(ofHundred(outside), OFTEN), FAINT),
    cell(atRight(medianDay === null ? CANNOT_TELL : dateText(start, medianDay), DAY), FAINT),
  ];
}
