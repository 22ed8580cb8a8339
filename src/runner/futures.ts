/**
 * Futures over the seats of a pool: large orders are cut, small ones travel together, and what comes back is put
 * together again. No result depends on how.
 */
import { emptyFutures, type FuturesBatch, rowLength, type Scenario } from '../scenario/index.ts';
import type { Fork } from '../statechart/index.ts';
import type { EngineChoice } from './engine.ts';

/** So many futures of one fork: numbers `first` to `first + count − 1`. */
export interface FuturesOrder {
  readonly fork: Fork;
  readonly first: number;
  readonly count: number;
}

export interface FuturesRequest {
  readonly scenario: Scenario;
  readonly orders: readonly FuturesOrder[];
  /** Default `auto`. */
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A piece of an order, by its index in the request. */
export interface Piece extends FuturesOrder {
  readonly order: number;
}

/** Futures of one order that go to a seat at once, and of all orders of one message: some 10 ms of the kernel's work. */
const LARGEST_PIECE = 500;
const LARGEST_LOAD = 1000;

/** The messages of a request: each a list of pieces. */
export function loadsOf(orders: readonly FuturesOrder[]): readonly (readonly Piece[])[] {
  const loads: Piece[][] = [];
  let room = 0;
  orders.forEach(({ fork, first, count }, order) => {
    for (let done = 0; done < count; done += LARGEST_PIECE) {
      const piece = { order, fork, first: first + done, count: Math.min(LARGEST_PIECE, count - done) };
      const last = loads.at(-1);
      if (last === undefined || piece.count > room) {
        loads.push([piece]);
        room = LARGEST_LOAD - piece.count;
      } else {
        last.push(piece);
        room -= piece.count;
      }
    }
  });
  return loads;
}

/** The batch of one order from the batches of its pieces, in their order. */
export function joined(scenario: Scenario, parts: readonly FuturesBatch[]): FuturesBatch {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const futures = parts.reduce((sum, part) => sum + part.futures, 0);
  const width = rowLength(scenario);
  const whole = emptyFutures(scenario, only?.firstFuture ?? 0, futures);
  let at = 0;
  for (const part of parts) {
    whole.rows.set(part.rows, at * width);
    whole.happened.set(part.happened, at * scenario.happenings.length);
    whole.option.set(part.option, at);
    at += part.futures;
  }
  return whole;
}
