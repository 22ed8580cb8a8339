/** A command of an experiment carried out from its words: those of a file, of a journal or of a manifest. */
import { Command } from 'commander';
import type { ExperimentOptions } from '../experiment.ts';
import { addExperimentCommands } from '../experiment-commands.ts';
import { withFolderOptions } from '../folder-options.ts';
import { withOptions } from '../options.ts';
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
  addSimulateInto(program, terminal);
  return program;
}

/** `simulate`, as far as it fills a folder: it is asked by those who go on with one, or hold one against its manifest. */
function addSimulateInto(program: Command, terminal: Terminal): void {
  const command = program.command('simulate').argument('[scenario]');
  withFolderOptions(
    withOptions(command, ['runs', 'precision', 'seed', 'set', 'decide', 'without', 'variant', 'atBaseline']),
  );
  withOptions(command, ['workers', 'engine', 'json', 'out', 'figure']).action(
    async (scenario: string, options: ExperimentOptions) => {
      const { simulateInto } = await import('../commands/simulate-into.ts');
      await simulateInto(scenario, options, terminal);
    },
  );
}
