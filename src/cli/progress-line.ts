/** One line on standard error that says how far the work is; nothing where nobody would see it. */
import type { Progress } from '../runner/index.ts';
import { now } from './pool.ts';
import type { Terminal } from './terminal.ts';

export interface ProgressLine {
  show(progress: Progress, what?: string): void;
  clear(): void;
}

const ERASE = '\r\u001b[K';
const WIDTH = 24;
const LEAST_MS = 100;

function inWords(remainingMs: number | null): string {
  if (remainingMs === null) return '';
  const seconds = Math.ceil(remainingMs / 1000);
  return seconds < 100 ? `, ${seconds} s left` : `, ${Math.ceil(seconds / 60)} min left`;
}

export function openProgressLine({ stderr }: Terminal): ProgressLine {
  if (stderr.isTTY !== true) return { show() {}, clear() {} };
  let last = Number.NEGATIVE_INFINITY;
  return {
    show({ done, total, remainingMs }, what = 'runs') {
      if (now() - last < LEAST_MS) return;
      last = now();
      const full = total === 0 ? 0 : Math.round((WIDTH * done) / total);
      const bar = '█'.repeat(full) + '·'.repeat(WIDTH - full);
      const line = `${bar} ${done} of ${total} ${what}${inWords(remainingMs)}`;
      // A line that wrapped could not be erased.
      stderr.write(`${ERASE}${line.slice(0, Math.max(0, (stderr.columns || 80) - 1))}`);
    },
    clear: () => stderr.write(ERASE),
  };
}
