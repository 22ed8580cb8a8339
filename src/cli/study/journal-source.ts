/** The scenario of unfinished work, from the copy that its journal has of it. */
import { resolve } from 'node:path';
import { scenarioPath } from '../files.ts';
import { openSource, type ScenarioSource } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { hasJournal, readHeader } from './journal-file.ts';

/** Null where the scenario still is where it was named, so that a change of it is seen, or where no work was begun. */
export function journalSource(folder: string, named: string, terminal: Terminal): ScenarioSource | null {
  const path = resolve(terminal.workingDirectory, folder);
  if (scenarioPath(named, terminal.workingDirectory) !== null || !hasJournal(path)) return null;
  const { files } = readHeader(path);
  const texts = new Map(files.map((file) => [file.path, new TextEncoder().encode(file.text)]));
  return openSource(files[0]?.path ?? named, terminal, (file) => texts.get(file) ?? null);
}
