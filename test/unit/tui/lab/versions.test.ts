// Proves what a saved file does to an open lab, and what is kept and taken up after a crash.
import { describe, expect, test } from 'vitest';
import { rowText } from '../../../../src/report/index.ts';
import { NO_SETTINGS, type Scenario } from '../../../../src/scenario/index.ts';
import type { LabAction } from '../../../../src/tui/lab/action.ts';
import { createClerk } from '../../../../src/tui/lab/clerk.ts';
import { figureOf } from '../../../../src/tui/lab/figure.ts';
import { comparedWith, outcomeChanges } from '../../../../src/tui/lab/figures.ts';
import { labRows } from '../../../../src/tui/lab/frame.ts';
import { reduceLab } from '../../../../src/tui/lab/reducer.ts';
import type { Draft, LabServices } from '../../../../src/tui/lab/services.ts';
import { initialLab, type LabState } from '../../../../src/tui/lab/state.ts';
import { createStore } from '../../../../src/tui/state/store.ts';
import { labOf, labScenario, movedLab, pointFor, withRuns } from '../../../helpers/lab.ts';

const then = (state: LabState, ...actions: readonly LabAction[]): LabState =>
  actions.reduce(reduceLab, state);
const version = (change: Partial<Scenario> = {}): Scenario => ({
  ...labScenario(),
  hash: 'cd'.repeat(32),
  ...change,
});
const saved = (scenario: Scenario): LabAction => ({
  type: 'reloaded',
  reloaded: { kind: 'scenario', scenario },
});

describe('a file that was saved', () => {
  test('goes on with the settings; "was" is the version before, paired by luck, also when runs come in', () => {
    const moved = movedLab();
    const next = then(moved, saved(version()));
    expect(next.settings).toEqual(moved.settings);
    expect([next.now, next.before]).toEqual([null, moved.now]);
    const run = withRuns(next, () => 1);
    expect(comparedWith(run)).toBe(moved.now);
    expect(outcomeChanges(run.now, run.before)?.[1]?.value).toBeGreaterThan(0.8);
    expect(labRows(run, { columns: 120, rows: 40 }).map(rowText).join('\n')).toContain('was');
  });

  test('the same text again changes nothing', () => {
    const moved = movedLab();
    expect(then(moved, saved({ ...labScenario(), hash: moved.scenario.hash })).settings).toBe(moved.settings);
  });

  test('settings of what is gone are dropped and said to be', () => {
    const parameters = labScenario()
      .parameters.slice(1)
      .map((parameter, index) => ({ ...parameter, index }));
    const next = then(
      movedLab(),
      saved(version({ parameters, show: { parameters: [], variables: [], measures: [] } })),
    );
    expect(next.settings.set).toEqual({});
    expect(next.notice).toContain('dropped');
  });

  test('faults are told in place; the last good version goes on', () => {
    const moved = movedLab();
    const faulty = then(moved, {
      type: 'reloaded',
      reloaded: { kind: 'faults', lines: ['x.yaml:1:2: error', '   |  ^^^'] },
    });
    const text = labRows(faulty, { columns: 80, rows: 24 }).map(rowText).join('\n');
    expect(text).toContain('THE FILE HAS FAULTS');
    expect(text).toContain('   |  ^^^');
    expect(faulty.now).toBe(moved.now);
    expect(then(faulty, saved(version())).overlay).toBeNull();
  });
});

function clerked(beginning: LabState) {
  const kept: (Draft | null)[] = [];
  const asked: string[] = [];
  const services: LabServices = {
    save: async ({ name }) => {
      asked.push(name);
      return `Saved ${name}.`;
    },
    exportFigure: async ({ name }) => {
      asked.push(name);
      throw new Error('The disk is full.');
    },
    remember: (draft) => kept.push(draft),
    watch: () => () => {},
  };
  const store = createStore(beginning, reduceLab);
  return { store, kept, asked, clerk: createClerk(store, services) };
}

const settled = () => new Promise((go) => setImmediate(go));

describe('the clerk', () => {
  test('keeps what was moved, nothing where all is as it was opened', () => {
    const { store, kept, clerk } = clerked(labOf());
    expect(kept).toEqual([]);
    store.dispatch({ type: 'move', by: 1, fine: false, at: 0 });
    expect(kept.at(-1)?.settings.set).toHaveProperty('loyalty');
    store.dispatch({ type: 'everything-free' });
    expect(kept.at(-1)).toBeNull();
    store.dispatch({ type: 'undo' });
    clerk.forget();
    expect(kept.at(-1)).toBeNull();
  });

  test('saves under the name that was typed, tells what came of it, refuses what is no name', async () => {
    const { store, asked, clerk } = clerked(movedLab());
    clerk.save('Soft line');
    expect(store.state().notice).toContain('is no name');
    clerk.save('');
    clerk.save('soft_line');
    await settled();
    expect(asked).toEqual(['my_variant', 'soft_line']);
    expect(store.state().notice).toBe('Saved soft_line.');
    clerk.exportFigure();
    await settled();
    expect(store.state().notice).toBe('The disk is full.');
  });
});

test('a draft is offered, taken up by enter as one step, or left', () => {
  const draft = { settings: { ...NO_SETTINGS, set: { loyalty: 0.2 } }, marked: NO_SETTINGS };
  const scenario = labScenario();
  const offered = initialLab({
    scenario,
    named: 'x',
    seed: '1',
    settings: NO_SETTINGS,
    point: pointFor(scenario),
    colour: false,
    draft,
  });
  expect(labRows(offered, { columns: 80, rows: 24 }).map(rowText).join('\n')).toContain('loyalty = 0.2');
  const taken = then(offered, { type: 'enter' });
  expect(taken.settings.set).toEqual({ loyalty: 0.2 });
  expect(then(taken, { type: 'undo' }).settings.set).toEqual({});
  expect(then(offered, { type: 'escape' }).settings).toBe(NO_SETTINGS);
});

test('the figure of the first page has now and was, and the change of each outcome', () => {
  const { table, name, rows, spec } = figureOf(movedLab());
  expect(name).toBe('ends');
  expect(table.rows).toHaveLength(2 * labScenario().outcomes.length);
  expect(table.rows.find(([side, id]) => side === 'now' && id === 'regime_falls')?.[8]).toBeCloseTo(0.13, 12);
  expect(rows.map(rowText).join('\n')).toContain('not a forecast');
  expect(spec?.name).toBe('outcomes-compared');
  expect(spec?.title.subtitle.join(' ')).toContain('not a forecast');
});
