/** Proves what each form of promise counts, which runs `given` selects, and what is said of it. */
import { afterAll, describe, expect, test } from 'vitest';
import { checkPromises, type PromiseOptions, PromisesBroken } from '../../../src/experiment/index.ts';
import type { JobRequest, Pool } from '../../../src/runner/index.ts';
import { loadScenario, type Scenario } from '../../../src/scenario/index.ts';
import { fromText, HEAD, ownThread } from './world.ts';

const pool = ownThread();
afterAll(() => pool.close());

/**
 * Ten days. A bell on day 2 and one on day 5; a siren every four days; a coin of chance `p` each day that ends the run.
 * A happening's day is the end of its step: 3, 6, 4, 8.
 */
const world = (expect: string, p = 0.05): string => `${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 10 days }
parameters: { p: { baseline: ${p}, range: [0, 1], source: assumption } }
variables: { mood: { initial: 0 } }
regions:
  r:
    initial: a
    stages: { a: { transitions: { falls: { to: r.b, chance_per_day: p } } }, b: { outcome: fallen } }
decisions:
  choice: { ask: { day: 0 }, options: { left: { set: { mood: 1 } }, right: {} } }
shocks:
  bell: { date: 2022-01-03 }
  second_bell: { date: 2022-01-06 }
  siren: { every: 4 days }
  never: { when: "day > 100" }
outcomes: { fallen: { label: Fallen } }
measures:
  mood_at_end: { final: mood }
  constant: { label: Constant, unit: euro, final: "0 * mood + 5" }
timeline:
  bell: { date: 2022-01-03, happening: bell }
  too_early: { date: 2022-01-02, happening: bell }
  too_late: { date: 2022-01-04T12:00, happening: bell }
  that_day: { date: [2022-01-01, 2022-01-05], happening: bell }
  never: { date: 2022-01-03, happening: never }
  mood: { measure: mood_at_end, value: 1 }
  high: { measure: mood_at_end, range: [1.5, 3] }
variants: { safe: { set: { p: 0.01 } }, doomed: { set: { p: 1 } }, same: { set: { p: ${p} } } }
expect:
${expect}
`;

const OPTIONS: PromiseOptions = { seed: '1', named: 'world', limit: 4_000 };

const judged = async (promise: string, options: Partial<PromiseOptions> = {}) => {
  const report = await checkPromises(fromText(world(`  it: ${promise}`)), pool, { ...OPTIONS, ...options });
  return report.verdicts[0]!;
};

describe('closeness in time', () => {
  test.each([
    // The bells are three days apart; the siren is a day from the first and two from the second.
    ['{ happening: bell, within: 3 days of second_bell, at_least: 0.5, given: "day == 10" }', 'holds'],
    ['{ happening: second_bell, within: 3 days of bell, at_least: 0.99, given: "day == 10" }', 'holds'],
    ['{ happening: bell, within: 2.9 days of second_bell, at_most: 0.01 }', 'holds'],
    ['{ happening: bell, within: 1 day of siren, at_least: 0.99, given: "day == 10" }', 'holds'],
    ['{ happening: second_bell, within: 1 day of siren, at_most: 0.01 }', 'holds'],
    // Any of the siren's times will do, not only the first.
    ['{ happening: second_bell, within: 2 days of siren, at_least: 0.99, given: "day == 10" }', 'holds'],
    // What never happens is close to nothing, however long the time.
    ['{ happening: bell, within: 1000000000 days of never, at_most: 0.01 }', 'holds'],
  ] as const)('%s %s', async (promise, verdict) => {
    expect((await judged(promise)).verdict).toBe(verdict);
  });

  test('in words', async () => {
    const found = await judged('{ happening: second_bell, within: 12 hours of siren, at_most: 0.1 }');
    expect(found.text).toMatch(/^second bell within 12 hours of siren: 0 % \(0 % to [\d.]+ %\)$/);
  });
});

describe('history', () => {
  test.each([
    ['bell', 'holds'],
    ['that_day', 'holds'],
    // The bell rings on 3 January, which no run has on the 2nd, or on the 4th at noon.
    ['too_early', 'fails'],
    ['too_late', 'fails'],
    ['never', 'not-enough-runs'],
    ['mood', 'holds'],
    ['high', 'fails'],
    ['[bell, high]', 'fails'],
    ['[bell, mood, that_day]', 'holds'],
  ] as const)('%s %s', async (entries, verdict) => {
    expect((await judged(`{ timeline: ${entries}, inside: 0.8 }`)).verdict).toBe(verdict);
  });

  test('each entry is a claim of its own', async () => {
    const found = await judged('{ timeline: [bell, high], inside: 0.8 }');
    expect(found.claims.map(({ verdict }) => verdict)).toEqual(['holds', 'fails']);
    expect(found.claims[0]!.text).toMatch(
      /^bell, 2022-01-03: 80 % of 1,\d\d\d runs lie from 2022-01-03 to 2022-01-03; 100 % \(.*\) by then, 100 % \(.*\) not before$/,
    );
    expect(found.wanted).toBe('at least 10 % on either side');
  });
});

describe('given', () => {
  test.each([
    // At the end of a run that fell, and of one that did not.
    ['{ outcome: fallen, given: "outcome(fallen)", at_least: 0.99 }', 'holds'],
    ['{ outcome: fallen, given: "not outcome(fallen)", at_most: 0.01 }', 'holds'],
    ['{ outcome: fallen, given: "outcome(unresolved) or day < 10", at_most: 0.9 }', 'holds'],
    ['{ measure: mood_at_end, given: "times(choice.left) > 0", mean: [0.99, 1.01] }', 'holds'],
    ['{ measure: mood_at_end, given: "times(choice.right) > 0", value: 0 }', 'holds'],
    [
      '{ measure: mood_at_end, given: "times(choice.left) > 0", quantiles: { 0.1: [1, 1], 0.9: [1, 1] } }',
      'holds',
    ],
    ['{ timeline: mood, inside: 0.8, given: "times(choice.right) > 0" }', 'fails'],
    ['{ outcome: fallen, given: "active(r.b) and outcome(unresolved)", at_most: 1 }', 'not-enough-runs'],
  ] as const)('%s %s', async (promise, verdict) => {
    expect((await judged(promise)).verdict).toBe(verdict);
  });

  test('that selects none is said, and given up before the limit', async () => {
    const found = await judged('{ outcome: fallen, given: "day > 10", at_most: 1 }', { limit: 1_000_000 });
    expect(found).toMatchObject({ verdict: 'not-enough-runs', runs: 64_000, selected: 0, estimate: null });
    expect(found.text).toBe('Fallen: no run has a value, `given` selects none of the runs');
  });

  test('counts what it selects', async () => {
    const found = await judged('{ outcome: fallen, given: "times(choice.left) > 0", at_most: 0.9 }');
    expect(found.runs).toBe(2_000);
    expect(Math.abs(found.selected - 1_000)).toBeLessThan(100);
    expect(found.text).toContain(`, of ${found.selected} runs selected`.replace(/(\d)(\d{3}) /, '$1,$2 '));
  });

  test('in a comparison the first side selects, and a condition that hangs on the sides is warned of', async () => {
    const fair = await judged(
      '{ outcome: fallen, variant: safe, less_likely_than: baseline, given: "times(choice.left) > 0" }',
    );
    expect(fair).toMatchObject({ verdict: 'holds', warnings: [] });
    expect(Math.abs(fair.selected - 1_000)).toBeLessThan(100);
    const odd = await judged(
      '{ outcome: fallen, variant: safe, less_likely_than: baseline, given: "day == 10" }',
    );
    expect(odd.warnings).toEqual([expect.stringMatching(/^`given` holds on one side only in [\d.]+ % of/)]);
    // In one pair in thousands it is not worth a word.
    const same = await judged(
      '{ outcome: fallen, variant: same, more_likely_than: baseline, given: "day == 10" }',
    );
    expect(same.warnings).toEqual([]);
  });
});

describe('odds', () => {
  test('with a decision fixed, against another option in the same variant', async () => {
    const found = await judged(
      '{ odds_ratio: fallen, variant: safe, decide: { choice: left }, against: { choice: right }, between: [0.9, 1.1] }',
    );
    // What is decided changes nothing that ends a run: every pair ends alike.
    expect(found).toMatchObject({ verdict: 'holds', estimate: { value: 1, method: 'paired-odds-ratio' } });
    expect(found.text).toMatch(
      /^Odds of Fallen under safe and choice: left over those under safe and choice: right: 1 \(/,
    );
  });

  test('where nothing bounds them they stay open', async () => {
    const found = await judged(
      '{ odds_ratio: fallen, variant: doomed, against: baseline, at_most: 1000000 }',
    );
    expect(found).toMatchObject({ verdict: 'not-enough-runs', estimate: { high: Infinity } });
    expect(found.text).toMatch(/to unknown\)$/);
    const bounded = await judged('{ odds_ratio: fallen, variant: doomed, against: baseline, at_least: 2 }');
    expect(bounded.verdict).toBe('holds');
  });

  test('per unit of a parameter, in either direction', async () => {
    const up = await judged('{ log_odds: fallen, per: { p: [0.02, 0.1] }, at_least: 5 }');
    const down = await judged('{ log_odds: fallen, per: { p: [0.1, 0.02] }, at_least: 5 }');
    expect(up.verdict).toBe('holds');
    expect(down.estimate!.value).toBeCloseTo(up.estimate!.value, 9);
    expect(up.text).toMatch(/^Change of the log-odds of Fallen per unit of p, from 0.02 to 0.1: /);
  });
});

test('a mean of equal values is not known exactly', async () => {
  const found = await judged('{ measure: constant, value: 5, within: 0.1 }');
  expect(found).toMatchObject({ verdict: 'holds', estimate: { value: 5, method: 'equal-values' } });
  expect(found.estimate!.high - found.estimate!.low).toBeGreaterThan(0.01);
  expect(found.text).toMatch(/^Mean of Constant: 5 euro \(4\.9\d+ to 5\.0\d+\), in every run the same$/);
  expect((await judged('{ measure: constant, value: 5, within: 0.001 }')).verdict).toBe('not-enough-runs');
});

describe('runs', () => {
  const jobsOf = async (text: string): Promise<readonly JobRequest[]> => {
    const jobs: JobRequest[] = [];
    const run: Pool['run'] = (job) => {
      jobs.push(job);
      return pool.run(job);
    };
    await checkPromises(fromText(text), { ...pool, run }, OPTIONS);
    return jobs;
  };

  test('equal sides are one treatment, and columns that promises share are one', async () => {
    const jobs = await jobsOf(
      world(`  a: { outcome: fallen, given: "times(choice.left) > 0", at_most: 0.9 }
  b: { log_odds: fallen, per: { p: [0.02, 0.1] }, at_least: 5, given: "times(choice.left) > 0" }
  c: { outcome: fallen, variant: safe, given: "times(choice.left) > 0", at_most: 0.9 }
  d: { odds_ratio: fallen, variant: safe, against: baseline, at_most: 0.9 }`),
    );
    // Baseline, two values of p, and the variant.
    expect(jobs.map(({ runs }) => runs)).toEqual([2_000, 2_000, 2_000, 2_000]);
    expect(new Set(jobs.map(({ scenario }) => scenario)).size).toBe(1);
    expect(jobs[0]!.scenario.measures).toHaveLength(3);
  });

  test('a scenario that lacks nothing is run as it is', async () => {
    const text = world('  a: { outcome: fallen, at_most: 0.9 }');
    const [job] = await jobsOf(text);
    expect(job!.scenario.measures).toHaveLength(2);
  });

  test('a pool that breaks keeps what was settled', async () => {
    let left = 1;
    const run: Pool['run'] = async (job) => {
      if (left > 0) {
        left -= 1;
        return pool.run(job);
      }
      const breakage = { kind: 'threw', message: 'it broke', firstRun: 2_000, runs: 10 } as const;
      return { end: 'broken', done: 0, engine: 'kernel', refused: [], faultedRun: null, breakage };
    };
    const scenario = fromText(
      world(`  settled: { outcome: fallen, at_most: 0.9 }
  open: { outcome: fallen, between: [0.4, 0.6], given: "times(choice.left) > 0" }
  edge: { outcome: fallen, probability: 0.4, within: 0.001 }`),
    );
    const broken = await checkPromises(scenario, { ...pool, run }, OPTIONS).catch((error: unknown) => error);
    if (!(broken instanceof PromisesBroken)) throw broken;
    expect(broken.message).toBe('runs from 2000 on could not be done: it broke');
    expect(broken.report.verdicts[0]).toMatchObject({ verdict: 'holds', runs: 2_000 });
    expect(broken.report.verdicts[2]!.runs).toBe(2_000);
    expect(broken.report.interrupted).toBe(false);
  });
});

describe('other files', () => {
  const load = (than: string): Scenario => {
    const files: Readonly<Record<string, string>> = {
      'own.yaml': world(`  it: { ${than} }`),
      'other.yaml': world('  none: { outcome: fallen, at_most: 1 }', 0.2),
      'twin.yaml': world('  none: { outcome: fallen, at_most: 1 }'),
    };
    const { scenario, diagnostics } = loadScenario('own.yaml', (path) => {
      const text = files[path];
      return text === undefined ? null : new TextEncoder().encode(text);
    });
    if (scenario === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    return scenario;
  };

  test('are run with the same luck', async () => {
    const twin = load('odds_ratio: fallen, against: { scenario: ./twin.yaml }, between: [0.99, 1.01]');
    const [found] = (await checkPromises(twin, pool, OPTIONS)).verdicts;
    expect(found).toMatchObject({ estimate: { value: 1 } });
    expect(found!.text).toMatch(/^Odds of Fallen under baseline over those in twin: 1 \(/);
  });

  test('are compared with, under a variant if one is named', async () => {
    const less = load('outcome: fallen, less_likely_than: { scenario: ./other.yaml }');
    const more = load('outcome: fallen, more_likely_than: { scenario: ./other.yaml, variant: safe }');
    const [one] = (await checkPromises(less, pool, OPTIONS)).verdicts;
    const [two] = (await checkPromises(more, pool, OPTIONS)).verdicts;
    expect(one).toMatchObject({ verdict: 'holds', wanted: 'less likely than in other' });
    expect(two).toMatchObject({ verdict: 'holds', wanted: 'more likely than in other under safe' });
  });

  test('what `given` means is asked of the own file alone', async () => {
    const scenario = load(
      'outcome: fallen, less_likely_than: { scenario: ./other.yaml }, given: "times(bell) > 0"',
    );
    expect((await checkPromises(scenario, pool, OPTIONS)).verdicts[0]).toMatchObject({ warnings: [] });
  });
});
