/**
 * Runs the app in Ink, drawing through our own painter. This file alone pulls in Ink and React at run time, so
 * it is loaded after the first frame is on the screen.
 */
import { Writable } from 'node:stream';
import { render } from 'ink';
import type { Fullscreen } from '../fullscreen.ts';
import type { ScreenModel } from '../screen-model.ts';
import type { Theme } from '../theme.ts';
import { App } from './App.tsx';

export interface MountOptions {
  readonly model: ScreenModel;
  readonly screen: Fullscreen;
  readonly theme: Theme;
  readonly stdin: NodeJS.ReadStream;
  /** The app threw while drawing. */
  readonly onCrash: (error: Error) => void;
}

export interface Mounted {
  readonly unmount: () => void;
}

/**
 * What Ink takes for its terminal. In `debug` mode Ink writes each frame whole and plain, which is what the
 * painter wants: it knows what is on the screen and writes the difference by absolute position. (Ink's own way
 * counts lines up from the cursor, and clears screen and scrollback when a window shrinks under its frame.)
 */
class FrameStream extends Writable {
  open = true;
  readonly #screen: Fullscreen;

  constructor(screen: Fullscreen) {
    super({ decodeStrings: false });
    this.#screen = screen;
  }

  get columns(): number {
    return this.#screen.size().columns;
  }

  override _write(frame: string, _encoding: string, done: () => void): void {
    if (this.open && frame !== '') this.#screen.paint(frame.split('\n'));
    done();
  }
}

export function mount({ model, screen, theme, stdin, onCrash }: MountOptions): Mounted {
  const frames = new FrameStream(screen);
  const app = render(<App model={model} screen={screen} theme={theme} />, {
    // Ink reads only `columns`, `write` and the events of what it draws on.
    stdout: frames as unknown as NodeJS.WriteStream,
    stdin,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  app.waitUntilExit().catch(onCrash);
  return {
    unmount: () => {
      frames.open = false;
      app.unmount();
    },
  };
}
