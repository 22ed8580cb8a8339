/** Proves that each moment of a run's story can be asked "and otherwise?", and that a typical run is one of the median day. */
import { afterAll, describe, expect, test } from 'vitest';
import {
  askFutures,
  type MomentFutures,
  momentFutures,
  optionsInStep,
  placeOnDay,
  storyOfRun,
  typicalRun,
} from '../../../../src/experiment/index.ts';
import { seedKey } from '../../../../src/random/index.ts';
import { createChart } from '../../../../src/statechart/index.ts';
import { pointOf } from '../../../helpers/build-scenario.ts';
import { seminarScenario as scenario } from '../../../helpers/seminar.ts';
import { fromText, HEAD, ownThread } from '../world.ts';

const pool = ownThread();
afterAll(() => pool.close());

const chart = createChart(scenario);
const key = seedKey('1');
const story = storyOfRun(chart, pointOf(scenario), { key, run: 0, dateOf: (day) => `day ${day}` });
const placeOf = (happening: string): number =>
  story.moments.findIndex(({ sentence }) => sentence?.happening === happening);
const ask = async (place: number): Promise<MomentFutures> =>
  (await momentFutures({ chart, story, place, futures: 400 }, pool))!;
const kindsOf = ({ ways }: MomentFutures): readonly string[] =>
  ways.map(({ alternative }) => alternative.kind);

describe('the moments of a story', () => {
  test('stand before what is told: each is the state whose step brings it', () => {
    for (const { step, day, sentence } of story.moments) {
      expect(step).toBe(Math.max(0, sentence!.step - 1));
      expect(day).toBe(step * scenario.time.stepDays);
    }
    expect(story.moments[0]!.sentence!.text).toContain('It begins');
    // The last sentence tells how it ended: nothing goes on from there.
    expect(story.moments.at(-1)!.sentence!.text).not.toContain('It ends');
  });

  test('an option taken is put beside the other options of its decision, all on the same luck', async () => {
    const place = story.moments.findIndex(({ sentence }) => sentence?.happening?.startsWith('response.'));
    const answer = await ask(place);
    expect(kindsOf(answer)).toEqual(['as_it_stands', 'option', 'option', 'option']);
    const { step } = story.moments[place]!;
    const plain = await askFutures(
      {
        chart,
        snapshot: story.path.states[step]!,
        alternatives: [{ kind: 'as_it_stands' }, ...optionsInStep(scenario, story.path.records[step + 1]!)],
        moment: 'asked',
        futures: 400,
      },
      pool,
    );
    expect(answer.ways).toEqual(plain);
  });

  test('what happened is put beside its not happening then, after the options of what it asked', async () => {
    const answer = await ask(placeOf('street.is_asked'));
    expect(kindsOf(answer)).toEqual(['as_it_stands', 'option', 'option', 'option', 'not_today']);
  });

  test('a beginning has no alternative but those of what is decided in the first step', async () => {
    expect(kindsOf(await ask(0))).toEqual(['as_it_stands']);
  });
});

describe('a day', () => {
  test('with something to tell is its first moment', () => {
    const place = placeOf('street.is_asked');
    const { day } = story.moments[place]!;
    const found = placeOnDay(scenario, story, Math.floor(day));
    expect(found.story).toBe(story);
    expect(story.moments[found.place]!.day).toBeGreaterThanOrEqual(Math.floor(day));
    expect(story.moments[found.place]!.day).toBeLessThan(Math.floor(day) + 1);
  });

  test('without is a moment of its own, in its place in time', () => {
    const found = placeOnDay(scenario, story, 1 - scenario.time.stepDays);
    const { moments } = found.story;
    expect(moments).toHaveLength(story.moments.length + (found.story === story ? 0 : 1));
    const days = moments.map(({ day }) => day);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  test('after the end is the last state there is', () => {
    const { story: told, place } = placeOnDay(scenario, story, 9.5);
    const { step, sentence } = told.moments[place]!;
    expect(step).toBe(story.path.states.length - 1);
    expect(sentence).toBeNull();
  });
});

describe('a typical run', () => {
  const always = fromText(`${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 9 days }
regions: { main: { initial: a, stages: { a: { transitions: { go: { to: b, after: { uniform: [1, 9] } } } }, b: { outcome: done } } } }
outcomes: { done: {} }
`);

  test('ends on the median day of those that end so', async () => {
    const point = pointOf(always);
    const runs = 101;
    const ends: number[] = [];
    await pool.run({
      scenario: always,
      point,
      key,
      runs,
      onBatch: ({ rows, runs: count }) => {
        for (let at = 0; at < count; at += 1) ends.push(rows[at * (rows.length / count) + 1]!);
      },
    });
    const run = await typicalRun({ scenario: always, point, key, outcome: 0, runs }, pool);
    expect(ends[run!]).toBe([...ends].sort((a, b) => a - b)[50]);
  });

  test('is none where no run ends so', async () => {
    const asked = { scenario: always, point: pointOf(always), key, outcome: 1, runs: 50 };
    expect(await typicalRun(asked, pool)).toBeNull();
  });
});
