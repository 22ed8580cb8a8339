/** A command of an experiment carried out from its words: those of a file, of a journal or of a manifest. */
import { Command } from 'commander';
import type { ExperimentOptions } from '../experiment.ts';
import { addExperimentCommands } from '../experiment-commands.ts';
import type { Terminal } from '../terminal.ts';

/**
 * @param words as they are typed after `juncture`.
 * @param more options that cannot be typed.
 * @throws CommandError, CommanderError as the command does.
 */
export async function runWords(
  words: readonly string[],
  terminal: Terminal,
  more: Pick<ExperimentOptions, 'origin' | 'source' | 'carry'> = {},
): Promise<void> {
  const program = programOf(terminal);
  program.hook('preAction', (_, command) => {
    for (const [name, value] of Object.entries(more)) command.setOptionValue(name, value);
  });
  await program.parseAsync([...words], { from: 'user' });
}

/** Options that the command of a question has: `--runs`, `--over`. */
export const optionsKnown = (question: string, terminal: Terminal): readonly string[] =>
  programOf(terminal)
    .commands.filter((command) => command.name() === question)
    .flatMap(({ options }) => options.flatMap(({ long }) => long ?? []));

function programOf(terminal: Terminal): Command {
  const program = new Command('juncture').exitOverride().configureOutput({
    writeOut: (text) => terminal.stdout.write(text),
    writeErr: () => {},
  });
  addExperimentCommands(program, terminal);
  return program;
}
