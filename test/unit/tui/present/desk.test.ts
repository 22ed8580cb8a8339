// Proves how a seminar is led: what each request does, that every step is saved, and what is said where it cannot be done.
import { afterAll, describe, expect, test } from 'vitest';
import { rowText } from '../../../../src/report/index.ts';
import { startPool } from '../../../../src/runner/index.ts';
import type { SeminarScript } from '../../../../src/scenario/index.ts';
import { keysAsMarkdown } from '../../../../src/tui/keys.ts';
import { presentRows } from '../../../../src/tui/present/frame.ts';
import { readHands } from '../../../../src/tui/present/hands.ts';
import { PRESENT_KEYS, presentRequestFor } from '../../../../src/tui/present/keys.ts';
import { readPresentLine } from '../../../../src/tui/present/lines/commands.ts';
import { helpPage } from '../../../../src/tui/present/panes/help.ts';
import { seminarDesk } from '../../../helpers/seminar.ts';

const pool = startPool({ workers: 0, now: () => 0 });
afterAll(() => pool.close());

function open() {
  const { desk, saved } = seminarDesk(pool);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      const request = presentRequestFor(key, desk.state(), { limit: 0 });
      if (request !== null) desk.act(request);
      await desk.settled();
    }
  };
  return { desk, saved, press, notice: () => desk.state().notice };
}

describe('a lesson by keys', () => {
  test('step to the decision, predict, take, back, another option, the tree, the other way', async () => {
    const { desk, saved, press } = open();
    await press('space', 'space');
    expect(desk.state().asked[0]?.path).toBe('response');
    expect(desk.state().options).toHaveLength(3);
    await press('p', '1', ':', '9', 'space', '2', ':', '1', '4', 'return');
    expect(desk.state().session.predictions).toEqual([
      { way: 0, step: 3, decision: 'response', hands: [9, 14, 0] },
    ]);
    await press('2');
    expect(desk.state().session.at).toEqual({ way: 1, step: 4 });
    await press('left');
    expect(desk.state().session.at).toEqual({ way: 0, step: 3 });
    await press('1', 't');
    expect(desk.state().page).toBe('tree');
    expect(desk.state().leaves).toHaveLength(3);
    expect(desk.state().scores).toHaveLength(1);
    const tree = presentRows(desk.state(), { columns: 80, rows: 24 }).map(rowText).join('\n');
    expect(tree).toMatch(/WHAT THE ROOM PREDICTED\n.*: \d\.\d\d if the model is right/);
    expect(tree).not.toContain('really came');
    await press('h');
    const shown = presentRows(desk.state(), { columns: 80, rows: 24 }).map(rowText).join(' ');
    expect(shown).toMatch(/really came|The timeline says of none/);
    await press('up', 'return');
    expect(desk.state().session.at).toEqual({ way: 1, step: 4 });
    expect(saved.at(-1)).toEqual(desk.state().session);
  });

  test('every step is saved when it is done', async () => {
    const { desk, saved, press } = open();
    for (const key of ['space', 'space', 'a', 'r', 'left', 'd']) {
      await press(key);
      expect(saved.at(-1)).toEqual(desk.state().session);
    }
  });

  test('the option that comes anyway makes no way of its own', async () => {
    const { desk, press, notice } = open();
    await press('space', 'space');
    const [asked] = desk.state().asked;
    const number = asked!.options.findIndex(({ id }) => id === asked!.option) + 1;
    await press(String(number));
    expect(desk.state().session.ways).toHaveLength(1);
    expect(notice()).toBe('By this luck the actor chooses the same.');
  });

  test('history, the model and another ending are shown and hidden', async () => {
    const { desk, press } = open();
    await press('space', 'space', 'h', 'k', 'tab');
    expect(desk.state()).toMatchObject({ showsHistory: true, showsModel: true, about: 0 });
    await press('h', 'k');
    expect(desk.state()).toMatchObject({ showsHistory: false, showsModel: false });
  });

  test('the handout is said where it was written', async () => {
    const { press, notice } = open();
    await press('e');
    expect(notice()).toBe('Wrote a handout of 1 ways.');
  });
});

describe('a prepared seminar', () => {
  const stopAt = { minutes: 5, note: 'Wait.', reveal: ['history'], place: 'talk.yaml:1:1' } as const;
  const script: SeminarScript = {
    title: 'A talk',
    run: 0,
    stops: [
      { ...stopAt, day: 1, decision: null, ask: 'How many?' },
      { ...stopAt, day: null, decision: 'response', ask: 'What now?', reveal: [] },
    ],
  };

  test('goes from stop to stop, asks, reveals and hides; notes only when wanted', async () => {
    const { desk } = seminarDesk(pool, undefined, script);
    const shown = (): string => presentRows(desk.state(), { columns: 80, rows: 24 }).map(rowText).join('\n');
    desk.act({ type: 'script' });
    await desk.settled();
    expect(shown()).toContain('How many?');
    expect(shown()).toContain('WHAT REALLY HAPPENED');
    expect(shown()).not.toContain('Wait.');
    desk.act({ type: 'notes' });
    expect(shown()).toContain('Notes: 5 min. Wait.');
    desk.act({ type: 'script' });
    await desk.settled();
    expect(shown()).toContain('What now?');
    expect(shown()).not.toContain('WHAT REALLY HAPPENED');
    desk.act({ type: 'script' });
    expect(desk.state().notice).toContain('No stop of the script comes any more on this way.');
  });
});

describe('what cannot be', () => {
  test('an option that is not there names those that are', async () => {
    const { press, notice } = open();
    await press('space', 'space', '7');
    expect(notice()).toBe('There is no option 7 here; there are 1, 2, 3.');
  });

  test('past the end there is neither a step nor luck', async () => {
    const { desk, press, notice } = open();
    for (let day = 0; day < 30 && desk.state().moment.next !== null; day += 1) await press('space');
    desk.act({ type: 'on', to: 'day' });
    expect(notice()).toContain('The run has ended');
    desk.act({ type: 'luck' });
    expect(notice()).toContain('no luck left');
  });

  test('before the start there is nothing', async () => {
    const { press, notice } = open();
    await press('left');
    expect(notice()).toBe('This is the start.');
  });

  test('a decision that never comes is said', async () => {
    const { desk, press, notice } = open();
    await press('space', 'space', '2', 'd');
    expect(desk.state().moment.next).toBeNull();
    expect(notice()).toBe('No decision comes any more on this way.');
  });

  test('a file that cannot be written is said, and the seminar goes on', async () => {
    const { player, saved, desk: first } = seminarDesk(pool);
    await first.settled();
    const { createDesk } = await import('../../../../src/tui/present/desk.ts');
    const services = {
      save: () => {
        throw new Error('The disk is full.');
      },
      exportHandout: async () => '',
    };
    const desk = createDesk({
      player,
      session: saved[0]!,
      ask: async () => null,
      services,
      greeting: null,
      script: null,
    });
    desk.act({ type: 'on', to: 'day' });
    expect(desk.state().notice).toBe('The disk is full.');
    expect(desk.state().session.at.step).toBe(2);
  });
});

describe('hands', () => {
  test.each([
    ['1:9 2:14', [9, 14, 0]],
    ['2 2 1', [1, 2, 0]],
    ['1=3, 3x2; 1', [4, 0, 2]],
  ])('%s', (text, hands) => {
    expect(readHands(text, 3)).toEqual({ hands });
  });

  test.each([
    ['4:2', 'There is no answer 4; there are 1 to 3.'],
    ['two', '`two` is no show of hands.'],
    ['', 'Nothing was typed.'],
    ['1:0', 'No hand was raised.'],
    ['1:999999', 'No room has 999999 hands.'],
  ])('%s is refused with the form', (text, why) => {
    const read = readHands(text, 3);
    expect(read).toMatchObject({ refused: expect.stringContaining(why) });
    expect(read).toMatchObject({ refused: expect.stringContaining('1:9 2:14') });
  });
});

describe('lines', () => {
  const { desk } = seminarDesk(pool);
  test.each([
    ['', { request: { type: 'on', to: 'day' } }],
    [' decision ', { request: { type: 'on', to: 'decision' } }],
    ['2', { request: { type: 'take', number: 2 } }],
    ['go a', { request: { type: 'go', to: { way: 0, step: 0 } } }],
    ['day 3', { request: { type: 'go', to: { way: 0, step: 6 } } }],
    ['quit', { quit: true }],
    ['go Q', { refused: 'There is no way Q; there is A.' }],
    ['day 11', { refused: 'day wants days since the start, from 0 to 10, such as day 4.5; not `11`.' }],
    ['toString', { refused: '`toString` is not understood. help says what can be asked.' }],
  ])('%s', (line, read) => {
    expect(readPresentLine(desk.state(), line)).toEqual(read);
  });
});

test('help and documentation name every key', () => {
  const help = helpPage(200).map(rowText).join('\n');
  for (const { sign, help: words } of PRESENT_KEYS) {
    expect(help).toContain(sign);
    expect(help).toContain(words);
    expect(keysAsMarkdown()).toContain(`| ${words} |`);
  }
});
