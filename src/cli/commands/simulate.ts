/** `juncture simulate`: the screen where a person sits, text or JSON elsewhere. */
import {
  type ExactResult,
  SimulationBroken,
  type SimulationRequest,
  type SimulationResult,
  simulate,
} from '../../experiment/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { labelled, requireFigure, writeFigure } from '../figures.ts';
import { asJson, simulationJson } from '../json.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { deliver, requirePlaceFor } from '../output.ts';
import { now, withPool } from '../pool.ts';
import { precisionOf, precisionWords } from '../precision-words.ts';
import { openProgressLine } from '../progress-line.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';
import { endWith } from './end-with.ts';
import { exactJson, workedOut } from './exact.ts';

export type SimulateOptions = CommonOptions & { readonly plain?: true; readonly exact?: true };

export async function simulateCommand(
  named: string,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<void> {
  requirePlaceFor(options.out, terminal);
  requireFigure(options.figure, terminal);
  const toFile = options.out !== undefined || options.figure !== undefined;
  const asText = options.json || options.plain || options.exact || toFile;
  const onScreen = terminal.interactive && !asText;
  // The screen's code loads while the scenario is read.
  const screen = onScreen ? import('../screen.ts') : null;
  await withPool(options, async (pool) => {
    const scenario = openScenario(named, terminal);
    const settings = settingsOf(options);
    const request: SimulationRequest = {
      scenario,
      named,
      settings,
      point: pointOf(scenario, settings),
      seed: options.seed,
      runs: options.runs,
      precision: precisionOf(scenario, options.precision),
      again: precisionWords(options.precision),
      version: VERSION,
      engine: options.engine,
      now,
    };
    if (screen === null) await printed(request, options, pool, terminal);
    else await (await screen).showSimulation(request, pool, terminal);
  });
}

async function printed(
  request: SimulationRequest,
  options: SimulateOptions,
  pool: Pool,
  terminal: Terminal,
): Promise<void> {
  const found = options.exact ? await workedOut(request, terminal) : null;
  const line = openProgressLine(terminal);
  const { result, broken } = await simulateAndKeep(
    { ...request, signal: terminal.interrupt, onProgress: (progress) => line.show(progress) },
    pool,
  ).finally(() => line.clear());
  const file = options.out;
  const json = options.json ?? file?.endsWith('.json') ?? false;
  const colour = terminal.colour && file === undefined;
  const text = json
    ? asJson(found === null ? simulationJson(result) : exactJson(request.scenario, found, result))
    : await textOf(request.scenario, { result, found }, colour, terminal);
  await deliver(text, file, terminal);
  if (options.figure !== undefined) {
    const { simulationFigures } = await import('../../report/index.ts');
    const figures = await labelled(simulationFigures(request.scenario, result), result.manifest);
    await writeFigure(figures, options.figure, terminal);
  }
  if (broken !== null) throw new CommandError(EXIT.fault, broken);
  endWith(result);
}

/** What was done is kept and shown even when the machine gave up on the rest. */
async function simulateAndKeep(
  request: SimulationRequest,
  pool: Pool,
): Promise<{ readonly result: SimulationResult; readonly broken: string | null }> {
  try {
    return { result: await simulate(request, pool), broken: null };
  } catch (error) {
    if (error instanceof SimulationBroken) return { result: error.result, broken: error.message };
    throw error;
  }
}

async function textOf(
  scenario: Scenario,
  { result, found }: { readonly result: SimulationResult; readonly found: ExactResult | null },
  colour: boolean,
  terminal: Terminal,
): Promise<string> {
  const { exactText, simulationText } = await import('../../report/index.ts');
  const options = { columns: terminal.columns, colour, start: scenario.time.start };
  return found === null ? simulationText(result, options) : exactText(found, result, options);
}
