/** A chart with every kind of move, whose labels end in a text of the test's choice; and texts that want to break out. */
import type { Scenario } from '../../src/scenario/index.ts';
import { scenarioFrom } from './build-scenario.ts';

/** Nested stages, a region's own transition, moves into other regions and into oneself, decisions, shocks. */
export const nestedChart = (label: string): Scenario =>
  scenarioFrom({
    juncture: 1,
    title: `Nested${label}`,
    time: { start: '2022-01-01', step: '1 day', horizon: '5 days' },
    variables: { x: { initial: 1 } },
    regions: {
      note: {
        label: `Street${label}`,
        initial: 'state',
        transitions: { reset: { label: `Reset${label}`, to: 'state', hazard: 0.1 } },
        stages: {
          state: {
            label: `State${label}`,
            initial: 'one',
            transitions: {
              into: { to: 'note.state.two.deep', when: 'x < 3 and x > 1' },
              choose: { decide: 'choice', to: 'over', every: { triangular: [1, 2, 4] }, while: 'x >= 1' },
              lists: { after: 'x + 1', add: { x: 1 } },
            },
            stages: { one: {}, two: { initial: 'deep', stages: { deep: {} } } },
          },
          over: { outcome: 'done' },
        },
      },
      class: {
        initial: 'idle',
        stages: {
          idle: { transitions: { cross: { to: ['note.over', 'busy'], chance_per_day: 0.5 } } },
          busy: {},
        },
      },
    },
    decisions: {
      choice: {
        label: `Choice${label}`,
        actor: `Actor${label}`,
        question: `Question${label}?`,
        ask: { day: 2 },
        options: {
          first: { label: `First${label}`, to: 'class.busy', weight: 'x' },
          second: { available: 'x > 0', add: { x: 1 } },
        },
      },
    },
    shocks: {
      bang: { label: `Bang${label}`, day: 1, to: 'class.busy' },
      drip: { every: '2 days', add: { x: 1 } },
    },
    outcomes: { done: { label: `Done${label}` } },
  });

/** What would end a string, a line, a label, a comment or a cluster somewhere, or steer a terminal. */
export const HOSTILE = [
  '"',
  '\\',
  '\\"',
  '\\N',
  '"]; evil [label="',
  ';',
  '}',
  '{',
  '--',
  '-->',
  ': x',
  '\n  evil --> x',
  '%%{init: {}}%%',
  '#35;',
  '<script>',
  '<b>',
  '`',
  '|',
  '\u202e',
  '\u2028',
  '[*]',
  '[[',
  '&quot;',
  'end',
  '//',
  '/*',
  "'",
];
