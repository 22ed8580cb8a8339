/** What a pool is asked, as a short text: the same question has the same one, in this process and in the next. */
import { createHash } from 'node:crypto';
import type { JobRequest, Piece, RowsRequest } from '../../runner/index.ts';
import type { Point, Scenario } from '../../scenario/index.ts';
import { ID_DIGITS } from './block.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, ID_DIGITS);

/** Points are many and asked about pass after pass. */
const known = new WeakMap<Point, string>();

function pointId(point: Point): string {
  const id = known.get(point) ?? digest(JSON.stringify(point));
  known.set(point, id);
  return id;
}

const pieceWords = ({ point, firstRun, runs }: Piece): string => `${pointId(point)} ${firstRun} ${runs}`;

/** What is run beside the file: a question may add a measure of its own. */
const measuresOf = ({ measures }: Scenario): string => measures.map(({ name }) => name).join(' ');

export function jobId(request: JobRequest | RowsRequest): string {
  const { scenario, key, runs } = request;
  const pieces =
    'piecesOf' in request
      ? ['rows', ...request.piecesOf(0, runs).map(pieceWords)]
      : ['all', pieceWords({ point: request.point, firstRun: request.firstRun ?? 0, runs })];
  const records = request.records === true ? 'records' : '';
  return digest(
    [scenario.hash, measuresOf(scenario), `${key.key0} ${key.key1}`, records, ...pieces].join('\n'),
  );
}
