// Proves the state's changes, and that nothing changed means the very same object.
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/tui/state/action.ts';
import { reduce } from '../../../src/tui/state/reducer.ts';
import { initialState, type State, VIEWS } from '../../../src/tui/state/state.ts';
import { createStore } from '../../../src/tui/state/store.ts';
import { crisisScenario } from '../../helpers/crisis-scenario.ts';
import { crisisResult } from '../../helpers/simulation-result.ts';

const begin = (): State =>
  initialState({ scenario: crisisScenario(), runs: 100, manifest: null, colour: false });
const through = (state: State, ...actions: readonly Action[]) => actions.reduce(reduce, state);
const progress = (done: number) => ({ done, total: 100, secondsLeft: 3 });

describe('views', () => {
  test('turn round in both directions', () => {
    const forth = VIEWS.map(
      (_, index) => through(begin(), ...new Array<Action>(index).fill({ type: 'turn', by: 1 })).view,
    );
    expect(forth).toEqual([...VIEWS]);
    expect(through(begin(), { type: 'turn', by: -1 }).view).toBe('assumptions');
    expect(through(begin(), ...new Array<Action>(5).fill({ type: 'turn', by: 1 })).view).toBe('ending');
  });
  test('a turn from the help closes it', () => {
    expect(through(begin(), { type: 'help' }, { type: 'turn', by: 1 })).toMatchObject({
      view: 'days',
      help: false,
    });
  });
  test('a number from the help goes to the view, also the one behind it', () => {
    expect(through(begin(), { type: 'help' }, { type: 'view', view: 'ending' }).help).toBe(false);
  });
});

describe('regions', () => {
  test('turn round', () => {
    expect(through(begin(), { type: 'region', by: -1 }).region).toBe(2);
    expect(
      through(begin(), { type: 'region', by: 1 }, { type: 'region', by: 1 }, { type: 'region', by: 1 })
        .region,
    ).toBe(0);
  });
});

describe('scrolling', () => {
  const scroll = (by: number, limit = 5): Action => ({ type: 'scroll', by, limit });
  test('stays within the limit', () => {
    expect(through(begin(), scroll(3)).scroll.ending).toBe(3);
    expect(through(begin(), scroll(3), scroll(100)).scroll.ending).toBe(5);
    expect(through(begin(), scroll(Number.POSITIVE_INFINITY)).scroll.ending).toBe(5);
    expect(through(begin(), scroll(3), scroll(Number.NEGATIVE_INFINITY)).scroll.ending).toBe(0);
  });
  test('each view and the help scroll for themselves', () => {
    const state = through(
      begin(),
      scroll(3),
      { type: 'turn', by: 1 },
      scroll(1),
      { type: 'help' },
      scroll(2),
    );
    expect(state.scroll).toMatchObject({ ending: 3, days: 1, help: 2 });
  });
  test('after a window grew, counts from what is seen', () => {
    expect(through(begin(), scroll(5, 5), scroll(-1, 2)).scroll.ending).toBe(1);
  });
});

describe('runs', () => {
  test('come in, then end', () => {
    const result = crisisResult(40, 100);
    const state = through(begin(), { type: 'update', result, progress: progress(45) });
    expect(state).toMatchObject({ done: 45, secondsLeft: 3, finished: false });
    const ended = through(state, { type: 'pause' }, { type: 'finished', result: crisisResult(100) });
    expect(ended).toMatchObject({ done: 100, finished: true, paused: false, secondsLeft: null });
    expect(through(ended, { type: 'update', result, progress: progress(45) })).toBe(ended);
  });
  test('pause toggles until all are done', () => {
    expect(through(begin(), { type: 'pause' }).paused).toBe(true);
    expect(through(begin(), { type: 'pause' }, { type: 'pause' }).paused).toBe(false);
    expect(through(begin(), { type: 'finished', result: crisisResult(100) }, { type: 'pause' }).paused).toBe(
      false,
    );
  });
});

describe('nothing changed', () => {
  const state = begin();
  const result = crisisResult(10, 100);
  const running = through(state, { type: 'update', result, progress: progress(10) });
  test.each<[string, State, Action]>([
    ['the same view', state, { type: 'view', view: 'ending' }],
    ['scrolled above the top', state, { type: 'scroll', by: -1, limit: 5 }],
    ['nothing to scroll', state, { type: 'scroll', by: 1, limit: 0 }],
    ['no help to close', state, { type: 'close' }],
    ['the same update', running, { type: 'update', result, progress: progress(10) }],
    ['no history', { ...state, scenario: { ...state.scenario, timeline: [] } }, { type: 'history' }],
    ['one region', { ...state, scenario: { ...state.scenario, regions: [] } }, { type: 'region', by: 1 }],
  ])('%s', (_, before, action) => {
    expect(reduce(before, action)).toBe(before);
  });

  test('and nobody is told', () => {
    const store = createStore(state, reduce);
    let told = 0;
    const end = store.subscribe(() => {
      told += 1;
    });
    store.dispatch({ type: 'close' });
    expect(told).toBe(0);
    store.dispatch({ type: 'help' });
    expect(told).toBe(1);
    end();
    store.dispatch({ type: 'help' });
    expect(told).toBe(1);
  });
});
