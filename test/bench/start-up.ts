/** How long the command takes beyond bare Node: to its help, and to the first frame of the screen in a terminal. */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../dist/bin/juncture.js', import.meta.url));
const SAMPLES = 9;
const POLL_MS = 5;
const LIMIT_MS = 20_000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function timed(args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
}

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** Milliseconds from the start of the process to a screen that shows `text`; null where tmux is missing. */
function untilShown(command: string, text: string): number | null {
  const socket = `juncture-bench-${process.pid}`;
  const tmux = (...args: string[]) => spawnSync('tmux', ['-L', socket, ...args], { encoding: 'utf8' });
  if (tmux('-V').error) return null;
  // The session stands before the clock starts.
  tmux('new-session', '-d', '-x', '80', '-y', '24', 'sh');
  pause(300);
  const start = performance.now();
  tmux('send-keys', command, 'Enter');
  while (!tmux('capture-pane', '-p').stdout.includes(text)) {
    if (performance.now() - start > LIMIT_MS) break;
    pause(POLL_MS);
  }
  const took = performance.now() - start;
  tmux('kill-server');
  return took;
}

export interface StartUpBench {
  readonly bareNodeMs: number;
  readonly helpMs: number;
  readonly firstFrameMs: number | null;
  readonly firstResultMs: number | null;
}

/** Medians; `helpMs` and `firstFrameMs` are beyond bare Node's own start. */
export function benchStartUp(): StartUpBench {
  const bare: number[] = [];
  const help: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    bare.push(timed(['-e', '0']));
    help.push(timed([COMMAND, '--help']));
  }
  const bareNodeMs = median(bare);
  const shown = (text: string, ...args: readonly string[]): number | null => {
    const command = [process.execPath, COMMAND, ...args].join(' ');
    const times = [1, 2, 3, 4, 5].map(() => untilShown(command, text));
    const found = times.filter((time) => time !== null);
    return found.length === 0 ? null : median(found) - bareNodeMs;
  };
  return {
    bareNodeMs,
    helpMs: median(help) - bareNodeMs,
    firstFrameMs: shown('HOW IT ENDS'),
    firstResultMs: shown('10,000 of 10,000', 'simulate'),
  };
}
