// Proves that the leader's screen shows what the room must not see, follows where the seminar goes, and changes nothing.
import { afterAll, describe, expect, test } from 'vitest';
import { goTo } from '../../../../src/experiment/index.ts';
import { rowText, rowWidth } from '../../../../src/report/index.ts';
import { startPool } from '../../../../src/runner/index.ts';
import type { SeminarScript } from '../../../../src/scenario/index.ts';
import { followRows } from '../../../../src/tui/present/follow/frame.ts';
import { followLines } from '../../../../src/tui/present/follow/lines.ts';
import { presentRows } from '../../../../src/tui/present/frame.ts';
import { seminarDesk, seminarSession } from '../../../helpers/seminar.ts';

const pool = startPool({ workers: 0, now: () => 0 });
afterAll(() => pool.close());

const stop = (change: Partial<SeminarScript['stops'][number]>): SeminarScript['stops'][number] => ({
  day: null,
  decision: null,
  minutes: null,
  ask: null,
  note: null,
  reveal: [],
  place: 'talk.yaml:1:1',
  ...change,
});
const SCRIPT: SeminarScript = {
  title: 'A talk',
  run: 0,
  stops: [
    stop({ day: 0, minutes: 8, ask: 'How will it end?', note: 'Take the hands first.' }),
    stop({ decision: 'response', ask: 'What now?', note: 'Press k.', reveal: ['history'] }),
  ],
};

async function shown(step: number, script: SeminarScript | null = SCRIPT) {
  const { desk, saved } = seminarDesk(pool, seminarSession(), script);
  desk.show(goTo(seminarSession(), { way: 0, step }));
  await desk.settled();
  return { desk, saved, state: desk.state() };
}

const textOf = (rows: ReturnType<typeof followRows>): string => rows.map(rowText).join('\n');

describe.each([
  [60, 15],
  [80, 24],
  [200, 60],
] as const)('at %i × %i', (columns, rows) => {
  test.each([0, 2, 3, 15])('after step %i it fits', async (step) => {
    const { state } = await shown(step);
    const frame = followRows(state, { columns, rows });
    expect(frame).toHaveLength(rows - 1);
    for (const row of frame) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
    expect(textOf(frame)).toContain('q quit');
  });

  test('notes, questions and what to show stand on top', async () => {
    const text = textOf(followRows((await shown(3)).state, { columns, rows }));
    expect(text).toMatch(/STOP +2 of 2/);
    expect(text).toMatch(/ASK +What now\?/);
    expect(text).toMatch(/NOTE +Press k\./);
    // The smallest screen keeps the question and the note.
    if (rows >= 24) expect(text).toMatch(/SHOW +what really happened \(h\)/);
  });
});

const LARGE = { columns: 120, rows: 40 };

test('between stops it says after which, and when the next one comes', async () => {
  const text = textOf(followRows((await shown(1)).state, LARGE));
  expect(text).toMatch(/STOP +on the way, after 1 of 2/);
  expect(text).toMatch(/NEXT +2 January 2022, 12:00: The answer \(s\)/);
});

test('at a decision it has the odds; the history stands beside, with what is still to come', async () => {
  const text = textOf(followRows((await shown(3)).state, LARGE));
  expect(text).toContain('THE PRESIDENT MUST CHOOSE');
  expect(text).toMatch(/odds 50/);
  expect(text).toContain('2 Jan: The square fills.');
  expect(text).toContain('3 Jan: The police fire.');
});

test('the room sees nothing of it: neither notes nor what is to come', async () => {
  const { state } = await shown(0);
  const room = textOf(presentRows(state, LARGE));
  expect(room).not.toContain('Take the hands first');
  expect(room).not.toContain('The square fills');
});

test('without a script it says how to have notes', async () => {
  expect(textOf(followRows((await shown(1, null)).state, LARGE))).toContain(
    '--script names a prepared seminar',
  );
});

test('in lines: the place, the outlook, the notes, the history before and after', async () => {
  const lines = followLines((await shown(3)).state);
  expect(lines.join('\n')).toMatch(/^2 January 2022, 12:00, day 1\.5, way A\.\n/);
  expect(lines).toContain('Note: Press k.');
  expect(lines).toContain('2 Jan: The square fills.');
  expect(lines).toContain('And then (not for the room):');
  expect(lines.filter((line) => line === 'Ask: What now?')).toHaveLength(1);
});
