/** `G`: one outcome over two parameters, as glyphs and numbers of 100 runs. */
import type { OutcomesAt } from '../../../experiment/index.ts';
import {
  atRight,
  type Cell,
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  type Hue,
  ofHundred,
  outcomeLooks,
  type Row,
  STRONG,
  textWidth,
  wrap,
} from '../../../report/index.ts';
import type { Parameter } from '../../../scenario/index.ts';
import { focusOf } from '../figures.ts';
import { valueText } from '../item-words.ts';
import type { MapQuestion } from '../questions.ts';
import type { LabState } from '../state.ts';
import { progressWords } from './legend.ts';
import type { PaneSize } from './list.ts';
import { titleRow } from './page.ts';

const LEVELS = [' ', '░', '▒', '▓', '█'];
const LEAST_CELL = 5;
const WIDEST_CELL = 9;

export function mapPane(
  state: LabState,
  { question, at }: { readonly question: MapQuestion; readonly at: OutcomesAt | null },
  { columns, rows }: PaneSize,
): readonly Row[] {
  const { scenario, across, down } = question;
  const focus = focusOf(state);
  const label = clean(scenario.outcomes[focus]?.label ?? '');
  const title = titleRow(`${label.toUpperCase()}, OF 100 RUNS`, progressWords(at));
  if (at === null) return [title, EMPTY_ROW, [gap(1), cell('The first runs are under way.', FAINT)]];
  const left = Math.max(...question.rows.map((value) => textWidth(valueText(down, value)))) + 2;
  const width = Math.max(
    LEAST_CELL,
    Math.min(WIDEST_CELL, Math.floor((columns - left - 1) / question.columns.length)),
  );
  const shown = question.columns.slice(0, Math.floor((columns - left - 1) / width));
  const { hue } = outcomeLooks(scenario.outcomes)[focus]!;
  const here = {
    across: nearest(state, across, question.columns),
    down: nearest(state, down, question.rows),
  };
  const lines = question.rows.map(
    (y, row): Row => [
      cell(`${atRight(valueText(down, y), left - 1)} `, row === here.down ? STRONG : FAINT),
      ...shown.flatMap((_, column) => {
        const share = at.shares[focus]![row * question.columns.length + column]!;
        const isHere = row === here.down && column === here.across;
        return mapCell(share.value, ofHundred(share), { width, hue, isHere });
      }),
    ],
  );
  const tall = rows >= 2 * lines.length + 8;
  const axis: Row = [
    gap(left),
    ...shown.map((x, column) =>
      cell(atRight(valueText(across, x), width - 1).concat(' '), column === here.across ? STRONG : FAINT),
    ),
  ];
  const words = `Up: ${clean(down.label)}. Right: ${clean(across.label)}. In brackets: where they stand now.`;
  return [
    title,
    [gap(1), cell(`${clean(down.label)} ↑`, FAINT)],
    ...lines.flatMap((line) => (tall ? [line, EMPTY_ROW] : [line])),
    axis,
    EMPTY_ROW,
    ...wrap(words, columns - 2).map((line): Row => [gap(1), cell(line)]),
    [gap(1), cell('blank: fewer than 10; ░ 10–29  ▒ 30–49  ▓ 50–69  █ 70 and more', FAINT)],
  ].slice(0, rows);
}

interface CellTerms {
  readonly width: number;
  readonly hue: Hue;
  readonly isHere: boolean;
}

function mapCell(share: number, number: string, { width, hue, isHere }: CellTerms): readonly Cell[] {
  const level = Math.min(LEVELS.length - 1, Math.max(0, Math.floor((share + 0.1) / 0.2)));
  const glyphs = Math.max(1, width - number.length - 2);
  const text = atRight(number, number.length);
  return [
    cell(isHere ? '[' : ' ', STRONG),
    cell(LEVELS[level]!.repeat(glyphs), { hue }),
    cell(text, isHere ? STRONG : {}),
    cell(isHere ? ']' : ' ', STRONG),
  ];
}

/** The place nearest to where the parameter stands. */
function nearest({ point }: LabState, parameter: Parameter, places: readonly number[]): number {
  const value = point.parameters[parameter.index] ?? parameter.baseline;
  const gaps = places.map((place) => Math.abs(place - value));
  return gaps.indexOf(Math.min(...gaps));
}
