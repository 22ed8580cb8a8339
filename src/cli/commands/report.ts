/** `juncture report`: all that can be told of a scenario, as a file that leaves the terminal. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { didYouMean } from '../../diagnostics/index.ts';
import {
  commandLine,
  type Findings,
  FindingsFaulted,
  FindingsInterrupted,
  gatherFindings,
  settingWords,
} from '../../experiment/index.ts';
import { momentText } from '../../report/index.ts';
import type { Pool } from '../../runner/index.ts';
import { NO_SETTINGS, type Scenario, type Settings } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { findScenario, scenarioPath } from '../files.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { isFolder, requirePlaceFor } from '../output.ts';
import { now, withPool } from '../pool.ts';
import { openProgressLine } from '../progress-line.ts';
import {
  formOfFile,
  REPORT_FORMS,
  type ReportForm,
  type ReportFormName,
  type ScenarioForm,
} from '../report/formats.ts';
import { scenarioMaterial } from '../report/scenario-material.ts';
import { isSeminarForm, seminarReport, sessionIn } from '../report/seminar.ts';
import { addedVariant } from '../report/what-if.ts';
import type { WrittenReport } from '../report/written-report.ts';
import { openScenario, pointOf } from '../scenario.ts';
import { MANIFEST } from '../study/manifest-file.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

export type ReportOptions = CommonOptions & {
  readonly format?: ReportFormName;
  /** Outcomes that count as the best and the worst for the incumbent. */
  readonly best?: string;
  readonly worst?: string;
  /** Answers of `check --expect --json`, to be told in a model description. */
  readonly promises?: string;
};

/** Forms that tell what came of promises. */
const DESCRIPTIONS: readonly ReportFormName[] = ['odd', 'odd-tex'];

export async function reportCommand(
  named: string,
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const path = resolve(terminal.workingDirectory, named);
  if (isStudy(path, named, terminal)) return reportStudy(path, named, options, terminal);
  if (sessionIn(path) !== null) return reportSeminar(named, options, terminal);
  requirePlaceFor(options.out, terminal);
  const format = formatOf(options);
  const form: ReportForm = REPORT_FORMS[format];
  if (options.promises !== undefined && !DESCRIPTIONS.includes(format)) {
    throw new CommandError(
      EXIT.usage,
      '--promises is for a model description: add --format odd, or odd-tex.',
    );
  }
  if (form.from === 'scenario') return writeScenarioForm(named, form, options, terminal);
  await withPool(options, async (pool) => {
    const scenario = openScenario(named, terminal);
    const file = fileOf(scenario, form, options);
    const findings = await findingsOf(named, scenario, { options, format, terminal, pool });
    const written = await form.write({ findings, pool, named }, basename(file, extname(file)));
    save(file, written, terminal);
  });
}

/** Nothing is run. */
async function writeScenarioForm(
  named: string,
  form: ScenarioForm,
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const scenario = openScenario(named, terminal);
  const file = fileOf(scenario, form, options);
  const { promises } = options;
  save(
    file,
    { main: await form.write(scenarioMaterial({ named, scenario, file, promises }, terminal)) },
    terminal,
  );
}

const fileOf = ({ id }: Scenario, { endings }: ReportForm, { out }: ReportOptions): string =>
  out ?? join('reports', `${id}${endings[0]}`);

/** Its futures are run anew; nothing else is. */
async function reportSeminar(named: string, options: ReportOptions, terminal: Terminal): Promise<void> {
  requirePlaceFor(options.out, terminal);
  const format = formatOf(options);
  if (!isSeminarForm(format)) {
    throw new CommandError(EXIT.usage, 'A seminar is written as html or md.');
  }
  await withPool(options, async (pool) => {
    const { id, text } = await seminarReport(named, format, { pool, terminal });
    save(options.out ?? join('reports', `${id}-seminar.${format}`), { main: text }, terminal);
  });
}

/** A folder that an experiment wrote; or any other, where no scenario has the name, so that its lack is told. */
const isStudy = (folder: string, named: string, { workingDirectory }: Terminal): boolean =>
  isFolder(folder) && (existsSync(join(folder, MANIFEST)) || scenarioPath(named, workingDirectory) === null);

/** The folder of an experiment has its numbers already: nothing is run. */
async function reportStudy(
  path: string,
  named: string,
  { out, format = 'html' }: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  requirePlaceFor(out, terminal);
  if (format !== 'html' || (out !== undefined && formOfFile(out) !== 'html')) {
    throw new CommandError(EXIT.usage, 'The folder of an experiment is written as html alone.');
  }
  const { studyPageOf } = await import('../report/study.ts');
  const page = studyPageOf(path, named, commandLine(['juncture', 'report', named]));
  save(out ?? join('reports', `${basename(path)}.html`), { main: page }, terminal);
}

/** @throws CommandError (usage) for a file whose ending asks for no form. */
function formatOf({ format, out }: ReportOptions): ReportFormName {
  if (format !== undefined) return format;
  if (out === undefined) return 'html';
  const found = formOfFile(out);
  if (found !== null) return found;
  const endings = Object.values(REPORT_FORMS).flatMap((form) => form.endings);
  throw new CommandError(
    EXIT.usage,
    `The ending of '${out}' does not say what to write. Use one of ${endings.join(' ')}, or add --format.`,
  );
}

interface Asked {
  readonly options: ReportOptions;
  readonly format: ReportFormName;
  readonly terminal: Terminal;
  readonly pool: Pool;
}

/** @throws CommandError where a run faulted, or the work was interrupted. */
async function findingsOf(
  named: string,
  scenario: Scenario,
  { options, format, terminal, pool }: Asked,
): Promise<Findings> {
  const settings = withWhatIf(named, scenario, settingsOf(options), terminal);
  const filePoint = pointOf(scenario, NO_SETTINGS);
  const own = pointOf(scenario, settings);
  const same = JSON.stringify(own) === JSON.stringify(filePoint);
  const line = openProgressLine(terminal);
  try {
    return await gatherFindings(
      {
        scenario,
        named,
        settings,
        seed: options.seed,
        version: VERSION,
        command: reportCommandLine(named, settings, { ...options, format }),
        engine: options.engine,
        signal: terminal.interrupt,
        now,
        onProgress: (progress) => line.show(progress),
        point: same ? filePoint : own,
        filePoint,
        variants: scenario.variants.map(({ name }) => {
          const side = { ...NO_SETTINGS, variant: name };
          return { name, settings: side, point: pointOf(scenario, side) };
        }),
        runs: options.runs,
        dateOf: (day) => momentText(scenario.time.start, day),
        extremes: extremesOf(scenario, options),
      },
      pool,
    );
  } catch (error) {
    if (error instanceof FindingsFaulted) {
      throw new CommandError(EXIT.scenario, `${error.message}\n  again: ${error.fault.command}`);
    }
    if (error instanceof FindingsInterrupted) {
      throw new CommandError(EXIT.interrupted, 'Interrupted; no report was written.');
    }
    throw error;
  } finally {
    line.clear();
  }
}

/** A saved what-if is reported as what it is: its variant, beside the scenario that it extends. */
function withWhatIf(
  named: string,
  scenario: Scenario,
  settings: Settings,
  { workingDirectory }: Terminal,
): Settings {
  if (JSON.stringify(settings) !== JSON.stringify(NO_SETTINGS)) return settings;
  const path = resolve(workingDirectory, findScenario(named, workingDirectory));
  return { ...settings, variant: addedVariant(scenario, path) };
}

/** Writes the same file again, wherever it is written to. */
function reportCommandLine(named: string, settings: Settings, options: ReportOptions): string {
  const { runs, seed, format, best, worst } = options;
  return commandLine([
    'juncture',
    'report',
    named,
    ...(format === undefined || format === 'html' ? [] : ['--format', format]),
    '--runs',
    `${runs}`,
    '--seed',
    seed,
    ...settingWords(settings),
    ...(best === undefined ? [] : ['--best', best]),
    ...(worst === undefined ? [] : ['--worst', worst]),
  ]);
}

function extremesOf(scenario: Scenario, { best, worst }: ReportOptions) {
  return {
    ...(best === undefined ? {} : { best: outcomeNamed(scenario, best) }),
    ...(worst === undefined ? {} : { worst: outcomeNamed(scenario, worst) }),
  };
}

/** @throws CommandError (usage) where there is none. */
function outcomeNamed({ outcomes }: Scenario, name: string): number {
  const index = outcomes.findIndex((outcome) => outcome.name === name);
  if (index >= 0) return index;
  const names = outcomes.map((outcome) => outcome.name);
  const guess = didYouMean(name, names);
  throw new CommandError(
    EXIT.usage,
    `There is no outcome '${name}'.${guess === null ? '' : ` Did you mean '${guess}'?`} The scenario has: ${names.join(', ')}.`,
  );
}

/** @throws CommandError (fault of the machine) where a file cannot be written. */
function save(file: string, { main, beside = [] }: WrittenReport, terminal: Terminal): void {
  const path = resolve(terminal.workingDirectory, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, main);
    for (const { name, content } of beside) writeFileSync(join(dirname(path), name), content);
  } catch (error) {
    throw new CommandError(EXIT.fault, `'${file}' could not be written: ${(error as Error).message}`);
  }
  const also = beside.length === 0 ? '' : ` and beside it ${beside.map(({ name }) => name).join(', ')}`;
  terminal.stderr.write(`Wrote ${file}${also}.\n`);
}
