/** Requests for futures that wait for free seats: which load is next, and what becomes of a request. */
import type { FuturesBatch, Scenario } from '../scenario/index.ts';
import type { Model } from './engine.ts';
import { type FuturesRequest, joined, loadsOf, type Piece } from './futures.ts';
import type { Slot } from './slot.ts';

/** Runs one load on a seat; settles, and never rejects, when the seat is free again. */
export type RunLoad = (slot: Slot, job: number) => Promise<void>;

export interface FuturesQueue {
  add(request: FuturesRequest, model: Model): Promise<readonly FuturesBatch[] | null>;
  /** What a free seat is to do next; null when nothing waits. */
  next(): RunLoad | null;
  /** Ends what waits as interrupted. */
  close(): void;
}

interface Waiting {
  readonly pieces: readonly Piece[];
  readonly isAgain: boolean;
  readonly request: Underway;
}

interface Underway {
  readonly model: Model;
  readonly scenario: Scenario;
  /** By order: its pieces' batches, by place. */
  readonly parts: Map<number, FuturesBatch>[];
  left: number;
  readonly end: (answer: readonly FuturesBatch[] | null) => void;
  readonly fail: (error: unknown) => void;
}

/** @param stir called when something has been added that a free seat could do. */
export function createFuturesQueue(stir: () => void): FuturesQueue {
  let waiting: Waiting[] = [];

  const drop = (request: Underway): void => {
    waiting = waiting.filter((one) => one.request !== request);
  };

  const take = (request: Underway, pieces: readonly Piece[], batches: readonly FuturesBatch[]): void => {
    pieces.forEach(({ order, first }, at) => {
      request.parts[order]?.set(first, batches[at] as FuturesBatch);
    });
    request.left -= 1;
    if (request.left === 0)
      request.end(request.parts.map((parts) => joined(request.scenario, inOrder(parts))));
  };

  const runLoad =
    ({ pieces, isAgain, request }: Waiting): RunLoad =>
    async (slot, job) => {
      try {
        take(request, pieces, await slot.futures({ job, model: request.model, orders: pieces }));
      } catch (error) {
        if (!isAgain) {
          waiting.unshift({ pieces, isAgain: true, request });
          return;
        }
        drop(request);
        request.fail(error);
      }
    };

  return {
    add: ({ scenario, orders, signal }, model) =>
      new Promise((resolve, reject) => {
        const loads = loadsOf(orders);
        const request: Underway = {
          model,
          scenario,
          parts: orders.map(() => new Map()),
          left: loads.length,
          end(answer) {
            signal?.removeEventListener('abort', interrupt);
            resolve(answer);
          },
          fail: reject,
        };
        const interrupt = (): void => {
          drop(request);
          request.end(null);
        };
        if (signal?.aborted) return interrupt();
        if (loads.length === 0) return request.end([]);
        signal?.addEventListener('abort', interrupt);
        waiting.push(...loads.map((pieces) => ({ pieces, isAgain: false, request })));
        stir();
      }),
    next() {
      const load = waiting.shift();
      return load === undefined ? null : runLoad(load);
    },
    close() {
      const ended = new Set(waiting.map(({ request }) => request));
      waiting = [];
      for (const request of ended) request.end(null);
    },
  };
}

const inOrder = (parts: ReadonlyMap<number, FuturesBatch>): readonly FuturesBatch[] =>
  [...parts].sort(([a], [b]) => a - b).map(([, batch]) => batch);
