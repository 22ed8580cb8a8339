/** A decision: who must choose, what, what is known, and the futures of each option side by side. */
import {
  actorOf,
  atLeft,
  atRight,
  bar,
  cell,
  clean,
  FAINT,
  gap,
  hundred,
  numberedOptions,
  outcomeLooks,
  type Row,
  STRONG,
  wrap,
} from '../../../report/index.ts';
import type { DecisionRecord } from '../../../statechart/index.ts';
import { decisionInHand, type PresentState } from '../state.ts';
import {
  knownToActor,
  knownToModel,
  outcomeInFocus,
  pairedSentences,
  roomWords,
  waysByNumber,
} from '../words.ts';
import { AIR, type Block, stacked } from './blocks.ts';
import { chartStrips } from './chart.ts';
import { historyRows } from './side.ts';
import { type PaneSize, storyRows } from './story.ts';

const MARGIN = 3;
const LEAST_BAR = 5;
/** In a narrower pane the numbers stand alone. */
const NO_BAR_BELOW = 50;

/** @param hasSide whether chart and history stand beside it. */
export function decisionPane(
  state: PresentState,
  { columns, rows }: PaneSize,
  hasSide: boolean,
): readonly Row[] {
  const decision = decisionInHand(state)!;
  const { scenario, asked, chosen, showsHistory, showsModel } = state;
  const { question, label } = scenario.decisions.find(({ name }) => name === decision.path)!;
  const paragraph = (text: string | null, style = {}): readonly Row[] =>
    text === null
      ? []
      : wrap(text, columns - MARGIN - 2).map((line): Row => [gap(MARGIN), cell(line, style)]);
  const count = asked.length > 1 ? ` (${chosen.length + 1} of ${asked.length} now)` : '';
  const heading: Row = [
    gap(MARGIN),
    cell(`${actorOf(scenario, decision.path).toUpperCase()} MUST CHOOSE`, STRONG),
    cell(count, FAINT),
  ];
  const paired = pairedSentences(state).flatMap((line) => paragraph(line));
  const blocks: readonly Block[] = [
    { rows: storyRows(state, columns).slice(-3), rank: 2 },
    AIR,
    { rows: [heading], rank: 9 },
    { rows: paragraph(clean(question ?? label)), rank: 9 },
    AIR,
    { rows: optionRows(state, decision, columns), rank: 9 },
    { rows: [aboutRow(state)], rank: 7 },
    { rows: paired, rank: 6 },
    AIR,
    { rows: paragraph(knownToActor(state)), rank: 4 },
    { rows: showsModel ? paragraph(knownToModel(state)) : [], rank: 8 },
    { rows: paragraph(roomWords(state), STRONG), rank: 8 },
    ...(hasSide ? [] : [AIR, { rows: indented(chartStrips(state, columns - MARGIN)), rank: 3 }]),
    { rows: showsHistory && !hasSide ? historyRows(state, columns, 5) : [], rank: 8.5 },
  ];
  return stacked(blocks, rows);
}

const indented = (rows: readonly Row[]): readonly Row[] => rows.map((row) => [gap(MARGIN - 1), ...row]);

/** `1  Our own forces   odds 20   ███████▌ 31` */
function optionRows(state: PresentState, decision: DecisionRecord, columns: number): readonly Row[] {
  const { scenario, showsModel } = state;
  const ways = waysByNumber(decision, state.options);
  const about = outcomeInFocus(state);
  const { hue } = outcomeLooks(scenario.outcomes)[about]!;
  const options = numberedOptions(scenario, decision);
  const longest = Math.max(...options.map(({ label }) => label.length));
  const odds = showsModel ? 10 : 0;
  const room = columns - odds - MARGIN - 12;
  const isNarrow = columns < NO_BAR_BELOW;
  const labelWidth = isNarrow
    ? Math.min(longest, room + 3)
    : Math.min(longest, Math.floor(columns * 0.45), room - LEAST_BAR);
  const barWidth = isNarrow ? 0 : Math.min(40, room - labelWidth);
  return options.map(({ number, label, odds: its }): Row => {
    const share = ways.get(number)?.outlook.outcomes[about]?.share;
    const told = showsModel ? atRight(`odds ${hundred({ value: its })}`, odds) : '';
    return [
      gap(MARGIN),
      cell(`${number}  `, STRONG),
      cell(atLeft(label, labelWidth)),
      cell(told, FAINT),
      gap(2),
      ...(share === undefined ? [cell('…', FAINT)] : barWidth === 0 ? [] : bar(share, barWidth, { hue })),
      cell(share === undefined ? '' : atRight(hundred(share), 4), STRONG),
    ];
  });
}

/** `of 100 futures: ■ Order with foreign help`: what the bars show. */
function aboutRow(state: PresentState): Row {
  const about = outcomeInFocus(state);
  const { sign, hue } = outcomeLooks(state.scenario.outcomes)[about]!;
  return [
    gap(MARGIN),
    cell('of 100 futures end so: ', FAINT),
    cell(`${sign} `, { hue }),
    cell(clean(state.scenario.outcomes[about]!.label), STRONG),
    cell('   tab: another ending', FAINT),
  ];
}
