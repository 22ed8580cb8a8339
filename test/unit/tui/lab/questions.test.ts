// Proves that questions are asked of what is set now, that only their own answers are taken, and how they are left.
import { describe, expect, test } from 'vitest';
import type { Drill, OutcomesAt } from '../../../../src/experiment/index.ts';
import { rowText, rowWidth } from '../../../../src/report/index.ts';
import type { LabAction } from '../../../../src/tui/lab/action.ts';
import { labRows } from '../../../../src/tui/lab/frame.ts';
import { type Answer, isComplete, type Question } from '../../../../src/tui/lab/questions.ts';
import { reduceLab } from '../../../../src/tui/lab/reducer.ts';
import type { LabState } from '../../../../src/tui/lab/state.ts';
import { labOf, movedLab, withRuns } from '../../../helpers/lab.ts';

const then = (state: LabState, ...actions: readonly LabAction[]): LabState =>
  actions.reduce(reduceLab, state);
const ask = (kind: 'curve' | 'map' | 'tornado' | 'drill'): LabAction => ({ type: 'ask', kind });
const select = (by: number): LabAction => ({ type: 'select', by });

function questionOf(state: LabState): Question {
  if (state.overlay?.kind !== 'question') throw new Error('no question is open');
  return state.overlay.question;
}

const estimate = (value: number) => ({
  value,
  low: Math.max(0, value - 0.01),
  high: Math.min(1, value + 0.01),
  level: 0.95,
  n: 4_000,
  method: 'wilson' as const,
});

/** Shares that go straight from one outcome to another along the points; every run the same at each. */
function outcomes(state: LabState, points: number): OutcomesAt {
  const part = (point: number) => point / Math.max(1, points - 1);
  const { length } = state.scenario.outcomes;
  const codes = Array.from({ length: points }, (_, point) => ({
    codes: Uint8Array.from({ length: 100 }, (_code, run) => (run < 100 * part(point) ? 2 : 0)),
    runs: 100,
  }));
  const shares = Array.from({ length }, (_, outcome) =>
    codes.map((_code, point) => estimate(outcome === 0 ? 1 - part(point) : outcome === 2 ? part(point) : 0)),
  );
  return { runs: 4_000, wanted: 4_000, codes, shares, faulted: 0 };
}

function answeredLab(kind: 'curve' | 'map' | 'tornado'): LabState {
  const first =
    kind === 'map' ? then(movedLab(), ask('map'), select(1), ask('map')) : then(movedLab(), ask(kind));
  const question = questionOf(first);
  if (!('points' in question)) throw new Error('not a question of many points');
  return then(first, {
    type: 'answer',
    to: question,
    answer: { kind, at: outcomes(first, question.points.length) },
  });
}

const drill = (state: LabState): Drill => ({
  runs: 2_000,
  wanted: 2_000,
  inside: 400,
  outside: 1_600,
  days: [3, 9, 20],
  parameters: state.scenario.parameters
    .filter(({ distribution }) => distribution !== null)
    .map((parameter) => ({ parameter, inside: 0.4, outside: 0.6, shift: -0.7 })),
  happenings: state.scenario.happenings.map(({ path, label }) => ({
    path,
    label,
    inside: estimate(0.9),
    outside: estimate(0.2),
    medianDay: 4,
  })),
  examples: [17, 29, 40],
});

function drilled(): LabState {
  const open = then(movedLab(), ask('drill'));
  return then(open, { type: 'answer', to: questionOf(open), answer: { kind: 'drill', drill: drill(open) } });
}

function told(): LabState {
  const open = then(drilled(), { type: 'story', by: 1 });
  const sentences = [
    {
      step: 12,
      day: 3,
      date: '2022-01-05',
      text: 'The protest is hijacked.',
      why: 'Risk 1.2 passed 1.1.',
      happening: 'crisis.hijacked',
    },
  ];
  const answer: Answer = {
    kind: 'story',
    told: { run: 17, sentences, ending: 'The regime falls, on day 9.' },
  };
  return then(open, { type: 'answer', to: questionOf(open), answer });
}

describe('asking', () => {
  test('a curve holds the parameter at round values from end to end, at what is set now', () => {
    const question = questionOf(then(movedLab(), ask('curve')));
    if (question.kind !== 'curve') throw new Error(question.kind);
    expect([question.places[0], question.places[20]]).toEqual([0, 1]);
    expect(question.points.map(({ parameters }) => parameters[0])).toEqual(question.places);
    expect(then(movedLab(), select(100), ask('curve')).notice).toContain('Choose a parameter first');
  });

  test('a map takes two keys: the first keeps its parameter, escape forgets it', () => {
    const first = then(movedLab(), ask('map'));
    expect(first.overlay).toBeNull();
    expect(first.notice).toContain('second assumption');
    expect(then(first, { type: 'escape' }).pairWith).toBeNull();
    const question = questionOf(then(first, select(1), ask('map')));
    if (question.kind !== 'map') throw new Error(question.kind);
    expect([question.across.name, question.down.name]).toEqual(['loyalty', 'two_centres']);
    expect(question.points).toHaveLength(question.columns.length * question.rows.length);
  });

  test('an answer to another question is not taken', () => {
    const [one, other] = [then(movedLab(), ask('curve')), then(movedLab(), ask('curve'))];
    const late = then(one, {
      type: 'answer',
      to: questionOf(other),
      answer: { kind: 'curve', at: outcomes(one, 21) },
    });
    expect(late).toBe(one);
  });

  test('another outcome asks a drill anew and leaves a curve as it is', () => {
    const open = drilled();
    const next = then(open, { type: 'focus', by: 1 });
    expect(next.overlay).toMatchObject({ answer: null });
    const curve = answeredLab('curve');
    expect(then(curve, { type: 'focus', by: 1 }).overlay).toBe(curve.overlay);
  });

  test('a story goes round its runs, and back to the drill it came from', () => {
    const story = then(told(), { type: 'story', by: 1 });
    expect(questionOf(story)).toMatchObject({ kind: 'story', place: 1 });
    expect(questionOf(then(story, { type: 'story', by: 1 }, { type: 'story', by: 1 }))).toMatchObject({
      place: 0,
    });
    const back = then(story, { type: 'escape' });
    expect(questionOf(back).kind).toBe('drill');
    expect(back.overlay).toMatchObject({ answer: { kind: 'drill' } });
    expect(then(back, { type: 'escape' }).overlay).toBeNull();
  });

  test('a tornado teaches the filter what matters most', () => {
    const state = then(answeredLab('tornado'), { type: 'escape' });
    expect(Object.keys(state.weights).length).toBeGreaterThan(3);
  });

  test('what is complete', () => {
    expect(isComplete(null)).toBe(false);
    expect(isComplete({ kind: 'drill', drill: { ...drill(labOf()), runs: 10 } })).toBe(false);
    expect(isComplete({ kind: 'drill', drill: drill(labOf()) })).toBe(true);
  });
});

describe('comparing', () => {
  test('up to four sides, the first as the lab was opened', () => {
    let state = movedLab();
    for (const loyalty of [0.3, 0.2, 0.1, 0.05]) {
      state = withRuns(
        { ...state, overlay: null, settings: { ...state.settings, set: { loyalty } } },
        () => 1,
      );
      state = then(state, { type: 'compare' });
    }
    expect(state.pinned).toHaveLength(3);
    expect(state.notice).toContain('Four sides');
    expect(then(state, { type: 'uncompare' })).toMatchObject({ pinned: [], overlay: null });
  });
});

describe.each([
  [60, 15],
  [80, 24],
  [200, 60],
] as const)('pages at %i × %i', (columns, rows) => {
  const compared = then(movedLab(), { type: 'compare' });
  test.each<readonly [string, LabState, RegExp]>([
    ['curve', answeredLab('curve'), /ALONG SECURITY-FORCE LOYALTY/],
    ['map', answeredLab('map'), /OF 100 RUNS/],
    ['tornado', answeredLab('tornado'), /WHAT MATTERS FOR/],
    ['drill', drilled(), /RUNS THAT END: THE REGIME FALLS/],
    ['story', told(), /RUN 17/],
    ['compare', compared, /SIDE BY SIDE/],
    ['variants', then(movedLab(), { type: 'overlay', kind: 'variants' }), /VARIANTS/],
  ])('%s', (_, state, wanted) => {
    const frame = labRows(state, { columns, rows });
    expect(frame).toHaveLength(rows - 1);
    for (const row of frame) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
    expect(frame.map(rowText).join('\n')).toMatch(wanted);
  });

  test('the curve says where it tips', () => {
    const text = labRows(answeredLab('curve'), { columns, rows })
      .map((row) => rowText(row).replace(/^.*│/, ''))
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    expect(text).toContain('tips at about 0.50');
  });
});
