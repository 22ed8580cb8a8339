/** Proves how promises are looked at: when they settle, how runs are shared and paired, when they are given up. */
import { afterAll, describe, expect, test } from 'vitest';
import { checkPromises, type PromiseOptions, type PromiseProgress } from '../../../src/experiment/index.ts';
import { openPairs } from '../../../src/experiment/promises/accounts/pairs.ts';
import type { Sheet } from '../../../src/experiment/promises/sheet.ts';
import type { JobRequest, Pool } from '../../../src/runner/index.ts';
import { FAULTED } from '../../../src/scenario/index.ts';
import { fromText, HEAD, ownThread } from './world.ts';

const pool = ownThread();
afterAll(() => pool.close());

/** A coin with `p`, thrown on the first day; a number drawn evenly from 0 to 10, and one that no run has. */
const coin = (expect: string) =>
  fromText(`${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
parameters:
  p: { baseline: 0.3, source: assumption }
  draw: { baseline: 5, distribution: { uniform: [0, 10] }, source: assumption }
regions:
  r:
    initial: a
    stages: { a: { transitions: { falls: { to: r.b, chance_per_day: p } } }, b: { outcome: heads } }
outcomes: { heads: { label: Heads } }
measures:
  drawn: { label: Number, unit: euro, final: draw }
  high: { label: High, final: "draw > 9" }
  never: { first_day: "draw > 11" }
variants: { fair: { set: { p: 0.5 } }, same: { set: { p: 0.3 } } }
expect:
${expect}
`);

const OPTIONS: PromiseOptions = { seed: '1', named: 'coin', limit: 16_000 };

const verdicts = async (text: string, options: PromiseOptions = OPTIONS) => {
  const report = await checkPromises(coin(text), pool, options);
  return report.verdicts;
};

describe('verdicts', () => {
  test.each([
    ['{ outcome: heads, between: [0.2, 0.4] }', 'holds', 2_000],
    ['{ outcome: heads, between: [0.4, 0.6] }', 'fails', 2_000],
    ['{ outcome: { not: heads }, at_least: 0.6 }', 'holds', 2_000],
    ['{ outcome: heads, at_most: 0.2 }', 'fails', 2_000],
    // The truth stands on the edge: never settled but by chance, at most one time in a hundred.
    ['{ outcome: heads, between: [0.3, 0.6] }', 'not-enough-runs', 16_000],
    // ±1 % at 99 % takes 14,000 runs, and more for looking four times.
    ['{ outcome: heads, probability: 0.3 }', 'not-enough-runs', 16_000],
    ['{ outcome: heads, probability: 0.3, within: 0.03 }', 'holds', 2_000],
    ['{ outcome: heads, variant: fair, probability: 0.3 }', 'fails', 2_000],
    ['{ outcome: heads, variant: fair, more_likely_than: baseline }', 'holds', 2_000],
    ['{ outcome: heads, less_likely_than: [fair] }', 'holds', 2_000],
    ['{ outcome: heads, more_likely_than: fair }', 'fails', 2_000],
    // The same runs with the same luck: the difference is exactly 0.
    ['{ outcome: heads, variant: same, more_likely_than: baseline }', 'not-enough-runs', 16_000],
    ['{ outcome: heads, less_likely_than: [fair, same] }', 'not-enough-runs', 16_000],
    ['{ measure: drawn, mean: [4, 6] }', 'holds', 2_000],
    ['{ measure: drawn, mean: [6, 8] }', 'fails', 2_000],
    ['{ measure: high, value: 0.1, within: 0.05 }', 'holds', 2_000],
    ['{ measure: drawn, quantiles: { 0.1: [0.5, 1.5], 0.9: [8.5, 9.5] } }', 'holds', 2_000],
    ['{ measure: drawn, quantiles: { 0.1: [0.5, 1.5], 0.9: [9.5, 9.9] } }', 'fails', 2_000],
    ['{ measure: never, mean: [0, 1] }', 'not-enough-runs', 16_000],
  ] as const)('%s %s', async (promise, verdict, runs) => {
    const [found] = await verdicts(`  it: ${promise}`);
    expect(found).toMatchObject({ name: 'it', verdict, runs, file: 'test.yaml', because: null });
  });

  test("each in the file's order, with its reason and its claim in words", async () => {
    const found = await verdicts(
      '  first: { outcome: heads, between: [0.2, 0.4], because: it is so }\n' +
        '  second: { measure: drawn, quantiles: { 0.1: [0.5, 1.5], 0.9: [9.5, 9.9] } }\n' +
        '  third: { outcome: heads, variant: fair, more_likely_than: baseline }',
    );
    expect(found.map(({ name, because, line }) => [name, because, line])).toEqual([
      ['first', 'it is so', 20],
      ['second', null, 21],
      ['third', null, 22],
    ]);
    const percent = String.raw`[\d.]+ % \([\d.]+ % to [\d.]+ %\)`;
    expect(found[0]!.text).toMatch(new RegExp(`^Heads: ${percent}$`));
    expect(found[0]!.wanted).toBe('20 % to 40 %');
    expect(found[0]!.estimate).toMatchObject({ method: 'wilson', n: 2_000 });
    // What settles it is the claim that fails.
    expect(found[1]!.wanted).toBe('9.5 to 9.9 euro');
    expect(found[1]!.text).toMatch(/^10 % quantile of Number: .*; 90 % quantile of Number: [^;]*$/);
    expect(found[2]!.text).toMatch(/^Heads under fair against baseline: \+[\d.]+ points \(.*\)$/);
    expect(found[2]!.wanted).toBe('more likely than under baseline');
    expect(found[2]!.estimate).toMatchObject({ method: 'newcombe-paired', n: 2_000 });
  });
});

describe('runs', () => {
  const watching = (): { readonly jobs: JobRequest[]; readonly watched: Pool } => {
    const jobs: JobRequest[] = [];
    const run: Pool['run'] = (job) => {
      jobs.push(job);
      return pool.run(job);
    };
    return { jobs, watched: { ...pool, run } };
  };

  test('a variant is run once for all promises, further runs follow on, and settled sides rest', async () => {
    const { jobs, watched } = watching();
    const scenario = coin(
      '  one: { outcome: heads, variant: fair, more_likely_than: baseline }\n' +
        '  two: { outcome: heads, variant: fair, between: [0.4, 0.6] }\n' +
        '  edge: { outcome: heads, between: [0.3, 0.6] }',
    );
    await checkPromises(scenario, watched, OPTIONS);
    const spans = jobs.map(({ point, firstRun, runs }) => [point.parameters[0], firstRun, runs]);
    expect(spans).toEqual([
      [0.5, 0, 2_000],
      [0.3, 0, 2_000],
      [0.3, 2_000, 2_000],
      [0.3, 4_000, 4_000],
      [0.3, 8_000, 8_000],
    ]);
    expect(new Set(jobs.map(({ key }) => key)).size).toBe(1);
  });

  test('looks begin and end where they are told to', async () => {
    const { jobs, watched } = watching();
    const scenario = coin('  edge: { outcome: heads, between: [0.3, 0.6] }');
    const report = await checkPromises(scenario, watched, { ...OPTIONS, firstLook: 500, limit: 1_300 });
    expect(jobs.map(({ runs }) => runs)).toEqual([500, 500, 300]);
    expect(report.verdicts[0]).toMatchObject({ verdict: 'not-enough-runs', runs: 1_300 });
  });

  test('intervals widen with each look', async () => {
    const at = async (limit: number) => {
      const options = { ...OPTIONS, firstLook: 500, limit };
      return (await verdicts('  edge: { outcome: heads, between: [0.3, 0.6] }', options))[0]!.estimate!.level;
    };
    // The chance to err, halved at each look.
    expect(1 - (await at(500))).toBeCloseTo(0.005, 12);
    expect(1 - (await at(1_000))).toBeCloseTo(0.0025, 12);
  });

  test('progress tells what is settled and what is left of the look', async () => {
    const seen: PromiseProgress[] = [];
    const text =
      '  one: { outcome: heads, between: [0.2, 0.4] }\n  edge: { outcome: heads, between: [0.3, 0.6] }';
    await checkPromises(coin(text), pool, { ...OPTIONS, limit: 4_000 }, (progress) => seen.push(progress));
    expect(seen[0]).toMatchObject({ settled: 0, total: 2, toDo: 2_000 });
    expect(seen.at(-1)).toEqual({ settled: 1, total: 2, done: 2_000, toDo: 2_000 });
  });

  test('interrupted, what is open stays undecided', async () => {
    const text = '  it: { outcome: heads, between: [0.2, 0.4] }';
    const report = await checkPromises(coin(text), pool, { ...OPTIONS, signal: AbortSignal.abort() });
    expect(report).toMatchObject({ interrupted: true, verdicts: [{ verdict: 'not-enough-runs', runs: 0 }] });
  });

  test('a scenario without promises runs nothing', async () => {
    const { jobs, watched } = watching();
    const scenario = fromText(`${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 1 day }
regions: { r: { initial: a, stages: { a: {} } } }
outcomes: { other: { at_horizon: "day > 0" } }
`);
    expect((await checkPromises(scenario, watched, OPTIONS)).verdicts).toEqual([]);
    expect(jobs).toEqual([]);
  });
});

test('runs are paired by number, and faulted ones left out on both sides', () => {
  const sheet = (outcomes: readonly number[]): Sheet => ({
    runs: outcomes.length,
    outcomes: Int16Array.from(outcomes),
    column: () => new Float64Array(outcomes.length),
  });
  const ends = { treatment: '', outcomes: [0] };
  const pairs = openPairs(null, [ends, ends], true);
  pairs.add(sheet([0, 0, 1, 2]), sheet([0, 1, 0, 1]));
  pairs.add(sheet([FAULTED, 0]), sheet([0, FAULTED]));
  expect(pairs.counts()).toEqual({ both: 1, first: 1, second: 1, neither: 1 });
});
