// Proves `when`: due in steps at whose start the condition holds; once chosen without leaving, not until it was false.
import { expect, it } from 'vitest';
import { traceOf } from './trace.ts';

const noting = (when: string) => ({
  time: { start: '2022-01-01', step: '1 day', horizon: '10 days' },
  regions: { main: { initial: 'here', stages: { here: { transitions: { note: { when } } } } } },
});

it('happens once while the condition goes on holding', () => {
  expect(traceOf(noting('day >= 3')).happened).toEqual(['3 main.note']);
});

it('happens again after the condition has been false', () => {
  expect(traceOf(noting('1 <= day < 3 or 4 <= day < 6 or day == 8')).happened).toEqual([
    '1 main.note',
    '4 main.note',
    '8 main.note',
  ]);
});

it('that loses is due in the next step, if the condition still holds', () => {
  const losing = (until: number) =>
    traceOf({
      time: { start: '2022-01-01', step: '1 day', horizon: '10 days' },
      regions: {
        main: {
          initial: 'here',
          stages: {
            here: { transitions: { first: { after: '2 days' }, note: { when: `1 <= day < ${until}` } } },
          },
        },
      },
    }).happened;
  expect(losing(3)).toEqual(['1 main.first', '2 main.note']);
  expect(losing(2)).toEqual(['1 main.first']);
});

it('is fresh in a new stay: a stage that is entered again is left again at once', () => {
  const trace = traceOf({
    time: { start: '2022-01-01', step: '1 day', horizon: '5 days' },
    regions: {
      main: {
        initial: 'here',
        stages: {
          here: { transitions: { go: { to: 'there', when: 'day >= 0' } } },
          there: { transitions: { back: { to: 'here', when: 'day >= 0' } } },
        },
      },
    },
  });
  expect(trace.happened).toEqual(['0 main.go', '1 main.back', '2 main.go', '3 main.back', '4 main.go']);
});

it('to its own stage leaves it and enters it again, so that the latch is new', () => {
  const trace = traceOf({
    time: { start: '2022-01-01', step: '1 day', horizon: '4 days' },
    variables: { entries: { initial: 0 } },
    regions: {
      main: {
        initial: 'here',
        stages: {
          here: { entry: { add: { entries: 1 } }, transitions: { again: { to: 'here', when: 'day >= 1' } } },
        },
      },
    },
  });
  expect(trace.happened).toEqual(['1 main.again', '2 main.again', '3 main.again']);
  expect(trace.variables.entries).toEqual([1, 1, 2, 3, 4]);
});
