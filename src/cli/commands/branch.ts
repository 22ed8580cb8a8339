/** `juncture branch`: where it is decided how the crisis ends, over many runs or along one. */
import {
  type BranchRequest,
  branch,
  commandLine,
  type ExperimentRequest,
  experimentManifest,
  faultInWords,
  followPath,
  historyPath,
  type RunPath,
  settingWords,
  type TurningResult,
  turningPoints,
} from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { branchText, momentText, type TurningPage, turningText } from '../../report/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Scenario, Settings } from '../../scenario/index.ts';
import { type Chart, createChart, RunFault, startRun } from '../../statechart/index.ts';
import { branchJson, turningJson } from '../branch-json.ts';
import { CommandError, EXIT } from '../exit.ts';
import { asJson } from '../json.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { deliver, requirePlaceFor } from '../output.ts';
import { now, withPool } from '../pool.ts';
import { openProgressLine } from '../progress-line.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

export type BranchOptions = Omit<CommonOptions, 'runs'> & {
  readonly runs?: number;
  readonly futures?: number;
  readonly halfWidth?: number;
  readonly run?: number;
  readonly along?: 'timeline';
  readonly most: number;
};

const DEFAULT_RUNS = 100;
const MOST_RUNS = 10_000;
const DEFAULT_FUTURES = 100;
const DEFAULT_FUTURES_OF_ONE = 1_000;

/** @throws CommandError with the exit status that the answer asks for. */
export async function branchCommand(
  named: string,
  options: BranchOptions,
  terminal: Terminal,
): Promise<void> {
  refuseContradictions(options);
  requirePlaceFor(options.out, terminal);
  await withPool(options, async (pool) => {
    const scenario = openScenario(named, terminal);
    const isOne = options.run !== undefined || options.along !== undefined;
    const asked = { named, options, terminal, scenario, pool, chart: createChart(scenario) };
    await (isOne ? alongOne(asked) : overMany(asked));
  });
}

interface Asked {
  readonly named: string;
  readonly options: BranchOptions;
  readonly terminal: Terminal;
  readonly scenario: Scenario;
  readonly chart: Chart;
  readonly pool: Pool;
}

function refuseContradictions({ run, along, runs, halfWidth }: BranchOptions): void {
  if (run !== undefined && along !== undefined) {
    throw new CommandError(EXIT.usage, 'Give --run or --along, not both: each names one run to look along.');
  }
  const one = run === undefined ? along : run;
  if (one !== undefined && (runs !== undefined || halfWidth !== undefined)) {
    throw new CommandError(
      EXIT.usage,
      '--runs and --half-width are for many runs. Along one run, --futures says how much is done.',
    );
  }
}

/** What every answer is labelled with, and what shows how far the work is. */
function requestOf({ named, options, terminal, scenario }: Asked, settings: Settings): ExperimentRequest {
  const { seed, futures, halfWidth, run, along, runs, most } = options;
  const own = (name: string, value: number | string | undefined): string[] =>
    value === undefined ? [] : [name, `${value}`];
  return {
    scenario,
    named,
    settings,
    seed,
    version: VERSION,
    command: commandLine([
      'juncture',
      'branch',
      named,
      ...own('--runs', runs),
      ...own('--futures', futures),
      ...own('--half-width', halfWidth),
      ...own('--run', run),
      ...own('--along', along),
      ...(run === undefined && along === undefined ? [] : own('--most', most)),
      '--seed',
      seed,
      ...settingWords(settings),
    ]),
    engine: options.engine,
    signal: terminal.interrupt,
    now,
  };
}

async function overMany(asked: Asked): Promise<void> {
  const { options, terminal, scenario, chart, pool } = asked;
  const settings = settingsOf(options);
  const { halfWidth = null, futures = DEFAULT_FUTURES } = options;
  const runs = options.runs ?? (halfWidth === null ? DEFAULT_RUNS : MOST_RUNS);
  const line = openProgressLine(terminal);
  const request: BranchRequest = {
    ...requestOf(asked, settings),
    chart,
    point: pointOf(scenario, settings),
    runs,
    futures: Math.floor(futures / 2),
    halfWidth,
    onProgress: (progress) => line.show(progress),
  };
  const result = await branch(request, pool).finally(() => line.clear());
  const text = wantsJson(options)
    ? asJson(branchJson(result))
    : branchText(result, { ...pageOf(options, terminal), start: scenario.time.start });
  await deliver(text, options.out, terminal);
  if (result.interrupted) {
    throw new CommandError(
      EXIT.interrupted,
      `Interrupted after ${result.runs} of ${runs} runs; what is shown rests on those.`,
    );
  }
}

const wantsJson = ({ json, out }: BranchOptions): boolean => json ?? out?.endsWith('.json') ?? false;

const pageOf = ({ out }: BranchOptions, { columns, colour }: Terminal) => ({
  columns,
  colour: colour && out === undefined,
});

async function alongOne(asked: Asked): Promise<void> {
  const { options, terminal, scenario, chart, pool } = asked;
  const { futures = DEFAULT_FUTURES_OF_ONE, most, engine } = options;
  // History is told at the baselines, which is what a scenario is set to it by.
  const typed = settingsOf(options);
  const settings = options.along === undefined ? typed : { ...typed, atBaseline: true };
  const found = pathOf(asked, settings);
  const line = openProgressLine(terminal);
  const result = await turningPoints(
    {
      chart,
      path: found.path,
      futures,
      most,
      engine,
      signal: terminal.interrupt,
      onProgress: (progress) => line.show(progress, 'states'),
      now,
    },
    pool,
  ).finally(() => line.clear());
  const manifest = { ...experimentManifest(requestOf(asked, settings), 1), futures };
  const { outcome, records } = found.path;
  const page: TurningPage = {
    scenario,
    result,
    futures,
    manifest,
    title: found.title,
    notes: found.notes,
    outcome,
    endDay: records.at(-1)!.day,
  };
  const text = wantsJson(options)
    ? asJson(turningJson(page, { run: options.run ?? null, path: found.history }))
    : turningText(page, pageOf(options, terminal));
  await deliver(text, options.out, terminal);
  endTurning(result);
}

function endTurning({ interrupted, points }: TurningResult): void {
  if (!interrupted) return;
  throw new CommandError(EXIT.interrupted, `Interrupted; ${points.length} turning points were measured.`);
}

interface FoundPath {
  readonly path: RunPath;
  readonly title: string;
  readonly notes: readonly string[];
  readonly history: { readonly met: readonly string[]; readonly missed: readonly string[] } | null;
}

function pathOf(asked: Asked, settings: Settings): FoundPath {
  const { options, scenario, chart, named } = asked;
  const run = options.run ?? 0;
  const luck = { key: seedKey(options.seed), draw: run, luck: run, future: 0 };
  const start = () => startRun(chart, pointOf(scenario, settings), luck);
  if (options.along !== undefined) return alongTimeline(chart, named, start);
  const path = followPath(chart, start);
  if (path instanceof RunFault) throw new CommandError(EXIT.scenario, faultInWords(path));
  return { path, title: `The turning points of run ${run}`, notes: [], history: null };
}

function alongTimeline(chart: Chart, named: string, start: () => ReturnType<typeof startRun>): FoundPath {
  const { scenario } = chart;
  if (!scenario.timeline.some(({ happening, days }) => happening !== null && days !== null)) {
    throw new CommandError(
      EXIT.usage,
      `No entry of the timeline of ${named} is tied to a happening and a date, so there is no way to follow.\n  Tie one: { date: 2022-01-04, what: …, happening: region.happening }, or look along a run: --run 0.`,
    );
  }
  const path = historyPath(chart, start());
  if (path === null) throw new CommandError(EXIT.scenario, 'Every run that was tried came to a fault.');
  const { met, missed } = path;
  const dateOf = (name: string): string => {
    const entry = scenario.timeline.find((one) => one.name === name)!;
    return `${entry.label} (${momentText(scenario.time.start, Math.floor(entry.days![0]))})`;
  };
  const notes = [
    `It meets ${met.length} of the ${met.length + missed.length} dated happenings on their days${missed.length === 0 ? '' : `; not: ${missed.map(dateOf).join(', ')}`}.`,
  ];
  return {
    path,
    title: "The turning points of a run that goes the timeline's way",
    notes,
    history: { met, missed },
  };
}
