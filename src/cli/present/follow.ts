/** `juncture present --follow`: the leader's second terminal. It reads the file of a seminar and writes none. */
import {
  type AskSeminar,
  createPlayer,
  type Player,
  readSession,
  type SeminarSession,
  settingWords,
} from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import type { Scenario, SeminarScript } from '../../scenario/index.ts';
import { createChart } from '../../statechart/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { fileWords, textOf } from './open-session.ts';
import { toldFault } from './told-fault.ts';
import { watchSession } from './watch-session.ts';

export interface FollowTerms {
  readonly scenario: Scenario;
  readonly script: SeminarScript | null;
  readonly path: string;
  readonly ask: (player: Player) => AskSeminar;
  readonly isPlain: boolean;
}

/** @throws CommandError (usage) where there is no seminar of this scenario to follow. */
export async function followSeminar(
  { scenario, script, path, ask: askOf, isPlain }: FollowTerms,
  terminal: Terminal,
): Promise<void> {
  const tui = import('../../tui/index.ts');
  const file = fileWords(path, terminal);
  const text = textOf(path);
  if (text === null) {
    throw new CommandError(
      EXIT.usage,
      `There is no seminar to follow in ${file}.\n  Begin one in another terminal, with the same scenario and options: juncture present … --session ${file}`,
    );
  }
  const read = readSession(text, scenario, file);
  if ('refused' in read) throw new CommandError(EXIT.usage, read.refused.replaceAll('--session', '--follow'));
  const { session } = read;
  const { seed, run, settings } = session;
  const player = createPlayer(createChart(scenario), pointOf(scenario, settings), {
    key: seedKey(seed),
    run,
  });
  const watch = (onMove: (moved: SeminarSession | { readonly refused: string }) => void): (() => void) =>
    watchSession(path, text, (next) => {
      if (next === null) return onMove({ refused: `${file} is gone; it is looked for again.` });
      const moved = readSession(next, scenario, file);
      if ('refused' in moved) return onMove(moved);
      return onMove(
        isSame(moved.session, session)
          ? moved.session
          : { refused: `${file} holds another seminar now. Close this (q) and follow it again.` },
      );
    });
  const { openFollow, openFollowLines } = await tui;
  const { stdin, stdout, colour, interrupt } = terminal;
  const parts = { player, session, ask: askOf(player), script, watch, interrupt };
  const opening =
    terminal.interactive && !isPlain
      ? openFollow({ ...parts, stdin, stdout, noColour: !colour })
      : openFollowLines({ ...parts, input: stdin, output: stdout });
  const interrupted = await opening.catch(toldFault);
  if (interrupted) throw new CommandError(EXIT.interrupted, '');
}

/** Whether both play the same run with the same held: else all that was played is another. */
const isSame = (one: SeminarSession, other: SeminarSession): boolean =>
  one.run === other.run &&
  one.seed === other.seed &&
  JSON.stringify(settingWords(one.settings)) === JSON.stringify(settingWords(other.settings));
