/** What the commands of experiments share: the request, the folder for data, the dry run, the end. */
import type { ExperimentRequest, Manifest } from '../experiment/index.ts';
import { type DataFormat, type FigureSpec, loadForms, type MethodWords } from '../report/index.ts';
import type { Pool } from '../runner/index.ts';
import type { Point, Scenario, Settings } from '../scenario/index.ts';
import type { DataTables } from './data-folder.ts';
import { CommandError, EXIT } from './exit.ts';
import { watchExperiment } from './experiment-watch.ts';
import { labelled, requireFigure, writeFigure, writeFigures } from './figures.ts';
import { findScenario } from './files.ts';
import { asJson } from './json.ts';
import { type CommonOptions, settingsOf } from './options.ts';
import { deliver } from './output.ts';
import { now, withPool } from './pool.ts';
import { openSource, type ScenarioSource } from './scenario.ts';
import { resumeCommand } from './study/disk-words.ts';
import { dryRun } from './study/dry-run.ts';
import type { ExperimentOrigin } from './study/journal-file.ts';
import { journalSource } from './study/journal-source.ts';
import { openStudyFolder, type StudyFolder } from './study/study-folder.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

export type ExperimentOptions = CommonOptions & {
  readonly dryRun?: true;
  /** Progress in a line, also where there is room for a screen. */
  readonly plain?: true;
  /** Of the tables in `out`; default `csv`. */
  readonly format?: DataFormat;
  /** Go on with the unfinished work in `out`. */
  readonly resume?: true;
  /** The file that the options come from. */
  readonly origin?: ExperimentOrigin;
  /** The scenario, where it is read already. */
  readonly source?: ScenarioSource;
  /** Takes the experiment over from `runExperiment`, for those who read a command without carrying it out. */
  readonly carry?: typeof runExperiment;
};

/** An answer in every form it may be asked for. */
export interface Answer {
  readonly manifest: Manifest;
  readonly json: unknown;
  readonly text: () => string;
  /** The one that says most first; left out where there is nothing to see. */
  readonly figures?: () => readonly FigureSpec[];
  readonly tables: DataTables;
  readonly interrupted: boolean;
  /** Runs that every point has. */
  readonly done: number;
  /** Points that were run, where that is not those planned. */
  readonly points?: number;
  /** For the methods paragraph. */
  readonly words: MethodWords;
}

export interface Planned {
  /** What is run: as it was read, or with a measure more. */
  readonly scenario: Scenario;
  readonly settings: Settings;
  /** Words of the command after `juncture`, without the options that all have. */
  readonly points: readonly Point[];
  /**
   * The points of each sample that is run, where that is not `points` once; null where what is run follows from what
   * came before.
   */
  readonly samples?: readonly (readonly Point[])[] | null;
  /** Runs of each point; of an open-ended search, of each place it looks at. */
  readonly runs: number;
  /** For the dry run: `2 points`, `9 to 36 places`. */
  readonly what: string;
  /** Of the points, where each has a meaning of its own: a side, a value. */
  readonly names?: readonly string[];
  /** Runs of all points together, at most. */
  readonly total: number;
  readonly command: string;
  readonly ask: (request: ExperimentRequest, pool: Pool) => Promise<Answer>;
}

/**
 * Carries an experiment out as the options say: dry, or with progress; its answer as text or JSON and into a folder.
 * @throws CommandError with the exit status that the answer asks for.
 */
export async function runExperiment(
  named: string,
  options: ExperimentOptions,
  terminal: Terminal,
  plan: (scenario: Scenario, settings: Settings) => Planned,
): Promise<void> {
  if (options.carry !== undefined) return options.carry(named, options, terminal, plan);
  if (options.resume && options.out === undefined) {
    throw new CommandError(EXIT.usage, '--resume goes on with a folder: name it with --out.');
  }
  if (options.format !== undefined && options.out === undefined) {
    throw new CommandError(EXIT.usage, '--format is about the tables of a folder: name it with --out.');
  }
  requireFigure(options.figure, terminal);
  await withPool(options, async (threads) => {
    const source = sourceOf(named, options, terminal);
    const planned = plan(source.scenario, settingsOf(options));
    const { scenario } = planned;
    if (options.dryRun) return deliver(await dryRun(planned, options, threads), undefined, terminal);
    const folder = await folderOf({ ...planned, source }, options, threads, terminal);
    const pool = folder?.pool ?? threads;
    const watch = await watchExperiment(planned, options.plain === true, terminal);
    const request: ExperimentRequest = {
      scenario,
      named,
      settings: planned.settings,
      seed: options.seed,
      version: VERSION,
      command: planned.command,
      engine: options.engine,
      now,
      ...watch.request,
      ...(folder === null ? {} : { onPass: folder.onPass }),
    };
    try {
      const answer = await planned.ask(request, pool).finally(watch.close);
      await give(answer, { folder, points: planned.points.length }, options, terminal);
    } finally {
      folder?.close();
    }
  });
}

async function folderOf(
  { scenario, command, source }: Planned & { readonly source: ScenarioSource },
  { out, format = 'csv', seed, origin, resume }: ExperimentOptions,
  threads: Pool,
  terminal: Terminal,
): Promise<StudyFolder | null> {
  if (out === undefined) return null;
  const experiment = origin ?? null;
  const study = {
    folder: out,
    source,
    scenario,
    seed,
    // What it is written as is no part of the answer, but of the folder that is gone on with.
    command: format === 'csv' ? command : `${command} --format ${format}`,
    experiment,
    resume: resume === true,
    forms: await loadForms(format, `juncture ${VERSION}`),
  };
  return openStudyFolder(study, threads, terminal);
}

/** The scenario as it is named; work that is gone on with brings a copy along, for where that is no longer there. */
function sourceOf(
  named: string,
  { out, resume, source }: ExperimentOptions,
  terminal: Terminal,
): ScenarioSource {
  if (source !== undefined) return source;
  const copy = resume && out !== undefined ? journalSource(out, named, terminal) : null;
  return copy ?? openSource(findScenario(named, terminal.workingDirectory), terminal);
}

async function give(
  answer: Answer,
  { folder, points }: { readonly folder: StudyFolder | null; readonly points: number },
  options: ExperimentOptions,
  terminal: Terminal,
): Promise<void> {
  const isDrawn = options.figure !== undefined || folder !== null;
  const figures = isDrawn ? await labelled(answer.figures?.() ?? [], answer.manifest) : [];
  if (options.out !== undefined) await writeFigures(figures, options.out, terminal);
  folder?.finish({ ...answer, points: answer.points ?? points });
  await deliver(options.json ? asJson(answer.json) : answer.text(), undefined, terminal);
  await writeFigure(figures, options.figure, terminal);
  if (answer.interrupted) {
    const goOn = options.out === undefined ? '' : `\n  Go on with: ${resumeCommand(options.out)}`;
    throw new CommandError(
      EXIT.interrupted,
      `Interrupted; what is shown rests on the runs that were done.${goOn}`,
    );
  }
}
