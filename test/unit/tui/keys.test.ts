// Proves that every key of the table does what it says, and that footer, help and documentation come from it.
import { describe, expect, test } from 'vitest';
import { rowText } from '../../../src/report/index.ts';
import { keyNames } from '../../../src/tui/key-names.ts';
import { KEYS, keysAsMarkdown, requestFor } from '../../../src/tui/keys.ts';
import { LAB_KEYS } from '../../../src/tui/lab/keys.ts';
import { frameOf, frameRows } from '../../../src/tui/state/frame.ts';
import { initialState, type State } from '../../../src/tui/state/state.ts';
import { crisisScenario } from '../../helpers/crisis-scenario.ts';
import { crisisResult } from '../../helpers/simulation-result.ts';

const CONTEXT = { limit: 20, page: 8 };
const begin = (): State =>
  initialState({ scenario: crisisScenario(), runs: 9, manifest: null, colour: false });
const NO_KEY = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

describe('the table', () => {
  test('has no key twice', () => {
    const keys = KEYS.flatMap((entry) => entry.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([
    ['tab', { type: 'turn', by: 1 }],
    ['shift+tab', { type: 'turn', by: -1 }],
    ['1', { type: 'view', view: 'ending' }],
    ['2', { type: 'view', view: 'days' }],
    ['3', { type: 'view', view: 'measures' }],
    ['4', { type: 'view', view: 'happened' }],
    ['5', { type: 'view', view: 'assumptions' }],
    ['left', { type: 'region', by: -1 }],
    ['right', { type: 'region', by: 1 }],
    ['h', { type: 'region', by: -1 }],
    ['l', { type: 'region', by: 1 }],
    ['down', { type: 'scroll', by: 1, limit: 20 }],
    ['j', { type: 'scroll', by: 1, limit: 20 }],
    ['up', { type: 'scroll', by: -1, limit: 20 }],
    ['k', { type: 'scroll', by: -1, limit: 20 }],
    ['pagedown', { type: 'scroll', by: 8, limit: 20 }],
    ['space', { type: 'scroll', by: 8, limit: 20 }],
    ['pageup', { type: 'scroll', by: -8, limit: 20 }],
    ['home', { type: 'scroll', by: Number.NEGATIVE_INFINITY, limit: 20 }],
    ['end', { type: 'scroll', by: Number.POSITIVE_INFINITY, limit: 20 }],
    ['p', { type: 'pause' }],
    ['r', { type: 'history' }],
    ['?', { type: 'help' }],
    ['q', { type: 'quit' }],
    ['ctrl+c', { type: 'interrupt' }],
  ])('%s', (key, request) => {
    expect(requestFor(key, begin(), CONTEXT)).toEqual(request);
  });

  test('escape closes the help, and does nothing without it', () => {
    expect(requestFor('escape', begin(), CONTEXT)).toBeNull();
    expect(requestFor('escape', { ...begin(), help: true }, CONTEXT)).toEqual({ type: 'close' });
  });

  test('every key of the table is among those tried here', () => {
    for (const { keys } of KEYS) {
      for (const key of keys)
        expect(requestFor(key, { ...begin(), help: key === 'escape' }, CONTEXT)).not.toBeNull();
    }
  });

  test('keys that would do nothing ask for nothing', () => {
    const done: State = { ...begin(), finished: true };
    expect(requestFor('p', done, CONTEXT)).toBeNull();
    expect(requestFor('left', { ...begin(), view: 'measures' }, CONTEXT)).toBeNull();
    expect(requestFor('x', begin(), CONTEXT)).toBeNull();
  });
});

describe('what comes from it', () => {
  const lastRow = (state: State, columns = 80) =>
    rowText(frameRows(frameOf(state, { columns, rows: 24 })).at(-1)!);

  test('the footer is the last row and says the keys that do something now', () => {
    expect(lastRow(begin())).toBe(' tab view  ←→ region  p pause  r history  ? help  q quit  ');
    expect(lastRow({ ...begin(), view: 'measures', finished: true })).toBe(
      ' tab view  r history  ? help  q quit  ',
    );
    expect(lastRow({ ...begin(), paused: true })).toContain('p go on');
  });

  test('scrolling is offered where there is something to scroll', () => {
    const result = crisisResult(20);
    expect(lastRow({ ...begin(), result, view: 'happened' })).toContain('↑↓ scroll');
  });

  test('in a narrow window quit and help stay', () => {
    expect(lastRow(begin(), 60)).toMatch(/\? help {2}q quit {2}$/);
  });

  test('the help names each', () => {
    const help = frameRows(frameOf({ ...begin(), help: true }, { columns: 120, rows: 60 }))
      .map(rowText)
      .join('\n');
    for (const { sign, help: words } of KEYS) {
      expect(help).toContain(sign);
      expect(help).toContain(words);
    }
  });

  test('the documentation has a row for each', () => {
    for (const { help } of [...KEYS, ...LAB_KEYS]) expect(keysAsMarkdown()).toContain(`| ${help} |`);
  });
});

describe('names', () => {
  test('arrows, tabs and control', () => {
    expect(keyNames('', { ...NO_KEY, upArrow: true })).toEqual(['up']);
    expect(keyNames('', { ...NO_KEY, tab: true })).toEqual(['tab']);
    expect(keyNames('', { ...NO_KEY, tab: true, shift: true })).toEqual(['shift+tab']);
    expect(keyNames('c', { ...NO_KEY, ctrl: true })).toEqual(['ctrl+c']);
  });
  test('letters typed in one chunk are taken one by one', () => {
    expect(keyNames('jj q\t', NO_KEY)).toEqual(['j', 'j', 'space', 'q', 'tab']);
  });
});
