/** Watches a scenario's files and loads it again when one of them was saved. */
import { unwatchFile, watchFile } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { formatDiagnostics } from '../../diagnostics/index.ts';
import { loadScenario } from '../../scenario/index.ts';
import type { Reloaded } from '../../tui/index.ts';
import { readBytes } from '../files.ts';

/** By looking, not by the system's events: editors save by renaming, and folders on a network have no events. */
const LOOK_MS = 250;

/** Returns what ends it. Which files are watched follows what the scenario extends. */
export function watchScenario(file: string, onChange: (reloaded: Reloaded) => void): () => void {
  let watched: readonly string[] = [];
  const saved = (now: { readonly mtimeMs: number }, before: { readonly mtimeMs: number }): void => {
    // Gone for a moment while an editor renames: it will be there at the next look.
    if (now.mtimeMs === 0 || now.mtimeMs === before.mtimeMs) return;
    watch(filesOf(file));
    onChange(loaded(file));
  };
  const watch = (files: readonly string[]): void => {
    for (const path of watched) if (!files.includes(path)) unwatchFile(path, saved);
    for (const path of files)
      if (!watched.includes(path)) watchFile(path, { interval: LOOK_MS, persistent: false }, saved);
    watched = files;
  };
  watch(filesOf(file));
  return () => watch([]);
}

function loaded(file: string): Reloaded {
  const { scenario, diagnostics } = loadScenario(file, readBytes);
  if (scenario !== null) return { kind: 'scenario', scenario };
  const faults = diagnostics.filter(({ severity }) => severity === 'error');
  return { kind: 'faults', lines: formatDiagnostics(faults, { colour: false }).trimEnd().split('\n') };
}

const EXTENDS = /^extends:[ \t]*(["']?)(.+?)\1[ \t]*(?:#.*)?$/m;
const MOST_FILES = 20;

/** The file and those it extends. Read off the texts: loading would cost more than a screen that opens can spare. */
function filesOf(file: string): readonly string[] {
  const files: string[] = [];
  let next: string | null = resolve(file);
  while (next !== null && !files.includes(next) && files.length < MOST_FILES) {
    files.push(next);
    const bytes = readBytes(next);
    const base = bytes === null ? undefined : EXTENDS.exec(new TextDecoder().decode(bytes))?.[2];
    next = base === undefined ? null : resolve(dirname(next), base);
  }
  return files;
}
