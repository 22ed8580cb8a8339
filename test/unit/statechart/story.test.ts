/** A story tells a row of choices that change nothing once, and every choice that does something. */
import { describe, expect, it } from 'vitest';
import { createChart, finishRun, startRun, tellStory } from '../../../src/statechart/index.ts';
import { pointOf, scenarioOf } from '../../helpers/build-scenario.ts';

const KEY = { key0: 1, key1: 2 };

const story = (options: string): string[] => {
  const scenario = scenarioOf(`juncture: 1
title: A row of choices
time: { start: 2022-01-01, step: 1 day, horizon: 6 days }
variables: { anger: { initial: 0, next: "anger + 0 * dt" } }
regions:
  street: { initial: quiet, stages: { quiet: {} } }
decisions:
  press:
    actor: The minister
    question: What now?
    ask: { every: 1 day }
    options: ${options}
outcomes: { calm: { at_horizon: "anger >= 0" } }
`);
  const chart = createChart(scenario);
  const run = finishRun(chart, startRun(chart, pointOf(scenario), { key: KEY, draw: 0, luck: 0, future: 0 }));
  return tellStory(chart, run.records, { dateOf: (day) => `day ${day}` }).map(
    ({ date, text }) => `${date}: ${text}`,
  );
};

describe('a stage that is left and entered again', () => {
  it('begins anew, and does not lead to itself', () => {
    const scenario = scenarioOf(`juncture: 1
title: Anew
time: { start: 2022-01-01, step: 1 day, horizon: 2 days }
regions:
  street: { initial: protest, stages: { protest: { label: Protest, transitions: { swells: { label: The crowd swells, to: protest, after: 1 day } } } } }
outcomes: { calm: { at_horizon: "times(street.swells) > 0" } }
`);
    const chart = createChart(scenario);
    const run = finishRun(
      chart,
      startRun(chart, pointOf(scenario), { key: KEY, draw: 0, luck: 0, future: 0 }),
    );
    const told = tellStory(chart, run.records);
    expect(told[1]).toMatchObject({
      step: 1,
      text: 'The crowd swells: Protest begins anew.',
      happening: 'street.swells',
    });
  });
});

describe('a row of choices', () => {
  it('that change nothing is told once, with how often, until when and at which odds', () => {
    const told = story('{ wait: { weight: "1 + day" }, act: { weight: 1e-9, add: { anger: 1 } } }');
    expect(told.filter((line) => line.includes('minister'))).toEqual([
      'day 1: The minister: wait (chosen with odds 1.00; the same 5 times more, until day 6, with odds of 1.00).',
    ]);
  });

  it('is told in full where each choice does something', () => {
    const told = story('{ act: { add: { anger: 1 } } }');
    expect(told.filter((line) => line.includes('minister'))).toHaveLength(6);
  });

  it('begins again after another choice', () => {
    const told = story('{ wait: { available: "not (2 <= day < 3)" }, act: { available: "2 <= day < 3" } }');
    expect(told.filter((line) => line.includes('minister'))).toEqual([
      'day 1: The minister: wait (the only choice; the same once more, until day 2).',
      'day 3: The minister: act (the only choice).',
      'day 4: The minister: wait (the only choice; the same 2 times more, until day 6).',
    ]);
  });
});
