/** Random scenarios for properties of the machine: nested stages in parallel regions, every trigger, moves anywhere. */
import fc from 'fast-check';
import type { Scenario } from '../../../src/scenario/index.ts';
import { scenarioFrom } from '../../helpers/build-scenario.ts';

const EXPRESSIONS = [
  'x',
  'w',
  '0.1 + (x > 5)',
  'clamp(w, 0, 3)',
  '0.3',
  'abs(x - w)',
  'pace',
  '0.5 * day',
] as const;
const CONDITIONS = [
  'x > w',
  'day > 2',
  'x < 4',
  'floor(day) == 2 * floor(day / 2)',
  'true',
  'pace > 1',
] as const;

const numeric = fc.constantFrom(...EXPRESSIONS);
const condition = fc.constantFrom(...CONDITIONS);

const trigger: fc.Arbitrary<object> = fc.oneof(
  fc.record({ hazard: numeric }),
  fc.record({ hazard: numeric, while: condition }),
  fc.record({ chance_per_day: fc.constantFrom(0.2, 0.7, 1) }),
  fc.record({
    after: fc.constantFrom<unknown>(
      '1 days',
      '2.5 days',
      'x',
      { exponential: { mean: 2 } },
      {
        choice: [
          { value: 1, weight: 1 },
          { value: 3, weight: 2 },
        ],
      },
    ),
  }),
  fc.record({ after: fc.constantFrom('12 hours', '3 days'), while: condition }),
  fc.record({
    every: fc.constantFrom<unknown>('1 days', '36 hours', '1 + abs(x)', { uniform: [0.2, 3] }),
    while: condition,
  }),
  fc.record({ when: condition }),
);

const effects: fc.Arbitrary<object> = fc.record(
  {
    set: fc.record({ x: fc.constantFrom('x * 0.5 + 1', 'w', '0 - x', 'day') }),
    add: fc.record({ w: fc.constantFrom('1', 'x * 0.25', '-0.5') }),
  },
  { requiredKeys: [] },
);

/** Up to 3 regions are asked for by numbers; a number picks a stage once the chart's stages are known. */
const moves = fc.array(fc.tuple(fc.nat(2), fc.nat(1000)), { maxLength: 3 });
type Moves = readonly (readonly [region: number, stage: number])[];

const transition = fc.record({ trigger, moves, effects, decides: fc.boolean() });
type Transition = typeof transition extends fc.Arbitrary<infer T> ? T : never;

interface Stage {
  readonly children: readonly Stage[];
  readonly transitions: readonly Transition[];
  readonly entry: object;
  readonly exit: object;
  readonly ruled: boolean;
}

const stage = fc.letrec<{ stage: Stage }>((tie) => ({
  stage: fc.record({
    children: fc.oneof(
      { maxDepth: 2 },
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(tie('stage'), { minLength: 1, maxLength: 3 }) },
    ),
    transitions: fc.array(transition, { maxLength: 2 }),
    entry: effects,
    exit: effects,
    ruled: fc.boolean(),
  }),
})).stage;

const plan = fc.record({
  regions: fc.array(
    fc.record({
      stages: fc.array(stage, { minLength: 1, maxLength: 3 }),
      transitions: fc.array(transition, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  options: fc.array(
    fc.record({
      moves,
      effects,
      weight: fc.constantFrom('1', 'abs(x)+0.1'),
      available: fc.constantFrom('true', 'x < 6'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  ask: fc.constantFrom<object>({}, { ask: { every: '2 days' } }, { ask: { when: 'x > 3' } }),
  shocks: fc.array(
    fc.record({
      trigger: fc.constantFrom<object>(
        { day: 1 },
        { chance_per_day: 0.4, repeats: true },
        { every: '3 days' },
        { hazard: 0.3 },
      ),
      moves,
      effects,
    }),
    { maxLength: 2 },
  ),
  step: fc.constantFrom('1 day', '8 hours', '12 hours'),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

/** The plan as scenario data: everything gets its name here, so that a plan always means the same scenario. */
function dataOf({ regions, options, ask, shocks, step }: Plan): object {
  const paths = regions.map(({ stages }, region) => pathsIn(stages, `r${region}`));
  const to = (wanted: Moves): object => {
    const byRegion = new Map(wanted.map(([region, index]) => [region % paths.length, index]));
    const targets = [...byRegion].map(([region, index]) => paths[region]![index % paths[region]!.length]!);
    return targets.length === 0 ? {} : { to: targets };
  };
  let named = 0;
  const transitionsOf = (own: readonly Transition[]): object =>
    Object.fromEntries(
      own.map((one) => [
        `t${named++}`,
        { ...one.trigger, ...to(one.moves), ...one.effects, ...(one.decides ? { decide: 'd' } : {}) },
      ]),
    );
  const stagesOf = (stages: readonly Stage[]): object =>
    Object.fromEntries(
      stages.map(({ children, transitions, entry, exit, ruled }, index) => [
        `s${index}`,
        {
          entry,
          exit,
          ...(ruled ? { auxiliaries: { pace: 'w * 0.5' }, per_day: { x: 'pace' } } : {}),
          transitions: transitionsOf(transitions),
          ...(children.length === 0 ? {} : { initial: 's0', stages: stagesOf(children) }),
        },
      ]),
    );
  return {
    juncture: 1,
    title: 'A random chart',
    time: { start: '2022-01-01', step, horizon: '8 days' },
    parameters: { p: { baseline: 1, range: [0, 2], distribution: { uniform: [0, 2] } } },
    variables: {
      x: { initial: 'p', per_day: 0.3, noise: 0.5, bounds: [-20, 20] },
      w: { initial: 1, next: 'w * 0.9 + 0.1 * dt', bounds: [0, 9] },
    },
    auxiliaries: { pace: '0.2 + (x > 0)' },
    regions: Object.fromEntries(
      regions.map(({ stages, transitions }, index) => [
        `r${index}`,
        { initial: 's0', transitions: transitionsOf(transitions), stages: stagesOf(stages) },
      ]),
    ),
    decisions: {
      d: {
        ...ask,
        options: Object.fromEntries(
          options.map(({ moves: wanted, effects: lists, weight, available }, index) => [
            `o${index}`,
            { ...to(wanted), ...lists, weight, available },
          ]),
        ),
      },
    },
    shocks: Object.fromEntries(
      shocks.map(({ trigger: due, moves: wanted, effects: lists }, index) => [
        `k${index}`,
        { ...due, ...to(wanted), ...lists },
      ]),
    ),
    outcomes: { far: { at_horizon: 'x > 5' } },
    measures: {
      top: { max: 'x' },
      all: { total: 'x' },
      seen: { first_day: 'x > 3' },
      often: { mean: 'pace' },
    },
  };
}

const pathsIn = (stages: readonly Stage[], parent: string): string[] =>
  stages.flatMap(({ children }, index) => [
    `${parent}.s${index}`,
    ...pathsIn(children, `${parent}.s${index}`),
  ]);

/** Checked scenarios of at most 3 regions with stages 3 deep. */
export const charts: fc.Arbitrary<Scenario> = plan.map((one) => scenarioFrom(dataOf(one)));
