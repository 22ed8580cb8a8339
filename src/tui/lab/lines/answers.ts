/** What the lab knows as sentences, one thing a line, for readers of lines: no bars, no columns, no colours. */
import {
  canTell,
  type Drill,
  type MomentFutures,
  type OutcomesAt,
  tornadoBars,
} from '../../../experiment/index.ts';
import {
  changeWords,
  clean,
  dateText,
  grouped,
  hundred,
  momentText,
  ofHundred,
  ofHundredRuns,
  pairedChangeWords,
  rounded,
  rowText,
  settingsLine,
  stepFor,
} from '../../../report/index.ts';
import {
  comparedWith,
  focusOf,
  happeningsOf,
  measurePairOf,
  outcomeChanges,
  outcomesOf,
  regionsOf,
} from '../figures.ts';
import { movedText, stateText, valueText } from '../item-words.ts';
import { type Item, itemsOf } from '../items.ts';
import { comparePage } from '../panes/compare.ts';
import { curveSentence } from '../panes/curve.ts';
import { drillSummary } from '../panes/drill.ts';
import {
  basisSentence,
  fateLines,
  futuresFocus,
  momentSentence,
  possibleWays,
  wayLetter,
  wayNames,
} from '../panes/futures.ts';
import { infoPage } from '../panes/info.ts';
import type { Answer, Question } from '../questions.ts';
import type { LabState } from '../state.ts';

const PAGE_COLUMNS = 100;

/** How it ends, each outcome with its change where there is something to compare with. */
export function endingLines(state: LabState): readonly string[] {
  const { now, settings } = state;
  if (now === null) return ['There are no runs yet.'];
  const before = comparedWith(state);
  const changes = outcomeChanges(now, before);
  const old = before === null ? null : outcomesOf(before.picture);
  const said = settingsLine({ ...settings, at_baseline: settings.atBaseline }) || 'as the file has it';
  const faulted = now.picture.tally.faulted;
  return [
    `How it ends, ${said}; ${grouped(now.picture.codes.runs)} runs:`,
    ...outcomesOf(now.picture).map(({ id, label, share }, outcome) => {
      const was = old?.find((one) => one.id === id)?.share;
      const change = changes?.[outcome];
      const more =
        change === undefined || was === undefined
          ? ''
          : `, was ${ofHundred(was)}; ${pairedChangeWords(change)}`;
      return `${clean(label)}: ${ofHundredRuns(share)}${more}.`;
    }),
    ...(changes === null ? [] : ['Both sides have the same luck.']),
    ...(faulted === 0
      ? []
      : [`${grouped(faulted)} runs could not go on and are left out.${faultWords(state)}`]),
  ];
}

const faultWords = ({ fault }: LabState): string => (fault === null ? '' : ` ${clean(fault.message)}`);

/** `loyalty, Security-force loyalty: varies around 0.50.` by group. */
export function itemLines(
  state: LabState,
  items: readonly Item[] = itemsOf(state.scenario),
): readonly string[] {
  return items.flatMap((item, index) => [
    ...(items[index - 1]?.group === item.group ? [] : [`${clean(item.group)}:`]),
    itemLine(state, item),
  ]);
}

export function itemLine(state: LabState, item: Item): string {
  const options =
    item.kind === 'decision' ? ` (${item.decision.options.map(({ name }) => name).join(', ')})` : '';
  const said = item.kind === 'parameter' ? movedText(state, item) : stateText(state, item);
  return `  ${item.name}, ${clean(item.label)}: ${clean(said).replace('→', 'now')}${options}.`;
}

export const pageLines = (state: LabState, page: 'info' | 'compare'): readonly string[] =>
  (page === 'info' ? infoPage(state, PAGE_COLUMNS) : comparePage(state, PAGE_COLUMNS)).map((row) =>
    rowText(row).trimEnd(),
  );

/** Share of runs in each stage of the region, at a few days. */
export function dayLines({ now, region, scenario }: LabState): readonly string[] {
  const found = now === null ? undefined : regionsOf(now.picture)[region];
  if (found === undefined) return ['There are no runs yet.'];
  const { steps, stepDays, start } = scenario.time;
  const states = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * steps));
  return [
    `${clean(found.label)}, of 100 runs:`,
    ...found.stages.map(({ label, shares }) => {
      const said = states.map(
        (state) => `${Math.round(100 * (shares[state] ?? 0))} on ${dateText(start, state * stepDays)}`,
      );
      return `${clean(label)}: ${said.join(', ')}.`;
    }),
  ];
}

export function measureLines(state: LabState): readonly string[] {
  const { now, scenario } = state;
  if (now === null) return ['There are no runs yet.'];
  const before = comparedWith(state)?.picture ?? null;
  return scenario.measures.map((measure) => {
    const pair = measurePairOf(now.picture, before ?? now.picture, measure.index);
    if (pair === null) return `${clean(measure.label)}: no run has a value.`;
    const step = stepFor((pair.high - pair.low) / 100);
    const number = ({ share, median }: typeof pair.now): string =>
      measure.boolean ? ofHundredRuns(share) : `median ${rounded(median ?? Number.NaN, step)}`;
    const was = before === null ? '' : `, was ${number(pair.before)}`;
    return `${clean(measure.label)}: ${number(pair.now)}${was}.`;
  });
}

export function happenedLines({ now, scenario }: LabState): readonly string[] {
  if (now === null) return ['There are no runs yet.'];
  return happeningsOf(now.picture)
    .filter(({ share }) => share.value > 0)
    .map(({ label, share, median_day }) => {
      const day =
        median_day === null ? '' : `, in half of them by ${dateText(scenario.time.start, median_day)}`;
      return `${clean(label)}: ${ofHundredRuns(share)}${day}.`;
    });
}

export function questionLines(state: LabState, question: Question, answer: Answer): readonly string[] {
  switch (answer.kind) {
    case 'drill':
      return question.kind === 'drill' ? drillLines(question, answer.drill) : [];
    case 'story':
      return [
        `Run ${answer.told.run}.`,
        ...answer.told.sentences.map(
          ({ date, text, why }, index) => `${index + 1}. ${date}: ${text}${why === null ? '' : ` ${why}`}`,
        ),
        answer.told.ending,
      ];
    case 'futures':
      return futuresLines(state, answer.futures);
    default:
      return pointLines(state, question, answer.at);
  }
}

function pointLines(state: LabState, question: Question, at: OutcomesAt): readonly string[] {
  const focus = focusOf(state);
  const { scenario } = question;
  const label = clean(scenario.outcomes[focus]?.label ?? '');
  const shares = at.shares[focus]!;
  switch (question.kind) {
    case 'curve':
      return [
        `${label}, along ${clean(question.parameter.label)}, ${grouped(at.runs)} runs each:`,
        ...question.places.map(
          (place, index) => `At ${valueText(question.parameter, place)}: ${ofHundredRuns(shares[index]!)}.`,
        ),
        curveSentence(question, at, focus),
      ];
    case 'map':
      return [
        `${label}, of 100 runs; ${clean(question.across.label)} from left to right:`,
        ...question.rows.map((y, row) => {
          const numbers = question.columns.map((_, column) =>
            ofHundred(shares[row * question.columns.length + column]!),
          );
          return `At ${clean(question.down.label)} ${valueText(question.down, y)}: ${numbers.join(', ')}.`;
        }),
      ];
    case 'tornado':
      return [
        `What matters for ${label}, each alone from its 5th to its 95th percentile:`,
        ...tornadoBars(scenario, question.plan, at, focus).map(({ parameter, least, most, swing }) => {
          const short = (value: number) => valueText(parameter, Number(value.toPrecision(2)));
          if (!canTell(swing)) return `${clean(parameter.label)}: these runs cannot tell.`;
          return `${clean(parameter.label)}: from ${ofHundred(least.share)} at ${short(least.value)} to ${ofHundred(most.share)} at ${short(most.value)}.`;
        }),
      ];
    default:
      return [];
  }
}

const MOST_SHIFTS = 6;

function drillLines(question: Extract<Question, { kind: 'drill' }>, drill: Drill): readonly string[] {
  const label = clean(question.scenario.outcomes[question.outcome]?.label ?? '');
  return [
    `Runs that end: ${label}. ${drillSummary(question, drill)}`,
    'What they drew, and the others:',
    ...drill.parameters.slice(0, MOST_SHIFTS).map(({ parameter, inside, outside }) => {
      const short = (value: number) => valueText(parameter, Number(value.toPrecision(2)));
      return parameter.choices === null
        ? `  ${clean(parameter.label)}: median ${short(inside)}, others ${short(outside)}.`
        : `  ${clean(parameter.label)}: more often ${short(inside)}.`;
    }),
    'What happened in them, and in the others:',
    ...drill.happenings
      .slice(0, MOST_SHIFTS)
      .map(
        ({ label: said, inside, outside }) =>
          `  ${clean(said)}: ${ofHundred(inside)} of 100, others ${ofHundred(outside)}.`,
      ),
  ];
}

/** Each way with how it ends, and the difference in the ending that is compared. */
function futuresLines(state: LabState, futures: MomentFutures): readonly string[] {
  const { scenario } = state;
  const { run, moments, place } = futures;
  const at = moments[place]!;
  const about = futuresFocus(state, futures);
  const ways = possibleWays(futures);
  const names = wayNames(scenario, ways);
  const label = clean(scenario.outcomes[about]!.label);
  const when = momentText(scenario.time.start, at.day);
  return [
    `Futures of run ${run} from ${when}, moment ${place + 1} of ${moments.length}. ${momentSentence(at)}`,
    ...ways.map(({ outlook, changes }, index) => {
      const shares = outlook.outcomes
        .filter(({ count }) => count > 0)
        .map(({ label: ending, share }) => `${clean(ending)} ${hundred(share)}`);
      const change = changes === null ? '' : ` Against A, ${label}: ${changeWords(changes[about]!)}.`;
      return `${wayLetter(index)}, ${names[index]}: ${shares.join(', ')}.${change}`;
    }),
    ...fateLines(scenario, futures),
    basisSentence(futures).replace(/ ▲.*/, ''),
  ];
}
