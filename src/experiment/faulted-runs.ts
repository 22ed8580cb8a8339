/** Faulted runs as a result lists them. */
import type { Key } from '../random/index.ts';
import { explainFault } from '../runner/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import { type Repeatable, replayCommand } from './command.ts';
import { faultInWords } from './fault-words.ts';
import type { FaultedRun } from './result.ts';

/** Runs each again in the machine to tell why it faulted, and how to replay it. */
export async function listFaults(
  scenario: Scenario,
  runs: readonly number[],
  from: { readonly point: Point; readonly key: Key; readonly repeatable: Repeatable },
): Promise<readonly FaultedRun[]> {
  const { point, key, repeatable } = from;
  const faults: FaultedRun[] = [];
  for (const run of runs) {
    const fault = await explainFault(scenario, point, { key, run });
    faults.push({ run, message: faultInWords(fault), command: replayCommand(repeatable, run) });
  }
  return faults;
}
