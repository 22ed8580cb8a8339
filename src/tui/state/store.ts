/** Holds the state outside React, so that two keys in one chunk both see what the first one did. */
import type { Action } from './action.ts';
import { reduce } from './reducer.ts';
import type { State } from './state.ts';

export interface Store {
  readonly state: () => State;
  readonly dispatch: (action: Action) => void;
  /** Called after each change; returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(initial: State): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (action) => {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
