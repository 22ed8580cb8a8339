/** `juncture lab`: the screen where a person sits, questions and answers as lines of text elsewhere. */
import { resolve } from 'node:path';
import {
  createLive,
  drillOutcome,
  faultInWords,
  labCommandLine,
  outcomesAt,
  tellRun,
} from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { explainFault, type JobControl, type Pool } from '../../runner/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { LabEngine, LabServices } from '../../tui/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type DraftFile, draftFile } from '../lab/draft-file.ts';
import { exportFigure } from '../lab/export-figure.ts';
import { saveVariant } from '../lab/save-variant.ts';
import { watchScenario } from '../lab/watch-scenario.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { deliver } from '../output.ts';
import { now, withPool } from '../pool.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

export type LabOptions = Omit<CommonOptions, 'runs'> & { readonly plain?: true };

export async function labCommand(named: string, options: LabOptions, terminal: Terminal): Promise<void> {
  // The screen's code loads while the scenario is read.
  const tui = import('../../tui/index.ts');
  await withPool(options, async (pool) => {
    const scenario = openScenario(named, terminal);
    const settings = settingsOf(options);
    const { stdin, stdout, colour, interrupt } = terminal;
    const { seed } = options;
    const drafts = draftsOf(scenario, terminal);
    const said: string[] = [];
    const { openLab } = await tui;
    const { state, interrupted } = await openLab({
      scenario,
      named,
      seed,
      settings,
      point: pointOf(scenario, settings),
      draft: drafts?.left(),
      engine: () => engineOf(pool, seed),
      services: servicesOf(scenario, { drafts, said, seed, terminal }),
      stdin,
      stdout,
      noColour: !colour,
      interrupt,
      now,
    });
    const again = labCommandLine({ named, seed, settings: state.settings });
    await deliver(`${[...said, again].join('\n')}\n`, undefined, terminal);
    if (interrupted) throw new CommandError(EXIT.interrupted, '');
  });
}

function draftsOf({ file }: Scenario, { stateFolder, workingDirectory }: Terminal): DraftFile | null {
  if (stateFolder === null) return null;
  return draftFile(stateFolder, resolve(workingDirectory, file), { pid: process.pid, isAlive });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface ServiceTerms {
  readonly drafts: DraftFile | null;
  /** Lines to print when the screen is left. */
  readonly said: string[];
  readonly seed: string;
  readonly terminal: Terminal;
}

function servicesOf(opened: Scenario, { drafts, said, seed, terminal }: ServiceTerms): LabServices {
  const folder = terminal.workingDirectory;
  return {
    save: async (variant) => {
      const { file, command } = saveVariant(variant, { folder, seed });
      said.push(`Saved ${file}. It opens with:`, command);
      return `Saved ${file}. It opens with: ${command}`;
    },
    exportFigure: async (figure) => {
      const files = exportFigure(figure, folder, opened.id);
      said.push(`Wrote ${files.join(' and ')}.`);
      return `Wrote ${files.join(' and ')}.`;
    },
    remember: (draft) => drafts?.remember(draft),
    watch: (onChange) => watchScenario(opened.file, onChange),
  };
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
