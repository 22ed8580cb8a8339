/** Opens the lab, follows the settings with runs, and gives the terminal back when it is left. */

import { deferred } from './deferred.ts';
import { type EndSignal, enterFullscreen } from './fullscreen.ts';
import type { LabAction } from './lab/action.ts';
import { createAnswerer } from './lab/answer.ts';
import { type Clerk, createClerk } from './lab/clerk.ts';
import type { LabEngine } from './lab/engine.ts';
import { createFollower } from './lab/follow.ts';
import { labRows, labScroll, openingRows } from './lab/frame.ts';
import { labRequestFor } from './lab/keys.ts';
import { reduceLab } from './lab/reducer.ts';
import type { LabServices } from './lab/services.ts';
import { initialLab, type LabBeginning, type LabState } from './lab/state.ts';
import type { ScreenModel } from './screen-model.ts';
import { createStore, type Store } from './state/store.ts';
import { depthOf, themeOf } from './theme.ts';

/** What is known once the scenario is read. */
export interface LabOpening extends Omit<LabBeginning, 'colour'> {
  /** Called once, after the first frame of the lab is on the screen. */
  readonly engine: () => LabEngine;
  readonly services: LabServices;
}

export interface LabScreen {
  /** The scenario as the user named it: what is said while it is read. */
  readonly named: string;
  /** Called once, after a frame that says so is on the screen. What it throws is thrown on. */
  readonly load: () => LabOpening;
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  /** Show no colours (NO_COLOR). */
  readonly noColour: boolean;
  /** Leave as by Ctrl-C when it aborts. */
  readonly interrupt?: AbortSignal;
  /** Milliseconds from any origin. */
  readonly now: () => number;
}

export interface LabEnd {
  /** What was on the screen. */
  readonly state: LabState;
  /** Left by Ctrl-C or a signal, not by `q`. */
  readonly interrupted: boolean;
  /** The signal that ended it, if one did. */
  readonly signal: EndSignal | null;
}

/**
 * Resolves when the lab was left: by `q`, Ctrl-C, a signal, or `interrupt`. The terminal is then as it was.
 * @throws what fails while the screen is open, after the terminal was given back.
 */
export async function openLab(options: LabScreen): Promise<LabEnd> {
  const { stdout, stdin, interrupt, now } = options;
  const theme = themeOf(depthOf(stdout, options.noColour));
  const left = deferred<{ readonly interrupted: boolean; readonly signal: EndSignal | null }>();
  const leave = () => left.resolve({ interrupted: true, signal: null });
  const screen = enterFullscreen({
    stdout,
    stdin,
    onEnd: (signal) => left.resolve({ interrupted: true, signal }),
  });
  interrupt?.addEventListener('abort', leave, { once: true });
  if (interrupt?.aborted === true) leave();
  try {
    screen.paint(openingRows(options.named, screen.size()).map(theme.line));
    await nextTurn();
    const { engine: startEngine, services, ...beginning } = options.load();
    const store = createStore(initialLab({ ...beginning, colour: theme.depth > 1 }), reduceLab);
    screen.paint(labRows(store.state(), screen.size()).map(theme.line));
    // The lab is shown before anything is run.
    await nextTurn();
    const engine = startEngine();
    const follower = createFollower(store, engine);
    const answerer = createAnswerer(store, engine, follower.isBusy);
    const clerk = createClerk(store, services);
    const onKey = keyHandler(store, {
      now,
      clerk,
      leave: (interrupted) => left.resolve({ interrupted, signal: null }),
    });
    const model: ScreenModel = {
      subscribe: store.subscribe,
      snapshot: store.state,
      rows: (size) => labRows(store.state(), size),
      key: onKey,
    };
    const { mount } = await import('./view/mount.tsx');
    const app = mount({ model, screen, theme, stdin, onCrash: left.reject });
    try {
      const end = await left.promise;
      // Left on purpose there is nothing to take up again; a terminal that went away leaves it.
      if (end.signal === null) clerk.forget();
      return { state: store.state(), ...end };
    } finally {
      app.unmount();
      clerk.stop();
      answerer.stop();
      follower.stop();
    }
  } finally {
    screen.unmount();
    interrupt?.removeEventListener('abort', leave);
  }
}

const nextTurn = () => new Promise<void>((go) => setImmediate(go));

interface Handling {
  readonly now: () => number;
  readonly clerk: Clerk;
  readonly leave: (interrupted: boolean) => void;
}

function keyHandler(store: Store<LabState, LabAction>, { now, clerk, leave }: Handling): ScreenModel['key'] {
  return (name, size) => {
    const state = store.state();
    const request = labRequestFor(name, state, { at: now(), ...labScroll(state, size) });
    if (request === null) return;
    switch (request.type) {
      case 'quit':
      case 'interrupt':
        leave(request.type === 'interrupt');
        return;
      case 'save':
        clerk.save(request.name);
        return;
      case 'export':
        clerk.exportFigure();
        return;
      default:
        store.dispatch(request);
    }
  };
}
