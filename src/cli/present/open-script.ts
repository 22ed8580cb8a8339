/** The prepared seminar that was asked for: read, and checked against the run it is for. */
import { resolve } from 'node:path';
import { newSession, type Player, scriptFaults } from '../../experiment/index.ts';
import { readScript, type Scenario, type SeminarScript } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { packageFile, readBytes } from '../files.ts';
import type { Terminal } from '../terminal.ts';

/** @throws CommandError (usage) with every fault of the script, with its place and the mend. */
export function openScript(
  scenario: Scenario,
  file: string | undefined,
  terminal: Terminal,
): SeminarScript | null {
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
export function refuseScript(player: Player, script: SeminarScript): void {
  const { ways } = newSession({ scenario: player.chart.scenario, seed: '', run: 0 });
  const faults = scriptFaults(player, ways, script);
  if (faults.length > 0) throw new CommandError(EXIT.usage, faults.join('\n'));
}
