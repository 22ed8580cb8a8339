/** `juncture lab`: the screen where a person sits, questions and answers as lines of text elsewhere. */
import {
  createLive,
  drillOutcome,
  faultInWords,
  outcomesAt,
  simulateCommand,
  tellRun,
} from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { explainFault, type JobControl, type Pool } from '../../runner/index.ts';
import type { LabEngine } from '../../tui/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { deliver } from '../output.ts';
import { now, withPool } from '../pool.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

export type LabOptions = Omit<CommonOptions, 'runs'> & { readonly plain?: true };

/** Runs of the command that repeats what was on the screen. */
const REPEATED_RUNS = 100_000;

export async function labCommand(named: string, options: LabOptions, terminal: Terminal): Promise<void> {
  // The screen's code loads while the scenario is read.
  const tui = import('../../tui/index.ts');
  await withPool(options, async (pool) => {
    const scenario = openScenario(named, terminal);
    const settings = settingsOf(options);
    const { stdin, stdout, colour, interrupt } = terminal;
    const { openLab } = await tui;
    const { state, interrupted } = await openLab({
      scenario,
      named,
      seed: options.seed,
      settings,
      point: pointOf(scenario, settings),
      engine: () => engineOf(pool, options.seed),
      stdin,
      stdout,
      noColour: !colour,
      interrupt,
      now,
    });
    const command = simulateCommand({ named, seed: options.seed, settings: state.settings }, REPEATED_RUNS);
    await deliver(`${command}\n`, undefined, terminal);
    if (interrupted) throw new CommandError(EXIT.interrupted, '');
  });
}

function engineOf(pool: Pool, seed: string): LabEngine {
  const key = seedKey(seed);
  return {
    live: (scenario) => createLive(pool, { scenario, key, now }),
    outcomesAt: (scenario, points, runs, { signal, isHeld, onPass }) =>
      outcomesAt({ scenario, key, points, runs, signal, control: controlOf(isHeld), now }, pool, onPass),
    drill: (asked, { signal, isHeld, onPass }) =>
      drillOutcome({ ...asked, key, signal, control: controlOf(isHeld) }, pool, onPass),
    tell: (scenario, point, run) => tellRun(scenario, point, { key, run }),
    explain: async (scenario, point, run) => faultInWords(await explainFault(scenario, point, { key, run })),
  };
}

/** How often work that is held looks whether it may go on. */
const LOOK_MS = 15;

const controlOf = (isHeld: () => boolean): JobControl => ({
  paused: isHeld,
  resumed: async () => {
    while (isHeld()) await new Promise((go) => setTimeout(go, LOOK_MS));
  },
});
