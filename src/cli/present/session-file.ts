/** The file a seminar is kept in: whole after each step, whatever ends the program. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SeminarSession } from '../../experiment/index.ts';

/** Where a seminar is kept that was given no file: `seminars/<scenario>-<seed>-<run>.json`. */
export function sessionPath(
  folder: string,
  { id, seed, run }: { readonly id: string; readonly seed: string; readonly run: number },
): string {
  const plain = seed.replace(/[^A-Za-z0-9]+/g, '_').slice(0, 40);
  return join(folder, 'seminars', `${id}-${plain}-${run}.json`);
}

/** The file's text; null where there is none. @throws Error where it cannot be read. */
export const readSessionText = (path: string): string | null =>
  existsSync(path) ? readFileSync(path, 'utf8') : null;

/**
 * Written beside and renamed, so that the file is the seminar before the step or after it, never a part of one.
 * @throws Error with what to tell.
 */
export function writeSession(path: string, session: SeminarSession): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, `${JSON.stringify(session)}\n`);
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw new Error(
      `The seminar could not be saved: ${(error as Error).message}. Name another file with --session.`,
    );
  }
}

/** Sets a seminar aside that gives way to a new one; its new name. */
export function setAside(path: string): string {
  const stem = path.replace(/\.json$/, '');
  for (let number = 1; ; number += 1) {
    const aside = `${stem}.before${number === 1 ? '' : `-${number}`}.json`;
    if (existsSync(aside)) continue;
    renameSync(path, aside);
    return aside;
  }
}

/** Writes a handout in each of its forms, by ending, under a name that is free; the names. @throws Error where it cannot be written. */
export function writeHandouts(
  folder: string,
  id: string,
  pages: Readonly<Record<string, string>>,
): readonly string[] {
  const endings = Object.keys(pages);
  for (let number = 1; ; number += 1) {
    const stem = `${id}-handout${number === 1 ? '' : `-${number}`}`;
    if (endings.some((ending) => existsSync(join(folder, `${stem}.${ending}`)))) continue;
    for (const ending of endings)
      writeFileSync(join(folder, `${stem}.${ending}`), pages[ending]!, { flag: 'wx' });
    return endings.map((ending) => `${stem}.${ending}`);
  }
}
