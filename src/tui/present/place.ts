/** What the screen holds of a place in a session. */
import {
  decisionNamed,
  goTo,
  openDecisions,
  type PlannedStop,
  type Player,
  plannedStops,
  type SeminarMoment,
  type SeminarSession,
  stopHere,
  stopped,
} from '../../experiment/index.ts';
import { momentText } from '../../report/index.ts';
import type { SeminarScript } from '../../scenario/index.ts';
import { type DecisionRecord, type Sentence, tellStory } from '../../statechart/index.ts';
import type { PresentState, StopPlan } from './state.ts';

/** What happened up to a moment. What is not held from the start is fixed because the room has taken it. */
export const storyOf = ({ chart, point }: Player, { records }: SeminarMoment): readonly Sentence[] =>
  tellStory(chart, records, {
    dateOf: (day) => momentText(chart.scenario.time.start, day),
    fixedWords: (name) => {
      const isHeld = (point.decisions[decisionNamed(chart.scenario, name).index] ?? null) !== null;
      return isHeld ? 'held from the start' : "the room's choice";
    },
  });

/** What is the same at every place until somebody changes it. */
export const nowhere = (
  scenario: PresentState['scenario'],
  session: SeminarSession,
): Omit<PresentState, keyof Place> => ({
  scenario,
  outlookBefore: null,
  stop: null,
  plan: null,
  isPrepared: false,
  showsNotes: false,
  leaves: [],
  scores: null,
  showsHistory: false,
  showsModel: false,
  page: null,
  marked: session.at.way,
  notice: null,
});

/** What a prepared seminar has here; at its stops it says what is shown. */
export function prepared(
  player: Player,
  { ways, at }: SeminarSession,
  script: SeminarScript | null,
): Partial<Pick<PresentState, 'stop' | 'plan' | 'asked' | 'showsHistory' | 'showsModel'>> {
  if (script === null) return {};
  const moment = player.moment(ways, at);
  const { place } = moment;
  const planned = plannedStops(player, ways, at.way, script);
  const stop = stopHere(planned, place.step);
  const plan = planOf(planned, place.step, player.chart.scenario.time.stepDays);
  if (stop === null) return { stop, plan };
  const isWanted = ({ path }: DecisionRecord): boolean => path === stop.decision;
  const asked = openDecisions(moment);
  return {
    stop,
    plan,
    // What the script is about comes first.
    asked: [...asked.filter(isWanted), ...asked.filter((one) => !isWanted(one))],
    showsHistory: stop.reveal.includes('history'),
    showsModel: stop.reveal.includes('model'),
  };
}

function planOf(planned: readonly PlannedStop[], step: number, stepDays: number): StopPlan {
  const next = planned.find((one) => one.step !== null && one.step > step);
  return {
    reached: planned.filter((one) => one.step !== null && one.step <= step).length,
    count: planned.length,
    next: next === undefined ? null : { stop: next.stop, day: next.step! * stepDays },
  };
}

type Place = Pick<
  PresentState,
  'session' | 'moment' | 'story' | 'asked' | 'chosen' | 'outlook' | 'options' | 'about' | 'typed' | 'scroll'
>;

/** What is different at another place. */
export function placed(player: Player, session: SeminarSession): Place {
  const moment = player.moment(session.ways, session.at);
  const asked = openDecisions(moment);
  const at = goTo(session, moment.place);
  return {
    session: asked.length > 0 ? stopped(at) : at,
    moment,
    story: storyOf(player, moment),
    asked,
    chosen: [],
    outlook: null,
    options: null,
    about: null,
    typed: null,
    scroll: 0,
  };
}
