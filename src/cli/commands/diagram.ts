/** `juncture diagram`: the chart, or what feeds what, as a drawing for the terminal, a picture, or a file for other programs. */
import { commandLine, settingWords, simulate } from '../../experiment/index.ts';
import {
  chartSvg,
  influenceSvg,
  PngUnavailable,
  type RunShares,
  settingsLine,
  toPng,
} from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import {
  influenceDot,
  influenceJson,
  influenceMermaid,
  influenceText,
  toDot,
  toMermaid,
  toScxml,
  toText,
  toXStateJson,
} from '../../statechart/index.ts';
import { type DiagramFormat, type DiagramKind, fileEndings, formatOfFile } from '../diagram-formats.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type CommonOptions, settingsOf } from '../options.ts';
import { deliver, requirePlaceFor } from '../output.ts';
import { now, withPool } from '../pool.ts';
import { openProgressLine } from '../progress-line.ts';
import { openScenario, pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';
import { endWith } from './end-with.ts';

export type DiagramOptions = Omit<CommonOptions, 'runs'> & {
  readonly format?: DiagramFormat;
  readonly kind: DiagramKind;
  /** Left out: nothing is run. */
  readonly runs?: number;
};

interface Sheet {
  readonly shares: RunShares | null;
  /** Columns of text. */
  readonly width: number;
}

type Drawn = string | Uint8Array;
type Draw = (scenario: Scenario, sheet: Sheet) => Drawn | Promise<Drawn>;

const WRITERS: Readonly<Record<DiagramKind, Readonly<Partial<Record<DiagramFormat, Draw>>>>> = {
  chart: {
    text: toText,
    svg: (scenario, { shares }) => chartSvg(scenario, shares),
    png: async (scenario, { shares }) => toPng(await chartSvg(scenario, shares)),
    mermaid: toMermaid,
    dot: toDot,
    scxml: toScxml,
    xstate: toXStateJson,
  },
  influence: {
    text: influenceText,
    svg: (scenario) => influenceSvg(scenario),
    png: async (scenario) => toPng(await influenceSvg(scenario)),
    mermaid: influenceMermaid,
    dot: influenceDot,
    json: influenceJson,
  },
};

/** Columns of a text drawing where no terminal says how many. */
const WIDTH = 100;

export async function diagramCommand(
  named: string,
  options: DiagramOptions,
  terminal: Terminal,
): Promise<void> {
  requirePlaceFor(options.out, terminal);
  const format = options.format ?? formatFor(options.out, options.kind);
  const draw = drawerOf(options, format);
  if (format === 'png' && options.out === undefined && terminal.stdout.isTTY === true) {
    throw new CommandError(EXIT.usage, 'A PNG is no text for a terminal. Name a file: --out chart.png');
  }
  const scenario = openScenario(named, terminal);
  const shares = options.runs === undefined ? null : await sharesOf(named, scenario, options, terminal);
  const width = options.out === undefined && terminal.stdout.isTTY === true ? terminal.columns : WIDTH;
  try {
    await deliver(await draw(scenario, { shares, width }), options.out, terminal);
  } catch (error) {
    if (error instanceof PngUnavailable) throw new CommandError(EXIT.fault, error.message);
    throw error;
  }
}

/** @throws CommandError (usage) for a file whose ending asks for no format. */
function formatFor(file: string | undefined, kind: DiagramKind): DiagramFormat {
  if (file === undefined) return 'text';
  const format = formatOfFile(file, kind);
  if (format !== null) return format;
  throw new CommandError(
    EXIT.usage,
    `The ending of '${file}' does not say how to draw. Use one of ${fileEndings().join(' ')}, or add --format.`,
  );
}

/** @throws CommandError (usage) where a kind has no such format, or the format has no place for shares of runs. */
function drawerOf({ kind, runs }: DiagramOptions, format: DiagramFormat): Draw {
  const draw = WRITERS[kind][format];
  if (draw === undefined) {
    const formats = Object.keys(WRITERS[kind]).join(', ');
    throw new CommandError(EXIT.usage, `There is no ${kind} diagram as ${format}, only as ${formats}.`);
  }
  const weighted = kind === 'chart' && (format === 'svg' || format === 'png');
  if (runs !== undefined && !weighted) {
    throw new CommandError(
      EXIT.usage,
      'Shares of runs are drawn on the chart as svg or png. Leave out --runs, or add --format svg.',
    );
  }
  return draw;
}

async function sharesOf(
  named: string,
  scenario: Scenario,
  options: DiagramOptions,
  terminal: Terminal,
): Promise<RunShares> {
  const runs = options.runs!;
  const settings = settingsOf(options);
  const point = pointOf(scenario, settings);
  const line = openProgressLine(terminal);
  const result = await withPool(options, (pool) =>
    simulate(
      {
        scenario,
        named,
        settings,
        point,
        seed: options.seed,
        runs,
        version: VERSION,
        engine: options.engine,
        now,
        signal: terminal.interrupt,
        onProgress: (progress) => line.show(progress),
      },
      pool,
    ),
  ).finally(() => line.clear());
  endWith(result);
  const happenings = new Map(result.happenings.map(({ path, share }) => [path, share]));
  const words = [
    'juncture',
    'diagram',
    named,
    '--format',
    'svg',
    '--runs',
    `${runs}`,
    '--seed',
    options.seed,
  ];
  return {
    runs: result.runs,
    seed: options.seed,
    settings: settingsLine(result.manifest),
    command: commandLine([...words, ...settingWords(settings)]),
    happenings,
  };
}
