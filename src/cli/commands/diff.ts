/** `juncture diff`: what changed between two versions of a scenario, and what that does to how its runs end. */
import { formatDiagnostics } from '../../diagnostics/index.ts';
import { commandLine, type DifferenceResult, difference, settingWords } from '../../experiment/index.ts';
import { type DifferenceEffects, differenceText } from '../../report/index.ts';
import {
  type Difference,
  differencesOf,
  loadOutline,
  loadScenario,
  type Outline,
  outlineText,
  type Scenario,
} from '../../scenario/index.ts';
import { type DiffFiles, diffFiles, textconvFile, type VersionFile } from '../diff-files.ts';
import { CommandError, EXIT } from '../exit.ts';
import { asJson } from '../json.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { deliver } from '../output.ts';
import { now, withPool } from '../pool.ts';
import { openProgressLine } from '../progress-line.ts';
import { pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

export type DiffOptions = Omit<CommonOptions, 'runs'> & {
  /** False: words only. */
  readonly runs: number | false;
  readonly textconv?: true;
};

export async function diffCommand(
  words: readonly string[],
  options: DiffOptions,
  terminal: Terminal,
): Promise<void> {
  if (options.textconv) {
    await deliver(canonicalText(textconvFile(words, terminal.workingDirectory)), options.out, terminal);
    return;
  }
  const files = diffFiles(words, terminal.workingDirectory);
  try {
    await compared(files, options, terminal);
  } catch (error) {
    if (!files.fromGit || !(error instanceof CommandError)) throw error;
    await deliver(`${error.message}\n`, options.out, terminal);
  }
}

/** A file that has faults, or is no scenario, is given as it is: git compares that, too. */
function canonicalText({ path, read }: VersionFile): string {
  const outline = loadOutline(path, read);
  return outline === null ? new TextDecoder().decode(read(path) ?? new Uint8Array()) : outlineText(outline);
}

interface Loaded {
  readonly file: VersionFile;
  readonly scenario: Scenario;
  readonly outline: Outline;
}

/** @throws CommandError (scenario) with the faults of the file. */
function loaded(file: VersionFile, terminal: Terminal): Loaded {
  const { scenario, diagnostics } = loadScenario(file.path, file.read);
  const outline = loadOutline(file.path, file.read);
  if (scenario !== null && outline !== null) return { file, scenario, outline };
  const faults = diagnostics.filter(({ severity }) => severity === 'error');
  throw new CommandError(EXIT.scenario, formatDiagnostics(faults, { colour: terminal.colour }));
}

async function compared(files: DiffFiles, options: DiffOptions, terminal: Terminal): Promise<void> {
  const before = files.before === null ? null : loaded(files.before, terminal);
  const after = files.after === null ? null : loaded(files.after, terminal);
  const differences = differencesOf(before?.outline ?? [], after?.outline ?? []);
  const effects =
    before === null || after === null || options.runs === false
      ? null
      : await effectsOf([before, after], options.runs, options, terminal);
  const json = options.json ?? options.out?.endsWith('.json') ?? false;
  const page = {
    before: before?.file.named ?? 'no file',
    after: after?.file.named ?? 'no file',
    differences,
    effects,
  };
  const colour = terminal.colour && options.out === undefined;
  const text = json
    ? asJson(differenceJson([before, after], differences, effects, options))
    : differenceText(page, { columns: terminal.columns, colour });
  await deliver(text, options.out, terminal);
  if (effects?.result.interrupted === true) {
    const { runs } = effects.result;
    throw new CommandError(EXIT.interrupted, `Interrupted after ${runs} of ${options.runs} runs of each.`);
  }
}

async function effectsOf(
  [before, after]: readonly [Loaded, Loaded],
  runs: number,
  options: DiffOptions,
  terminal: Terminal,
): Promise<DifferenceEffects> {
  const { seed, engine } = options;
  const settings = settingsOf(options);
  const version = ({ scenario }: Loaded) => ({ scenario, point: pointOf(scenario, settings) });
  const versions = { before: version(before), after: version(after) };
  const line = openProgressLine(terminal);
  const onProgress = line.show;
  const request = { ...versions, seed, runs, engine, now, signal: terminal.interrupt, onProgress };
  const result = await withPool(options, (pool) => difference(request, pool)).finally(() => line.clear());
  const files = [before, after].map(({ file }) => file.named);
  const words = ['juncture', 'diff', ...files, '--runs', `${runs}`, '--seed', seed];
  return { result, seed, command: commandLine([...words, ...settingWords(settings)]) };
}

function differenceJson(
  sides: readonly (Loaded | null)[],
  differences: readonly Difference[],
  effects: DifferenceEffects | null,
  options: DiffOptions,
) {
  const side = (loadedSide: Loaded | null | undefined) =>
    loadedSide === null || loadedSide === undefined
      ? null
      : {
          file: loadedSide.file.named,
          scenario: loadedSide.scenario.id,
          scenario_hash: loadedSide.scenario.hash,
        };
  const { set, decide, without, variant, atBaseline } = settingsOf(options);
  return {
    manifest: {
      version: VERSION,
      before: side(sides[0]),
      after: side(sides[1]),
      seed: options.seed,
      runs: options.runs === false ? 0 : options.runs,
      set,
      decide,
      without,
      variant,
      at_baseline: atBaseline,
      command: effects?.command ?? null,
    },
    changes: differences.map(changeJson),
    effects: effects === null ? null : effectsJson(effects.result),
  };
}

function changeJson(difference_: Difference) {
  const { change, entry } = difference_;
  const { kind, path, label, fields } = entry;
  const head = { change, kind, path, label };
  switch (change) {
    case 'changed':
      return { ...head, fields: difference_.fields };
    case 'moved':
      return { ...head, behind: difference_.behind };
    case 'added':
      return { ...head, fields: fields.map(({ name, value }) => ({ name, before: null, after: value })) };
    case 'removed':
      return { ...head, fields: fields.map(({ name, value }) => ({ name, before: value, after: null })) };
    default:
      return change satisfies never;
  }
}

function effectsJson({ runs, faulted, outcomes, measures }: DifferenceResult) {
  const interval = (
    estimate: { readonly value: number; readonly low: number; readonly high: number } | null,
  ) => (estimate === null ? null : { value: estimate.value, low: estimate.low, high: estimate.high });
  const tells = (estimate: { readonly low: number; readonly high: number } | null): boolean =>
    estimate !== null && (estimate.low > 0 || estimate.high < 0);
  return {
    runs,
    faulted,
    outcomes: outcomes.map(({ id, label, before, after, change, flipped }) => ({
      id,
      label,
      before: interval(before),
      after: interval(after),
      change: interval(change),
      tells: tells(change),
      flipped,
    })),
    measures: measures.map(({ id, label, unit, before, after, change }) => ({
      id,
      label,
      unit,
      before: interval(before),
      after: interval(after),
      change: interval(change),
      tells: tells(change),
      pairs: change?.n ?? 0,
    })),
  };
}
