/**
 * Runs the app in Ink, which gives it keys and React, and draws through our own painter. This file alone pulls in Ink and React at run time, so
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
 * What Ink takes for its terminal: nothing it writes is wanted. What is drawn goes through the painter, which knows what
 * is on the screen and writes the difference by absolute position. (Ink's own way counts lines up from the cursor, and
 * clears screen and scrollback when a window shrinks under its frame.)
 */
class NoTerminal extends Writable {
  readonly #screen: Pick<Fullscreen, 'size'>;

  constructor(screen: Pick<Fullscreen, 'size'>) {
    super({ decodeStrings: false });
    this.#screen = screen;
  }

  get columns(): number {
    return this.#screen.size().columns;
  }

  override _write(_frame: string, _encoding: string, done: () => void): void {
    done();
  }
}

export function mount({ model, screen, theme, stdin, onCrash }: MountOptions): Mounted {
  const app = render(<App model={model} screen={screen} theme={theme} />, {
    // Ink reads only `columns`, `write` and the events of what it draws on.
    stdout: new NoTerminal(screen) as unknown as NodeJS.WriteStream,
    stdin,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  app.waitUntilExit().catch(onCrash);
  return {
    unmount: () => {
      app.unmount();
    },
  };
}
