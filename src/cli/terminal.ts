/** The one place that knows `process`: streams, environment, signals. Commands receive it as an argument. */
import { join } from 'node:path';
import { EXIT } from './exit.ts';

export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Width for plain text; 80 where the output has none. */
  readonly columns: number;
  readonly colour: boolean;
  /** A person sits at it: a screen may be drawn and keys read. */
  readonly interactive: boolean;
  /** Ends when the person presses Ctrl-C or the system asks the command to stop. */
  readonly interrupt: AbortSignal;
  readonly workingDirectory: string;
  /** Where programs keep what they must not forget (XDG Base Directory Specification); null where there is no home. */
  readonly stateFolder: string | null;
}

const set = (value: string | undefined): boolean => value !== undefined && value !== '';

function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    // A second Ctrl-C means: now, whatever is under way.
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}

/** A reader that goes away (`| head`) is no fault: the command just stops. A full disk is one of the machine. */
function endWhenUnwritable(stream: NodeJS.WriteStream): void {
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit(EXIT.done);
    if (stream !== process.stderr) process.stderr.write(`The output could not be written: ${message}\n`);
    process.exit(EXIT.fault);
  });
}

function stateFolder({ XDG_STATE_HOME, HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string | null {
  if (set(XDG_STATE_HOME)) return join(XDG_STATE_HOME!, 'juncture');
  if (set(HOME)) return join(HOME!, '.local', 'state', 'juncture');
  return set(LOCALAPPDATA) ? join(LOCALAPPDATA!, 'juncture') : null;
}

export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  endWhenUnwritable(stdout);
  endWhenUnwritable(stderr);
  const isTerminal = stdout.isTTY === true;
  return {
    stdin,
    stdout,
    stderr,
    columns: stdout.columns ?? 80,
    colour: isTerminal && !set(env.NO_COLOR) && env.TERM !== 'dumb',
    interactive: isTerminal && stdin.isTTY === true && !set(env.CI) && env.TERM !== 'dumb',
    interrupt: interruptSignal(),
    workingDirectory: process.cwd(),
    stateFolder: stateFolder(env),
  };
}
