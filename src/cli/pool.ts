/** The worker pool of a command: opened for it, closed whatever happens. */
import { availableParallelism } from 'node:os';
import { type Pool, startPool } from '../runner/index.ts';
import type { CommonOptions } from './options.ts';

export const now = (): number => performance.now();

export async function withPool<Answer>(
  options: Pick<CommonOptions, 'workers'>,
  use: (pool: Pool) => Promise<Answer>,
): Promise<Answer> {
  const pool = startPool({ workers: options.workers ?? availableParallelism(), now });
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}
