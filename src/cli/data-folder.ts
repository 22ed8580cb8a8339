/** A folder that an experiment's data go to: runs as they come, the rest at the end, the manifest last of all. */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest, PlacedPass } from '../experiment/index.ts';
import { seedKey } from '../random/index.ts';
import {
  codebook,
  csvLine,
  csvText,
  type Drawn,
  dataPackage,
  type MethodWords,
  methodsParagraph,
  runColumns,
  runRows,
  type Table,
} from '../report/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import { createChart, parameterDrawer } from '../statechart/index.ts';
import { CommandError, EXIT } from './exit.ts';
import { asJson } from './json.ts';
import type { Terminal } from './terminal.ts';

export interface DataFolder {
  /** Adds the runs of a pass to `runs.csv`. */
  readonly onPass: (pass: PlacedPass) => void;
  /** Writes the tables, their descriptions and the manifest, and says where. */
  readonly finish: (data: FinishedData) => void;
}

export interface FinishedData {
  readonly tables: DataTables;
  readonly manifest: Manifest;
  readonly words: MethodWords;
  /** Points, and runs that each of them has. */
  readonly points: number;
  readonly done: number;
}

/** By file, without its ending: the table and what one of its rows is. */
export type DataTables = Readonly<Record<string, { readonly table: Table; readonly row: string }>>;

/**
 * Opens a folder for results, made if it is not there.
 * @throws CommandError (usage) where it holds something already, so that nothing is written over.
 */
export function openDataFolder(
  folder: string,
  { scenario, seed }: { readonly scenario: Scenario; readonly seed: string },
  terminal: Terminal,
): DataFolder {
  const path = resolve(terminal.workingDirectory, folder);
  const guarded = <Answer>(act: () => Answer): Answer => {
    try {
      return act();
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new CommandError(EXIT.fault, `'${folder}' could not be written: ${(error as Error).message}`);
    }
  };
  const runs = guarded(() => {
    if (existsSync(path) && readdirSync(path).length > 0) {
      throw new CommandError(
        EXIT.usage,
        `'${folder}' is there already and not empty. Name a new folder, or remove this one; nothing is written over.`,
      );
    }
    mkdirSync(path, { recursive: true });
    const file = openSync(join(path, 'runs.csv'), 'w');
    writeSync(file, csvLine(runColumns(scenario)));
    return file;
  });
  const drawnAt = drawers(scenario, seed);
  return {
    onPass: (pass) =>
      guarded(() => {
        const drawn: Drawn = (place) => drawnAt(pass.places[place]!.point);
        for (const text of runRows(scenario, pass, drawn)) writeSync(runs, text);
      }),
    finish: ({ tables, manifest, words, points, done }) => {
      guarded(() => {
        closeSync(runs);
        for (const [name, { table }] of Object.entries(tables)) {
          writeFileSync(join(path, `${name}.csv`), csvText(table));
        }
        const files = Object.entries(tables).map(([name, { row }]) => [`${name}.csv`, row] as const);
        const rows = { 'runs.csv': 'a run of a point', ...Object.fromEntries(files) };
        writeFileSync(join(path, 'codebook.md'), codebook(scenario, rows));
        const columns = Object.entries(tables).map(
          ([name, { table }]) => [`${name}.csv`, table.columns] as const,
        );
        const description = dataPackage(scenario, Object.fromEntries(columns), manifest.version);
        writeFileSync(join(path, 'datapackage.json'), asJson(description));
        writeFileSync(
          join(path, 'methods.md'),
          methodsParagraph(scenario, manifest, { words, points, done }),
        );
        // Last: where it is, everything else is whole.
        writeFileSync(
          join(path, 'manifest.json'),
          asJson({ ...manifest, runs_done: done, interrupted: done < manifest.runs }),
        );
      });
      terminal.stderr.write(`Wrote ${folder}: ${readdirSync(path).sort().join(', ')}.\n`);
    },
  };
}

/** What runs of a point draw; a point's copula is worked out once. */
function drawers(scenario: Scenario, seed: string): (point: Point) => (draw: number) => readonly number[] {
  const chart = createChart(scenario);
  const key = seedKey(seed);
  const known = new WeakMap<Point, (draw: number) => readonly number[]>();
  return (point) => {
    const drawer = known.get(point) ?? parameterDrawer(chart, point, key);
    known.set(point, drawer);
    return drawer;
  };
}
