/**
 * The terminal's alternate screen, and giving the terminal back whatever happens. Ink 7 has this as its option
 * `alternateScreen`; until we can use it, this does the same with the same words, on Node 20.
 */
import { createPainter } from './painter.ts';

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[H\u001b[2J';
const LEAVE = '\u001b[0m\u001b[?7h\u001b[?25h\u001b[?1049l';
const UNSTOPPED_MILLISECONDS = 100;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type EndSignal = (typeof SIGNALS)[number];

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export interface FullscreenOptions {
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  /** The system asks the program to end, or the terminal is gone (SIGHUP). */
  readonly onEnd: (signal: EndSignal) => void;
}

export interface Fullscreen {
  readonly size: () => TerminalSize;
  /** Called after each change of size; returns what ends it. */
  readonly onResize: (listener: () => void) => () => void;
  readonly paint: (lines: readonly string[]) => void;
  /** Gives the terminal back and stops, as Ctrl-Z does in a shell; `fg` brings the screen up again. */
  readonly suspend: () => void;
  /** Gives the terminal back: main screen, cursor, wrapping, cooked keys. Twice is once. */
  readonly unmount: () => void;
}

/** Enters the alternate screen. Until `unmount`, also a signal or a crash gives the terminal back. */
export function enterFullscreen({ stdout, stdin, onEnd }: FullscreenOptions): Fullscreen {
  const painter = createPainter(stdout);
  const resizeListeners = new Set<() => void>();
  let entered = true;
  let isAside = false;
  let latest: readonly string[] = [];

  const resized = () => {
    painter.forget();
    for (const listener of resizeListeners) listener();
  };
  // After a stop, also one from outside (SIGSTOP), the shell may have drawn over us and cooked the keys.
  const continued = () => {
    isAside = false;
    setRaw(stdin, true);
    stdout.write(ENTER);
    resized();
    painter.paint(latest);
    // The window may have changed while the shell had the terminal: then the signal went to the shell.
    if (process.platform !== 'win32') process.kill(process.pid, 'SIGWINCH');
  };
  const suspend = () => {
    if (!entered || isAside || process.platform === 'win32') return;
    isAside = true;
    giveBack();
    // The whole job, as the terminal would stop it: also what it was piped from or started by.
    process.kill(0, 'SIGTSTP');
    // Without a shell that could bring it back the system does not stop it, and nothing says that it goes on.
    setTimeout(() => {
      if (entered && isAside) continued();
    }, UNSTOPPED_MILLISECONDS);
  };
  const giveBack = () => {
    setRaw(stdin, false);
    if (!stdout.destroyed && stdout.writable !== false) stdout.write(LEAVE);
  };
  const hungUp = () => {
    unmount();
    onEnd('SIGHUP');
  };
  const handlers = SIGNALS.map((signal) => {
    const handler = () => {
      unmount();
      onEnd(signal);
    };
    return { signal, handler };
  });
  const unmount = () => {
    if (!entered) return;
    entered = false;
    stdout.off('resize', resized);
    process.off('SIGCONT', continued);
    process.off('exit', unmount);
    process.off('uncaughtExceptionMonitor', unmount);
    if (!isAside) giveBack();
    // Later: a signal must not find that its last listener is gone, or Ink's would end the process; and giving
    // back a terminal that is gone must not throw for want of one.
    setImmediate(() => {
      for (const { signal, handler } of handlers) process.off(signal, handler);
      stdout.off('error', hungUp);
      stdin.off('error', hungUp);
    });
  };

  stdout.on('resize', resized);
  stdout.on('error', hungUp);
  stdin.on('error', hungUp);
  for (const { signal, handler } of handlers) process.on(signal, handler);
  process.on('SIGCONT', continued);
  process.on('exit', unmount);
  // Before Node prints what was thrown, so that it is printed where it can be read.
  process.on('uncaughtExceptionMonitor', unmount);
  setRaw(stdin, true);
  stdout.write(ENTER);

  return {
    size: () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 }),
    onResize: (listener) => {
      resizeListeners.add(listener);
      return () => resizeListeners.delete(listener);
    },
    paint: (lines) => {
      latest = lines;
      if (entered && !isAside) painter.paint(lines);
    },
    suspend,
    unmount,
  };
}

/** Raw keys from the first moment, so that what is typed while the rest loads is not echoed over the frame. */
function setRaw(stdin: NodeJS.ReadStream, raw: boolean): void {
  if (stdin.isTTY === true && !stdin.destroyed) stdin.setRawMode(raw);
}
