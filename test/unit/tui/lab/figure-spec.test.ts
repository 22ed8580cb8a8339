// Proves that the lab's figures are of the question that is open, with its values in their order, and what has none.
import { expect, test } from 'vitest';
import { wilson } from '../../../../src/analysis/index.ts';
import type { OutcomesAt } from '../../../../src/experiment/index.ts';
import type { LabAction } from '../../../../src/tui/lab/action.ts';
import { figureSpecOf } from '../../../../src/tui/lab/figure-spec.ts';
import type { Question } from '../../../../src/tui/lab/questions.ts';
import { reduceLab } from '../../../../src/tui/lab/reducer.ts';
import type { LabState } from '../../../../src/tui/lab/state.ts';
import { labOf, movedLab } from '../../../helpers/lab.ts';

function asked(state: LabState, kind: 'curve' | 'map' | 'tornado' | 'drill'): [LabState, Question] {
  // A map asks for a second parameter first.
  const chosen: readonly LabAction[] =
    kind === 'map'
      ? [
          { type: 'ask', kind },
          { type: 'select', by: 1 },
        ]
      : [];
  const open = reduceLab(chosen.reduce(reduceLab, state), { type: 'ask', kind });
  if (open.overlay?.kind !== 'question') throw new Error(`no ${kind} is open`);
  return [open, open.overlay.question];
}

/** Shares that say which point they are of: one run more of 1000 a point. */
function answered(state: LabState, kind: 'curve' | 'map' | 'tornado'): LabState {
  const [open, question] = asked(state, kind);
  if (question.kind !== kind) throw new Error(question.kind);
  const { points, scenario } = question;
  const at: OutcomesAt = {
    runs: 1000,
    wanted: 1000,
    faulted: 0,
    shares: scenario.outcomes.map(() => points.map((_, place) => wilson(100 + place, 1000))),
    codes: points.map((_, place) => ({
      codes: Uint8Array.from({ length: 1000 }, (_, run) => (run < 100 + place ? 0 : 1)),
      runs: 1000,
    })),
  };
  return reduceLab(open, { type: 'answer', to: question, answer: { kind, at } });
}

/** The rows of data of a figure's layers. */
const dataOf = (spec: ReturnType<typeof figureSpecOf>): readonly Readonly<Record<string, unknown>>[] =>
  (spec as unknown as { layer: { data: { values: readonly Record<string, unknown>[] } }[] }).layer.flatMap(
    ({ data }) => data.values,
  );

test('how it ends: alone, or now and before', () => {
  expect(figureSpecOf(labOf())).toBeNull();
  expect(figureSpecOf(movedLab())?.name).toBe('outcomes-compared');
});

test('along a parameter', () => {
  const spec = figureSpecOf(answered(movedLab(), 'curve'));
  expect(spec?.name).toMatch(/^sweep-/);
  const marked = dataOf(spec).filter(({ hundred }) => hundred !== undefined);
  expect(marked[0]).toMatchObject({ hundred: 10 });
  expect(marked[1]).toMatchObject({ hundred: 10.1 });
});

test('over two parameters: the cell at the lowest of both is the one that was run there', () => {
  const state = answered(movedLab(), 'map');
  const { overlay } = state;
  if (overlay?.kind !== 'question' || overlay.question.kind !== 'map') throw new Error('no map');
  const { rows, columns } = overlay.question;
  const spec = figureSpecOf(state);
  expect(spec?.name).toMatch(/^map-/);
  const [lowest] = dataOf(spec);
  // The question's rows come from the top, so the lowest is its last.
  expect(lowest?.value).toBeCloseTo((100 + (rows.length - 1) * columns.length) / 10, 10);
});

test('what matters, and what has no figure but its page', () => {
  expect(figureSpecOf(answered(movedLab(), 'tornado'))?.name).toMatch(/^tornado-/);
  const [open, question] = asked(movedLab(), 'drill');
  const drill = {
    runs: 2_000,
    wanted: 2_000,
    inside: 400,
    outside: 1_600,
    days: null,
    parameters: [],
    happenings: [],
    examples: [17],
  };
  const drilled = reduceLab(open, { type: 'answer', to: question, answer: { kind: 'drill', drill } });
  expect(figureSpecOf(drilled)).toBeNull();
});
