/** `juncture experiment`: carries out what a file asks, as the command would that asks the same. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommanderError } from 'commander';
import { type Diagnostic, formatDiagnostics } from '../../diagnostics/index.ts';
import { loadExperiment, type MapNode, QUESTION_NAMES, type Question } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { checkNames, faultAt } from '../experiment-file/check-names.ts';
import { type Piece, piecesOf } from '../experiment-file/file-words.ts';
import { entryOf, valueText } from '../experiment-file/values.ts';
import { findExperiment, findScenario, readBytes, shippedExperiments } from '../files.ts';
import { settingsOf } from '../options.ts';
import { deliver } from '../output.ts';
import { openSource, type ScenarioSource } from '../scenario.ts';
import { optionsKnown, runWords } from '../study/run-words.ts';
import type { Terminal } from '../terminal.ts';

/**
 * @param file null: the experiments that ship are listed.
 * @param typed options beside the file, as they were typed: they come before what it says.
 * @throws CommandError (scenario) with every fault of the file printed with its place.
 */
export async function experimentCommand(
  file: string | null,
  typed: readonly string[],
  terminal: Terminal,
): Promise<void> {
  if (file === null) return deliver(shippedText(), undefined, terminal);
  const path = findExperiment(file, terminal.workingDirectory);
  const { root, diagnostics } = loadExperiment(path, readBytes);
  if (root === null || diagnostics.length > 0) throw faulty(diagnostics, terminal);
  const question = QUESTION_NAMES.find((name) => entryOf(root, name) !== null) as Question;
  const named = scenarioOf(root, path, terminal);
  const source = openSource(findScenario(named, terminal.workingDirectory), terminal);
  const names = checkNames(root, question, source.scenario);
  if (names.length > 0) throw faulty(names, terminal);
  const pieces = piecesOf(root, question);
  await checkPlan([question, named], { root, question, pieces }, source, terminal);
  const { kept, overridden } = besides(pieces, typed);
  const words = [question, named, ...kept.flatMap((piece) => piece.words), ...typed];
  await runWords(words, terminal, { source, origin: { file, overridden } });
}

function faulty(found: readonly Diagnostic[], { colour }: Terminal): CommandError {
  const inOrder = [...found].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return new CommandError(EXIT.scenario, formatDiagnostics(inOrder, { colour }));
}

/** The scenario as a command names it: a path seen from here, or the name of a shipped one. */
function scenarioOf(root: MapNode, path: string, terminal: Terminal): string {
  const { value } = entryOf(root, 'scenario')!;
  const written = valueText(value);
  const beside = join(dirname(path), written);
  const named = existsSync(resolve(terminal.workingDirectory, beside)) ? beside : written;
  try {
    findScenario(named, terminal.workingDirectory);
    return named;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw faulty([faultAt(value.origin, 'file-missing', error.message)], terminal);
  }
}

/** Whether the command that asks the same takes it: what it says against it is told at the question. */
async function checkPlan(
  words: readonly string[],
  {
    root,
    question,
    pieces,
  }: { readonly root: MapNode; readonly question: Question; readonly pieces: readonly Piece[] },
  source: ScenarioSource,
  terminal: Terminal,
): Promise<void> {
  const options = optionsKnown(question, terminal);
  const strange = pieces.filter(({ option }) => option !== null && !options.includes(option));
  if (strange.length > 0) {
    throw faulty(
      strange.map(({ entry: { key, keyOrigin } }) =>
        faultAt(
          keyOrigin,
          'bad-experiment',
          `\`${question}\` takes no \`${key}\`.\nTake it out, or ask something else.`,
        ),
      ),
      terminal,
    );
  }
  try {
    await runWords([...words, ...pieces.flatMap((piece) => piece.words)], terminal, {
      source,
      carry: async (_, { runs: __, ...options_ }, ___, plan) =>
        void plan(source.scenario, settingsOf(options_)),
    });
  } catch (error) {
    const isUsage = error instanceof CommandError && error.status === EXIT.usage;
    if (!isUsage && !(error instanceof CommanderError)) throw error;
    const { keyOrigin } = entryOf(root, question)!;
    throw faulty([faultAt(keyOrigin, 'bad-experiment', (error as Error).message)], terminal);
  }
}

/** Values of these are laid over each other, name by name; of others what is typed takes the place of what is written. */
const MERGED = ['--set', '--decide'];

/** What stays of a file beside options that were typed. */
function besides(
  pieces: readonly Piece[],
  typed: readonly string[],
): { readonly kept: readonly Piece[]; readonly overridden: readonly string[] } {
  const given = new Set(typed.map((word) => (word === '-n' ? '--runs' : word.replace(/=.*$/, ''))));
  const over = pieces.filter(({ option }) => option !== null && given.has(option));
  return {
    kept: pieces.filter((piece) => !over.includes(piece) || MERGED.includes(piece.option ?? '')),
    overridden: over.map(({ entry }) => entry.key),
  };
}

function shippedText(): string {
  const lines = shippedExperiments().map(({ name, title }) => `  ${name.padEnd(28)} ${title}`);
  return [
    'Experiments that ship; a file of your own is named by its path:',
    '',
    ...lines,
    '',
    'juncture experiment NAME --dry-run says what one would run, and the command that asks the same.',
  ].join('\n');
}
