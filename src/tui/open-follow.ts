/** The leader's second screen: shows where a seminar stands that another process leads, and changes nothing. */
import { createInterface } from 'node:readline';
import type { SeminarSession } from '../experiment/index.ts';
import { deferred } from './deferred.ts';
import { enterFullscreen } from './fullscreen.ts';
import { createDesk, type Desk, type DeskParts } from './present/desk.ts';
import { followRows } from './present/follow/frame.ts';
import { FOLLOW_KEYS } from './present/follow/keys.ts';
import { followLines } from './present/follow/lines.ts';
import type { ScreenModel } from './screen-model.ts';
import { depthOf, themeOf } from './theme.ts';

export interface FollowParts extends Omit<DeskParts, 'services' | 'greeting'> {
  /** Calls back with the seminar whenever it has moved, or with why it cannot be read; returns what ends it. */
  readonly watch: (onMove: (moved: SeminarSession | { readonly refused: string }) => void) => () => void;
  /** Leave when it aborts. */
  readonly interrupt: AbortSignal;
}

export interface FollowScreen extends FollowParts {
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  /** Show no colours (NO_COLOR). */
  readonly noColour: boolean;
}

export interface FollowLines extends FollowParts {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

const NOTHING_KEPT: DeskParts['services'] = {
  save: () => {},
  exportHandout: async () => '',
};

/**
 * Resolves when it was left: by `q` false, by Ctrl-C or a signal true.
 * @throws RunFault where the run cannot come to where the seminar stands; what fails while the screen is open.
 */
export async function openFollow(options: FollowScreen): Promise<boolean> {
  const { stdout, stdin, interrupt } = options;
  const desk = createDesk({ ...options, services: NOTHING_KEPT, greeting: null });
  const theme = themeOf(depthOf(stdout, options.noColour));
  const left = deferred<boolean>();
  const leave = () => left.resolve(true);
  const screen = enterFullscreen({ stdout, stdin, onEnd: leave });
  interrupt.addEventListener('abort', leave, { once: true });
  if (interrupt.aborted) leave();
  const endWatching = options.watch((moved) => shown(desk, moved));
  try {
    screen.paint(followRows(desk.state(), screen.size()).map(theme.line));
    const model: ScreenModel = {
      subscribe: desk.subscribe,
      snapshot: desk.state,
      rows: (size) => followRows(desk.state(), size),
      key: (name) => {
        const request = FOLLOW_KEYS.find(({ keys }) => keys.includes(name))?.request(name, null);
        if (request !== undefined) left.resolve(request === 'interrupt');
      },
    };
    const { mount } = await import('./view/mount.tsx');
    const app = mount({ model, screen, theme, stdin, onCrash: left.reject });
    try {
      return await left.promise;
    } finally {
      app.unmount();
    }
  } finally {
    endWatching();
    screen.unmount();
    interrupt.removeEventListener('abort', leave);
  }
}

const shown = (desk: Desk, moved: SeminarSession | { readonly refused: string }): void =>
  'refused' in moved ? desk.say(moved.refused) : desk.show(moved);

/**
 * In lines of text, for screen readers and pipes: says where the seminar stands, and says it again whenever it has moved.
 * `q` ends it, an interruption too; the end of the input does not.
 */
export async function openFollowLines(options: FollowLines): Promise<boolean> {
  const { input, output, interrupt } = options;
  const desk = createDesk({ ...options, services: NOTHING_KEPT, greeting: null });
  const left = deferred<boolean>();
  const leave = () => left.resolve(true);
  interrupt.addEventListener('abort', leave, { once: true });
  if (interrupt.aborted) leave();
  let told: Promise<void> = Promise.resolve();
  const tell = (): void => {
    told = told.then(async () => {
      await desk.settled();
      const { notice } = desk.state();
      output.write(`${(notice === null ? followLines(desk.state()) : [notice]).join('\n')}\n\n`);
    });
    told.catch(left.reject);
  };
  const endWatching = options.watch((moved) => {
    shown(desk, moved);
    tell();
  });
  const reader = createInterface({ input, terminal: false });
  reader.on('line', (line) => {
    if (['q', 'quit'].includes(line.trim())) left.resolve(false);
  });
  try {
    tell();
    return await left.promise;
  } finally {
    endWatching();
    reader.close();
    interrupt.removeEventListener('abort', leave);
  }
}
