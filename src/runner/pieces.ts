/** Runs of many points behind each other, of which only the rows are kept. */
import type { Key } from '../random/index.ts';
import { type BatchResult, batchOfRows, joinRecords, type RunRecords } from '../scenario/index.ts';
import type { Engine } from './engine.ts';
import type { Piece } from './slot.ts';

/** @param width numbers in a row. */
export function runPieces(
  engine: Engine,
  width: number,
  {
    key,
    firstRun,
    pieces,
  }: { readonly key: Key; readonly firstRun: number; readonly pieces: readonly Piece[] },
): BatchResult {
  const total = pieces.reduce((sum, { runs }) => sum + runs, 0);
  const rows = new Float64Array(total * width);
  const kept: { readonly runs: number; readonly records: RunRecords }[] = [];
  let place = 0;
  for (const { point, firstRun: first, runs } of pieces) {
    engine.aim(point, key);
    const records = engine.rows(first, runs, rows, place * width);
    if (records !== null) kept.push({ runs, records });
    place += runs;
  }
  return batchOfRows(firstRun, total, rows, kept.length === 0 ? null : joinRecords(kept));
}
