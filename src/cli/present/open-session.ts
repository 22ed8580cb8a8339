/** The seminar that was asked for: the one its file holds, or a new one. */
import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import {
  commandLine,
  newSession,
  readSession,
  type SeminarSession,
  settingWords,
} from '../../experiment/index.ts';
import { grouped } from '../../report/index.ts';
import type { Scenario, Settings } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { DEFAULT_SEED } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { readSessionText, sessionPath, setAside } from './session-file.ts';

/** What was typed; left out is undefined, so that a seminar that is there can say it. */
export interface AskedSession {
  readonly seed: string | undefined;
  readonly run: number | undefined;
  readonly settings: Settings;
  /** The file it is kept in. */
  readonly session: string | undefined;
  readonly new?: true | undefined;
}

export interface OpenedSession {
  readonly session: SeminarSession;
  readonly path: string;
  readonly greeting: string | null;
}

/** The file of a seminar: the named one, else one for each scenario, seed, run and what is held, where programs keep theirs. */
export function pathFor(
  { id }: Pick<Scenario, 'id'>,
  { session, seed = DEFAULT_SEED, run = 0, settings }: AskedSession,
  { stateFolder, workingDirectory }: Terminal,
): string {
  if (session !== undefined) return resolve(workingDirectory, session);
  const held = settingWords(settings).join(' ');
  const mark = held === '' ? '' : `-${createHash('sha256').update(held).digest('hex').slice(0, 8)}`;
  return sessionPath(stateFolder ?? workingDirectory, { id: `${id}${mark}`, seed, run });
}

/** @throws CommandError (usage) where the file is no seminar of this scenario, or another one than was asked for. */
export function openSession(
  scenario: Scenario,
  asked: AskedSession,
  path: string,
  terminal: Terminal,
): OpenedSession {
  const { id, title, hash } = scenario;
  const { seed = DEFAULT_SEED, run = 0, settings } = asked;
  const fresh = newSession({ scenario: { id, title, hash }, seed, run, settings });
  const text = textOf(path);
  if (text === null) return { session: fresh, path, greeting: null };
  if (asked.new === true) {
    const aside = fileWords(setAside(path), terminal);
    return { session: fresh, path, greeting: `The seminar before was set aside: ${aside}` };
  }
  const file = fileWords(path, terminal);
  const read = readSession(text, scenario, file);
  if ('refused' in read) throw new CommandError(EXIT.usage, read.refused);
  refuseOther(read.session, asked, file);
  return {
    session: read.session,
    path,
    greeting: 'The seminar goes on where it stood; --new begins another.',
  };
}

/** @throws CommandError (usage) that says in what the seminar differs from what was typed. */
function refuseOther({ run, seed, settings }: SeminarSession, asked: AskedSession, file: string): void {
  const [held, wanted] = [settings, asked.settings].map((one) => commandLine(settingWords(one)));
  const differences = [
    ...(asked.run === undefined || asked.run === run
      ? []
      : [`on run ${grouped(run)}, not ${grouped(asked.run)}`]),
    ...(asked.seed === undefined || asked.seed === seed
      ? []
      : [`with seed ${JSON.stringify(seed)}, not ${JSON.stringify(asked.seed)}`]),
    ...(wanted === '' || wanted === held
      ? []
      : [`with ${held === '' ? 'nothing held' : held}, not ${wanted}`]),
  ];
  if (differences.length === 0) return;
  throw new CommandError(
    EXIT.usage,
    `${file} is a seminar ${differences.join('; ')}.\n  Leave that out to go on with it, begin anew with --new, or name another file with --session.`,
  );
}

/** A file as a person in the working folder names it. */
export function fileWords(path: string, { workingDirectory }: Terminal): string {
  const near = relative(workingDirectory, path);
  return near.startsWith('..') ? path : near;
}

/** @throws CommandError (usage) where it cannot be read. */
export function textOf(path: string): string | null {
  try {
    return readSessionText(path);
  } catch (error) {
    throw new CommandError(EXIT.usage, `'${path}' could not be read: ${(error as Error).message}`);
  }
}

/** The words that open a seminar again which is kept where seminars are. */
export const placeWords = ({ seed, run, settings }: SeminarSession): string =>
  [
    ...(run === 0 ? [] : [`--run ${run}`]),
    ...(seed === DEFAULT_SEED ? [] : [`--seed ${JSON.stringify(seed)}`]),
    ...(settingWords(settings).length === 0 ? [] : [commandLine(settingWords(settings))]),
  ].join(' ');
