/** The question `check --expect`: does the scenario give the answers it promises? */
import { confidenceAtLook } from '../../analysis/index.ts';
import { type Key, seedKey } from '../../random/index.ts';
import type { Breakage, EngineChoice, EngineKind, Pool } from '../../runner/index.ts';
import type { Scenario, ScenarioPromise } from '../../scenario/index.ts';
import { listFaults } from '../faulted-runs.ts';
import type { FaultedRun } from '../result.ts';
import type { Account } from './account.ts';
import { type Plan, planPromises } from './plan.ts';
import { fileOf } from './treatment.ts';
import { type Extension, openTreatmentRuns, type TreatmentRuns } from './treatment-runs.ts';
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
  /** Runs done of those that the look under way lacks, all treatments together. */
  readonly done: number;
  readonly toDo: number;
}

export interface PromiseReport {
  /** In the file's order. */
  readonly verdicts: readonly PromiseVerdict[];
  readonly engine: EngineKind;
  /** The work was stopped: what was open then has the verdict `not-enough-runs`. */
  readonly interrupted: boolean;
  /** Runs of all treatments that a fault ended; they count in no estimate. */
  readonly faulted: number;
  /** The first of them, of each treatment. */
  readonly faults: readonly FaultedRun[];
}

/** The pool failed twice at the same runs: a fault of ours or of the machine. What was settled is kept. */
export class PromisesBroken extends Error {
  override readonly name = 'PromisesBroken';
  readonly breakage: Breakage;
  readonly report: PromiseReport;

  constructor(breakage: Breakage, report: PromiseReport) {
    super(`runs from ${breakage.firstRun} on could not be done: ${breakage.message}`);
    this.breakage = breakage;
    this.report = report;
  }
}

const LEVEL = 0.99;
const FIRST_LOOK = 2_000;
const LIMIT = 1_000_000;

/** Runs after which a `given` that selected none is taken to select none. */
const GIVEN_UP = 50_000;

/** Runs at each look: twice those of the one before, and last the limit. */
function looks(first: number, limit: number): readonly number[] {
  const runs = [Math.min(first, limit)];
  for (let last = runs[0] as number; last < limit; runs.push(last)) last = Math.min(2 * last, limit);
  return runs;
}

/** A promise with its account and what is said of it so far. */
interface Looked {
  readonly promise: ScenarioPromise;
  readonly account: Account;
  readonly verdict: PromiseVerdict;
}

function look(promise: ScenarioPromise, account: Account, runs: number, level: number): Looked {
  const findings = { runs, selected: account.selected(), warnings: account.warnings() };
  return { promise, account, verdict: verdictOf(promise, { ...findings, claims: account.claims(level) }) };
}

/** More runs may settle it. */
const isOpen = ({ promise, verdict }: Looked): boolean =>
  verdict.verdict === 'not-enough-runs' &&
  (promise.given === null || verdict.selected > 0 || verdict.runs < GIVEN_UP);

/**
 * Looks at the promises after 2,000, 4,000, 8,000, … runs of every treatment that an open one speaks of, all with the
 * same luck, and settles each as soon as its 99 % interval (widened for looking again) does.
 * @throws PromisesBroken (rejects) when the pool fails, with what was settled.
 */
export async function checkPromises(
  scenario: Scenario,
  pool: Pool,
  options: PromiseOptions,
  onProgress?: (progress: PromiseProgress) => void,
): Promise<PromiseReport> {
  const { engine, signal, firstLook = FIRST_LOOK, limit = LIMIT } = options;
  const key = seedKey(options.seed);
  const plan = planPromises(scenario);
  const runs = openTreatmentRuns(plan, { pool, key, engine, signal });
  const total = scenario.promises.length;
  let looked = scenario.promises.map((promise, i) => look(promise, plan.accounts[i]!, 0, LEVEL));
  let last: Extension = { end: 'done' };
  for (const [index, wanted] of looks(firstLook, limit).entries()) {
    const open = looked.filter(isOpen);
    if (open.length === 0) break;
    const settled = total - open.length;
    const tell = (done: number, toDo: number): void => onProgress?.({ settled, total, done, toDo });
    // What is there when the work is stopped is no look: it settles nothing.
    last = await runs.extend(
      open.map(({ account }) => account),
      wanted,
      tell,
    );
    if (last.end !== 'done') break;
    const level = confidenceAtLook(LEVEL, index + 1);
    looked = looked.map((one) => (isOpen(one) ? look(one.promise, one.account, runs.runs(), level) : one));
  }
  const ran = [...plan.treatments.values()].find(({ file }) => file === null)?.scenario ?? scenario;
  const report: PromiseReport = {
    verdicts: looked.map(({ verdict }) => verdict),
    engine: await pool.prepare(ran, engine),
    interrupted: last.end === 'interrupted',
    faulted: [...runs.faulted.values()].reduce((sum, { count }) => sum + count, 0),
    faults: await faultsOf(scenario, plan, runs, { ...options, key }),
  };
  if (last.end === 'broken') throw new PromisesBroken(last.breakage, report);
  return report;
}

async function faultsOf(
  scenario: Scenario,
  { treatments }: Plan,
  { faulted }: TreatmentRuns,
  { named, seed, key }: PromiseOptions & { readonly key: Key },
): Promise<readonly FaultedRun[]> {
  const lists = [...faulted].map(([treatment, { first }]) => {
    const { file, point, settings, scenario: ran } = treatments.get(treatment)!;
    const name = file === null ? named : fileOf(scenario, file).file;
    return listFaults(ran, first, { point, key, repeatable: { named: name, seed, settings } });
  });
  return (await Promise.all(lists)).flat();
}
