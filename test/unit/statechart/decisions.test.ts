// Proves how decisions are settled: odds as a race of exponentials, fixed options, what is not available, one answer a step.
import { describe, expect, it } from 'vitest';
import { log, siteOf, uniformAt } from '../../../src/random/index.ts';
import { createChart, RunFault, runBatch } from '../../../src/statechart/index.ts';
import { pointOf } from '../../helpers/build-scenario.ts';
import { KEY, small, traceOf, traceRun } from './trace.ts';

const daily = (options: object, more: object = {}) => ({
  variables: { x: { initial: 0 } },
  decisions: { choice: { actor: 'Somebody', ask: { every: '1 day' }, options } },
  ...more,
});

const taken = (happened: readonly string[]): string[] =>
  happened.map((line) => line.replace(/^\d+ choice\./, ''));

describe('odds', () => {
  it('the option with the smallest −ln(1 − u(r, decision/option, n)) / w is taken, n counting askings', () => {
    const weights = { a: 0.5, b: 1.5, c: 1 } as const;
    const scenario = small(daily({ a: { weight: 0.5 }, b: { weight: 'x + 1.5' }, c: {} }));
    for (let luck = 0; luck < 20; luck++) {
      const expected = [0, 1, 2, 3, 4, 5].map((n) => {
        const time = (name: 'a' | 'b' | 'c') =>
          -log(1 - uniformAt(KEY, 0, siteOf(`choice/${name}`), luck, n)) / weights[name];
        return (['a', 'b', 'c'] as const).reduce((best, name) => (time(name) < time(best) ? name : best));
      });
      const trace = traceRun(scenario, {}, luck);
      expect(taken(trace.happened)).toEqual(expected);
      const [first] = trace.records[1]!.decisions;
      expect(first?.options).toEqual([
        { id: 'a', odds: 0.5 / 3 },
        { id: 'b', odds: 0.5 },
        { id: 'c', odds: 1 / 3 },
      ]);
      expect(first?.odds).toBe(weights[expected[0] as 'a'] / 3);
      expect(first).toMatchObject({ path: 'choice', option: expected[0], fixed: false, askedBy: ['choice'] });
    }
  });

  it('an option that is not available has none, and the others share them', () => {
    const trace = traceOf(
      daily({ a: { available: 'day >= 3' }, b: { weight: 3 }, c: { available: 'day < 3' } }),
    );
    expect(trace.records[1]?.decisions[0]?.options.map(({ odds }) => odds)).toEqual([null, 0.75, 0.25]);
    expect(trace.records[4]?.decisions[0]?.options.map(({ odds }) => odds)).toEqual([0.25, 0.75, null]);
    expect(taken(trace.happened).slice(0, 3)).not.toContain('a');
  });

  it('an option of weight 0 is never taken', () => {
    const scenario = small(daily({ a: { weight: 0 }, b: {} }));
    for (let luck = 0; luck < 10; luck++)
      expect(taken(traceRun(scenario, {}, luck).happened)).not.toContain('a');
  });

  it('an option that is taken away is not available, and its weight is not read', () => {
    const trace = traceOf(daily({ a: { weight: -1 }, b: {}, c: {} }), { without: ['choice.a'] });
    expect(trace.records[1]?.decisions[0]?.options.map(({ odds }) => odds)).toEqual([null, 0.5, 0.5]);
  });
});

describe('a fixed option', () => {
  const options = { a: { available: 'day != 2', weight: -1 }, b: { available: 'day == 2' } };

  it('is taken without reading the weights; where it is not available the odds decide, and that is counted', () => {
    const scenario = small(daily(options));
    const trace = traceRun(scenario, { decide: { choice: 'a' } });
    expect(taken(trace.happened)).toEqual(['a', 'a', 'b', 'a', 'a', 'a']);
    expect(trace.records[1]?.decisions[0]).toMatchObject({ fixed: true, odds: 1, fixedUnavailable: false });
    expect(trace.records[3]?.decisions[0]).toMatchObject({ fixed: false, odds: 1, fixedUnavailable: true });
    const batch = runBatch(createChart(scenario), pointOf(scenario, { decide: { choice: 'a' } }), KEY, 0, 3);
    expect([...batch.asked]).toEqual([18]);
    expect([...batch.fixedUnavailable]).toEqual([3]);
  });

  it('is fixed in the steps from `from` until `until`, both included', () => {
    const scenario = small({
      ...daily({ a: {}, b: {}, c: {}, d: {} }),
      time: { start: '2022-01-01', step: '12 hours', horizon: '6 days' },
      variants: {
        cut: { decide: { choice: { option: 'd', from: '2022-01-03', until: '2022-01-04' } } },
      },
    });
    for (let luck = 0; luck < 5; luck++) {
      const trace = traceRun(scenario, { variant: 'cut' }, luck);
      // Asked in steps 1, 3, 5, …; the 3rd and the 4th of January are the steps 4 to 7.
      const fixed = trace.records.flatMap(({ step, decisions }) => (decisions[0]?.fixed ? [step - 1] : []));
      expect(fixed).toEqual([5, 7]);
    }
  });

  it('that is taken away counts as not available', () => {
    const trace = traceOf(daily({ a: {}, b: {} }), { decide: { choice: 'a' }, without: ['choice.a'] });
    expect(trace.records[1]?.decisions[0]).toMatchObject({ option: 'b', fixedUnavailable: true });
  });

  it('uses up an asking: luck of later askings does not move', () => {
    const options5 = { a: {}, b: {}, c: {} };
    const scenario = small({
      ...daily(options5),
      variants: { once: { decide: { choice: { option: 'a', from: '2022-01-01', until: '2022-01-01' } } } },
    });
    for (let luck = 0; luck < 5; luck++) {
      const free = taken(traceRun(scenario, {}, luck).happened);
      expect(taken(traceRun(scenario, { variant: 'once' }, luck).happened)).toEqual(['a', ...free.slice(1)]);
    }
  });
});

describe('asked several times in a step', () => {
  const ask = (more: object = {}) => ({ decide: 'choice', when: 'day == 1', add: { x: 1 }, ...more });
  const chart = (extra: object = {}, one: object = {}) => ({
    variables: { x: { initial: 0 } },
    regions: {
      one: { initial: 'a', stages: { a: { transitions: { asks: ask(one) } }, b: {} } },
      two: { initial: 'a', stages: { a: { transitions: { asks: ask() } }, b: {} } },
    },
    decisions: { choice: { options: { only: { add: { x: 100 } } }, ...extra } },
  });

  it('it is settled once and applied once, for the first that asked; each asker runs its own lists', () => {
    const trace = traceOf(chart());
    expect(trace.happened).toEqual(['1 one.asks', '1 choice.only', '1 two.asks']);
    expect(trace.variables.x![2]).toBe(102);
    expect(trace.records[2]?.decisions).toHaveLength(1);
    expect(trace.records[2]?.decisions[0]?.askedBy).toEqual(['one.asks', 'two.asks']);
  });

  it('a mark comes before the transitions', () => {
    const trace = traceOf(chart({ ask: { day: 1 } }));
    expect(trace.happened).toEqual(['1 choice.only', '1 one.asks', '1 two.asks']);
    expect(trace.variables.x![2]).toBe(102);
  });

  it('the next asker applies it when the first does not happen', () => {
    const trace = traceOf({
      ...chart({}, { to: 'b' }),
      shocks: { blow: { day: 1, to: 'one.b' } },
    });
    expect(trace.happened).toEqual(['1 blow', '1 two.asks', '1 choice.only']);
  });
});

describe('when no option is available', () => {
  it('a transition happens with its own lists and moves only', () => {
    const trace = traceOf({
      variables: { x: { initial: 0 } },
      regions: {
        one: {
          initial: 'a',
          stages: {
            a: { transitions: { asks: { to: 'b', decide: 'choice', when: 'day == 1', add: { x: 1 } } } },
            b: {},
          },
        },
      },
      decisions: { choice: { options: { only: { available: 'day > 5', add: { x: 100 } } } } },
    });
    expect(trace.happened).toEqual(['1 one.asks']);
    expect(trace.variables.x![2]).toBe(1);
    expect(trace.stages[2]).toBe('one.b');
    expect(trace.records[2]?.decisions[0]).toMatchObject({ option: null, odds: null });
  });

  it('an ask has been asked: a `when` is not due again before it was false', () => {
    const trace = traceOf({
      decisions: { choice: { ask: { when: 'day >= 1' }, options: { only: { available: 'day >= 2' } } } },
    });
    expect(trace.happened).toEqual([]);
    expect(trace.records.map(({ decisions }) => decisions.length)).toEqual([0, 0, 1, 0, 0, 0, 0]);
  });
});

describe('an `ask`', () => {
  it('repeats: a clock is dealt anew after it rang and was asked', () => {
    const trace = traceOf({
      time: { start: '2022-01-01', step: '1 day', horizon: '4 days' },
      decisions: { choice: { ask: { chance_per_day: 1 }, options: { only: {} } } },
    });
    expect(trace.happened).toHaveLength(4);
  });

  it.each([
    ['true', ['2 choice.only']],
    ['day > 1', ['2 choice.only']],
    ['day > 2', []],
  ])(
    'on a day is decided in its step, if its `while` (%s) holds then, and never later',
    (condition, expected) => {
      const trace = traceOf({
        decisions: { choice: { ask: { day: 2, while: condition }, options: { only: {} } } },
      });
      expect(trace.happened).toEqual(expected);
    },
  );

  it('moves regions as if their leaves had the transition', () => {
    const trace = traceOf({
      regions: { one: { initial: 'a', stages: { a: { initial: 'b', stages: { b: {}, c: {} } } } } },
      decisions: { choice: { ask: { day: 2 }, options: { only: { to: 'one.a.c' } } } },
      auxiliaries: { outer: 'days_in(one.a)', inner: 'days_in(one.a.c)' },
    });
    expect(trace.auxiliaries.outer).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(trace.auxiliaries.inner).toEqual([0, 0, 0, 0, 1, 2, 3]);
  });
});

describe('weights that will not do', () => {
  const faultOf = (options: object): RunFault => {
    try {
      traceOf(daily(options));
    } catch (error) {
      if (error instanceof RunFault) return error;
      throw error;
    }
    throw new Error('no fault');
  };

  it('a negative one names the expression and what it read', () => {
    expect(faultOf({ a: { weight: 'x - 1' }, b: {} })).toMatchObject({
      kind: 'negative-weight',
      text: 'x - 1',
      place: 'decisions.choice.options.a.weight',
      values: [{ name: 'x', value: 0 }],
    });
  });

  it('a sum of 0 names the decision', () => {
    expect(faultOf({ a: { weight: 'x' }, b: { weight: 0 } })).toMatchObject({
      kind: 'zero-weights',
      place: 'decisions.choice',
    });
  });
});
