// Proves scores by equation 2 of Brier (1950, Monthly Weather Review 78, 1-3) worked by hand, and the words about what n allows.
import { describe, expect, test } from 'vitest';
import { brierScore, expectedBrier, sharesOfHands } from '../../../../src/experiment/seminar/brier.ts';
import {
  historicalOption,
  historicalOutcome,
  historyUntil,
} from '../../../../src/experiment/seminar/history.ts';
import { type Score, scoreOf, whatScoresAllow } from '../../../../src/experiment/seminar/score.ts';
import { seminarScenario } from '../../../helpers/seminar.ts';

describe('Brier scores', () => {
  test('equation 2 for ten forecasts of rain or none, by hand', () => {
    const rain = [0.7, 0.9, 0.8, 0.4, 0.2, 0, 0, 0, 0, 0.1];
    const came = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
    const scores = rain.map((share, day) => brierScore([share, 1 - share], came[day]!));
    // 2 (.09 + .01 + .04 + .36 + .04 + .01) / 10
    expect(scores.reduce((sum, one) => sum + one, 0) / 10).toBeCloseTo(0.11, 12);
  });

  test('scikit-learn, brier_score_loss of y = 0, 1, 1, 0 and p = .1, .9, .8, .3: 0.0375, which is half of Brier’s own sum', () => {
    const likely = [0.1, 0.9, 0.8, 0.3];
    const came = [0, 1, 1, 0];
    const scores = likely.map((share, at) => brierScore([1 - share, share], came[at]!));
    expect(scores.reduce((sum, one) => sum + one, 0) / 4 / 2).toBeCloseTo(0.0375, 12);
  });

  test('sure and right is 0, sure and wrong 2, evenly spread over k answers 1 − 1/k', () => {
    expect(brierScore([1, 0, 0], 0)).toBe(0);
    expect(brierScore([1, 0, 0], 2)).toBe(2);
    expect(brierScore([0.25, 0.25, 0.25, 0.25], 1)).toBeCloseTo(0.75, 12);
  });

  test('the expected score is the mean over what comes, and least for the model’s own shares', () => {
    const model = [0.5, 0.3, 0.2];
    const forecast = [0.2, 0.2, 0.6];
    const mean = model.reduce((sum, share, came) => sum + share * brierScore(forecast, came), 0);
    expect(expectedBrier(forecast, model)).toBeCloseTo(mean, 12);
    expect(expectedBrier(model, model)).toBeLessThan(mean);
  });

  test('hands are shares of those raised; none raised is no forecast', () => {
    expect(sharesOfHands([14, 9, 2])).toEqual([0.56, 0.36, 0.08]);
    expect(sharesOfHands([0, 0])).toBeNull();
  });
});

describe('history', () => {
  test('says which option was taken on its days, and nothing on others', () => {
    expect(historicalOption(seminarScenario, 'response', 2.5)).toBe(1);
    expect(historicalOption(seminarScenario, 'response', 8)).toBeNull();
  });

  test('says how it ended where an entry leads to an outcome', () => {
    expect(historicalOutcome(seminarScenario)).toBe(1);
    expect(historicalOutcome({ ...seminarScenario, timeline: [] })).toBeNull();
  });

  test('tells nothing of what is still to come', () => {
    expect(historyUntil(seminarScenario, 2.5).map(({ name }) => name)).toEqual(['fills', 'shots']);
    expect(historyUntil(seminarScenario, 0.5)).toEqual([]);
  });
});

describe('a prediction', () => {
  const prediction = { way: 0, step: 4, decision: 'response', hands: [0, 3, 1] };

  test('is scored against the model, and against history where it knows', () => {
    const score = scoreOf(seminarScenario, { prediction, day: 2.5, model: [0.5, 0.25, 0.25] })!;
    // By hand: (0 − .5)² + (.75 − .25)² + 0 + .25 + .1875 + .1875, and .25² + .25².
    expect(score.expected.room).toBeCloseTo(1.125, 12);
    expect(score.expected.model).toBeCloseTo(0.625, 12);
    expect(score.history).toEqual({ came: 1, room: 0.125, model: 0.875 });
  });

  test('of no hands has no score', () => {
    expect(
      scoreOf(seminarScenario, {
        prediction: { ...prediction, hands: [0, 0, 0] },
        day: 2.5,
        model: [1, 0, 0],
      }),
    ).toBeNull();
  });
});

describe('what n allows', () => {
  const scored = (room: number, model: number): Score => ({
    prediction: { way: 0, step: 0, decision: null, hands: [1] },
    expected: { room: 1, model: 1 },
    history: { came: 0, room, model },
  });

  test('one guess tells nobody from anybody', () => {
    expect(whatScoresAllow([scored(0.2, 0.4)])).toContain('one guess');
  });

  test('two with a wide interval cannot tell', () => {
    // Differences −0.2 and +0.4: mean 0.1, standard error 0.3, t(1) = 12.706; a difference of scores is at most 2.
    const said = whatScoresAllow([scored(0.2, 0.4), scored(0.8, 0.4)]);
    expect(said).toContain('+0.10 (95 % −2.00 to +2.00, n = 2)');
    expect(said).toContain('cannot tell');
  });

  test('three whose interval is within the bounds', () => {
    // Differences −0.2, 0.4, 0.1: mean 0.1, standard error 0.3/√3, t(2) = 4.303.
    const said = whatScoresAllow([scored(0.2, 0.4), scored(0.8, 0.4), scored(0.5, 0.4)]);
    expect(said).toContain('+0.10 (95 % −0.65 to +0.85, n = 3)');
  });

  test('a few that agree are of one story', () => {
    const said = whatScoresAllow([0.1, 0.11, 0.09, 0.1].map((room) => scored(room, 0.5)));
    expect(said).toContain('better for the room here, but they are of one story');
  });

  test('without history, the model alone', () => {
    expect(whatScoresAllow([{ ...scored(0, 0), history: null }])).toContain('against the model alone');
    expect(whatScoresAllow([])).toBe('Nothing was predicted.');
  });
});
