// Proves the way from a story, a drill or a day to the futures there, from moment to moment, and back; and how they read.
import { describe, expect, test } from 'vitest';
import type { MomentFutures, Way } from '../../../../src/experiment/index.ts';
import { rowAnsi, rowText, rowWidth } from '../../../../src/report/index.ts';
import type { LabAction } from '../../../../src/tui/lab/action.ts';
import { figureOf } from '../../../../src/tui/lab/figure.ts';
import { labRows } from '../../../../src/tui/lab/frame.ts';
import { labRequestFor } from '../../../../src/tui/lab/keys.ts';
import { questionLines } from '../../../../src/tui/lab/lines/answers.ts';
import { readLine } from '../../../../src/tui/lab/lines/commands.ts';
import type { FuturesQuestion, Question } from '../../../../src/tui/lab/questions.ts';
import { reduceLab } from '../../../../src/tui/lab/reducer.ts';
import type { LabState } from '../../../../src/tui/lab/state.ts';
import { movedLab } from '../../../helpers/lab.ts';

const then = (state: LabState, ...actions: readonly LabAction[]): LabState =>
  actions.reduce(reduceLab, state);

function questionOf(state: LabState): Question {
  if (state.overlay?.kind !== 'question') throw new Error('no question is open');
  return state.overlay.question;
}

const sentence = (step: number, happening: string | null) => ({
  step,
  day: step / 4,
  date: `${step}`,
  text: `Entry of step ${step}.`,
  why: null,
  happening,
});
const SENTENCES = [
  sentence(0, null),
  sentence(9, 'restore.own_forces'),
  sentence(12, 'crisis.hijacked'),
  sentence(30, null),
];

function told(): LabState {
  const open = then(movedLab(), { type: 'ask', kind: 'drill' });
  const drill = {
    runs: 2_000,
    wanted: 2_000,
    inside: 400,
    outside: 1_600,
    days: null,
    parameters: [],
    happenings: [],
    examples: [17, 29],
  };
  const drilled = then(open, { type: 'answer', to: questionOf(open), answer: { kind: 'drill', drill } });
  const story = then(drilled, { type: 'story', by: 1 });
  const answer = { kind: 'story', told: { run: 17, sentences: SENTENCES, ending: 'It ends.' } } as const;
  return then(story, { type: 'answer', to: questionOf(story), answer });
}

const estimate = (value: number, half = 0.02) => ({
  value,
  low: value - half,
  high: value + half,
  level: 0.95,
  n: 2_000,
  method: 'wilson' as const,
});

function wayOf(state: LabState, alternative: Way['alternative'], shift: number | null): Way {
  const share = (outcome: number): number =>
    outcome === 0 ? 0.6 + (shift ?? 0) : outcome === 2 ? 0.4 - (shift ?? 0) : 0;
  return {
    alternative,
    outlook: {
      futures: 2_000,
      faulted: 0,
      outcomes: state.scenario.outcomes.map(({ name, label }, outcome) => ({
        id: name,
        label,
        count: Math.round(2_000 * share(outcome)),
        share: estimate(share(outcome)),
      })),
    },
    changes:
      shift === null
        ? null
        : state.scenario.outcomes.map((_, outcome) =>
            estimate(outcome === 0 ? shift : outcome === 2 ? -shift : 0),
          ),
    happens: state.scenario.happenings.map(() => estimate(0.45)),
    option: null,
  };
}

function answered(state: LabState, place = 2): LabState {
  const moments = SENTENCES.slice(0, -1).map((one) => ({
    step: Math.max(0, one.step - 1),
    day: Math.max(0, one.step - 1) / 4,
    sentence: one,
  }));
  const futures: MomentFutures = {
    run: 17,
    moments,
    place,
    futures: 2_000,
    ways: [
      wayOf(state, { kind: 'as_it_stands' }, null),
      wayOf(state, { kind: 'option', decision: 0, option: 1 }, 0.2),
      wayOf(state, { kind: 'not_today', happening: 0 }, 0.002),
      { alternative: { kind: 'happens', happening: 1 }, impossible: 'it has happened' },
    ],
  };
  return then(state, { type: 'answer', to: questionOf(state), answer: { kind: 'futures', futures } });
}

const FUTURES: LabAction = { type: 'futures' };
const placeAsked = (state: LabState) => (questionOf(state) as FuturesQuestion).at;

describe('from a story', () => {
  test('the marked entry is asked about, and escape goes back to it', () => {
    const asked = then(told(), { type: 'entry', by: 1 }, FUTURES);
    expect(questionOf(asked)).toMatchObject({ kind: 'futures', run: 17, at: { kind: 'place', place: 1 } });
    const back = then(asked, { type: 'escape' });
    expect(back.overlay).toMatchObject({ question: { kind: 'story' }, entry: 1 });
  });

  test('an entry is not marked beyond the story', () => {
    expect(then(told(), { type: 'entry', by: 99 }).overlay).toMatchObject({ entry: 3 });
    const first = told();
    expect(then(first, { type: 'entry', by: -1 })).toBe(first);
  });

  test('from moment to moment; escape then marks the entry that was seen last', () => {
    const asked = answered(then(told(), { type: 'entry', by: 2 }, FUTURES));
    const before = then(asked, { type: 'moment', by: -1 });
    expect(placeAsked(before)).toEqual({ kind: 'place', place: 1 });
    // No key is lost while these are dealt, and what comes there is said at once.
    expect(labRows(before, { columns: 80, rows: 24 }).map(rowText).join('\n')).toMatch(
      /moment 2 of 3[\s\S]*comes next: Entry of step 9\.[\s\S]*are dealt/,
    );
    expect(placeAsked(then(before, { type: 'moment', by: -1 }))).toEqual({ kind: 'place', place: 0 });
    // Before any answer it is not known which moments there are.
    const first = then(told(), { type: 'entry', by: 2 }, FUTURES);
    expect(then(first, { type: 'moment', by: -1 })).toBe(first);
    expect(then(answered(before, 1), { type: 'escape' }).overlay).toMatchObject({ entry: 1 });
    expect(then(asked, { type: 'moment', by: 1 }).notice).toContain('the run ends');
  });

  test('the marked entry stays in sight on any screen', () => {
    for (const entry of [0, 1, 2, 3]) {
      const frame = labRows(then(told(), { type: 'entry', by: entry }), { columns: 60, rows: 15 });
      expect(frame.map(rowText).filter((line) => line.includes('▸'))).toHaveLength(1);
    }
  });
});

test('from a drill the first of its runs is asked about, from its start', () => {
  const drill = then(told(), { type: 'escape' });
  expect(questionOf(then(drill, FUTURES))).toMatchObject({ run: 17, at: { place: 0 } });
});

describe('from a day', () => {
  const days = { ...movedLab(), tab: 'days' } as const;
  const key = (name: string, state: LabState) =>
    labRequestFor(name, state, { at: 0, limit: 0, page: 1 })?.type ?? null;

  test('f opens the futures of the marked day of a typical run; F filters there, f elsewhere', () => {
    expect([key('f', days), key('F', days)]).toEqual(['futures', 'filter']);
    expect([key('f', movedLab()), key('F', movedLab())]).toEqual(['filter', null]);
    const marked = then(days, { type: 'day', by: 1 }, { type: 'day', by: 1 }, { type: 'day', by: 1 });
    expect(marked.day).toBe(2);
    expect(questionOf(then(marked, FUTURES))).toMatchObject({ run: null, at: { kind: 'day', day: 2 } });
  });

  test('the marked day has its sign and its date', () => {
    const text = labRows({ ...days, day: 2 }, { columns: 80, rows: 24 })
      .map(rowText)
      .join('\n');
    expect(text).toContain('↑');
    expect(text).toContain('4 Jan marked');
  });

  test('no day beyond the horizon', () => {
    let state: LabState = days;
    for (let press = 0; press < 200; press += 1) state = then(state, { type: 'day', by: 1 });
    expect(state.day).toBe(Math.ceil(days.scenario.time.horizonDays) - 1);
  });
});

describe.each([
  [60, 15],
  [80, 24],
  [200, 60],
] as const)('the page at %i × %i', (columns, rows) => {
  const state = answered(then(told(), { type: 'entry', by: 2 }, FUTURES));
  const frame = labRows(state, { columns, rows });

  test('fits, and names run, moment and what comes', () => {
    expect(frame).toHaveLength(rows - 1);
    for (const row of frame) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
    const text = frame.map(rowText).join('\n');
    expect(text).toMatch(/FUTURES FROM 4 JAN 18:00 +run 17 · moment 3 of 3/);
    expect(text).toContain('In this run comes next: Entry of step 12.');
  });

  test('each way with its difference, or that it cannot be told', () => {
    const text = frame.map(rowText).join('\n');
    expect(text).toMatch(/20 more \(18 to 22\)/);
    expect(text).toMatch(/cannot tell \(−2 to 2\)/);
  });

  test('in no colour the same words stand', () => {
    for (const row of frame) expect(rowAnsi(row, 1)).not.toMatch(/\[[34]8;|\[3[0-8]m|\[9\dm/);
  });
});

describe('in lines and in files', () => {
  const state = answered(then(told(), { type: 'entry', by: 2 }, FUTURES));

  test('the same, in sentences', () => {
    const { overlay } = state;
    if (overlay?.kind !== 'question' || overlay.answer === null) throw new Error('no answer');
    const lines = questionLines(state, overlay.question, overlay.answer).join('\n');
    expect(lines).toMatch(/^Futures of run 17 from 4 Jan 18:00, moment 3 of 3\. In this run comes next/);
    expect(lines).toMatch(/Against A, .*: 20 more of 100 futures \(18 to 22\)\./);
    expect(lines).toMatch(/C: It happens later in 45 of 100\./);
    expect(lines).toMatch(/cannot be, it has happened\./);
    expect(lines).not.toMatch(/[▲▼·]/);
  });

  test('futures 2 names an entry of the story, also while its futures are open', () => {
    expect(readLine(state, 'futures 2').request).toMatchObject({ kind: 'futures', entry: 2 });
    expect(readLine(state, 'futures 5').request).toMatchObject({ why: expect.stringContaining('1 to 4') });
    expect(readLine(movedLab(), 'futures 2').request).toMatchObject({
      why: expect.stringContaining('drill and story'),
    });
    expect(readLine(state, 'futures day 4.5').request).toMatchObject({ day: 4.5 });
    expect(readLine(state, 'futures day 4000').request).toMatchObject({
      why: expect.stringContaining('days'),
    });
  });

  test('the figure has every way and ending, with the change', () => {
    const { name, table } = figureOf(state);
    expect(name).toBe('futures-run-17');
    const outcomes = state.scenario.outcomes.length;
    expect(table.rows).toHaveLength(3 * outcomes);
    expect(table.rows[outcomes]!.slice(0, 2)).toEqual([17, 2.75]);
  });
});
