/** Watches the file of a seminar that another process keeps. */
import { statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readSessionText } from './session-file.ts';

/** Where the system tells of no changes (a network drive), this is how late one is seen. */
const LOOK_MS = 500;

/**
 * Calls back with the text whenever another one stands there; null where there is none any more. Returns what ends it.
 * The folder is watched, not the file: each step puts a new file in the place of the old.
 */
export function watchSession(path: string, seen: string, onText: (text: string | null) => void): () => void {
  let known: string | null = seen;
  let stamp = '';
  const read = (): string | null => {
    try {
      return readSessionText(path);
    } catch {
      return null;
    }
  };
  const look = (): void => {
    const now = stampOf(path);
    if (now === stamp) return;
    stamp = now;
    const text = read();
    if (text === known) return;
    known = text;
    onText(text);
  };
  const name = basename(path);
  const watcher = watched(dirname(path), (file) => {
    if (file === null || file === name) look();
  });
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    watcher?.close();
  };
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size}`;
}

/** Null where the folder cannot be watched: then looking must do. */
function watched(folder: string, onChange: (file: string | null) => void): { close: () => void } | null {
  try {
    const watcher = watch(folder, (_, file) => onChange(file));
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
