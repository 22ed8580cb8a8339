/** Opens the screen of a long experiment over work that is under way, and gives the terminal back when it ends. */
import { enterFullscreen } from '../fullscreen.ts';
import { createPause, type SimulationControl } from '../pause.ts';
import type { ScreenModel } from '../screen-model.ts';
import { createStore, type Store } from '../state/store.ts';
import { depthOf, themeOf } from '../theme.ts';
import { throttled } from '../updates.ts';
import { experimentRows } from './frame.ts';
import { EXPERIMENT_KEYS } from './keys.ts';
import {
  type ExperimentAction,
  type ExperimentOpening,
  type ExperimentState,
  initialExperiment,
  reduceExperiment,
} from './state.ts';

export interface ExperimentScreenOptions extends ExperimentOpening {
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly noColour: boolean;
  /** Milliseconds from any origin. */
  readonly now: () => number;
  /** Asked once: by `q`, Ctrl-C, a signal, or a terminal that went away. The work is to end with what it has. */
  readonly onStop: () => void;
}

export type ExperimentProgress = Omit<Extract<ExperimentAction, { type: 'progress' }>, 'type' | 'at'>;

export interface ExperimentScreen {
  readonly update: (progress: ExperimentProgress) => void;
  /** What the work asks before it goes on. */
  readonly control: SimulationControl;
  /** Gives the terminal back. @throws what the screen failed with. */
  readonly close: () => void;
}

/** The first frame is on the screen when this returns; keys follow when Ink is loaded. */
export function openExperiment(options: ExperimentScreenOptions): ExperimentScreen {
  const { stdout, stdin, now, onStop } = options;
  const theme = themeOf(depthOf(stdout, options.noColour));
  const store = createStore(initialExperiment(options, now()), reduceExperiment);
  const ended = new AbortController();
  const pause = createPause(() => store.state().paused, ended.signal);
  store.subscribe(pause.changed);
  let failure: unknown = null;
  const stop = (): void => {
    ended.abort();
    onStop();
  };
  const screen = enterFullscreen({ stdout, stdin, onEnd: stop });
  const fail = (error: unknown): void => {
    failure ??= error;
    screen.unmount();
    stop();
  };
  const updates = throttled((progress: ExperimentProgress) =>
    store.dispatch({ type: 'progress', at: now(), ...progress }),
  );
  screen.paint(experimentRows(store.state(), screen.size()).map(theme.line));
  let app: { readonly unmount: () => void } | null = null;
  let isOpen = true;
  import('../view/mount.tsx').then(({ mount }) => {
    if (isOpen) app = mount({ model: modelOf(store, stop, now), screen, theme, stdin, onCrash: fail });
  }, fail);
  return {
    update: updates.push,
    control: pause,
    close() {
      if (!isOpen) return;
      isOpen = false;
      updates.stop();
      ended.abort();
      app?.unmount();
      screen.unmount();
      if (failure !== null) throw failure;
    },
  };
}

function modelOf(
  store: Store<ExperimentState, ExperimentAction>,
  stop: () => void,
  now: () => number,
): ScreenModel {
  return {
    subscribe: store.subscribe,
    snapshot: store.state,
    rows: (size) => experimentRows(store.state(), size),
    key(name) {
      const entry = EXPERIMENT_KEYS.find(({ keys }) => keys.includes(name));
      if (entry === undefined || !entry.useful(store.state())) return;
      const request = entry.request(name, null);
      if (request === 'pause') store.dispatch({ type: 'pause', at: now() });
      else stop();
    },
  };
}
