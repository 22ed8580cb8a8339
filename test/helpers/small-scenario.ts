/** Random scenarios whose states can all be gone through: every trigger, races, lists, decisions, nested stages, two regions. */
import { type Chooser, chance, decimal, pick } from './arbitrary-expression.ts';

const WHILE = [
  'day > 1',
  'x < 2',
  'active(side.up)',
  'times(side.rises) > 0',
  'since(main.skips) > 2',
  'days_in(main.a) < 3',
];

function trigger(c: Chooser, kinds = 7): object {
  const enabled = chance(c, 40) ? { while: pick(c, WHILE) } : {};
  switch (c.int(0, kinds)) {
    case 0:
    case 1:
      return { hazard: decimal(c, 0.05, 1.5), ...enabled };
    case 2:
      return { hazard: '0.2 + 0.3 * x', ...enabled };
    case 3:
      return { chance_per_day: pick(c, [0.2, 0.5, 1]), ...enabled };
    case 4:
      return { every: pick(c, ['1 day', '1.5 days', '2 days']), ...enabled };
    case 5:
      return { when: pick(c, ['x > 1', 'day > 3', 'since(side.rises) < 2']) };
    case 6:
      return { after: pick(c, ['1 day', '2.5 days', '3 days']), ...enabled };
    default:
      return {
        after: pick<object>(c, [
          { triangular: [0.5, 1, 4] },
          { exponential: { mean: 2 } },
          { gamma: { mean: 2, sd: 1 } },
          {
            choice: [
              { value: 1, weight: 1 },
              { value: 3, weight: 2 },
            ],
          },
        ]),
        ...enabled,
      };
  }
}

const effect = (c: Chooser): object => (chance(c, 40) ? { add: { x: pick(c, [1, -1]) } } : {});

/** JSON, which is YAML. */
export function smallScenario(c: Chooser): string {
  const to = (target: string): object => ({ to: target, ...trigger(c), ...effect(c) });
  return JSON.stringify({
    juncture: 1,
    title: 'Small',
    time: { start: '2022-01-01', step: pick(c, ['1 day', '12 hours']), horizon: '7 days' },
    parameters: { kind: { one_of: { mild: 0.3, firm: 0.7 }, baseline: 'mild' } },
    variables: { x: { initial: '1 * is(kind, firm)', bounds: [0, 3] }, told: { initial: 0, per_day: 1 } },
    regions: {
      main: {
        initial: 'a',
        transitions: { resets: to('a') },
        stages: {
          a: { transitions: { skips: trigger(c), goes: to('b'), asks: { decide: 'answer', ...trigger(c) } } },
          b: {
            initial: 'deep',
            transitions: { ends: to('won'), sinks: to('lost') },
            stages: {
              deep: { transitions: { moves: to('deeper'), marks: { ...trigger(c), ...effect(c) } } },
              deeper: { entry: { add: { x: 1 } }, transitions: { back: to('deep') } },
            },
          },
          won: { outcome: 'win' },
          lost: { outcome: 'loss' },
        },
      },
      side: {
        initial: 'down',
        stages: {
          down: { transitions: { rises: to('up') } },
          up: { transitions: { falls: to('down'), pulls: { to: ['main.b', 'side.down'], ...trigger(c) } } },
        },
      },
    },
    decisions: {
      answer: {
        options: {
          agree: { to: 'main.b', weight: '1 + x' },
          refuse: { weight: 2, ...effect(c) },
          never: { to: 'main.lost', available: 'x > 2' },
        },
      },
    },
    shocks: { jolt: { ...trigger(c, 5), repeats: chance(c, 50), add: { x: 1 } } },
    outcomes: { win: {}, loss: {}, late: { at_horizon: 'x > 1' } },
    measures: {
      x_end: { final: 'x' },
      days_down: { total_days_in: 'side.down' },
      mean_x: { mean: 'x' },
      first_b: { first_day: 'main.b' },
      rises: { count: 'side.rises' },
      ever_high: { max: 'x >= 3' },
    },
  });
}
