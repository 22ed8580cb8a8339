/** `juncture lab`: the screen where a person sits, questions and answers as lines of text elsewhere. */
import { resolve } from 'node:path';
import { labCommandLine } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Draft, LabOpening, LabServices } from '../../tui/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { findScenario } from '../files.ts';
import { delayed } from '../lab/delayed.ts';
import { type DraftFile, draftFile } from '../lab/draft-file.ts';
import { labEngine } from '../lab/engine.ts';
import { exportFigure } from '../lab/export-figure.ts';
import { isAlive } from '../lab/is-alive.ts';
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
  const { seed } = options;
  const { stdin, stdout, colour, interrupt } = terminal;
  const isScreen = terminal.interactive && options.plain === undefined;
  const said: string[] = [];
  let drafts: DraftFile | null = null;
  const remembered = delayed((draft: Draft | null) => drafts?.remember(draft));
  // A name that means nothing is told before any screen is drawn.
  findScenario(named, terminal.workingDirectory);
  await withPool(options, async (pool) => {
    const load = (): LabOpening => {
      const scenario = openScenario(named, terminal);
      const settings = settingsOf(options);
      drafts = isScreen ? draftsOf(scenario, terminal) : null;
      return {
        scenario,
        named,
        seed,
        settings,
        point: pointOf(scenario, settings),
        draft: drafts?.left(),
        engine: () => labEngine(pool, seed),
        services: servicesOf(scenario, { remember: remembered.push, said, seed, terminal }),
      };
    };
    // A terminal that went away cannot be written to, and the first attempt ends the process.
    process.once('exit', remembered.flush);
    const { openLab, openLabLines } = await tui;
    const { state, interrupted } = isScreen
      ? await openLab({ named, load, stdin, stdout, noColour: !colour, interrupt, now })
      : await openLabLines({ ...load(), input: stdin, output: stdout, interrupt });
    remembered.flush();
    process.off('exit', remembered.flush);
    const again = labCommandLine({ named, seed, settings: state.settings });
    await deliver(`${[...said, again].join('\n')}\n`, undefined, terminal);
    if (interrupted) throw new CommandError(EXIT.interrupted, '');
  });
}

function draftsOf({ file }: Scenario, { stateFolder, workingDirectory }: Terminal): DraftFile | null {
  if (stateFolder === null) return null;
  return draftFile(stateFolder, resolve(workingDirectory, file), { pid: process.pid, isAlive });
}

interface ServiceTerms {
  readonly remember: LabServices['remember'];
  /** Lines to print when the screen is left. */
  readonly said: string[];
  readonly seed: string;
  readonly terminal: Terminal;
}

function servicesOf(opened: Scenario, { remember, said, seed, terminal }: ServiceTerms): LabServices {
  const folder = terminal.workingDirectory;
  return {
    save: async (variant) => {
      const { file, command } = saveVariant(variant, { folder, seed });
      said.push(`Saved ${file}. It opens with:`, command);
      return `Saved ${file}. It opens with: ${command}`;
    },
    exportFigure: async (figure) => {
      const files = await exportFigure(figure, folder, opened.id);
      said.push(`Wrote ${files.join(' and ')}.`);
      return `Wrote ${files.join(' and ')}.`;
    },
    remember,
    watch: (onChange) => watchScenario(opened.file, onChange),
  };
}
