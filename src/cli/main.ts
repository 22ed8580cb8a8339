#!/usr/bin/env node
/** The command `juncture`: reads arguments, loads what a command needs, and turns what happened into an exit status. */
import { Command, CommanderError } from 'commander';
import { CommandError, EXIT } from './exit.ts';
import { addCommands } from './program.ts';
import { processTerminal, type Terminal } from './terminal.ts';

// React's development build is several times slower; it must be chosen before anything imports it.
process.env.NODE_ENV ??= 'production';

function statusOf(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof CommandError) {
    if (error.message !== '') terminal.stderr.write(`${error.message.trimEnd()}\n`);
    return error.status;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  terminal.stderr.write(
    process.env.JUNCTURE_DEBUG
      ? `${stack}\n`
      : `juncture failed: ${message}\nThis is a fault of the program, not of your scenario. JUNCTURE_DEBUG=1 shows where.\n`,
  );
  return EXIT.fault;
}

const terminal = processTerminal();
const program = new Command('juncture');
try {
  addCommands(program, terminal);
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = statusOf(error, terminal);
}
