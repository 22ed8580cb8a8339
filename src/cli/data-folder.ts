/** A folder that an experiment's data go to: runs as they come, the rest at the end, the manifest last of all. */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest, PlacedPass } from '../experiment/index.ts';
import {
  addRuns,
  addSpells,
  codebook,
  type DataForms,
  dataPackage,
  type MethodWords,
  methodsParagraph,
  openTable,
  runColumns,
  runsOf,
  spellColumns,
  type Table,
  type TableBuffer,
} from '../report/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';
import { asJson } from './json.ts';
import { diskWords } from './study/disk-words.ts';
import { writeManifest } from './study/manifest-file.ts';
import type { Terminal } from './terminal.ts';

export interface DataFolder {
  /** Adds the runs of a pass, and their spells, a batch at a time: what waits has its turn in between. */
  readonly onPass: (pass: PlacedPass) => Promise<void>;
  /** Writes the tables, their descriptions and the manifest. */
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

/** Rows that a table gathers before they are written: of a Parquet file, a row group. */
const RUNS_AT_ONCE = 1 << 15;
const SPELLS_AT_ONCE = 1 << 17;

/** Runs that are written down before others have their turn: threads wait for their next chunks. */
const TURN_RUNS = 250;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Opens a folder that is there for results; what it held of them is written over. @throws CommandError (fault of the machine). */
export function openDataFolder(
  folder: string,
  { scenario, forms }: { readonly scenario: Scenario; readonly forms: DataForms },
  terminal: Terminal,
): DataFolder {
  const path = resolve(terminal.workingDirectory, folder);
  const guarded = <Answer>(act: () => Answer): Answer => {
    try {
      return act();
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new CommandError(EXIT.fault, diskWords(folder, error as NodeJS.ErrnoException));
    }
  };
  const { runs, spells } = guarded(() => openTables(path, scenario, forms));
  let ids = 0;
  return {
    async onPass(pass) {
      let since = 0;
      for (const some of runsOf(pass)) {
        guarded(() => {
          addSpells(scenario, some, spells.table, ids);
          addRuns(scenario, some, runs.table, ids);
        });
        ids += some.batch.runs;
        since += some.batch.runs;
        if (since < TURN_RUNS) continue;
        since = 0;
        await turn();
      }
    },
    finish: (data) => {
      guarded(() => {
        for (const { table, file } of [runs, spells]) {
          table.end();
          closeSync(file);
        }
        writeRest(path, scenario, forms, data);
      });
    },
  };
}

interface OpenTable {
  readonly table: TableBuffer;
  readonly file: number;
}

function openTables(
  path: string,
  scenario: Scenario,
  { format, sink }: DataForms,
): { readonly runs: OpenTable; readonly spells: OpenTable } {
  const open = (name: string, shape: ReturnType<typeof runColumns>, atOnce: number): OpenTable => {
    const file = openSync(join(path, `${name}.${format}`), 'w');
    return {
      file,
      table: openTable(
        shape,
        atOnce,
        sink(shape, (part) => writeAll(file, part)),
      ),
    };
  };
  return {
    runs: open('runs', runColumns(scenario), RUNS_AT_ONCE),
    spells: open('spells', spellColumns(scenario), SPELLS_AT_ONCE),
  };
}

/** A disk that is nearly full may take a part. */
function writeAll(file: number, part: string | Uint8Array): void {
  const bytes = typeof part === 'string' ? Buffer.from(part) : part;
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

const ROWS = {
  runs: 'a run of a point',
  spells: 'a stay of a region in a stage, during a run',
} as const;

function writeRest(
  path: string,
  scenario: Scenario,
  { format, whole }: DataForms,
  { tables, manifest, words, points, done }: FinishedData,
): void {
  for (const [name, { table }] of Object.entries(tables)) {
    writeFileSync(join(path, `${name}.${format}`), whole(table));
  }
  const rows = Object.entries(tables).map(([name, { row }]) => [name, row] as const);
  writeFileSync(
    join(path, 'codebook.md'),
    codebook(scenario, { ...ROWS, ...Object.fromEntries(rows) }, format),
  );
  const description = dataPackage(scenario, tables, { version: manifest.version, format });
  writeFileSync(join(path, 'datapackage.json'), asJson(description));
  writeFileSync(join(path, 'methods.md'), methodsParagraph(scenario, manifest, { words, points, done }));
  writeManifest(path, { ...manifest, runs_done: done, interrupted: done < manifest.runs });
}
