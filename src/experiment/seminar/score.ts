/** How the room's predictions compare with the model's shares, and with history where the timeline knows it. */
import { pairedT } from '../../analysis/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { brierScore, expectedBrier, sharesOfHands } from './brier.ts';
import { historicalOption, historicalOutcome } from './history.ts';
import type { Prediction } from './session.ts';

/** A prediction with what the model gave then. */
export interface Asked {
  readonly prediction: Prediction;
  /** End of the step in which a decision is settled, in days since the start. */
  readonly day: number;
  /** The odds of the options, or the outlook's shares of the outcomes. */
  readonly model: readonly number[];
}

export interface Score {
  readonly prediction: Prediction;
  /** Mean Brier scores if the model's shares are right: of the room, and of the model itself, the lowest there is. */
  readonly expected: { readonly room: number; readonly model: number };
  /** Against what really came; null where the timeline does not say. */
  readonly history: { readonly came: number; readonly room: number; readonly model: number } | null;
}

/** Null where no hand was raised. */
export function scoreOf(scenario: Scenario, { prediction, day, model }: Asked): Score | null {
  const room = sharesOfHands(prediction.hands);
  if (room === null) return null;
  const came =
    prediction.decision === null
      ? historicalOutcome(scenario)
      : historicalOption(scenario, prediction.decision, day);
  return {
    prediction,
    expected: { room: expectedBrier(room, model), model: expectedBrier(model, model) },
    history: came === null ? null : { came, room: brierScore(room, came), model: brierScore(model, came) },
  };
}

/** From so many on an average says something about who predicts better. */
const ENOUGH = 10;

/** What so many predictions allow to say, in a sentence. */
export function whatScoresAllow(scores: readonly Score[]): string {
  const known = scores.flatMap(({ history }) => (history === null ? [] : [history.room - history.model]));
  if (scores.length === 0) return 'Nothing was predicted.';
  if (known.length === 0) {
    return 'The timeline says of none of them what really came, so they are scored against the model alone: that tells how far the room is from the model, not who is right.';
  }
  if (known.length === 1) {
    return 'History knows one of them: that scores one guess. Nobody is told from anybody by one guess.';
  }
  const { difference: exact } = pairedT(known)!;
  // No score is below 0 or above 2, so neither is a difference beyond 2.
  const difference = { ...exact, low: Math.max(-2, exact.low), high: Math.min(2, exact.high) };
  const numbers = `${signed(difference.value)} (95 % ${signed(difference.low)} to ${signed(difference.high)}, n = ${known.length})`;
  if (difference.low <= 0 && difference.high >= 0) {
    return `Against history the room's score less the model's is ${numbers}: so few cannot tell which of the two predicts better.`;
  }
  const who = difference.value < 0 ? 'the room' : 'the model';
  return known.length < ENOUGH
    ? `Against history the room's score less the model's is ${numbers}: better for ${who} here, but they are of one story, not ${known.length} separate ones.`
    : `Against history the room's score less the model's is ${numbers}: better for ${who}, within this one story.`;
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
