/** Proves how evidence is graded, and that the weak assumption on which most rests is the one that is named. */
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../../src/analysis/index.ts';
import { evidenceOf, isContested, weaknessOf } from '../../../../src/experiment/findings/evidence.ts';
import { assumptionsOf, sensitivityOf, weakestOf } from '../../../../src/experiment/findings/influence.ts';
import type { OutcomesAt } from '../../../../src/experiment/outcomes-at.ts';
import { planTornado } from '../../../../src/experiment/tornado.ts';
import { treatments } from '../../../../src/experiment/treatment.ts';
import { pointOf, scenarioFrom } from '../../../helpers/build-scenario.ts';

const ids = (...names: string[]) => ({ sources: names.map((id) => ({ id, place: null })) });

describe('evidence', () => {
  it.each([
    [[], 'unsourced'],
    [['assumption'], 'assumed'],
    [['smith2020', 'assumption'], 'partly'],
    [['smith2020'], 'sourced'],
  ] as const)('%j is %s', (sources, evidence) => {
    expect(evidenceOf(ids(...sources))).toBe(evidence);
  });

  it.each([
    ['Will or orders is contested.', true],
    ['Nobody knows; a guess.', true],
    ['Counted by two agencies.', false],
    [null, false],
  ])('a note that says %j: contested is %s', (note, contested) => {
    expect(isContested({ note })).toBe(contested);
  });

  it('weakens by steps, and never beyond an assumption', () => {
    expect([weaknessOf('sourced', false), weaknessOf('partly', false), weaknessOf('assumed', false)]).toEqual(
      [0.25, 0.5, 1],
    );
    expect([weaknessOf('sourced', true), weaknessOf('partly', true), weaknessOf('unsourced', true)]).toEqual([
      0.5, 1, 1,
    ]);
  });
});

const RUNS = 200;

const scenario = scenarioFrom({
  juncture: 1,
  title: 'Three assumptions',
  sources: { smith2020: 'Smith (2020)' },
  time: { start: '2022-01-01', step: '1 day', horizon: '10 days' },
  parameters: {
    known: { baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] }, source: 'smith2020' },
    guessed: { baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] }, source: 'assumption' },
    idle: { baseline: 0.5, range: [0, 1], distribution: { uniform: [0, 1] }, source: 'assumption' },
  },
  regions: {
    street: {
      initial: 'calm',
      stages: {
        calm: { transitions: { ends: { to: 'over', hazard: 'known + guessed + 0 * idle' } } },
        over: { outcome: 'ended' },
      },
    },
  },
  outcomes: { ended: { label: 'It ends' } },
});

/** Runs that end so at each end of each bar, as if they had been made: nested, so that pairs differ one way only. */
function resultsOf(counts: readonly number[]): OutcomesAt {
  const codes = counts.map((count) => ({
    codes: Uint8Array.from({ length: RUNS }, (_, run) => (run < count ? 0 : 1)),
    runs: RUNS,
  }));
  const shares = [0, 1].map((outcome) =>
    counts.map((count) => wilson(outcome === 0 ? count : RUNS - count, RUNS)),
  );
  return { runs: RUNS, wanted: RUNS, codes, shares, faulted: 0 };
}

function found(counts: readonly number[]) {
  const point = pointOf(scenario);
  const plan = planTornado(scenario, point);
  const sensitivity = sensitivityOf(scenario, plan, resultsOf(counts));
  const result = { parameters: treatments(scenario.parameters, point) };
  return { sensitivity, assumptions: assumptionsOf(scenario, result as never, sensitivity) };
}

describe('how much rests on an assumption', () => {
  // The sourced one moves the outcome from 40 to 160 of 200 runs, the guessed one from 60 to 140: .6 × ¼ < .4 × 1.
  const { sensitivity, assumptions } = found([40, 160, 60, 140, 100, 100]);

  it('is what it moves times how weak its evidence is', () => {
    expect(assumptions.map(({ weight }) => weight)).toEqual([0.6 * 0.25, 0.4, 0]);
    expect(weakestOf(assumptions)?.parameter.name).toBe('guessed');
  });

  it('leaves out of the tornado what the runs cannot tell, and counts it', () => {
    const [first] = sensitivity.outcomes;
    expect(first?.bars.map(({ parameter }) => scenario.parameters[parameter]!.name)).toEqual([
      'known',
      'guessed',
    ]);
    expect(first?.silent).toBe(1);
  });

  it('names nothing where nothing moves', () => {
    expect(weakestOf(found([100, 100, 100, 100, 100, 100]).assumptions)).toBeNull();
  });
});
