/**
 * How quick the lab is as a person feels it: the built command on a pty of its own, keys written as a terminal sends
 * them, and the time until the frame with so many runs comes out of it. The pty is that of `script` (util-linux).
 */
import { type ChildProcessWithoutNullStreams, execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../dist/bin/juncture.js', import.meta.url));
const COLUMNS = 80;
const ROWS = 24;
const ESCAPE = String.fromCharCode(27);
const LEFT = `${ESCAPE}[D`;
const RIGHT = `${ESCAPE}[C`;
const FINE_LEFT = `${ESCAPE}[1;2D`;
const FINE_RIGHT = `${ESCAPE}[1;2C`;
const FRAME = `${ESCAPE}[?2026h`;
const RUNS = /([\d,]+) runs ±/g;
/** Of the first picture. */
const ROUGH_RUNS = 1_000;
const LIMIT_MS = 120_000;
const PRESSES = 40;
const HELD = 60;
/** Thirty a second, as keyboards repeat. */
const REPEAT_MS = 33;
const MOVES = 1_000;

export interface Latencies {
  readonly median: number;
  readonly p90: number;
  readonly most: number;
}

export interface LabBench {
  /** Milliseconds from a key to the first frame with at least 1,000 runs of the new point. */
  readonly rough: Latencies;
  /** Milliseconds from a key to the frame with 10,000 runs. */
  readonly good: Latencies;
  /** Frames a second while a key is held down, and milliseconds from its last repeat to 10,000 runs of the last value. */
  readonly heldFrames: number;
  readonly heldGoodMs: number;
  /** Bytes of a frame that changes something. */
  readonly bytes: Latencies;
  /** Bytes of the first frame. */
  readonly firstBytes: number;
  /** Megabytes of the process before and after a thousand moves. */
  readonly memory: { readonly before: number; readonly after: number };
}

const pause = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));

function spreadOf(values: readonly number[]): Latencies {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (level: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p90: at(0.9), most: at(1) };
}

/** The lab on a pty, and what came out of it. */
class LabOnPty {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly frames: number[] = [];
  /** Run counts as they were written, with the time. */
  readonly seen: { readonly runs: number; readonly at: number }[] = [];
  #rest = '';

  constructor() {
    const shell = `stty cols ${COLUMNS} rows ${ROWS}; exec '${process.execPath}' '${COMMAND}' lab`;
    const { CI: _, NO_COLOR: __, ...env } = process.env;
    this.#process = spawn('script', ['-qfc', shell, '/dev/null'], {
      env: { ...env, TERM: 'xterm-256color' },
    });
    this.#process.stdout.setEncoding('utf8').on('data', (text: string) => this.#read(text));
  }

  #read(text: string): void {
    const at = performance.now();
    for (const [, count] of text.matchAll(RUNS))
      this.seen.push({ runs: Number(count!.replaceAll(',', '')), at });
    // Each frame is one write between two marks, but a pipe may cut it anywhere.
    const parts = (this.#rest + text).split(FRAME);
    this.#rest = parts.pop() ?? '';
    for (const part of parts) if (part !== '') this.frames.push(Buffer.byteLength(FRAME + part));
  }

  press(key: string): void {
    this.#process.stdin.write(key);
  }

  /** Waits for a frame after `from` (a length of `seen`) that fits; where it is in `seen`. */
  async until(from: number, fits: (runs: number, before: number) => boolean): Promise<number> {
    const deadline = performance.now() + LIMIT_MS;
    for (;;) {
      for (let at = from; at < this.seen.length; at += 1) {
        if (fits(this.seen[at]!.runs, this.seen[at - 1]?.runs ?? 0)) return at;
      }
      if (performance.now() > deadline) throw new Error('The lab did not answer.');
      await pause(1);
    }
  }

  /**
   * Milliseconds from `start` to the first frame of a newer point and to its 10,000 runs. Frames of the point before may
   * still come; a newer one begins anew with so many runs, or, where that frame was passed over, with fewer than before.
   */
  async answered(from: number, start: number): Promise<{ readonly rough: number; readonly good: number }> {
    const first = await this.until(from, (runs, before) => runs < before || runs === ROUGH_RUNS);
    const good = await this.until(first, (runs) => runs >= 10_000);
    return { rough: this.seen[first]!.at - start, good: this.seen[good]!.at - start };
  }

  /** Megabytes that the command's process holds. */
  megabytes(): number {
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(this.#process.pid)], {
      encoding: 'utf8',
    });
    const status = readFileSync(`/proc/${children.trim().split('\n')[0]!.trim()}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  }

  async quit(): Promise<void> {
    const ended = new Promise((go) => this.#process.on('exit', go));
    this.press('q');
    await ended;
  }
}

/** Null where there is no `script`, or no /proc to read memory from. */
export async function benchLab(): Promise<LabBench | null> {
  if (process.platform !== 'linux' || spawnSync('script', ['--version']).error) return null;
  const lab = new LabOnPty();
  await lab.until(0, (runs) => runs >= 100_000);
  // Before the first frame there is only what enters the alternate screen.
  const firstBytes = lab.frames[1] ?? Number.NaN;
  const before = lab.megabytes();
  const rough: number[] = [];
  const good: number[] = [];
  const firstFrame = lab.frames.length;
  for (let press = 0; press < PRESSES; press += 1) {
    const from = lab.seen.length;
    const start = performance.now();
    // Fine steps away from where it began: no point is met twice.
    lab.press(press === 0 ? LEFT : FINE_LEFT);
    const answer = await lab.answered(from, start);
    rough.push(answer.rough);
    good.push(answer.good);
    // Some keys come while it is refined, some when it rests.
    await pause(press % 2 === 0 ? 20 : 400);
  }
  const bytes = spreadOf(lab.frames.slice(firstFrame));
  const heldFrom = lab.frames.length;
  const heldStart = performance.now();
  for (let press = 0; press < HELD; press += 1) {
    lab.press(press % 20 < 10 ? RIGHT : LEFT);
    await pause(REPEAT_MS);
  }
  const heldFrames = (1_000 * (lab.frames.length - heldFrom)) / (performance.now() - heldStart);
  const from = lab.seen.length;
  const last = performance.now();
  lab.press(FINE_RIGHT);
  // While a key is held down no point comes so far.
  const heldGood = await lab.until(from, (runs) => runs >= 10_000);
  const heldGoodMs = lab.seen[heldGood]!.at - last;
  for (let move = 0; move < MOVES; move += 1) {
    lab.press(move % 100 < 50 ? FINE_RIGHT : FINE_LEFT);
    await pause(10);
  }
  await lab.until(lab.seen.length, (runs) => runs >= 100_000);
  const after = lab.megabytes();
  await lab.quit();
  return {
    rough: spreadOf(rough),
    good: spreadOf(good),
    heldFrames,
    heldGoodMs,
    bytes,
    firstBytes,
    memory: { before, after },
  };
}
