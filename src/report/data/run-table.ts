/** `runs`: one row a run, where it was, what it drew, how it ended. */
import type { PlacedPass } from '../../experiment/index.ts';
import { type BatchResult, FAULTED, ROW_HEAD, rowLength, type Scenario } from '../../scenario/index.ts';
import type { ColumnShape, TableBuffer } from './columns.ts';

const STATUS = ['completed', 'faulted'];

/** Days of the recorded states. */
export const daysOf = ({ time }: Scenario): readonly number[] =>
  Array.from({ length: time.steps + 1 }, (_, step) => step * time.stepDays);

/**
 * `id` counts the rows; `draw` and `luck` are run numbers: the parameters' draw and everything else's. `day` is the day
 * the run ended. Measures that are yes or no are 1 and 0.
 */
export function runColumns(scenario: Scenario): readonly ColumnShape[] {
  const { id, parameters, measures, outcomes, variants } = scenario;
  return [
    { name: 'id', kind: 'whole' },
    { name: 'scenario', kind: 'coded', values: [id] },
    { name: 'variant', kind: 'coded', values: ['baseline', ...variants.map(({ name }) => name)] },
    { name: 'point', kind: 'whole' },
    { name: 'draw', kind: 'whole' },
    { name: 'luck', kind: 'whole' },
    ...parameters.map(
      ({ name, choices }): ColumnShape =>
        choices === null ? { name, kind: 'number' } : { name, kind: 'coded', values: choices },
    ),
    { name: 'outcome', kind: 'coded', values: outcomes.map(({ name }) => name), nullable: true },
    { name: 'day', kind: 'coded', values: daysOf(scenario) },
    ...measures.map(({ name }): ColumnShape => ({ name: `measure_${name}`, kind: 'number', nullable: true })),
    { name: 'status', kind: 'coded', values: STATUS },
  ];
}

/** Columns before the parameters. */
const HEAD = 6;

/** Runs of a point that are written down. */
export interface PointRuns {
  readonly point: number;
  /** Of the point; null: the file as it is. */
  readonly variant: string | null;
  readonly batch: BatchResult;
}

/** The batches of a pass, point by point. */
export function* runsOf({ pass, places }: PlacedPass): Generator<PointRuns> {
  for (const [point, batches] of pass.batches.entries()) {
    const variant = places[point]?.settings.variant ?? null;
    for (const batch of batches) yield { point, variant, batch };
  }
}

/** Adds runs. @param id of the first of them. */
export function addRuns(
  scenario: Scenario,
  { point, variant, batch }: PointRuns,
  table: TableBuffer,
  id: number,
): void {
  const place = 1 + scenario.variants.findIndex(({ name }) => name === variant);
  addBatch(scenario, batch, table, { point, variant: place, id });
}

/** Runs whose numbers stay in a processor's cache while they are turned into columns. */
const AT_ONCE = 128;

interface Where {
  readonly point: number;
  readonly variant: number;
  readonly id: number;
}

function addBatch(
  scenario: Scenario,
  batch: BatchResult,
  table: TableBuffer,
  { point, variant, id }: Where,
): void {
  for (let from = 0; from < batch.runs; ) {
    const { at, room } = table;
    const part: Part = { at, from, count: Math.min(room, AT_ONCE, batch.runs - from) };
    const [ids, ids0, variants, points, draws, lucks] = table.columns;
    count(ids!, id + from, part);
    ids0!.fill(0, at, at + part.count);
    variants!.fill(variant, at, at + part.count);
    points!.fill(point, at, at + part.count);
    count(draws!, batch.firstRun + from, part);
    count(lucks!, batch.firstRun + from, part);
    addDrawn(scenario, batch, table, part);
    addEnds(scenario, batch, table, part);
    from += part.count;
    table.added(part.count);
  }
}

/** Runs `from` to `from + count − 1` of a batch, and where the table has room for them. */
interface Part {
  readonly at: number;
  readonly from: number;
  readonly count: number;
}

function count(column: Int32Array | Float64Array, first: number, { at, count: rows }: Part): void {
  for (let i = 0; i < rows; i += 1) column[at + i] = first + i;
}

function addDrawn({ parameters }: Scenario, { records }: BatchResult, table: TableBuffer, part: Part): void {
  if (records === null) throw new Error('the runs to be written down were run without their records');
  parameters.forEach((_, parameter) => {
    copy(records.parameters, parameters.length, parameter, table.columns[HEAD + parameter]!, part);
  });
}

function addEnds(scenario: Scenario, { rows }: BatchResult, table: TableBuffer, part: Part): void {
  const width = rowLength(scenario);
  const first = HEAD + scenario.parameters.length;
  const [outcomes, days] = table.columns.slice(first) as [Int32Array, Int32Array];
  copy(rows, width, 0, outcomes, part);
  copy(rows, width, 1, days, part);
  scenario.measures.forEach((_, measure) => {
    copy(rows, width, ROW_HEAD + measure, table.columns[first + 2 + measure]!, part);
  });
  const statuses = table.columns.at(-1) as Int32Array;
  // A faulted run's code is that of an outcome that is not there.
  for (let i = part.at; i < part.at + part.count; i += 1) statuses[i] = outcomes[i] === FAULTED ? 1 : 0;
}

/** One number of every run's `width`, as a column. */
function copy(
  from: Float64Array,
  width: number,
  place: number,
  to: Int32Array | Float64Array,
  { at, from: first, count: rows }: Part,
): void {
  for (let i = 0, k = first * width + place; i < rows; i += 1, k += width) to[at + i] = from[k] as number;
}
