/** `juncture branch`: where it is decided how the crisis ends, over many runs, along one, or from one state of it. */
import {
  type BranchRequest,
  branch,
  experimentManifest,
  type TurningResult,
  turningPoints,
} from '../../experiment/index.ts';
import {
  branchFigures,
  branchText,
  type TurningPage,
  turningFigures,
  turningText,
} from '../../report/index.ts';
import { createChart } from '../../statechart/index.ts';
import {
  type Asked,
  type BranchOptions,
  isOfOne,
  pageOf,
  refuseContradictions,
  requestOf,
  wantsJson,
} from '../branch-asked.ts';
import { futuresAt } from '../branch-at.ts';
import { branchJson, turningJson } from '../branch-json.ts';
import { pathOf } from '../branch-path.ts';
import { CommandError, EXIT } from '../exit.ts';
import { labelled, requireFigure, writeFigure } from '../figures.ts';
import { asJson } from '../json.ts';
import { settingsOf } from '../options.ts';
import { deliver, requirePlaceFor } from '../output.ts';
import { now, withPool } from '../pool.ts';
import { openProgressLine } from '../progress-line.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

const DEFAULT_RUNS = 100;
const MOST_RUNS = 10_000;
const DEFAULT_FUTURES = 100;
const DEFAULT_FUTURES_OF_ONE = 1_000;
const DEFAULT_MOST = 8;

/** @throws CommandError with the exit status that the answer asks for. */
export async function branchCommand(
  named: string,
  options: BranchOptions,
  terminal: Terminal,
): Promise<void> {
  refuseContradictions(options);
  requirePlaceFor(options.out, terminal);
  requireFigure(options.figure, terminal);
  await withPool(options, async (pool) => {
    const scenario = openScenario(named, terminal);
    const asked: Asked = { named, options, terminal, scenario, pool, chart: createChart(scenario) };
    if (options.at !== undefined) await futuresAt(asked);
    else await (isOfOne(options) ? alongOne(asked) : overMany(asked));
  });
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
  const figures = await labelled(branchFigures(scenario, result), result.manifest);
  await writeFigure(figures, options.figure, terminal);
  if (result.interrupted) {
    throw new CommandError(
      EXIT.interrupted,
      `Interrupted after ${result.runs} of ${runs} runs; what is shown rests on those.`,
    );
  }
}

async function alongOne(asked: Asked): Promise<void> {
  const { options, terminal, scenario, chart, pool } = asked;
  const { futures = DEFAULT_FUTURES_OF_ONE, most = DEFAULT_MOST, engine } = options;
  const found = pathOf(asked);
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
  const manifest = { ...experimentManifest(requestOf(asked, found.settings), 1), futures };
  const { outcome, records } = found.path;
  const page: TurningPage = {
    scenario,
    result,
    futures,
    manifest,
    title: `The turning points of ${found.name}`,
    notes: found.notes,
    outcome,
    endDay: records.at(-1)!.day,
  };
  const text = wantsJson(options)
    ? asJson(turningJson(page, { run: options.run ?? null, path: found.history }))
    : turningText(page, pageOf(options, terminal));
  await deliver(text, options.out, terminal);
  const figures = await labelled(turningFigures(scenario, result), manifest);
  await writeFigure(figures, options.figure, terminal);
  endTurning(result);
}

function endTurning({ interrupted, points }: TurningResult): void {
  if (!interrupted) return;
  throw new CommandError(EXIT.interrupted, `Interrupted; ${points.length} turning points were measured.`);
}
