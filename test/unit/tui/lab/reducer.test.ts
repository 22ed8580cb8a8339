// Proves what each action does to the lab, and that nothing changes where nothing should.
import { describe, expect, test } from 'vitest';
import type { LabAction } from '../../../../src/tui/lab/action.ts';
import { comparedWith, focusOf, outcomeChanges } from '../../../../src/tui/lab/figures.ts';
import { reduceLab } from '../../../../src/tui/lab/reducer.ts';
import type { LabState } from '../../../../src/tui/lab/state.ts';
import { selectedItem, visibleItems } from '../../../../src/tui/lab/visible.ts';
import { labOf, movedLab, pictureOf, withRuns } from '../../../helpers/lab.ts';

const then = (state: LabState, ...actions: readonly LabAction[]): LabState =>
  actions.reduce(reduceLab, state);
const right = (at: number): LabAction => ({ type: 'move', by: 1, fine: false, at });
const letters = (text: string): readonly LabAction[] =>
  Array.from(text, (letter) => ({ type: 'letter', letter }) as const);

describe('moving', () => {
  test('holds the selected assumption and leaves the rest', () => {
    const state = then(labOf(), right(0));
    expect(Object.keys(state.settings.set)).toEqual(['loyalty']);
    expect(state.point.parameters.filter((value) => value !== null)).toHaveLength(2);
  });

  test('quick moves of one assumption are undone as one, slow ones one by one', () => {
    const start = labOf();
    const quick = then(start, right(0), right(100), right(200));
    expect(quick.past).toHaveLength(1);
    expect(then(quick, { type: 'undo' }).settings).toBe(start.settings);
    const slow = then(start, right(0), right(5_000));
    expect(slow.past).toHaveLength(2);
    const back = then(slow, { type: 'undo' }, { type: 'undo' }, { type: 'redo' }, { type: 'redo' });
    expect(back.settings).toEqual(slow.settings);
    expect(then(start, { type: 'undo' }).notice).toContain('nothing to undo');
  });

  test('a typed value is set by enter, refused outside the range, forgotten by escape', () => {
    const set = then(labOf(), ...letters('.3'), { type: 'enter' });
    expect(set.settings.set.loyalty).toBe(0.3);
    const outside = then(labOf(), ...letters('7'), { type: 'enter' });
    expect(outside.settings.set).toEqual({});
    expect(outside.notice).toContain('goes from 0 to 1');
    const left = then(labOf(), ...letters('.3'), { type: 'erase' }, { type: 'escape' });
    expect(left).toMatchObject({ list: { typed: null }, settings: { set: {} } });
    // Going to another assumption sets it, too: nothing typed is lost without a word.
    expect(then(labOf(), ...letters('.3'), { type: 'select', by: 1 }).settings.set.loyalty).toBe(0.3);
  });

  test('a setting the scenario does not allow is said and not taken', () => {
    const base = labOf();
    const [decision] = base.scenario.decisions;
    const all = decision!.options.map((option) => option.path);
    const state = { ...base, settings: { ...base.settings, without: all.slice(1) } };
    const refused = then({ ...state, past: [{ ...state.settings, without: all }] }, { type: 'undo' });
    expect(refused.settings).toBe(state.settings);
    expect(refused.notice).not.toBeNull();
  });

  test('everything back is one step that undo takes back', () => {
    const moved = then(labOf(), right(0), { type: 'select', by: 1 }, right(1));
    const home = then(moved, { type: 'everything-free' });
    expect(home.settings).toBe(moved.home);
    expect(then(home, { type: 'undo' }).settings).toBe(moved.settings);
  });
});

describe('the list', () => {
  test('search narrows it by label, name or group; escape shows all again', () => {
    const found = then(labOf(), { type: 'search' }, ...letters('alliance'), { type: 'enter' });
    expect(
      visibleItems(found).every((item) => /alliance|patron/i.test(item.label + item.name + item.group)),
    ).toBe(true);
    const none = then(labOf(), { type: 'search' }, ...letters('zzz'));
    expect(selectedItem(none)).toBeNull();
    expect(then(none, right(0)).settings).toBe(none.settings);
    expect(visibleItems(then(none, { type: 'escape' }))).toEqual(visibleItems(labOf()));
  });

  test('the filter goes through those that show something', () => {
    const state = labOf();
    const parameters = visibleItems(state).filter(({ kind }) => kind === 'parameter');
    expect(parameters.map(({ name }) => name)).toEqual(['loyalty', 'two_centres']);
    const all = then(state, { type: 'filter' });
    expect(all.list.filter).toBe('all');
    expect(then(all, { type: 'filter' }).list.filter).toBe('first');
    expect(then(all, { type: 'escape' }).list.filter).toBe('first');
    const moved = then(state, right(0), { type: 'filter' }, { type: 'filter' });
    expect(visibleItems(moved).map(({ name }) => name)).toEqual(['loyalty']);
  });

  test('the selection stops at the ends', () => {
    const state = labOf();
    expect(then(state, { type: 'select', by: -1 })).toBe(state);
    const last = then(state, { type: 'select', by: 1_000 });
    expect(selectedItem(last)).toBe(visibleItems(last).at(-1));
    expect(then(last, { type: 'select', by: 1 })).toBe(last);
  });
});

describe('pictures', () => {
  test('the first is now and before; after a move only now changes', () => {
    const begun = withRuns(labOf(), () => 0);
    expect(comparedWith(begun)).toBeNull();
    const moved = movedLab();
    expect(comparedWith(moved)?.settings).toEqual(moved.home);
    expect(focusOf(moved)).toBe(2);
    expect(outcomeChanges(moved.now, moved.before)?.[2]?.value).toBeGreaterThan(0.1);
  });

  test('marking compares with what is there now, unmarking with the beginning again', () => {
    const marked = then(movedLab(), { type: 'mark' });
    expect(comparedWith(marked)).toBeNull();
    const un = then(marked, { type: 'unmark' });
    expect(comparedWith(un)?.settings).toEqual(un.home);
  });

  test('fewer runs of the same settings do not replace more of them in the before', () => {
    const state = withRuns(labOf(), () => 0, 2_000);
    const fewer = withRuns(state, () => 0, 1_000);
    expect(fewer.before?.picture.codes.runs).toBe(2_000);
    expect(fewer.now?.picture.codes.runs).toBe(1_000);
  });

  test('a picture of another version of the scenario is not taken', () => {
    const state = labOf();
    const picture = pictureOf({ ...state.scenario }, 10, () => 0);
    const { settings } = state;
    expect(reduceLab(state, { type: 'picture', side: 'now', settings, picture })).toBe(state);
  });

  test('the focus goes through the outcomes and back to the one that changed most', () => {
    let state = movedLab();
    const seen: (number | null)[] = [];
    for (const _ of [...state.scenario.outcomes, null]) {
      state = then(state, { type: 'focus', by: 1 });
      seen.push(state.focus);
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, null]);
  });
});
