// Proves what is refused and why, what states are told apart by, and that what is not asked for costs nothing.
import { describe, expect, it } from 'vitest';
import { exact } from '../../../../src/experiment/index.ts';
import { pointOf, scenarioOf } from '../../../helpers/build-scenario.ts';

const scenario = (parts: {
  parameters?: string;
  variables?: string;
  going: string;
  measures?: string;
  more?: string;
}) =>
  scenarioOf(`
juncture: 1
title: A test
time: { start: 2022-01-01, step: 1 day, horizon: 14 days }
${parts.parameters === undefined ? '' : `parameters: ${parts.parameters}`}
${parts.variables === undefined ? '' : `variables: ${parts.variables}`}
regions:
  main:
    initial: here
    stages:
      here: { transitions: ${parts.going} }
      there: { outcome: over }
outcomes: { over: {} }
${parts.measures === undefined ? '' : `measures: ${parts.measures}`}
${parts.more ?? ''}
`);

const refused = async (of: ReturnType<typeof scenario>, mostWays?: number): Promise<string> => {
  const found = await exact({ scenario: of, point: pointOf(of), mostWays });
  return found?.kind === 'refused'
    ? found.reasons.map(({ why, place }) => `${place}: ${why}`).join('\n')
    : 'exact';
};

const LEAVES = '{ leaves: { to: there, hazard: 0.1 } }';

describe('exact', () => {
  it('refuses a drawn parameter that matters, and holds one that nothing reads', async () => {
    const parameters = '{ pace: { baseline: 0.1, distribution: { uniform: [0, 1] } } }';
    expect(await refused(scenario({ parameters, going: '{ leaves: { to: there, hazard: pace } }' }))).toBe(
      'parameters.pace: the parameter `pace` is drawn from a uniform distribution; hold it with --set pace=… or --at-baseline',
    );
    expect(await refused(scenario({ parameters, going: LEAVES }))).toBe('exact');
  });

  it('refuses noise that matters, with its place, and passes over noise in what is only reported', async () => {
    const variables = '{ crowd: { initial: 1, noise: 0.5 } }';
    expect(
      await refused(scenario({ variables, going: '{ leaves: { to: there, when: "crowd > 2" } }' })),
    ).toBe('variables.crowd.noise: the variable `crowd` has noise, so that it takes any value');
    expect(await refused(scenario({ variables, going: LEAVES }))).toBe('exact');
  });

  it('refuses a drawn gap, more clocks than six in one race, and an expression that fails in some run', async () => {
    const gap = '{ leaves: { to: there, every: { uniform: [1, 3] }, while: "day > 3" } }';
    expect(await refused(scenario({ going: gap }))).toContain(
      'regions.main.stages.here.transitions.leaves: the gap of `every` of `main.leaves` is drawn',
    );
    const seven = Array.from({ length: 7 }, (_, i) => `go${i}: { to: there, hazard: 0.1 }`).join(', ');
    expect(await refused(scenario({ going: `{ ${seven} }` }))).toContain('7 clocks race in one step');
    expect(
      await refused(scenario({ going: '{ leaves: { to: there, hazard: "1 / (day - 3)" } }' })),
    ).toContain('in some runs an expression fails');
  });

  it('names what grows where there are too many states', async () => {
    const variables = '{ x: { initial: 1, per_day: 0 } }';
    const going =
      '{ grows: { hazard: 0.5, set: { x: "x * 1.1 + 0.3" } }, shrinks: { hazard: 0.4, set: { x: "x * 0.7 - 0.01" } }, leaves: { to: there, when: "x > 50" } }';
    expect(await refused(scenario({ variables, going }), 1_500)).toMatch(
      /there are too many states: [\d,]+ on day \d+, and more than 1,500 ways in all. They differ in the variable x \([\d,]+ values\)/,
    );
  });

  it('leaves measures out where only they need so many states', async () => {
    const going = '{ marks: { hazard: 0.3 }, leaves: { to: there, hazard: 0.1 } }';
    const measures = '{ late: { final: "since(main.marks) * times(main.marks)" } }';
    const of = scenario({ going, measures });
    const whole = await exact({ scenario: of, point: pointOf(of) });
    expect(whole).toMatchObject({ kind: 'exact', withMeasures: true });
    const tight = await exact({ scenario: of, point: pointOf(of), mostWays: 120 });
    expect(tight).toMatchObject({ kind: 'exact', withMeasures: false, measures: [null] });
    if (whole?.kind === 'exact' && tight?.kind === 'exact') {
      expect(tight.outcomes[0]).toBeCloseTo(whole.outcomes[0]!, 13);
      expect(tight.states).toBeLessThan(whole.states);
    }
  });

  it('ends where it is interrupted', async () => {
    const of = scenario({ going: LEAVES });
    const controller = new AbortController();
    const pause = async () => controller.abort();
    expect(await exact({ scenario: of, point: pointOf(of), signal: controller.signal, pause })).toBeNull();
  });
});
