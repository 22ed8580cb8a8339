/** One presenter a seminar: a file beside it names the process that keeps it. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

export interface LockTerms {
  readonly pid: number;
  /** Whether a process of this machine runs. */
  readonly isAlive: (pid: number) => boolean;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** `release` gives the seminar back; `holder` has it: its process, and its machine where that is another. */
export type Lock = { readonly release: () => void } | { readonly holder: string; readonly file: string };

/**
 * Takes the seminar for this process. What a process left that is gone (killed, or with the machine) is taken over.
 * @throws Error where the folder cannot be written.
 */
export function lockSession(path: string, { pid, isAlive }: LockTerms): Lock {
  const file = `${path}.lock`;
  const own: Holder = { pid, host: hostname() };
  const text = `${own.pid} ${own.host}\n`;
  mkdirSync(dirname(file), { recursive: true });
  if (!created(file, text)) {
    const other = holderOf(file);
    if (other !== null && isHeld(other, own, isAlive)) {
      const where = other.host === own.host ? '' : ` on ${other.host}`;
      return { holder: `process ${other.pid}${where}`, file };
    }
    // Renamed over it, so that of two who take it over at once the last has it, and the first sees that.
    writeFileSync(`${file}.${pid}`, text);
    renameSync(`${file}.${pid}`, file);
    const now = holderOf(file);
    if (now !== null && now.pid !== pid) return { holder: `process ${now.pid}`, file };
  }
  return {
    release: () => {
      if (holderOf(file)?.pid === pid) rmSync(file, { force: true });
    },
  };
}

/** Of another machine it is not known whether its process runs. */
const isHeld = (other: Holder, own: Holder, isAlive: LockTerms['isAlive']): boolean =>
  other.pid !== own.pid && (other.host !== own.host || isAlive(other.pid));

/** False where it is there already. */
function created(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Null where there is none, or what is there says nothing. */
function holderOf(file: string): Holder | null {
  try {
    const [, pid, host] = /^(\d+) (\S+)\n$/.exec(readFileSync(file, 'utf8')) ?? [];
    return pid === undefined || host === undefined ? null : { pid: Number(pid), host };
  } catch {
    return null;
  }
}
