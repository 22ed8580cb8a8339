// Proves that the lab's frames hold all that matters at every size, and that no row is wider than the window.
import { describe, expect, test } from 'vitest';
import { rowAnsi, rowText, rowWidth } from '../../../../src/report/index.ts';
import { labRows } from '../../../../src/tui/lab/frame.ts';
import { LAB_KEYS } from '../../../../src/tui/lab/keys.ts';
import { reduceLab } from '../../../../src/tui/lab/reducer.ts';
import type { LabState } from '../../../../src/tui/lab/state.ts';
import { TABS } from '../../../../src/tui/lab/state.ts';
import { labOf, movedLab, withRuns } from '../../../helpers/lab.ts';

const SIZES = [
  [60, 15],
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

const shown = (state: LabState, columns: number, rows: number): readonly string[] =>
  labRows(state, { columns, rows }).map(rowText);

describe.each(SIZES)('%i × %i', (columns, rows) => {
  const states: readonly (readonly [string, LabState])[] = [
    ['before the first runs', labOf()],
    ['moved', movedLab()],
    ['with the help', reduceLab(movedLab(), { type: 'overlay', kind: 'help' })],
    ['with the evidence', reduceLab(movedLab(), { type: 'overlay', kind: 'info' })],
    ...TABS.map((tab) => [`tab ${tab}`, { ...movedLab(), tab }] as const),
  ];
  test.each(states)('%s: one row shorter than the window, none wider, the keys last', (_, state) => {
    const frame = labRows(state, { columns, rows });
    expect(frame).toHaveLength(rows - 1);
    for (const row of frame) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
    expect(rowText(frame.at(-1)!)).toMatch(/q quit {2}$/);
  });

  test('the answer: now, was, the change, the sentence, what it rests on', () => {
    const text = shown(movedLab(), columns, rows).join('\n');
    expect(text).toMatch(/now +was/);
    expect(text).toMatch(/▲13/);
    expect(text.replaceAll(/\s*(│.*)?\n.*?│ ?/g, ' ')).toMatch(/The regime falls: 13 more of 100 runs/);
    expect(text).toMatch(/10,000 runs ±1/);
    expect(text).toContain('0.30');
  });

  test('measures say that they rest on fewer runs than the outcomes, where they do', () => {
    const { now, ...state } = movedLab();
    const codes = { codes: new Uint8Array(100_000), runs: 100_000 };
    const fine = { ...now!, picture: { ...now!.picture, codes } };
    const foot = (tab: LabState['tab'], of: LabState['now']): string =>
      shown({ ...state, tab, now: of }, columns, rows).at(-2)!;
    expect(foot('measures', fine)).toMatch(/100,000 runs ±.* · measures: the first 10,000/);
    expect(foot('ends', fine)).not.toContain('measures');
    expect(foot('measures', now)).not.toContain('measures');
  });

  test('in colour the same words stand as without', () => {
    const state = movedLab();
    const colourless = labRows(state, { columns, rows }).map((row) => rowAnsi(row, 1));
    for (const line of colourless) expect(line).not.toMatch(/\[[34]8;|\[3[0-8]m|\[9\dm/);
  });
});

test('too small a window says so', () => {
  expect(shown(labOf(), 50, 12).join(' ')).toContain('the lab needs 60 by 15');
});

test('at 80 × 24, whole', () => {
  expect(`${shown(movedLab(), 80, 24).join('\n')}\n`).toMatchSnapshot();
});

test('a change the runs cannot tell is a dot, and said to be', () => {
  const before = withRuns(labOf(), (run) => run % 2, 1_000);
  const settings = { ...before.settings, set: { loyalty: 0.5 } };
  const state = withRuns({ ...before, settings }, (run) => (run === 0 ? 1 : run % 2), 1_000);
  const text = shown({ ...state, focus: 0 }, 80, 24).join('\n');
  expect(text).toMatch(/50 +50 +·/);
  expect(text).toMatch(/these runs cannot\b/);
});

test('runs that could not go on are counted and said', () => {
  const state = withRuns(labOf(), (run) => (run % 100 === 7 ? -1 : 0));
  const said = reduceLab(state, {
    type: 'fault',
    settings: state.settings,
    message: 'x.yaml:4:7, a hazard is −1',
  });
  expect(shown(said, 120, 40).join('\n')).toContain(
    '! 100 of 10,000 runs could not go on and are left out: x.yaml:4:7',
  );
});

test('every key of the footer stands in the help', () => {
  const text = shown(reduceLab(labOf(), { type: 'overlay', kind: 'help' }), 120, 100).join('\n');
  for (const { sign } of LAB_KEYS) expect(text).toContain(sign);
});
