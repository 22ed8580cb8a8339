/** Opens the seminar on the screen, and gives the terminal back when it is left. */
import type { SeminarSession } from '../experiment/index.ts';
import { deferred } from './deferred.ts';
import { enterFullscreen } from './fullscreen.ts';
import { createDesk, type DeskParts } from './present/desk.ts';
import { presentLimit, presentRows } from './present/frame.ts';
import { presentRequestFor } from './present/keys.ts';
import type { ScreenModel } from './screen-model.ts';
import { depthOf, themeOf } from './theme.ts';

export interface PresentScreen extends DeskParts {
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  /** Show no colours (NO_COLOR). */
  readonly noColour: boolean;
  /** Leave as by Ctrl-C when it aborts. */
  readonly interrupt: AbortSignal;
}

export interface PresentEnd {
  readonly session: SeminarSession;
  /** Left by Ctrl-C or a signal, not by `q`. */
  readonly interrupted: boolean;
}

/**
 * Resolves when the seminar was left. The terminal is then as it was.
 * @throws RunFault where the run cannot come to where the session stands; what fails while the screen is open.
 */
export async function openPresent(options: PresentScreen): Promise<PresentEnd> {
  const { stdout, stdin, interrupt } = options;
  const desk = createDesk(options);
  const theme = themeOf(depthOf(stdout, options.noColour));
  const left = deferred<boolean>();
  const leave = () => left.resolve(true);
  const screen = enterFullscreen({ stdout, stdin, onEnd: () => left.resolve(true) });
  interrupt.addEventListener('abort', leave, { once: true });
  if (interrupt.aborted) leave();
  try {
    screen.paint(presentRows(desk.state(), screen.size()).map(theme.line));
    const model: ScreenModel = {
      subscribe: desk.subscribe,
      snapshot: desk.state,
      rows: (size) => presentRows(desk.state(), size),
      key: (name, size) => {
        const limit = presentLimit(desk.state(), size);
        const request = presentRequestFor(name, desk.state(), { limit });
        if (request === null) return;
        if (request.type === 'quit' || request.type === 'interrupt') {
          left.resolve(request.type === 'interrupt');
        } else desk.act(request);
      },
    };
    const { mount } = await import('./view/mount.tsx');
    const app = mount({ model, screen, theme, stdin, onCrash: left.reject });
    try {
      const interrupted = await left.promise;
      return { session: desk.state().session, interrupted };
    } finally {
      app.unmount();
    }
  } finally {
    screen.unmount();
    interrupt.removeEventListener('abort', leave);
  }
}
