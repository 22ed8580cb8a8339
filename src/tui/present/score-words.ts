/** How well the room predicted, in sentences. What really came is told only where history is shown. */
import { decisionNamed, wayName, whatScoresAllow } from '../../experiment/index.ts';
import { clean, longMoment } from '../../report/index.ts';
import type { PresentState } from './state.ts';

const two = (value: number): string => value.toFixed(2);

/** One line a prediction, then what so few allow to say; empty where nothing was predicted. */
export function scoreWords({ scenario, session, scores, showsHistory }: PresentState): readonly string[] {
  if (session.predictions.length === 0) return [];
  if (scores === null) return ['They are being scored …'];
  const lines = scores.map(({ moment, score: { prediction, expected, history } }) => {
    const { decision } = prediction;
    const about = decision === null ? 'How it ends' : decisionNamed(scenario, decision).label;
    const place = `${longMoment(scenario, moment.records.at(-1)!.day)}, way ${wayName(moment.place.way)}`;
    const real =
      history === null || !showsHistory
        ? ''
        : `; against what really came ${two(history.room)}, the model ${two(history.model)}`;
    return `${clean(about)} (${place}): ${two(expected.room)} if the model is right, where ${two(expected.model)} is the least there is${real}.`;
  });
  const judges = showsHistory || scenario.timeline.length === 0;
  return [
    ...lines,
    'Brier scores: 0 is sure and right, 2 sure and wrong.',
    judges ? whatScoresAllow(scores.map(({ score }) => score)) : 'h says what history makes of them.',
  ];
}
