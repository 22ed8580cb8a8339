/** Asks for the futures of a seminar's states. */
import { type AskSeminar, askFutures, type Player } from '../../experiment/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Terminal } from '../terminal.ts';

/** Futures behind every share: at most 2.5 points off, once in twenty by 3.1. */
export const FUTURES = 1_000;

export const asker =
  (pool: Pool, { interrupt: signal }: Pick<Terminal, 'interrupt'>) =>
  ({ chart }: Player): AskSeminar =>
  (snapshot, alternatives, moment) =>
    askFutures({ chart, snapshot, alternatives, moment, futures: FUTURES, signal }, pool);
