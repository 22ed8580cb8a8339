// Proves what each key asks for, also while text is typed, and that no two keys mean two things at once.
import { describe, expect, test } from 'vitest';
import { LAB_KEYS, labRequestFor } from '../../../../src/tui/lab/keys.ts';
import { reduceLab } from '../../../../src/tui/lab/reducer.ts';
import { labOf, movedLab } from '../../../helpers/lab.ts';

const CONTEXT = { at: 5, limit: 3, page: 2 };
const ask = (key: string, state = labOf()) => labRequestFor(key, state, CONTEXT);

test.each([
  ['left', { type: 'move', by: -1, fine: false, at: 5 }],
  ['shift+right', { type: 'move', by: 1, fine: true, at: 5 }],
  ['down', { type: 'select', by: 1 }],
  ['4', { type: 'letter', letter: '4' }],
  ['/', { type: 'search' }],
  ['tab', { type: 'tab', by: 1 }],
  ['?', { type: 'overlay', kind: 'help' }],
  ['q', { type: 'quit' }],
  ['ctrl+c', { type: 'interrupt' }],
])('%s', (key, request) => {
  expect(ask(key)).toEqual(request);
});

describe('while text is typed', () => {
  const searching = reduceLab(labOf(), { type: 'search' });

  test('letters are text, also those that are keys', () => {
    for (const letter of ['q', 'g', '?', '0', '/'])
      expect(ask(letter, searching)).toEqual({ type: 'letter', letter });
    expect(ask('space', searching)).toEqual({ type: 'letter', letter: ' ' });
    expect(ask('return', searching)).toEqual({ type: 'enter' });
    expect(ask('ctrl+c', searching)).toEqual({ type: 'interrupt' });
  });

  test('in a value 0 is a digit; before one it means the baseline', () => {
    const typing = reduceLab(labOf(), { type: 'letter', letter: '.' });
    expect(ask('0', typing)).toEqual({ type: 'letter', letter: '0' });
    expect(ask('0', movedLab())).toEqual({ type: 'release' });
    expect(ask('backspace', typing)).toEqual({ type: 'erase' });
  });
});

test('a key means one thing at a time', () => {
  for (const state of [labOf(), movedLab(), reduceLab(labOf(), { type: 'overlay', kind: 'help' })]) {
    const useful = LAB_KEYS.filter(({ useful: isUseful }) => isUseful(state));
    const keys = useful.flatMap(({ keys: names }) => names);
    expect(keys).toHaveLength(new Set(keys).size);
  }
});
