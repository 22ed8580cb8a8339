/** Takes new settings into the state where the scenario allows them, and says why where it does not. */
import { resolvePoint, type Settings } from '../../scenario/index.ts';
import type { LabState } from './state.ts';

/** Steps that can be undone. */
const MOST_PAST = 500;

/** The state with these settings; `past` is what an undo goes back to. The same settings: the same state. */
export function settled(
  state: LabState,
  settings: Settings,
  history: Pick<LabState, 'past' | 'future' | 'lastMove'>,
): LabState {
  if (settings === state.settings) return state;
  const { point, diagnostics } = resolvePoint(state.scenario, settings);
  if (point === null) {
    const [fault] = diagnostics;
    const said = fault === undefined ? 'That cannot be set.' : `${fault.message}. ${fault.mend ?? ''}`.trim();
    return { ...state, notice: said };
  }
  const past = history.past.slice(-MOST_PAST);
  return { ...state, settings, point, ...history, past, broken: null };
}

/** A step that undo takes back by itself. */
export function changed(state: LabState, settings: Settings): LabState {
  return settled(state, settings, { past: [...state.past, state.settings], future: [], lastMove: null });
}
