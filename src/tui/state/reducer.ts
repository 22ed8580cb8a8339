/** State and action to state. Where nothing changes it returns the very same object, so that nothing is drawn. */
import type { Action } from './action.ts';
import { type State, surfaceOf, VIEWS, type ViewId } from './state.ts';

const wrapped = (index: number, length: number) => (length === 0 ? 0 : (index + length) % length);

function toView(state: State, view: ViewId): State {
  if (state.view === view && !state.help) return state;
  return { ...state, view, help: false };
}

function scrolled(state: State, by: number, limit: number): State {
  const surface = surfaceOf(state);
  // What is scrolled too far after a resize counts from where it is seen.
  const from = Math.min(state.scroll[surface], limit);
  const to = Math.max(0, Math.min(limit, from + by));
  if (to === state.scroll[surface]) return state;
  return { ...state, scroll: { ...state.scroll, [surface]: to } };
}

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'view':
      return toView(state, action.view);
    case 'turn': {
      const next = wrapped(VIEWS.indexOf(state.view) + action.by, VIEWS.length);
      return toView(state, VIEWS[next]!);
    }
    case 'region': {
      const region = wrapped(state.region + action.by, state.scenario.regions.length);
      return region === state.region ? state : { ...state, region };
    }
    case 'scroll':
      return scrolled(state, action.by, action.limit);
    case 'help':
      return { ...state, help: !state.help };
    case 'close':
      return state.help ? { ...state, help: false } : state;
    case 'pause':
      return state.finished ? state : { ...state, paused: !state.paused };
    case 'history':
      return state.scenario.timeline.length === 0 ? state : { ...state, history: !state.history };
    case 'update': {
      const { result, progress } = action;
      const same = result === state.result && progress.done === state.done;
      if (state.finished || (same && progress.secondsLeft === state.secondsLeft)) return state;
      return { ...state, result, done: progress.done, secondsLeft: progress.secondsLeft };
    }
    case 'finished': {
      const { result } = action;
      return { ...state, result, done: result.runs, secondsLeft: null, finished: true, paused: false };
    }
    default:
      return action satisfies never;
  }
}
