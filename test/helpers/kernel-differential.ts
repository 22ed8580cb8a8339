/** Holds the kernel to the machine: every number of every recorded state, and every array of a batch, bit for bit. */
import { compileKernel, instantiate, type KernelInstance, type TracedState } from '../../src/kernel/index.ts';
import type { Key } from '../../src/random/index.ts';
import { type BatchResult, type Point, rowLength, type Scenario } from '../../src/scenario/index.ts';
import {
  type Chart,
  createChart,
  type RunContext,
  RunFault,
  runBatch,
  startRun,
  stepRun,
} from '../../src/statechart/index.ts';

/** Both executors of one scenario. */
export interface Pair {
  readonly scenario: Scenario;
  readonly chart: Chart;
  readonly kernel: KernelInstance;
}

/** Throws when the kernel refuses: what it refuses it does not prove. */
export function pairOf(scenario: Scenario, point: Point, key: Key): Pair {
  const compiled = compileKernel(scenario);
  if ('refused' in compiled) throw new Error(`the kernel refused: ${JSON.stringify(compiled.refused)}`);
  return { scenario, chart: createChart(scenario), kernel: instantiate(compiled, scenario, point, key) };
}

/** The first difference found, in words; null when there is none. */
export type Difference = string | null;

const sameNumber = (a: number, b: number): boolean => Object.is(a, b);

export function firstDifference(
  what: string,
  machine: ArrayLike<number>,
  kernel: ArrayLike<number>,
): Difference {
  if (machine.length !== kernel.length) return `${what}: ${machine.length} numbers against ${kernel.length}`;
  for (let k = 0; k < machine.length; k += 1) {
    const [a, b] = [machine[k] as number, kernel[k] as number];
    if (!sameNumber(a, b)) return `${what}[${k}]: machine ${a}, kernel ${b}`;
  }
  return null;
}

/** Compares a batch of both. */
export function compareBatch(
  { scenario, chart, kernel }: Pair,
  point: Point,
  key: Key,
  first: number,
  runs: number,
): Difference {
  const expected = runBatch(chart, point, key, first, runs);
  return batchDifference(scenario, expected, kernel.run(first, runs));
}

export function batchDifference(scenario: Scenario, expected: BatchResult, actual: BatchResult): Difference {
  const width = rowLength(scenario);
  for (let run = 0; run < expected.runs; run += 1) {
    const row = (batch: BatchResult): Float64Array => batch.rows.subarray(run * width, (run + 1) * width);
    const found = firstDifference(`run ${expected.firstRun + run}: row`, row(expected), row(actual));
    if (found !== null) return found;
  }
  for (const name of ['stageChanges', 'firsts', 'times', 'asked', 'fixedUnavailable'] as const) {
    const found = firstDifference(name, expected[name], actual[name]);
    if (found !== null) return found;
  }
  return null;
}

/** Compares one run state by state, triggers and all. A fault must be found in the same state. */
export function compareRun(
  { chart, kernel, scenario }: Pair,
  point: Point,
  key: Key,
  run: number,
): Difference {
  const traced = kernel.trace(run);
  let at = 0;
  const check = (state: RunContext): Difference => {
    const mine = traced.states[at];
    at += 1;
    if (mine === undefined) return `run ${run}: the kernel has no state ${state.step}`;
    const found = stateDifference(scenario, state, mine);
    return found === null ? null : `run ${run}, state ${state.step}: ${found}`;
  };
  try {
    let snapshot = startRun(chart, point, { key, draw: run, luck: run, future: 0 });
    let found = check(snapshot.context);
    while (found === null && snapshot.context.ended === null) {
      snapshot = stepRun(chart, snapshot).snapshot;
      found = check(snapshot.context);
    }
    if (found !== null) return found;
    return traced.faulted || at !== traced.states.length
      ? `run ${run}: the kernel goes on or is at fault`
      : null;
  } catch (error) {
    if (!(error instanceof RunFault)) throw error;
    if (!traced.faulted) return `run ${run}: the kernel missed a fault: ${error.message}`;
    return at === traced.states.length
      ? null
      : `run ${run}: fault in state ${at} against ${traced.states.length}`;
  }
}

export function stateDifference(scenario: Scenario, machine: RunContext, kernel: TracedState): Difference {
  const leaves = scenario.regions.map(({ index }) =>
    scenario.stages.findIndex(
      (stage) =>
        stage.region === index && stage.initial === null && (machine.entered[stage.index] ?? -1) >= 0,
    ),
  );
  return (
    firstDifference('step', [machine.step], [kernel.step]) ??
    firstDifference('parameters', machine.parameters, kernel.parameters) ??
    firstDifference('leaves', leaves, kernel.leaves) ??
    firstDifference('entered', machine.entered, kernel.entered) ??
    firstDifference('variables', machine.variables, kernel.variables) ??
    firstDifference('auxiliaries', machine.auxiliaries, kernel.auxiliaries) ??
    firstDifference('times', machine.times, kernel.times) ??
    firstDifference('last', machine.last, kernel.last) ??
    firstDifference('asked', machine.asked, kernel.asked) ??
    firstDifference('armings', machine.armings, kernel.armings) ??
    triggersDifference(machine, kernel)
  );
}

const OFF = 2;

function triggersDifference(machine: RunContext, kernel: TracedState): Difference {
  for (let slot = 0; slot < machine.triggers.length; slot += 1) {
    const theirs = machine.triggers[slot] ?? null;
    const mine = kernel.triggers[slot] ?? null;
    const isOff = mine === null || mine.mode === OFF;
    if (theirs === null) {
      if (!isOff) return `trigger ${slot}: armed only in the kernel`;
      continue;
    }
    if (isOff) return `trigger ${slot}: armed only in the machine`;
    const found = triggerDifference(`trigger ${slot}`, theirs, mine);
    if (found !== null) return found;
  }
  return null;
}

type MachineTrigger = NonNullable<RunContext['triggers'][number]>;
type KernelTrigger = NonNullable<TracedState['triggers'][number]>;

function triggerDifference(what: string, theirs: MachineTrigger, mine: KernelTrigger): Difference {
  const isUsed = mine.mode === 1 ? 1 : 0;
  switch (theirs.kind) {
    case 'clock': {
      const hasRung = theirs.rungStep >= 0;
      const ring = hasRung ? [theirs.rungStep, theirs.fraction] : [];
      return firstDifference(
        what,
        [theirs.threshold, theirs.risk, hasRung ? 1 : 0, ...ring],
        [mine.threshold, mine.amount, isUsed, ...(hasRung ? [mine.rungStep, mine.fraction] : [])],
      );
    }
    case 'after':
      return firstDifference(what, [theirs.delay, theirs.used ? 1 : 0], [mine.amount, isUsed]);
    case 'every':
      return firstDifference(
        what,
        [theirs.nextFall, theirs.falls, theirs.enabledSteps, theirs.fallen ? 1 : 0],
        [mine.amount, mine.falls, mine.enabledSteps, isUsed],
      );
    case 'when':
      return firstDifference(what, [theirs.latched ? 1 : 0], [isUsed]);
    case 'date':
      return null;
    default:
      return theirs satisfies never;
  }
}
