/** `g`: how the outcomes go along one parameter, and in words where it tips. */
import { leadsOf, steepestOf } from '../../../analysis/index.ts';
import type { OutcomesAt } from '../../../experiment/index.ts';
import {
  atRight,
  barScale,
  cell,
  clean,
  columnOf,
  EMPTY_ROW,
  FAINT,
  gap,
  lineChart,
  ofHundred,
  outcomeLooks,
  type Row,
  STRONG,
  textWidth,
  wrap,
} from '../../../report/index.ts';
import { focusOf } from '../figures.ts';
import { valueText } from '../item-words.ts';
import type { CurveQuestion } from '../questions.ts';
import type { LabState } from '../state.ts';
import { legendRows, progressWords } from './legend.ts';
import type { PaneSize } from './list.ts';
import { titleRow } from './page.ts';

const SCALE = 5;

export function curvePane(
  state: LabState,
  { question, at }: { readonly question: CurveQuestion; readonly at: OutcomesAt | null },
  { columns, rows }: PaneSize,
): readonly Row[] {
  const { parameter, places, scenario } = question;
  const title = titleRow(`ALONG ${clean(parameter.label).toUpperCase()}`, progressWords(at));
  if (at === null) return [title, EMPTY_ROW, [gap(1), cell('The first runs are under way.', FAINT)]];
  const looks = outcomeLooks(scenario.outcomes);
  const focus = focusOf(state);
  const highest = Math.max(...at.shares.flat().map(({ value }) => value));
  const words = wrap(curveSentence(question, at, focus), columns - 2).map(
    (line): Row => [gap(1), cell(line, STRONG)],
  );
  const legend = legendRows(
    scenario.outcomes.map(({ label }, index) => ({ look: looks[index]!, label })),
    columns,
    focus,
  );
  const height = Math.max(5, rows - 3 - words.length - legend.length);
  const value = state.point.parameters[parameter.index] ?? parameter.baseline;
  const curves = at.shares.map((shares, index) => ({ look: looks[index]!, shares }));
  const chart = lineChart(
    { places, curves, focus, mark: value, top: barScale(highest) },
    { columns, rows: height },
  );
  return [title, ...chart, axisRow(question, value, columns), ...words, EMPTY_ROW, ...legend].slice(0, rows);
}

/** The ends of the range, and the present value under its mark. */
function axisRow({ parameter, places }: CurveQuestion, value: number, columns: number): Row {
  const width = columns - SCALE - 1;
  const [first, last] = [places[0]!, places[places.length - 1]!].map((place) => valueText(parameter, place));
  const here = `now ${valueText(parameter, value)}`;
  const start = Math.max(
    textWidth(first!) + 1,
    Math.min(width - textWidth(here) - textWidth(last!) - 1, columnOf(places, value, width) - 2),
  );
  const line = first!.padEnd(start) + here;
  return [gap(SCALE), cell(line), cell(atRight(last!, Math.max(0, width - textWidth(line))))];
}

/** Where the likeliest ending changes, and how the focus goes. */
export function curveSentence(
  { scenario, places, parameter }: CurveQuestion,
  at: OutcomesAt,
  focus: number,
): string {
  const label = (outcome: number): string => clean(scenario.outcomes[outcome]?.label ?? '');
  const value = (place: number): string => valueText({ ...parameter }, rounded(place, places));
  const curve = at.shares[focus]!;
  const leads = parameter.choices === null ? leadsOf(places, at.shares) : [];
  const tips = leads
    .slice(1)
    .map(
      ({ curve: outcome, from }, index) =>
        `at about ${value(from)} from “${label(leads[index]!.curve)}” to “${label(outcome)}”`,
    );
  const steepest = parameter.choices === null ? steepestOf(places, curve) : null;
  const lowest = curve.reduce((least, share) => (share.value < least.value ? share : least));
  const highest = curve.reduce((most, share) => (share.value > most.value ? share : most));
  const goes =
    steepest === null && lowest.high >= highest.low
      ? `${label(focus)}: about ${ofHundred(curve[0]!)} of 100 runs wherever it stands.`
      : `${label(focus)}: from ${ofHundred(curve[0]!)} to ${ofHundred(curve[curve.length - 1]!)} of 100 runs${
          steepest !== null && steepest.part > 0.35 ? `, most steeply about ${value(steepest.at)}` : ''
        }.`;
  return tips.length === 0 ? goes : `${goes} The likeliest ending tips ${tips.join(', and ')}.`;
}

/** No finer than a fiftieth of the way: a crossing read off a chart is not known better. */
function rounded(value: number, places: readonly number[]): number {
  const span = places[places.length - 1]! - places[0]!;
  let step = 1;
  while (step > span / 50) step /= 10;
  while (step * 10 <= span / 50) step *= 10;
  return Number((Math.round(value / step) * step).toPrecision(12));
}
