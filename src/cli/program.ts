/** The commands, their arguments and their help. What a command needs is imported when it runs, not before. */
import { type Command, Option } from 'commander';
import { didYouMean } from '../diagnostics/index.ts';
import type { CheckOptions } from './commands/check.ts';
import type { DiagramOptions } from './commands/diagram.ts';
import type { DiffOptions } from './commands/diff.ts';
import type { LabOptions } from './commands/lab.ts';
import type { ReportOptions } from './commands/report.ts';
import type { RunOptions } from './commands/run.ts';
import type { SimulateOptions } from './commands/simulate.ts';
import type { SimulateIntoOptions } from './commands/simulate-into.ts';
import { DIAGRAM_FORMATS, DIAGRAM_KINDS, oneOf } from './diagram-formats.ts';
import { CommandError, EXIT } from './exit.ts';
import { addExperimentCommands } from './experiment-commands.ts';
import { FOUNDING_CASE, scenarioPath } from './files.ts';
import { isFolderName, withFolderOptions } from './folder-options.ts';
import { addFuturesCommands } from './futures-commands.ts';
import { type OptionName, scenarioArgument, wholeNumber, withOptions } from './options.ts';
import { withLimit } from './precision-words.ts';
import { addPresent } from './present-command.ts';
import { REPORT_FORM_NAMES, REPORT_FORMS } from './report/formats.ts';
import { addStudyCommands } from './study-commands.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

const SETTINGS: readonly OptionName[] = ['seed', 'set', 'decide', 'without', 'variant', 'atBaseline'];

const SUMMARY = `Asks "what if?" about political crises: it shows what a stated set of assumptions implies, never a forecast.

A scenario is a YAML file, or the name of one that ships (juncture check lists them).
Without a command, juncture opens the lab on the founding case, ${FOUNDING_CASE}.`;

function addLab(program: Command, terminal: Terminal): void {
  const command = program
    .command('lab', { isDefault: true })
    .description('move an assumption, see the outcomes change at once')
    .addArgument(scenarioArgument())
    .allowExcessArguments();
  withOptions(command, [...SETTINGS, 'workers'])
    .option('--plain', 'ask and answer in lines of text, as a screen reader reads them')
    .action(async (scenario: string, options: LabOptions) => {
      refuseMistyped(program, command, terminal);
      const { labCommand } = await import('./commands/lab.ts');
      await labCommand(scenario, options, terminal);
    });
}

function addSimulate(program: Command, terminal: Terminal): void {
  const command = program
    .command('simulate')
    .description('the outcome distribution over many runs')
    .addArgument(scenarioArgument())
    .allowExcessArguments();
  withFolderOptions(
    withOptions(command, ['runs', 'precision', ...SETTINGS, 'workers', 'engine', 'json', 'out', 'figure']),
  )
    .option('--plain', 'print text instead of opening the screen')
    .option('--exact', 'work the chances out exactly, where the states are few; the runs stand beside')
    .addHelpText(
      'after',
      '\n--out result.json is a file for the answer; --out data, a name without an ending, is a folder for the data of the runs.',
    )
    .action(async (scenario: string, options: SimulateOptions & SimulateIntoOptions) => {
      refuseMistyped(program, command, terminal);
      const asked = withLimit(options, command);
      if (isFolderName(options.out) || options.format !== undefined || options.resume) {
        const { simulateInto } = await import('./commands/simulate-into.ts');
        return simulateInto(scenario, asked, terminal);
      }
      const { simulateCommand } = await import('./commands/simulate.ts');
      await simulateCommand(scenario, asked, terminal);
    });
}

/**
 * The command that is meant where none is named gets a mistyped command as a scenario, perhaps with another behind it.
 * @throws CommandError (usage) where there is more than one, or where the one is nearly a command and no scenario.
 */
function refuseMistyped(program: Command, command: Command, terminal: Terminal): void {
  const { args } = command;
  const [word, ...more] = args;
  const refuse = (what: string): never => {
    throw new CommandError(EXIT.usage, `${what}\nTry: juncture --help`);
  };
  if (word === undefined) return;
  if (program.args[0] === command.name() || word.includes('.')) {
    if (more.length === 0) return;
    refuse(`${command.name()} takes one scenario, and there are ${args.length}: ${args.join(', ')}.`);
  }
  const names = program.commands.map((known) => known.name());
  const guess = didYouMean(word, names);
  const meant = guess === null ? '' : ` Did you mean '${guess}'?`;
  if (more.length > 0) refuse(`There is no command '${word}'.${meant}`);
  if (guess === null || scenarioPath(word, terminal.workingDirectory) !== null) return;
  refuse(`There is no command '${word}', and no scenario of that name.${meant}`);
}

function addRun(program: Command, terminal: Terminal): void {
  const command = program
    .command('run')
    .description('one run, told step by step')
    .addArgument(scenarioArgument())
    .addOption(
      new Option('--run <number>', 'which run, from 0').argParser(wholeNumber(0, 2 ** 32 - 1)).default(0),
    );
  withOptions(command, [...SETTINGS, 'json', 'out']).action(async (scenario: string, options: RunOptions) => {
    const { runCommand } = await import('./commands/run.ts');
    await runCommand(scenario, options, terminal);
  });
}

function addCheck(program: Command, terminal: Terminal): void {
  const command = program
    .command('check')
    .description('is this scenario sound, and does it give the answers it promises?')
    .argument(
      '[scenario]',
      'a scenario file, or the name of a shipped one; without it, the shipped ones are listed',
    )
    .option('--expect', "test the scenario's promises by simulation");
  withOptions(command, ['seed', 'workers', 'engine', 'json'])
    .addOption(
      new Option('--most-runs <number>', 'give up on a promise after so many runs')
        .argParser(wholeNumber(1, 100_000_000))
        .default(1_000_000),
    )
    .action(async (scenario: string | undefined, options: CheckOptions) => {
      const { checkCommand } = await import('./commands/check.ts');
      await checkCommand(scenario, options, terminal);
    });
}

function addDiagram(program: Command, terminal: Terminal): void {
  const command = program
    .command('diagram')
    .description('the chart of stages and transitions')
    .addArgument(scenarioArgument())
    .addOption(
      new Option('--format <name>', `how to draw it: ${DIAGRAM_FORMATS.join(', ')}`).argParser(
        oneOf(DIAGRAM_FORMATS),
      ),
    )
    .addOption(
      new Option('--kind <name>', 'chart: stages and transitions; influence: what feeds what')
        .argParser(oneOf(DIAGRAM_KINDS))
        .default('chart'),
    )
    .addOption(
      new Option('-n, --runs <number>', 'draw how often runs took each transition (svg, png)').argParser(
        wholeNumber(1, 1_000_000_000),
      ),
    );
  withOptions(command, [...SETTINGS, 'workers', 'engine', 'out'])
    .addHelpText('after', '\nWithout --format, the ending of --out says how to draw; without both, text.')
    .action(async (scenario: string, options: DiagramOptions) => {
      const { diagramCommand } = await import('./commands/diagram.ts');
      await diagramCommand(scenario, options, terminal);
    });
}

function addDiff(program: Command, terminal: Terminal): void {
  const command = program
    .command('diff')
    .description('what changed between two versions of a scenario, and what that does')
    .argument('<files...>', 'the older and the newer version');
  withOptions(command, ['runs', ...SETTINGS, 'workers', 'engine', 'json', 'out'])
    .option('--no-runs', 'say what changed, and run nothing')
    .option('--textconv', 'print one scenario in one spelling, for git diff')
    .action(async (files: readonly string[], options: DiffOptions) => {
      const { diffCommand } = await import('./commands/diff.ts');
      await diffCommand(files, options, terminal);
    });
}

function addReport(program: Command, terminal: Terminal): void {
  const forms = REPORT_FORM_NAMES.map((name) => `${name} (${REPORT_FORMS[name].what})`).join(', ');
  const command = program
    .command('report')
    .description('a page to read, to ask and to send: everything that can be told, in one file')
    .addArgument(scenarioArgument())
    .addOption(new Option('--format <name>', `how to write it: ${forms}`).argParser(oneOf(REPORT_FORM_NAMES)))
    .option('--best <outcome>', 'the outcome told as the best for those in power (default: by their order)')
    .option('--worst <outcome>', 'the outcome told as the worst for them')
    .option('--promises <file>', 'for odd: answers of check --expect --json, to be told in it');
  withOptions(command, ['runs', ...SETTINGS, 'workers', 'engine', 'out'])
    .addHelpText('after', '\nWithout --out, it is written to reports/ under the name of the scenario.')
    .action(async (scenario: string, options: ReportOptions) => {
      const { reportCommand } = await import('./commands/report.ts');
      await reportCommand(scenario, options, terminal);
    });
}

function addNew(program: Command, terminal: Terminal): void {
  program
    .command('new')
    .description('a scenario of your own, with comments')
    .argument('<name>', 'its name; the file is <name>.yaml in this folder')
    .action(async (name: string) => {
      const { newCommand } = await import('./commands/new.ts');
      await newCommand(name, terminal);
    });
}

/** Fills the program with its commands. Nothing is written or run. */
export function addCommands(program: Command, terminal: Terminal): void {
  program
    .description(SUMMARY)
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError(true)
    .showHelpAfterError('Try: juncture --help')
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .exitOverride();
  for (const add of [
    addLab,
    addSimulate,
    addRun,
    addPresent,
    addCheck,
    addDiagram,
    addReport,
    addDiff,
    addNew,
  ])
    add(program, terminal);
  addExperimentCommands(program, terminal);
  addFuturesCommands(program, terminal);
  addStudyCommands(program, terminal);
}
