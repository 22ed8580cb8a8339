/** Why a run faulted: the engines' rows only say that it did. */
import type { Key } from '../random/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import type { RunFault } from '../statechart/index.ts';

/**
 * Runs one faulted run again in the machine, in this thread, and gives the fault that ends it.
 * @throws Error (rejects) where the run ends well: then the engine that called it faulted was wrong.
 */
export async function explainFault(
  scenario: Scenario,
  point: Point,
  luck: { readonly key: Key; readonly run: number },
): Promise<RunFault> {
  const { createChart, RunFault, runToEnd } = await import('../statechart/index.ts');
  const { key, run } = luck;
  try {
    runToEnd(createChart(scenario), point, { key, draw: run, luck: run, future: 0 });
  } catch (error) {
    if (error instanceof RunFault) return error;
    throw error;
  }
  throw new Error(`run ${run} of ${scenario.id} was reported as faulted, but the machine runs it to its end`);
}
