/** The lab's engines: the questions of experiment/ over one pool, under one seed. */
import { createLive, drillOutcome, faultInWords, outcomesAt, tellRun } from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { momentText } from '../../report/index.ts';
import { explainFault, type JobControl, type Pool } from '../../runner/index.ts';
import type { LabEngine } from '../../tui/index.ts';
import { now } from '../pool.ts';
import { futuresTeller } from './futures.ts';

export function labEngine(pool: Pool, seed: string): LabEngine {
  const key = seedKey(seed);
  return {
    live: (scenario) => createLive(pool, { scenario, key, now }),
    outcomesAt: (scenario, points, runs, { signal, isHeld, onPass }) =>
      outcomesAt({ scenario, key, points, runs, signal, control: controlOf(isHeld), now }, pool, onPass),
    drill: (asked, { signal, isHeld, onPass }) =>
      drillOutcome({ ...asked, key, signal, control: controlOf(isHeld) }, pool, onPass),
    tell: (scenario, point, run) =>
      tellRun(scenario, point, {
        key,
        run,
        dateOf: (day) => momentText(scenario.time.start, day),
      }),
    futures: futuresTeller(pool, key),
    explain: async (scenario, point, run) => faultInWords(await explainFault(scenario, point, { key, run })),
  };
}

/** How often work that is held looks whether it may go on. */
const LOOK_MS = 15;

const controlOf = (isHeld: () => boolean): JobControl => ({
  paused: isHeld,
  resumed: async () => {
    while (isHeld()) await new Promise((go) => setTimeout(go, LOOK_MS));
  },
});
