/** All that a seminar came to, gathered for its handout: every way, every branch point with its futures, every prediction. */
import type { Alternative, DecisionRecord, Moment, RunSnapshot } from '../../statechart/index.ts';
import type { NoWay, Way } from '../futures/index.ts';
import { decisionNamed, openDecisions, type Player, type SeminarMoment } from './player.ts';
import { type Asked, type Score, scoreOf } from './score.ts';
import type { Prediction, SeminarPlace, SeminarSession } from './session.ts';

/** Futures of a state, one alternative beside the other; null when interrupted. */
export type AskSeminar = (
  snapshot: RunSnapshot,
  alternatives: readonly Alternative[],
  moment: Moment,
) => Promise<readonly (Way | NoWay)[] | null>;

export interface BranchPoint {
  readonly moment: SeminarMoment;
  readonly decision: DecisionRecord;
  /** By option that was open. */
  readonly ways: readonly (Way | NoWay)[];
  readonly prediction: Prediction | null;
}

export interface SeminarSheet {
  readonly session: SeminarSession;
  /** By way: its furthest state. */
  readonly ends: readonly { readonly moment: SeminarMoment; readonly outlook: Way | null }[];
  readonly branchPoints: readonly BranchPoint[];
  readonly scores: readonly { readonly moment: SeminarMoment; readonly score: Score }[];
}

/** The alternatives of a decision: its open options, in their order. */
export const optionsOf = (player: Player, { path, options }: DecisionRecord): readonly Alternative[] => {
  const { index } = decisionNamed(player.chart.scenario, path);
  return options.flatMap(({ odds }, option): readonly Alternative[] =>
    odds === null ? [] : [{ kind: 'option', decision: index, option }],
  );
};

/** The futures of a state as it stands; null where it has ended or the work was interrupted. */
export async function outlookAt({ snapshot, next }: SeminarMoment, ask: AskSeminar): Promise<Way | null> {
  if (next === null) return null;
  const [way] = (await ask(snapshot, [{ kind: 'as_it_stands' }], 'start')) ?? [];
  return way === undefined || 'impossible' in way ? null : way;
}

/** @throws RunFault where a way cannot go on. */
export async function seminarSheet(
  session: SeminarSession,
  player: Player,
  ask: AskSeminar,
): Promise<SeminarSheet> {
  const momentAt = (place: SeminarPlace): SeminarMoment => player.moment(session.ways, place);
  const ends: SeminarSheet['ends'][number][] = [];
  for (const [way, { seen }] of session.ways.entries()) {
    const moment = momentAt({ way, step: seen });
    ends.push({ moment, outlook: await outlookAt(moment, ask) });
  }
  const branchPoints: BranchPoint[] = [];
  for (const place of session.stops) {
    const moment = momentAt(place);
    for (const decision of openDecisions(moment)) {
      const ways = (await ask(moment.snapshot, optionsOf(player, decision), 'asked')) ?? [];
      branchPoints.push({ moment, decision, ways, prediction: saidAt(session, place, decision.path) });
    }
  }
  return { session, ends, branchPoints, scores: await seminarScores(session, player, ask) };
}

/** What the room predicted, scored. @throws RunFault where a way cannot go on. */
export async function seminarScores(
  session: SeminarSession,
  player: Player,
  ask: AskSeminar,
): Promise<SeminarSheet['scores']> {
  const scores: SeminarSheet['scores'][number][] = [];
  for (const prediction of session.predictions) {
    const moment = player.moment(session.ways, prediction);
    const asked = await modelOf(prediction, moment, ask);
    const score = asked === null ? null : scoreOf(player.chart.scenario, asked);
    if (score !== null) scores.push({ moment, score });
  }
  return scores;
}

const saidAt = (
  { predictions }: SeminarSession,
  { way, step }: SeminarPlace,
  decision: string,
): Prediction | null =>
  predictions.find((one) => one.way === way && one.step === step && one.decision === decision) ?? null;

/** What the model gave where the room predicted. */
async function modelOf(
  prediction: Prediction,
  moment: SeminarMoment,
  ask: AskSeminar,
): Promise<Asked | null> {
  const { records, next } = moment;
  if (prediction.decision === null) {
    const outlook = await outlookAt(moment, ask);
    if (outlook === null) return null;
    const model = outlook.outlook.outcomes.map(({ share }) => share.value);
    return { prediction, day: records.at(-1)!.day, model };
  }
  const decision = next?.decisions.find(({ path }) => path === prediction.decision);
  if (decision === undefined || next === null) return null;
  return { prediction, day: next.day, model: decision.options.map(({ odds }) => odds ?? 0) };
}
