/** The machine as an engine: many runs of one point, folded into a `BatchResult`. */
import type { Key } from '../random/index.ts';
import { type BatchResult, emptyBatch, FAULTED, type Point, ROW_HEAD, rowLength } from '../scenario/index.ts';
import type { Chart } from './chart.ts';
import { parameterDrawer } from './drawn-parameters.ts';
import { type EndedRun, followRun, startRun } from './run.ts';
import type { RunContext } from './run-context.ts';
import { RunFault } from './run-fault.ts';
import { spellsOf } from './spells.ts';

/** Runs `firstRun` to `firstRun + runs − 1`, each with its own number as parameter draw and as luck. */
export function runBatch(chart: Chart, point: Point, key: Key, firstRun: number, runs: number): BatchResult {
  const batch = emptyBatch(chart.scenario, firstRun, runs);
  for (let run = 0; run < runs; run++) addRun(chart, batch, { point, key, run });
  return batch;
}

/** The same with what each run drew, and its spells. */
export function recordBatch(
  chart: Chart,
  point: Point,
  key: Key,
  firstRun: number,
  runs: number,
): BatchResult {
  const batch = emptyBatch(chart.scenario, firstRun, runs);
  const drawn = parameterDrawer(chart, point, key);
  const spells: number[] = [];
  for (let run = 0; run < runs; run++) {
    addRun(chart, batch, { point, key, run }, (states) => {
      spells.push(...spellsOf(chart.scenario, run, states));
    });
  }
  const parameters = Array.from({ length: runs }, (_, run) => drawn(firstRun + run)).flat();
  return {
    ...batch,
    records: { parameters: Float64Array.from(parameters), spells: Int32Array.from(spells) },
  };
}

/** One run, added whole or, when a fault ends it, not at all but for its row. */
function addRun(
  chart: Chart,
  batch: BatchResult,
  { point, key, run }: { readonly point: Point; readonly key: Key; readonly run: number },
  also?: (states: readonly RunContext[]) => void,
): void {
  const number = batch.firstRun + run;
  const states: RunContext[] = [];
  const row = batch.rows.subarray(run * rowLength(chart.scenario), (run + 1) * rowLength(chart.scenario));
  try {
    const start = startRun(chart, point, { key, draw: number, luck: number, future: 0 });
    const ended = followRun(chart, start, (state) => states.push(state));
    row.set([ended.outcome, ended.endStep, ...ended.measures]);
    addStates(batch, states);
    addEnd(batch, ended);
    also?.(states);
  } catch (error) {
    if (!(error instanceof RunFault)) throw error;
    row.set([FAULTED, error.step]);
    row.fill(Number.NaN, ROW_HEAD);
  }
}

/** Where the run was and when things first happened. */
function addStates(batch: BatchResult, states: readonly RunContext[]): void {
  let before: RunContext | null = null;
  for (const state of states) {
    addStages(batch, before, state);
    if (before !== null && state.times !== before.times) addFirsts(batch, before, state);
    before = state;
  }
}

function addStages({ stageChanges }: BatchResult, before: RunContext | null, state: RunContext): void {
  if (before !== null && state.entered === before.entered) return;
  const row = state.step * state.entered.length;
  state.entered.forEach((entered, stage) => {
    const change = (entered >= 0 ? 1 : 0) - ((before?.entered[stage] ?? -1) >= 0 ? 1 : 0);
    stageChanges[row + stage] = stageChanges[row + stage]! + change;
  });
}

function addFirsts({ firsts, times }: BatchResult, before: RunContext, state: RunContext): void {
  const states = firsts.length / times.length;
  state.times.forEach((count, happening) => {
    if (count === 0 || before.times[happening]! > 0) return;
    const place = happening * states + state.step;
    firsts[place] = firsts[place]! + 1;
  });
}

function addEnd({ times, asked, fixedUnavailable }: BatchResult, { last }: EndedRun): void {
  const add = (sums: Int32Array, counts: readonly number[]): void => {
    counts.forEach((count, index) => {
      sums[index] = sums[index]! + count;
    });
  };
  add(times, last.context.times);
  add(asked, last.context.asked);
  add(fixedUnavailable, last.context.fixedUnavailable);
}
