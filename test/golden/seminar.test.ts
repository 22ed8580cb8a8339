// Proves what a room sees: the seminar's frames at three sizes, its lines, and the handout.
import { afterAll, describe, expect, test } from 'vitest';
import { seminarSheet } from '../../src/experiment/index.ts';
import { handoutText, rowText, rowWidth } from '../../src/report/index.ts';
import { startPool } from '../../src/runner/index.ts';
import type { Desk } from '../../src/tui/present/desk.ts';
import { presentRows } from '../../src/tui/present/frame.ts';
import { storyOf } from '../../src/tui/present/place.ts';
import type { PresentRequest } from '../../src/tui/present/request.ts';
import { seminarAsk, seminarDesk, seminarScenario } from '../helpers/seminar.ts';

const pool = startPool({ workers: 0, now: () => 0 });
afterAll(() => pool.close());

const SIZES = [
  { columns: 60, rows: 15 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];
const ON: PresentRequest = { type: 'on', to: 'day' };

async function played(requests: readonly PresentRequest[]): Promise<Desk> {
  const { desk } = seminarDesk(pool);
  for (const request of requests) {
    desk.act(request);
    await desk.settled();
  }
  await desk.settled();
  return desk;
}

const PAGES: readonly (readonly [string, readonly PresentRequest[]])[] = [
  ['story', [ON, { type: 'predict', text: '1:4 3' }]],
  ['decision', [ON, ON, { type: 'predict', text: '1:9 2:14' }]],
  ['known', [ON, ON, { type: 'model' }, { type: 'history' }]],
  [
    'tree',
    [
      ON,
      ON,
      { type: 'take', number: 2 },
      { type: 'back' },
      { type: 'take', number: 1 },
      ON,
      { type: 'page', page: 'tree' },
    ],
  ],
];

describe.each(PAGES)('the %s', (name, requests) => {
  test.each(SIZES)('at $columns by $rows', async ({ columns, rows }) => {
    const desk = await played(requests);
    const frame = presentRows(desk.state(), { columns, rows });
    expect(frame).toHaveLength(rows - 1);
    for (const row of frame) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
    const text = `${frame.map((row) => rowText(row).trimEnd()).join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(`./report/seminar-${name}-${columns}x${rows}.txt`);
  });
});

test('a window that is too small says so', async () => {
  const desk = await played([]);
  const text = presentRows(desk.state(), { columns: 50, rows: 14 }).map(rowText).join(' ');
  expect(text).toContain('the seminar needs 60 by 15');
});

test('the handout', async () => {
  const desk = await played([
    ON,
    ON,
    { type: 'predict', text: '1:9 2:14 3:2' },
    { type: 'take', number: 2 },
    ON,
    { type: 'back' },
    { type: 'back' },
    { type: 'take', number: 1 },
    { type: 'predict', text: '1:5 3:5' },
  ]);
  const { player } = seminarDesk(pool);
  const sheet = await seminarSheet(desk.state().session, player, seminarAsk(pool));
  const text = handoutText({
    scenario: seminarScenario,
    sheet,
    storyOf: (moment) => storyOf(player, moment),
    futures: 400,
    command: 'juncture present small',
  });
  await expect(text).toMatchFileSnapshot('./report/seminar-handout.md');
});
