/** A moment of the seminar in lines of text. */
import { treeOrder, wayName } from '../../../experiment/index.ts';
import { actorOf, clean, hundred, longMoment, numberedOptions } from '../../../report/index.ts';
import { wayWords } from '../panes/tree.ts';
import type { PresentRequest } from '../request.ts';
import { scoreWords } from '../score-words.ts';
import { decisionInHand, type PresentPage, type PresentState } from '../state.ts';
import {
  chartLines,
  historyLines,
  knownToActor,
  knownToModel,
  leaderNotes,
  outcomeInFocus,
  pairedSentences,
  roomWords,
  scriptQuestion,
  stageLines,
  waysByNumber,
} from '../words.ts';
import { PRESENT_FORMS } from './commands.ts';

/** Where the room stands: the date, what happened since so many sentences, the chart, the outlook, the decision. */
export function momentLines(state: PresentState, told: number): readonly string[] {
  const { scenario, session, moment, story, notice } = state;
  const { day } = moment.records.at(-1)!;
  return [
    ...(notice === null ? [] : [notice]),
    `${longMoment(scenario, day)}, day ${Math.round(day * 100) / 100}, way ${wayName(session.at.way)}.`,
    ...story.slice(told).map(({ date, text }) => `${date}: ${text}`),
    ...(moment.next === null
      ? []
      : [
          `Where it stands: ${stageLines(state)
            .map(({ region, stage }) => `${region}: ${stage}`)
            .join('; ')}.`,
        ]),
    ...outlookLines(state),
    ...decisionLines(state),
    ...scriptLines(state),
  ];
}

const notesLines = (state: PresentState): readonly string[] => [
  leaderNotes(state) ?? 'There is no note here.',
];

/** The question of a prepared seminar, its notes, and the history where it reveals it. */
function scriptLines(state: PresentState): readonly string[] {
  const question = scriptQuestion(state);
  const notes = leaderNotes(state);
  return [
    ...(state.stop !== null && state.showsHistory
      ? ['What really happened, the latest first:', ...historyOr(state)]
      : []),
    ...(question === null ? [] : [question]),
    ...(notes === null ? [] : [notes]),
  ];
}

function outlookLines({ outlook }: PresentState): readonly string[] {
  if (outlook === null) return [];
  const shares = [...outlook.outlook.outcomes]
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map(({ label, share }) => `${clean(label)} ${hundred(share)}`);
  return [`Of 100 futures from here: ${shares.join(', ')}.`];
}

function decisionLines(state: PresentState): readonly string[] {
  const decision = decisionInHand(state);
  if (decision === null) return roomLines(state);
  const { scenario, options, showsModel } = state;
  const { question, label } = scenario.decisions.find(({ name }) => name === decision.path)!;
  const about = outcomeInFocus(state);
  const ways = waysByNumber(decision, options);
  const listed = numberedOptions(scenario, decision).map(({ number, label: name, odds }) => {
    const share = ways.get(number)?.outlook.outcomes[about]?.share;
    const its = share === undefined ? '' : `: ${hundred(share)} of 100 futures end so`;
    return `  ${number} ${name}${its}${showsModel ? ` (odds ${hundred({ value: odds })} of 100)` : ''}`;
  });
  const known = knownToActor(state);
  const model = showsModel ? knownToModel(state) : null;
  return [
    `${actorOf(scenario, decision.path)} must choose. ${clean(question ?? label)}`,
    ...(options === null ? [] : [`The ending compared: ${clean(scenario.outcomes[about]!.label)}.`]),
    ...listed,
    ...pairedSentences(state).map((line) => `  ${line}.`),
    ...(known === null ? [] : [known]),
    ...(model === null ? [] : [model]),
    ...roomLines(state),
  ];
}

const roomLines = (state: PresentState): readonly string[] => {
  const said = roomWords(state);
  return said === null ? [] : [`${said}.`];
};

/** What a request is answered with. */
export function pageLines(
  before: PresentState,
  after: PresentState,
  request: PresentRequest,
): readonly string[] {
  const noticed = after.notice === null ? [] : [after.notice];
  switch (request.type) {
    case 'history':
      return ['What really happened, the latest first:', ...historyOr(after)];
    case 'notes':
      return after.showsNotes ? notesLines(after) : ['The notes are hidden.'];
    case 'predict':
      return after.notice === null ? roomLines(after) : noticed;
    case 'model':
    case 'about':
      return decisionInHand(after) === null ? ['No decision waits here.'] : decisionLines(after);
    case 'export':
      return noticed;
    case 'page':
      return pageText(after, request.page);
    default:
      if (after.moment === before.moment && after.chosen === before.chosen) return noticed;
      return momentLines(after, toldBefore(before, after));
  }
}

const historyOr = (state: PresentState): readonly string[] => {
  const lines = historyLines(state);
  return lines.length === 0 ? ['The timeline says nothing until now.'] : lines;
};

function pageText(state: PresentState, page: PresentPage): readonly string[] {
  switch (page) {
    case 'help':
      return PRESENT_FORMS.map(([form, help]) => `${form}: ${help}.`);
    case 'tree':
      return treeLines(state);
    case 'chart':
      return chartLines(state);
    default:
      return page satisfies never;
  }
}

const treeLines = (state: PresentState): readonly string[] => [
  ...treeOrder(state.session).map(({ way, depth }) => {
    const [turn, end] = wayWords(state, way);
    return `${'  '.repeat(depth)}${wayName(way)}: ${turn}; ${end}.`;
  }),
  ...scoreWords(state).map((line, at) => (at === 0 ? `What the room predicted. ${line}` : line)),
];

/** Sentences that were told before: as many as both stories begin with; where the room went back, all but the last. */
function toldBefore(before: PresentState, after: PresentState): number {
  const same = after.story.findIndex((one, index) => before.story[index]?.text !== one.text);
  if (same >= 0) return same;
  return after.story.length < before.story.length ? after.story.length - 1 : after.story.length;
}
