/** `f`: how a run goes on from one of its moments: as it stands, under each option, and had it not happened. */
import { canTell, type MomentFutures, type StoryMoment, type Way } from '../../../experiment/index.ts';
import {
  alternativeWords,
  atLeft,
  atRight,
  bar,
  CANNOT_TELL,
  cell,
  changeWords,
  clean,
  EMPTY_ROW,
  FAINT,
  fateSentence,
  gap,
  grouped,
  hundred,
  momentText,
  outcomeLooks,
  type Row,
  STRONG,
  textWidth,
} from '../../../report/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import { focusOf } from '../figures.ts';
import type { FuturesQuestion, RunMoments } from '../questions.ts';
import type { LabState } from '../state.ts';
import type { PaneSize } from './list.ts';
import { paragraph, titleRow } from './page.ts';

const NUMBER = 4;
/** `27 more (23 to 31)`, `cannot tell (−4 to 2)`. */
const CHANGE = 24;
const SHARE_COLUMN = 6;

export function futuresPane(
  state: LabState,
  { question, futures }: { readonly question: FuturesQuestion; readonly futures: MomentFutures | null },
  { columns }: PaneSize,
): readonly Row[] {
  const { scenario } = question;
  const known = futures ?? question.known;
  const dealt = paragraph('The futures are dealt …', columns, FAINT);
  if (known === null) return [titleRow('FUTURES'), EMPTY_ROW, ...dealt];
  const head = headRows(scenario, known, columns);
  if (futures === null) return [...head, EMPTY_ROW, ...dealt];
  const ways = possibleWays(futures);
  const about = futuresFocus(state, futures);
  return [
    ...head,
    EMPTY_ROW,
    aboutRow(scenario, about),
    ...wayRows(scenario, ways, about, columns),
    ...fateLines(scenario, futures).flatMap((line) => paragraph(line, columns, FAINT)),
    EMPTY_ROW,
    ...endingRows(scenario, ways, columns),
    ...paragraph(basisSentence(futures), columns, FAINT),
  ];
}

function headRows({ time }: Scenario, { run, moments, place }: RunMoments, columns: number): readonly Row[] {
  const at = moments[place]!;
  const when = momentText(time.start, at.day).toUpperCase();
  const title = titleRow(
    `FUTURES FROM ${when}`,
    `run ${grouped(run)} · moment ${place + 1} of ${moments.length}, ← →`,
  );
  return [title, ...paragraph(momentSentence(at), columns)];
}

/** What the run itself brings here. */
export const momentSentence = ({ sentence }: StoryMoment): string =>
  sentence === null
    ? 'In this run nothing happens in the next step.'
    : `In this run comes next: ${sentence.text}`;

export const possibleWays = ({ ways }: MomentFutures): readonly Way[] =>
  ways.filter((way): way is Way => !('impossible' in way));

/** Where all options are of one decision they are named without it. */
export function wayNames(scenario: Scenario, ways: readonly Way[]): readonly string[] {
  const decisions = new Set(
    ways.flatMap(({ alternative }) => (alternative.kind === 'option' ? [alternative.decision] : [])),
  );
  const nameOf = ({ alternative }: Way): string => {
    if (alternative.kind === 'option' && decisions.size === 1)
      return scenario.decisions[alternative.decision]!.options[alternative.option]!.label;
    // What sets it apart comes first, and is not what a narrow screen cuts.
    if (alternative.kind === 'not_today')
      return `Not in this step: ${scenario.happenings[alternative.happening]!.label}`;
    return alternativeWords(scenario, alternative);
  };
  return ways.map((way) => clean(nameOf(way)));
}

/** Ways are lettered, so that their names need not stand over columns. */
export const wayLetter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + (index % 26));

export const basisSentence = ({ futures }: MomentFutures): string =>
  `Of 100 futures (${grouped(futures)} of each way, fresh luck, the same for all). ▲ more, ▼ fewer than in A; ${CANNOT_TELL} they cannot tell.`;

/** The outcome the ways are compared by: the chosen one, else the one that some way changes most. */
export function futuresFocus(state: LabState, futures: MomentFutures): number {
  if (state.focus !== null) return focusOf(state);
  const changes = possibleWays(futures).flatMap(({ changes: its }) => (its === null ? [] : [its]));
  const sizes = state.scenario.outcomes.map((_, outcome) =>
    Math.max(0, ...changes.map((its) => (canTell(its[outcome]!) ? Math.abs(its[outcome]!.value) : 0))),
  );
  const most = Math.max(0, ...sizes);
  return most > 0 ? sizes.indexOf(most) : focusOf(state);
}

/** What became of what was asked for, and what cannot be asked for here. */
export function fateLines(scenario: Scenario, futures: MomentFutures): readonly string[] {
  const told = possibleWays(futures).flatMap((way, index) => {
    const words = fateSentence(scenario, way).trim();
    return words === '' ? [] : [`${wayLetter(index)}: ${words}`];
  });
  const refused = futures.ways.flatMap((way) =>
    'impossible' in way
      ? [`${clean(alternativeWords(scenario, way.alternative))}: cannot be, ${clean(way.impossible)}.`]
      : [],
  );
  return [...told, ...refused];
}

function aboutRow({ outcomes }: Scenario, about: number): Row {
  const { sign, hue } = outcomeLooks(outcomes)[about]!;
  return [
    gap(1),
    cell('of 100 futures end so: ', FAINT),
    cell(`${sign} `, { hue }),
    cell(clean(outcomes[about]!.label), STRONG),
    cell('   [ ] another', FAINT),
  ];
}

/** `B  Ask the alliance  ████████ 58   27 more (23 to 31)` */
function wayRows(scenario: Scenario, ways: readonly Way[], about: number, columns: number): readonly Row[] {
  const { hue } = outcomeLooks(scenario.outcomes)[about]!;
  const names = wayNames(scenario, ways);
  const room = columns - 9 - NUMBER - CHANGE;
  const label = Math.min(Math.max(...names.map(textWidth)), Math.floor(room * 0.75));
  const barWidth = Math.max(4, Math.min(40, room - label));
  return ways.map(({ outlook, changes }, index): Row => {
    const { share } = outlook.outcomes[about]!;
    const change = changes?.[about];
    return [
      gap(1),
      cell(wayLetter(index), STRONG),
      gap(2),
      cell(atLeft(names[index]!, label)),
      gap(2),
      ...bar(share, barWidth, { hue }),
      cell(atRight(hundred(share), NUMBER), STRONG),
      gap(3),
      cell(change === undefined ? '' : shortWords(changeWords(change))),
    ];
  });
}

const shortWords = (words: string): string =>
  words.replaceAll(' of 100 futures', '').replace(' of 100)', ')');

/** Every ending that any way leads to, the ways side by side. */
function endingRows(scenario: Scenario, ways: readonly Way[], columns: number): readonly Row[] {
  const looks = outcomeLooks(scenario.outcomes);
  const shown = scenario.outcomes.filter(({ index }) =>
    ways.some(({ outlook }) => outlook.outcomes[index]!.count > 0),
  );
  const widest = Math.max(...shown.map(({ label }) => textWidth(clean(label))), 'ENDINGS'.length);
  const label = Math.min(widest, Math.max(8, columns - 4 - SHARE_COLUMN * ways.length));
  const head: Row = [
    gap(1),
    cell(atLeft('ENDINGS', label + 2), STRONG),
    ...ways.map((_, index) => cell(`${atRight(wayLetter(index), SHARE_COLUMN - 1)} `, STRONG)),
  ];
  const rows = shown.map(({ label: words, index }): Row => {
    const { sign, hue } = looks[index]!;
    const numbers = ways.map(({ outlook, changes }): Row => {
      const change = changes?.[index];
      const mark = change === undefined ? ' ' : !canTell(change) ? CANNOT_TELL : change.value > 0 ? '▲' : '▼';
      return [
        cell(atRight(hundred(outlook.outcomes[index]!.share), SHARE_COLUMN - 1), STRONG),
        cell(mark, FAINT),
      ];
    });
    return [gap(1), cell(`${sign} `, { hue }), cell(atLeft(clean(words), label)), ...numbers.flat()];
  });
  return [head, ...rows];
}
