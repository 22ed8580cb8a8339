// Proves that the XState machine shows the scenario as a statechart, and that no name can make it do anything else.
import { describe, expect, it } from 'vitest';
import { createChart, finishRun, startRun, tellStory } from '../../../src/statechart/index.ts';
import { pointOf } from '../../helpers/build-scenario.ts';
import { KEY, small, traceOf } from './trace.ts';

const scenario = small({
  regions: {
    street: {
      initial: 'calm',
      transitions: { strike: { to: 'over', hazard: 0.1 } },
      stages: {
        calm: {
          label: 'All calm',
          transitions: { erupts: { to: 'riot', hazard: 0.5 }, rumour: { to: 'palace.split', hazard: 0.1 } },
        },
        riot: {
          initial: 'early',
          transitions: { ask: { decide: 'response', after: '1 day' } },
          stages: { early: {}, late: {} },
        },
        over: { outcome: 'done' },
      },
    },
    palace: { initial: 'united', stages: { united: {}, split: {} } },
  },
  decisions: { response: { options: { shoot: { to: 'street.over' }, talk: {} } } },
  shocks: { oil_falls: { day: 1, to: 'palace.split' } },
  outcomes: { done: {} },
});

describe('the machine', () => {
  const { machine } = createChart(scenario);

  it('is parallel: regions of nested states with labels, `initial`, and final outcome stages', () => {
    expect(machine.root.type).toBe('parallel');
    expect(Object.keys(machine.states)).toEqual(['street', 'palace']);
    const street = machine.states.street!;
    expect(street.config.initial).toBe('calm');
    expect(street.states.calm!.description).toBe('All calm');
    expect(street.states.riot!.type).toBe('compound');
    expect(street.states.over!.type).toBe('final');
  });

  it('has happenings as events, guarded, with assigning actions', () => {
    expect(machine.events).toEqual(
      expect.arrayContaining(['street.erupts', 'street.strike', 'street.ask', 'oil_falls']),
    );
    expect(machine.events).not.toContain('response.shoot');
    const [erupts] = machine.states.street!.states.calm!.on['street.erupts']!;
    expect(erupts).toMatchObject({ actions: ['apply'], guard: { type: 'moves' }, reenter: true });
    expect(erupts!.target!.map(({ id }) => id)).toEqual(['scenario.street.riot']);
  });

  it('lets a region react to a happening of another one from its active leaf', () => {
    const reactions = machine.states.palace!.states.united!.on;
    expect(Object.keys(reactions).sort()).toEqual(['oil_falls', 'street.rumour']);
  });

  it('begins where the scenario begins, for whoever starts it as any XState machine', () => {
    const snapshot = startRun(createChart(scenario), pointOf(scenario), {
      key: KEY,
      draw: 0,
      luck: 0,
      future: 0,
    });
    expect(snapshot.value).toEqual({ street: 'calm', palace: 'united' });
    expect(snapshot.machine.root.definition.states).toHaveProperty('street');
  });
});

describe('names', () => {
  it.each(['xstate', 'xstates', 'constructor', 'hasownproperty', 'valueof', 'prototype', 'then', 'states'])(
    'a region, stage, happening, decision and shock called %s are only names',
    (name) => {
      const trace = traceOf({
        regions: {
          [name]: {
            initial: name,
            stages: {
              [name]: { transitions: { stop: { to: 'error', day: undefined, when: 'day == 1' } } },
              error: { transitions: { [name]: { to: 'init', when: 'day == 2' } } },
              init: {
                transitions: { done: { to: name, when: 'day == 3' }, error: { to: name, when: 'day == 0' } },
              },
            },
          },
        },
        shocks: { [`${name}_`]: { day: 0 }, step: { day: 0 } },
        decisions: { after: { ask: { day: 0 }, options: { [name]: {}, init: { weight: 0 } } } },
      });
      expect(trace.happened).toEqual([
        `0 ${name}_`,
        '0 step',
        `0 after.${name}`,
        `1 ${name}.stop`,
        `2 ${name}.${name}`,
        `3 ${name}.done`,
      ]);
    },
  );
});

describe('a story', () => {
  const told = (entries: object) => {
    const one = small(entries);
    const chart = createChart(one);
    const run = finishRun(chart, startRun(chart, pointOf(one), { key: KEY, draw: 0, luck: 0, future: 0 }));
    return tellStory(chart, run.records).map(
      ({ day, date, text, why }) => `${day} ${date} ${text}${why === null ? '' : ` | ${why}`}`,
    );
  };

  it('says what happened and why, in labels and numbers a student can read', () => {
    const story = told({
      variables: { anger: { initial: 0.5, per_day: 0.125 } },
      regions: {
        street: {
          label: 'The street',
          initial: 'protest',
          stages: {
            protest: {
              label: 'Peaceful protest',
              transitions: {
                turns_violent: { to: 'riot', when: 'anger > 0.7' },
                sure: { chance_per_day: 1, while: 'day == 0' },
              },
            },
            riot: {
              transitions: {
                must_choose: { label: 'The president must choose', decide: 'response', after: '2 days' },
              },
            },
            cleared: { outcome: 'order' },
          },
        },
        palace: { initial: 'united', stages: { united: {}, split: {} } },
      },
      decisions: {
        response: {
          actor: 'The president',
          question: 'What now?',
          options: {
            shoot: { label: 'Order the police to fire', to: ['street.cleared', 'palace.split'] },
            leave: { weight: 0 },
            wait: { available: 'anger < 0' },
          },
        },
      },
      shocks: { oil_falls: { date: '2022-01-02', label: 'The oil price falls' } },
      outcomes: { order: { label: 'Order by force' } },
    });
    expect(story).toEqual([
      '0 2022-01-01 It begins. The street: Peaceful protest. Palace: united.',
      '1 2022-01-02 Sure. | The chance was 100 % a day (1). It was certain.',
      '2 2022-01-03 The oil price falls. | It was set for 2022-01-02.',
      '3 2022-01-04 Turns violent: Peaceful protest → riot. | It held that anger > 0.7: anger 0.75.',
      '5 2022-01-06 The president must choose: The street: riot → cleared; Palace: united → split. | 2 days had passed.',
      '5 2022-01-06 The president: Order the police to fire (chosen with odds 1.00). | What now? It could have been: leave 0.00.',
      '5 2022-01-06 It ends: Order by force.',
    ]);
  });

  it('has no character in it that steers a terminal', () => {
    const story = told({
      regions: {
        main: { label: 'a\u202ec\nd', initial: 'here', stages: { here: { label: 'x\u2066y' } } },
      },
    });
    expect(story[0]).toBe('0 2022-01-01 It begins. A c d: x y.');
  });
});
