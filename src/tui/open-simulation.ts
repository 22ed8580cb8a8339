/** Opens the simulate screen, runs the work under it, and gives the terminal back when it is left. */
import type { Manifest, SimulationResult } from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { deferred } from './deferred.ts';
import { type EndSignal, enterFullscreen } from './fullscreen.ts';
import { requestFor } from './keys.ts';
import { createPause, type SimulationControl } from './pause.ts';
import type { ScreenModel } from './screen-model.ts';
import type { Action, Progress } from './state/action.ts';
import { frameOf, frameRows, scrollRoom } from './state/frame.ts';
import { reduce } from './state/reducer.ts';
import { initialState, type State } from './state/state.ts';
import { createStore, type Store } from './state/store.ts';
import { depthOf, themeOf } from './theme.ts';
import { throttled } from './updates.ts';

export type StartSimulation = (
  onUpdate: (result: SimulationResult, progress: Progress) => void,
  /** Aborted when the screen is left: the work ends soon and hands back what it has, or rejects. */
  signal: AbortSignal,
  control: SimulationControl,
) => Promise<SimulationResult>;

export interface SimulationScreen {
  readonly scenario: Scenario;
  readonly runs: number;
  /** What the result will be labelled with, where it is known: its seed and command stand in the first frame. */
  readonly manifest?: Manifest;
  /** Called once, after the first frame is on the screen. */
  readonly start: StartSimulation;
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  /** Show no colours (NO_COLOR). */
  readonly noColour: boolean;
  /** Leave as by Ctrl-C when it aborts. */
  readonly interrupt?: AbortSignal;
}

export interface SimulationEnd {
  /** All runs, or those that were done when it was left; null when there were none. */
  readonly result: SimulationResult | null;
  /** Left before all runs were done. */
  readonly interrupted: boolean;
  /** The signal that ended it, if one did. */
  readonly signal: EndSignal | null;
}

/** How long a screen that was left waits for the work to hand back what it has. */
const PATIENCE_MILLISECONDS = 2000;

/**
 * Resolves when the screen was left: by `q`, Ctrl-C, a signal, or `interrupt`. The terminal is then as it was.
 * @throws what `start` rejects with while the screen is open, after the terminal was given back.
 */
export async function openSimulation(options: SimulationScreen): Promise<SimulationEnd> {
  const { scenario, runs, stdout, stdin, start, interrupt } = options;
  const theme = themeOf(depthOf(stdout, options.noColour));
  const colour = theme.depth > 1;
  const store = createStore(
    initialState({ scenario, runs, manifest: options.manifest ?? null, colour }),
    reduce,
  );
  const work = new AbortController();
  const pause = createPause(() => store.state().paused, work.signal);
  store.subscribe(pause.changed);

  const left = deferred<EndSignal | null>();
  const screen = enterFullscreen({ stdout, stdin, onEnd: left.resolve });
  const leave = () => left.resolve(null);
  interrupt?.addEventListener('abort', leave, { once: true });
  if (interrupt?.aborted === true) leave();

  let finished: SimulationResult | null = null;
  let latest: SimulationResult | null = null;
  const updates = throttled(({ result, progress }: { result: SimulationResult; progress: Progress }) =>
    store.dispatch({ type: 'update', result, progress }),
  );
  try {
    screen.paint(frameRows(frameOf(store.state(), screen.size())).map(theme.line));
    // The frame is shown before any work begins, on this thread or another.
    await nextTurn();
    const done = start(
      (result, progress) => {
        latest = result;
        updates.push({ result, progress });
      },
      work.signal,
      pause,
    ).then((result) => {
      finished = result;
      updates.stop();
      store.dispatch({ type: 'finished', result });
      return result;
    });
    done.catch((error: unknown) => {
      if (!work.signal.aborted) left.reject(error);
    });
    const { mount } = await import('./view/mount.tsx');
    const app = mount({ model: modelOf(store, leave), screen, theme, stdin, onCrash: left.reject });
    let signal: EndSignal | null;
    try {
      signal = await left.promise;
    } finally {
      app.unmount();
    }
    const interrupted = finished === null;
    screen.unmount();
    work.abort();
    if (interrupted) await settledWithin(done, PATIENCE_MILLISECONDS);
    return { result: finished ?? latest, interrupted, signal };
  } finally {
    updates.stop();
    work.abort();
    screen.unmount();
    interrupt?.removeEventListener('abort', leave);
  }
}

function modelOf(store: Store<State, Action>, leave: () => void): ScreenModel {
  return {
    subscribe: store.subscribe,
    snapshot: store.state,
    rows: (size) => frameRows(frameOf(store.state(), size)),
    key: (name, size) => {
      const state = store.state();
      const request = requestFor(name, state, scrollRoom(state, size));
      if (request === null) return;
      if (request.type === 'quit' || request.type === 'interrupt') leave();
      else store.dispatch(request);
    },
  };
}

const nextTurn = () => new Promise<void>((go) => setImmediate(go));

/** Waits for the promise, but no longer than that, and does not mind how it ends. */
async function settledWithin(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((go) => {
    timer = setTimeout(go, milliseconds);
  });
  await Promise.race([
    promise.then(
      () => {},
      () => {},
    ),
    late,
  ]);
  clearTimeout(timer);
}
