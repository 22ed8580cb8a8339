/** The question `check --expect`: does the scenario give the answers it promises? */
import { confidenceAtLook } from '../../analysis/index.ts';
import { type Key, seedKey } from '../../random/index.ts';
import type { EngineChoice, EngineKind, Pool } from '../../runner/index.ts';
import { NO_SETTINGS, type Scenario, type ScenarioPromise } from '../../scenario/index.ts';
import { listFaults } from '../faulted-runs.ts';
import type { FaultedRun } from '../result.ts';
import { partsOf, variantsOf } from './parts.ts';
import type { Side, Sides } from './side.ts';
import { openSides } from './side-runs.ts';
import { type PromiseVerdict, verdictOf } from './verdict.ts';

export interface PromiseOptions {
  readonly seed: string;
  /** The scenario as the user named it, for the commands that replay faulted runs. */
  readonly named: string;
  /** Runs of the first look; each later look has twice as many. Default 2,000. */
  readonly firstLook?: number | undefined;
  /** Runs after which what is open is given up. Default 1,000,000. */
  readonly limit?: number | undefined;
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PromiseProgress {
  /** Promises settled, of `total`. */
  readonly settled: number;
  readonly total: number;
  /** Runs done of those that the look under way lacks, all variants together. */
  readonly done: number;
  readonly toDo: number;
}

export interface PromiseReport {
  /** In the file's order. */
  readonly verdicts: readonly PromiseVerdict[];
  readonly engine: EngineKind;
  /** The work was stopped: what was open then has the verdict `not-enough-runs`. */
  readonly interrupted: boolean;
  /** The first runs of each side that a fault ended; they count in no estimate. */
  readonly faults: readonly FaultedRun[];
}

const LEVEL = 0.99;
const FIRST_LOOK = 2_000;
const LIMIT = 1_000_000;

/** Faulted runs that are listed of each side. */
const LISTED_FAULTS = 5;

/** Runs at each look: twice those of the one before, and last the limit. */
function looks(first: number, limit: number): readonly number[] {
  const runs = [Math.min(first, limit)];
  for (let last = runs[0] as number; last < limit; runs.push(last)) last = Math.min(2 * last, limit);
  return runs;
}

const isOpen = ({ verdict }: PromiseVerdict): boolean => verdict === 'not-enough-runs';

/** Every verdict that is still open, at what the sides hold now. */
function lookAgain(
  scenario: Scenario,
  verdicts: readonly PromiseVerdict[],
  sides: Sides,
  level: number,
): readonly PromiseVerdict[] {
  return verdicts.map((verdict, i) => {
    if (!isOpen(verdict)) return verdict;
    const promise = scenario.promises[i] as ScenarioPromise;
    const runs = variantsOf(promise).map((variant) => (sides.get(variant) as Side).tally.runs);
    if (runs.length === 0) return verdict;
    return verdictOf(promise, partsOf(scenario, promise.rule, sides, level), Math.min(...runs));
  });
}

/**
 * Looks at the promises after 2,000, 4,000, 8,000, … runs of every variant that an open one speaks of, all with the
 * same luck, and settles each as soon as its 99 % interval (widened for looking again) does.
 * @throws PromisesBroken (rejects) when the pool fails.
 */
export async function checkPromises(
  scenario: Scenario,
  pool: Pool,
  options: PromiseOptions,
  onProgress?: (progress: PromiseProgress) => void,
): Promise<PromiseReport> {
  const { engine, signal, firstLook = FIRST_LOOK, limit = LIMIT } = options;
  const { promises } = scenario;
  const key = seedKey(options.seed);
  const variantsIn = (some: readonly ScenarioPromise[]): readonly (string | null)[] => [
    ...new Set(some.flatMap(variantsOf)),
  ];
  const runs = openSides(scenario, variantsIn(promises), { pool, key, engine, signal });
  // Without runs nothing is settled.
  let verdicts = lookAgain(
    scenario,
    promises.map((promise) => verdictOf(promise, [], 0)),
    runs.sides,
    LEVEL,
  );
  let interrupted = false;
  for (const [index, wanted] of looks(firstLook, limit).entries()) {
    const open = promises.filter((_, i) => isOpen(verdicts[i] as PromiseVerdict));
    if (open.length === 0) break;
    const settled = promises.length - open.length;
    const tell = (done: number, toDo: number): void =>
      onProgress?.({ settled, total: promises.length, done, toDo });
    // What is there when the work is stopped is no look: it settles nothing.
    interrupted = !(await runs.extend(variantsIn(open), wanted, tell));
    if (interrupted) break;
    verdicts = lookAgain(scenario, verdicts, runs.sides, confidenceAtLook(LEVEL, index + 1));
  }
  const faults = await faultsOf(scenario, [...runs.sides.values()], key, options);
  return { verdicts, engine: await pool.prepare(scenario, engine), interrupted, faults };
}

async function faultsOf(
  scenario: Scenario,
  sides: readonly Side[],
  key: Key,
  { named, seed }: PromiseOptions,
): Promise<readonly FaultedRun[]> {
  const lists = sides.map(({ tally, point, variant }) => {
    const repeatable = { named, seed, settings: { ...NO_SETTINGS, variant } };
    return listFaults(scenario, tally.faultedRuns.slice(0, LISTED_FAULTS), { point, key, repeatable });
  });
  return (await Promise.all(lists)).flat();
}
