/** `juncture present`: the seminar on the screen where a person sits, in lines of text elsewhere. */
import { createPlayer, type SeminarSession, seminarSheet } from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { type Handout, handoutHtml, handoutText } from '../../report/index.ts';
import type { Scenario, SeminarScript } from '../../scenario/index.ts';
import { createChart } from '../../statechart/index.ts';
import type { PresentServices } from '../../tui/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { isAlive } from '../lab/is-alive.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { deliver } from '../output.ts';
import { withPool } from '../pool.ts';
import { asker, FUTURES } from '../present/asker.ts';
import { followSeminar } from '../present/follow.ts';
import { lockSession } from '../present/lock.ts';
import { openScript, refuseScript } from '../present/open-script.ts';
import {
  type AskedSession,
  fileWords,
  type OpenedSession,
  openSession,
  pathFor,
  placeWords,
} from '../present/open-session.ts';
import { writeHandouts, writeSession } from '../present/session-file.ts';
import { toldFault } from '../present/told-fault.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

export interface PresentOptions
  extends Pick<CommonOptions, 'set' | 'decide' | 'without' | 'variant' | 'workers'> {
  readonly seed?: string;
  readonly run?: number;
  readonly session?: string;
  readonly script?: string;
  /** A file, or true for the one that these options would open. */
  readonly follow?: string | true;
  readonly new?: true;
  readonly plain?: true;
}

/** What was asked for, as far as it was typed. */
function askedOf(options: PresentOptions, script: SeminarScript | null): AskedSession {
  const { seed, run, session, follow } = options;
  return {
    seed,
    run: run ?? script?.run,
    settings: settingsOf({ ...options, seed: seed ?? '' }),
    session: typeof follow === 'string' ? follow : session,
    new: options.new,
  };
}

export async function presentCommand(
  named: string,
  options: PresentOptions,
  terminal: Terminal,
): Promise<void> {
  refuseContradictions(options);
  const scenario = openScenario(named, terminal);
  const script = openScript(scenario, options.script, terminal);
  const asked = askedOf(options, script);
  const path = pathFor(scenario, asked, terminal);
  if (options.follow !== undefined) {
    await withPool(options, (pool) =>
      followSeminar(
        { scenario, script, path, ask: asker(pool, terminal), isPlain: options.plain === true },
        terminal,
      ),
    );
    return;
  }
  // Told before the seminar is kept from anybody.
  pointOf(scenario, asked.settings);
  const release = locked(path, terminal);
  try {
    await presented(
      { scenario, script, named, options, opened: openSession(scenario, asked, path, terminal) },
      terminal,
    ).catch(toldFault);
  } finally {
    release();
  }
}

interface Presented {
  readonly scenario: Scenario;
  readonly script: SeminarScript | null;
  readonly named: string;
  readonly options: PresentOptions;
  readonly opened: OpenedSession;
}

async function presented(
  { scenario, script, named, options, opened }: Presented,
  terminal: Terminal,
): Promise<void> {
  const tui = import('../../tui/index.ts');
  const { session, path, greeting } = opened;
  const { seed, run } = session;
  const chart = createChart(scenario);
  const player = createPlayer(chart, pointOf(scenario, session.settings), { key: seedKey(seed), run });
  if (script !== null) refuseScript(player, script);
  const command = commandOf(named, session, path, options, terminal);
  await withPool(options, async (pool) => {
    const { openPresent, openPresentLines, storyOf } = await tui;
    const ask = asker(pool, terminal)(player);
    const services: PresentServices = {
      save: (now) => writeSession(path, now),
      exportHandout: async (now) => {
        const sheet = await seminarSheet(now, player, ask);
        const story = (moment: Parameters<typeof storyOf>[1]) => storyOf(player, moment);
        const handout: Handout = { scenario, sheet, storyOf: story, futures: FUTURES, command };
        const pages = { md: handoutText(handout), html: handoutHtml(handout) };
        return `Wrote ${writeHandouts(terminal.workingDirectory, scenario.id, pages).join(' and ')}.`;
      },
    };
    const { stdin, stdout, colour, interrupt } = terminal;
    const isScreen = terminal.interactive && options.plain === undefined;
    const parts = { player, session, ask, services, greeting, script, interrupt };
    const opening = isScreen
      ? openPresent({ ...parts, stdin, stdout, noColour: !colour })
      : openPresentLines({ ...parts, input: stdin, output: stdout });
    const { interrupted } = await opening;
    await deliver(`The seminar is kept. Open it again:\n${command}\n`, undefined, terminal);
    if (interrupted) throw new CommandError(EXIT.interrupted, '');
  });
}

/** @throws CommandError (usage) where options do not go together. */
function refuseContradictions({ follow, session, new: anew }: PresentOptions): void {
  if (follow === undefined) return;
  if (anew === true)
    throw new CommandError(EXIT.usage, '--follow only looks, and --new begins a seminar: give one of them.');
  if (session !== undefined && follow !== true && follow !== session) {
    throw new CommandError(EXIT.usage, '--follow names a file itself; leave --session out.');
  }
}

/** @throws CommandError (usage) where another process keeps it. */
function locked(path: string, terminal: Terminal): () => void {
  const lock = lockedOrNot(path);
  if ('release' in lock) return lock.release;
  const file = fileWords(path, terminal);
  throw new CommandError(
    EXIT.usage,
    `${file} is being presented already (${lock.holder}); two would write over each other.\n  Look at it with --follow ${file}, or keep another one with --session. If none is open, delete ${fileWords(lock.file, terminal)}.`,
  );
}

function lockedOrNot(path: string) {
  try {
    return lockSession(path, { pid: process.pid, isAlive });
  } catch (error) {
    throw new CommandError(
      EXIT.usage,
      `The seminar cannot be kept: ${(error as Error).message}. Name another file with --session.`,
    );
  }
}

/** The words that open the seminar again. */
function commandOf(
  named: string,
  session: SeminarSession,
  path: string,
  options: PresentOptions,
  terminal: Terminal,
): string {
  const where =
    options.session === undefined ? placeWords(session) : `--session ${fileWords(path, terminal)}`;
  const script = options.script === undefined ? '' : `--script ${options.script}`;
  return ['juncture present', named, where, script].filter((word) => word !== '').join(' ');
}
