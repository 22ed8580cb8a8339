/** The report of a seminar: the session's handout, as a page or in Markdown. */
import { dirname, join, resolve } from 'node:path';
import { commandLine, createPlayer, readSession, seminarSheet } from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { type Handout, handoutHtml, handoutText } from '../../report/index.ts';
import type { Pool } from '../../runner/index.ts';
import { createChart } from '../../statechart/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { readBytes, scenarioPath } from '../files.ts';
import { asker, FUTURES } from '../present/asker.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

/** What a session's report can be written as. */
const WRITERS = { html: handoutHtml, md: handoutText } as const;

export type SeminarForm = keyof typeof WRITERS;

export const isSeminarForm = (name: string): name is SeminarForm => Object.hasOwn(WRITERS, name);

/** The text of a file that is a session, with the id of its scenario; null for any other file. */
export function sessionIn(path: string): { readonly text: string; readonly scenario: string } | null {
  const bytes = readBytes(path);
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  try {
    const { ways, scenario } = JSON.parse(text) as {
      readonly ways?: unknown;
      readonly scenario?: { readonly id?: unknown };
    };
    return Array.isArray(ways) && typeof scenario?.id === 'string' ? { text, scenario: scenario.id } : null;
  } catch {
    return null;
  }
}

/**
 * @param named the session's file as the user named it.
 * @throws CommandError (usage) where its scenario is not to be found, or is another version of it.
 */
export async function seminarReport(
  named: string,
  form: SeminarForm,
  { pool, terminal }: { readonly pool: Pool; readonly terminal: Terminal },
): Promise<{ readonly id: string; readonly text: string }> {
  const path = resolve(terminal.workingDirectory, named);
  const found = sessionIn(path)!;
  const { text, scenario: id } = found;
  const of = scenarioNamed(id, path, terminal);
  const scenario = openScenario(of, terminal);
  const read = readSession(text, scenario, named);
  if ('refused' in read) throw new CommandError(EXIT.usage, read.refused);
  const { session } = read;
  const { seed, run } = session;
  const point = pointOf(scenario, session.settings);
  const player = createPlayer(createChart(scenario), point, { key: seedKey(seed), run });
  const sheet = await seminarSheet(session, player, asker(pool, terminal)(player));
  const { storyOf } = await import('../../tui/index.ts');
  const handout: Handout = {
    scenario,
    sheet,
    storyOf: (moment) => storyOf(player, moment),
    futures: FUTURES,
    command: commandLine(['juncture', 'present', of, '--session', named]),
  };
  return { id, text: WRITERS[form](handout) };
}

/** A shipped scenario, or a file of its name here or beside the session. @throws CommandError (usage). */
function scenarioNamed(id: string, session: string, { workingDirectory }: Terminal): string {
  const file = `${id}.yaml`;
  const places = [file, join(dirname(session), file), id];
  const found = places.find((place) => scenarioPath(place, workingDirectory) !== null);
  if (found !== undefined) return found;
  throw new CommandError(
    EXIT.usage,
    `The seminar is on '${id}', and there is no ${file} here or beside it.\n  Put the scenario's file there.`,
  );
}
