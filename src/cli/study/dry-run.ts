/** `--dry-run`: what an experiment would do, from a few runs of its first point. */

import { runsForScore } from '../../analysis/index.ts';
import { type Pass, type Place, runPoints } from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import {
  addRuns,
  addSpells,
  type DataFormat,
  durationText,
  grouped,
  loadForms,
  openTable,
  runColumns,
  runsOf,
  spellColumns,
} from '../../report/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Point, Scenario, Settings } from '../../scenario/index.ts';
import type { CommonOptions } from '../options.ts';
import { now } from '../pool.ts';
import { VERSION } from '../version.ts';
import { bytesRemembered } from './journal-file.ts';

const TRIED = 2_000;
/** What is known of an experiment before it runs. */
interface Foreseen {
  readonly scenario: Scenario;
  readonly settings: Settings;
  readonly points: readonly Point[];
  /** Runs of each point, and of all together, at most. */
  readonly runs: number;
  readonly total: number;
  readonly what: string;
  readonly command: string;
}

type Options = Pick<CommonOptions, 'engine' | 'seed' | 'out' | 'precision'> & {
  readonly format?: DataFormat;
};

/** Runs that are written down to see how long they are. */
const WRITTEN = 200;

export async function dryRun(planned: Foreseen, options: Options, pool: Pool): Promise<string> {
  const { what } = planned;
  const { format = 'csv', out, precision } = options;
  const runs = Math.min(planned.runs, mostRuns(precision));
  const total = (planned.total / planned.runs) * runs;
  const keeps = out !== undefined;
  await tryRuns(planned, options, { runs: 1, records: keeps }, pool);
  const started = now();
  const tried = Math.min(TRIED, total);
  await tryRuns(planned, options, { runs: tried, records: keeps }, pool);
  const seconds = ((now() - started) / 1000 / tried) * total;
  const written = Math.min(WRITTEN, total);
  const pass = await tryRuns(planned, options, { runs: written, records: true }, pool);
  const of = (bytes: number): string => sizeWords((bytes / written) * total);
  const atMost = precision === undefined ? '' : 'at most ';
  return [
    `Nothing is run yet. It would take${precision === undefined ? '' : ', if the precision is not reached before'}:`,
    `  ${what}, ${atMost}${grouped(runs)} runs of each: ${atMost}${grouped(total)} runs`,
    `  ${atMost}about ${durationText(seconds)} with ${pool.seats} ${pool.seats === 1 ? 'thread' : 'threads'}${keeps ? ', the writing left out' : ''}`,
    `  with --out, tables of ${atMost}about ${of(await bytesWritten(planned, pass, format))} (${format}: runs and spells), and while it runs a journal of ${of(bytesRemembered(pass.batches.flat()))}`,
    `Again without --dry-run: ${planned.command}`,
  ].join('\n');
}

/** Runs of a point before anything is judged, and those by which a last look may go too far. */
const LEAST = 500;
const BEYOND = 100;

/** Runs after which every half-width that is wanted is reached: that of one half is the widest. */
function mostRuns(precision: readonly string[] | undefined): number {
  if (precision === undefined) return Infinity;
  const wanted = precision.map((text) => runsForScore(0.5, Number(text.split('=').at(-1))));
  return Math.max(LEAST, ...wanted) + BEYOND;
}

const MEGABYTE = 1e6;

function sizeWords(bytes: number): string {
  if (bytes < MEGABYTE) return '1 MB or less';
  return bytes < 1e9 ? `${grouped(bytes / MEGABYTE)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

async function tryRuns(
  { scenario, points }: Foreseen,
  { engine, seed }: Options,
  { runs, records }: { readonly runs: number; readonly records: boolean },
  pool: Pool,
): Promise<Pass> {
  const batches: Pass['batches'][number][number][] = [];
  await runPoints(
    {
      scenario,
      points: points.slice(0, 1),
      key: seedKey(seed),
      runs,
      engine,
      keep: 'rows',
      records,
      now,
      onPass: (pass) => void batches.push(...(pass.batches[0] ?? [])),
    },
    pool,
  );
  return { from: 0, runs, batches: [batches] };
}

/** Bytes that the tables of some runs take. */
async function bytesWritten(
  { scenario, settings, points }: Foreseen,
  pass: Pass,
  format: DataFormat,
): Promise<number> {
  const { sink } = await loadForms(format, `juncture ${VERSION}`);
  let bytes = 0;
  const write = (part: string | Uint8Array): void => {
    bytes += Buffer.byteLength(part);
  };
  const [runs, spells] = [runColumns(scenario), spellColumns(scenario)].map((shape) =>
    openTable(shape, 1 << 15, sink(shape, write)),
  ) as [ReturnType<typeof openTable>, ReturnType<typeof openTable>];
  const places: readonly Place[] = points.slice(0, 1).map((point) => ({ settings, point }));
  let id = 0;
  for (const some of runsOf({ pass, places })) {
    addSpells(scenario, some, spells, id);
    addRuns(scenario, some, runs, id);
    id += some.batch.runs;
  }
  for (const table of [runs, spells]) table.end();
  return bytes;
}
