/** View 3, measures: what else a run yields, as small histograms with median and 90 % range. */
import {
  BLOCK_ROWS,
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  grouped,
  measureBlock,
  measureHeading,
  measureTable,
  type Row,
} from '../../../report/index.ts';
import type { State } from '../state.ts';
import type { Body, BodySize } from './body.ts';

/** Narrower than this there is no room for words beside a picture. */
const BLOCKS_FROM = 72;

export function measuresBody(state: State, { columns, rows }: BodySize): Body {
  const { measures, runs } = state.result;
  if (measures.length === 0) {
    return { pinned: [], rows: [[gap(1), cell('This scenario has no measures.', FAINT)]] };
  }
  const histories = measures.map((_, index) => historyOf(state, index));
  const extra = histories.flat().length;
  const blocks = columns >= BLOCKS_FROM && 1 + measures.length * BLOCK_ROWS + extra <= rows;
  if (!blocks) {
    const [head = EMPTY_ROW, ...lines] = measureTable(measures, runs, columns);
    return { pinned: [head], rows: lines.flatMap((line, index) => [line, ...histories[index]!]) };
  }
  const airy = 1 + measures.length * (BLOCK_ROWS + 1) + extra <= rows;
  return {
    pinned: [measureHeading(columns)],
    rows: measures.flatMap((measure, index) => [
      ...measureBlock(measure, runs, columns),
      ...histories[index]!,
      ...(airy ? [EMPTY_ROW] : []),
    ]),
  };
}

/** What the sources say the measure really was, where history is shown and they say it. */
function historyOf(state: State, measure: number): readonly Row[] {
  if (!state.history) return [];
  return state.scenario.timeline
    .filter((entry) => entry.measure === measure && entry.value !== null)
    .map((entry): Row => {
      const range = entry.range === null ? '' : ` (${grouped(entry.range[0])}–${grouped(entry.range[1])})`;
      const contested = entry.contested ? ', contested' : '';
      const what =
        clean(entry.what) === clean(state.result.measures[measure]!.label) ? '' : `${clean(entry.what)} `;
      const text = `▲ history: ${what}${grouped(entry.value ?? 0)}${range}${contested}`;
      return [gap(1), cell(text, { hue: 'yellow' })];
    });
}
