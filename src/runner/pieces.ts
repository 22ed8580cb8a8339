/** Runs of many points behind each other, of which only the rows are kept. */
import type { Key } from '../random/index.ts';
import { type BatchResult, batchOfRows } from '../scenario/index.ts';
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
  let place = 0;
  for (const piece of pieces) {
    engine.aim(piece.point, key);
    engine.rows(piece.firstRun, piece.runs, rows, place * width);
    place += piece.runs;
  }
  return batchOfRows(firstRun, total, rows);
}
