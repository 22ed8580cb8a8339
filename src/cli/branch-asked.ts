/** What `branch` is asked: its options, what its answers are labelled with, and how they are given. */
import { commandLine, type ExperimentRequest, settingWords } from '../experiment/index.ts';
import type { PlainOptions } from '../report/index.ts';
import type { Pool } from '../runner/index.ts';
import type { Scenario, Settings } from '../scenario/index.ts';
import type { Chart } from '../statechart/index.ts';
import { CommandError, EXIT } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { now } from './pool.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

export type BranchOptions = Omit<CommonOptions, 'runs'> & {
  readonly runs?: number;
  readonly futures?: number;
  readonly halfWidth?: number;
  readonly run?: number;
  readonly along?: 'timeline';
  readonly most?: number;
  readonly at?: string;
  readonly instead: readonly string[];
};

export interface Asked {
  readonly named: string;
  readonly options: BranchOptions;
  readonly terminal: Terminal;
  readonly scenario: Scenario;
  readonly chart: Chart;
  readonly pool: Pool;
}

/** Whether the question is about one run. */
export const isOfOne = ({ run, along, at }: BranchOptions): boolean =>
  run !== undefined || along !== undefined || at !== undefined;

/** @throws CommandError (usage) where options do not go together. */
export function refuseContradictions(options: BranchOptions): void {
  const { run, along, runs, halfWidth, at, instead, most } = options;
  const refuse = (why: string): never => {
    throw new CommandError(EXIT.usage, why);
  };
  if (run !== undefined && along !== undefined) {
    refuse('Give --run or --along, not both: each names one run to look along.');
  }
  if (isOfOne(options) && (runs !== undefined || halfWidth !== undefined)) {
    refuse('--runs and --half-width are for many runs. Along one run, --futures says how much is done.');
  }
  if (at === undefined && instead.length > 0) {
    refuse('Say when: --instead wants --at, such as --run 17 --at 4.5, days since the start or a date.');
  }
  if (most !== undefined && (at !== undefined || !isOfOne(options))) {
    refuse('--most is for the turning points of a run: give --run or --along, and no --at.');
  }
}

/** What every answer is labelled with. */
export function requestOf(
  { named, options, terminal, scenario }: Asked,
  settings: Settings,
): ExperimentRequest {
  const { seed, futures, halfWidth, run, along, runs, most, at, instead } = options;
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
      ...own('--most', most),
      ...own('--at', at),
      ...instead.flatMap((words) => ['--instead', words]),
      '--seed',
      seed,
      ...settingWords(settings),
    ]),
    engine: options.engine,
    signal: terminal.interrupt,
    now,
  };
}

export const wantsJson = ({ json, out }: BranchOptions): boolean => json ?? out?.endsWith('.json') ?? false;

export const pageOf = ({ out }: BranchOptions, { columns, colour }: Terminal): PlainOptions => ({
  columns,
  colour: colour && out === undefined,
});
