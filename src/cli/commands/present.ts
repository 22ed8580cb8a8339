/** `juncture present`: the seminar on the screen where a person sits, in lines of text elsewhere. */
import { relative, resolve } from 'node:path';
import {
  type AskSeminar,
  askFutures,
  createPlayer,
  faultInWords,
  newSession,
  type Player,
  readSession,
  type SeminarSession,
  scriptFaults,
  seminarSheet,
} from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { grouped, handoutText } from '../../report/index.ts';
import type { Pool } from '../../runner/index.ts';
import { NO_SETTINGS, readScript, type Scenario, type SeminarScript } from '../../scenario/index.ts';
import { createChart, RunFault } from '../../statechart/index.ts';
import type { PresentServices } from '../../tui/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { packageFile, readBytes } from '../files.ts';
import { DEFAULT_SEED } from '../options.ts';
import { deliver } from '../output.ts';
import { withPool } from '../pool.ts';
import {
  readSessionText,
  sessionPath,
  setAside,
  writeHandout,
  writeSession,
} from '../present/session-file.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

export interface PresentOptions {
  readonly seed: string;
  readonly run?: number;
  readonly session?: string;
  readonly script?: string;
  readonly new?: true;
  readonly plain?: true;
  readonly workers?: number;
}

/** Futures behind every share: at most 2.5 points off, once in twenty by 3.1. */
const FUTURES = 1_000;

export async function presentCommand(
  named: string,
  options: PresentOptions,
  terminal: Terminal,
): Promise<void> {
  const tui = import('../../tui/index.ts');
  const scenario = openScenario(named, terminal);
  const script = scriptOf(scenario, options.script, terminal);
  const asked = script === null ? options : { ...options, run: options.run ?? script.run };
  const { session, path, greeting } = opened(scenario, asked, terminal);
  const { seed, run } = session;
  const chart = createChart(scenario);
  const player = createPlayer(chart, pointOf(scenario, NO_SETTINGS), { key: seedKey(seed), run });
  if (script !== null) refuseScript(player, script);
  const where =
    options.session === undefined ? placeWords(session) : `--session ${fileWords(path, terminal)}`;
  const scriptWords = options.script === undefined ? '' : `--script ${options.script}`;
  const command = ['juncture present', named, where, scriptWords].filter((word) => word !== '').join(' ');
  await withPool(options, async (pool) => {
    const { openPresent, openPresentLines, storyOf } = await tui;
    const ask = asker(player, pool, terminal);
    const services: PresentServices = {
      save: (now) => writeSession(path, now),
      exportHandout: async (now) => {
        const sheet = await seminarSheet(now, player, ask);
        const story = (moment: Parameters<typeof storyOf>[1]) => storyOf(player, moment);
        const text = handoutText({ scenario, sheet, storyOf: story, futures: FUTURES, command });
        return `Wrote ${writeHandout(terminal.workingDirectory, scenario.id, text)}.`;
      },
    };
    const { stdin, stdout, colour, interrupt } = terminal;
    const isScreen = terminal.interactive && options.plain === undefined;
    const parts = { player, session, ask, services, greeting, script, interrupt };
    const opening = isScreen
      ? openPresent({ ...parts, stdin, stdout, noColour: !colour })
      : openPresentLines({ ...parts, input: stdin, output: stdout });
    const { interrupted } = await opening.catch((error: unknown) => {
      if (error instanceof RunFault) throw new CommandError(EXIT.scenario, faultInWords(error));
      throw error;
    });
    await deliver(`The seminar is kept. Open it again:\n${command}\n`, undefined, terminal);
    if (interrupted) throw new CommandError(EXIT.interrupted, '');
  });
}

/** @throws CommandError (usage) with every fault of the script, with its place and the mend. */
function scriptOf(scenario: Scenario, file: string | undefined, terminal: Terminal): SeminarScript | null {
  if (file === undefined) return null;
  const near = resolve(terminal.workingDirectory, file);
  const bytes = readBytes(near) ?? readBytes(packageFile(`scenarios/seminars/${file}.yaml`));
  if (bytes === null) {
    throw new CommandError(
      EXIT.usage,
      `There is no file '${file}', and no prepared seminar of that name ships. Shipped: kazakhstan-2022.`,
    );
  }
  const read = readScript(new TextDecoder().decode(bytes), scenario, file);
  if ('faults' in read) throw new CommandError(EXIT.usage, read.faults.join('\n'));
  return read.script;
}

/** @throws CommandError (usage) where the run never comes to a stop of the script. */
function refuseScript(player: Player, script: SeminarScript): void {
  const { ways } = newSession({ scenario: player.chart.scenario, seed: '', run: 0 });
  const faults = scriptFaults(player, ways, script);
  if (faults.length > 0) throw new CommandError(EXIT.usage, faults.join('\n'));
}

const asker =
  ({ chart }: Player, pool: Pool, { interrupt: signal }: Terminal): AskSeminar =>
  (snapshot, alternatives, moment) =>
    askFutures({ chart, snapshot, alternatives, moment, futures: FUTURES, signal }, pool);

const fileWords = (path: string, { workingDirectory }: Terminal): string => {
  const near = relative(workingDirectory, path);
  return near.startsWith('..') ? path : near;
};

/** Names a seminar that is kept where seminars are. */
const placeWords = ({ seed, run }: SeminarSession): string =>
  [
    ...(run === 0 ? [] : [`--run ${run}`]),
    ...(seed === DEFAULT_SEED ? [] : [`--seed ${JSON.stringify(seed)}`]),
  ].join(' ');

interface Opened {
  readonly session: SeminarSession;
  readonly path: string;
  readonly greeting: string | null;
}

/** @throws CommandError (usage) where the file is no seminar of this scenario. */
function opened(scenario: Scenario, options: PresentOptions, terminal: Terminal): Opened {
  const { stateFolder, workingDirectory } = terminal;
  const { seed, run = 0 } = options;
  const path =
    options.session === undefined
      ? sessionPath(stateFolder ?? workingDirectory, { id: scenario.id, seed, run })
      : resolve(workingDirectory, options.session);
  const { id, title, hash } = scenario;
  const fresh = newSession({ scenario: { id, title, hash }, seed, run });
  const text = textOf(path);
  if (text === null) return { session: fresh, path, greeting: null };
  if (options.new === true) {
    const aside = fileWords(setAside(path), terminal);
    return { session: fresh, path, greeting: `The seminar before was set aside: ${aside}` };
  }
  const read = readSession(text, scenario, fileWords(path, terminal));
  if ('refused' in read) throw new CommandError(EXIT.usage, read.refused);
  const { session } = read;
  if (options.run !== undefined && options.run !== session.run) {
    throw new CommandError(
      EXIT.usage,
      `${fileWords(path, terminal)} is a seminar on run ${grouped(session.run)}, not ${grouped(options.run)}.\n  Leave --run out, or begin anew with --new.`,
    );
  }
  return { session, path, greeting: 'The seminar goes on where it stood; --new begins another.' };
}

function textOf(path: string): string | null {
  try {
    return readSessionText(path);
  } catch (error) {
    throw new CommandError(EXIT.usage, `'${path}' could not be read: ${(error as Error).message}`);
  }
}
