/** A compiled kernel brought to life: runs batches, and tells one run state by state. */
import type { Key } from '../random/index.ts';
import {
  type BatchResult,
  emptyBatch,
  type FuturesBatch,
  type Point,
  type RunRecords,
  rowLength,
  type Scenario,
} from '../scenario/index.ts';
import type { CompiledKernel } from './compile.ts';
import { type Layout, ROWS_CAPACITY } from './model/layout.ts';
import { STATUS } from './model/running.ts';
import { openRecords, type Records } from './records.ts';
import { type ResumedFork, resumeFutures } from './resume.ts';
import { writeKey, writePoint } from './settings.ts';
import { readState, type TracedState } from './trace.ts';
import { compileModule, instantiateModule, type WasmMemory, type WasmModule } from './wasm/engine.ts';

interface KernelExports {
  readonly memory: WasmMemory;
  readonly begin: (draw: number, luck: number) => number;
  readonly step: () => number;
  /** Writes a row; yields 0 when that finds a fault. */
  readonly finish: (row: number) => number;
  readonly batch: (first: number, count: number) => void;
  readonly refresh: () => void;
  readonly draw_normals?: (step: number) => void;
}

export interface Trace {
  /** States 0 to the last; the one in which a fault was found is not among them. */
  readonly states: readonly TracedState[];
  readonly faulted: boolean;
}

export interface KernelInstance {
  /**
   * Runs `firstRun` to `firstRun + runs − 1`; the arrays are the caller's. `between` is called every millisecond
   * or two; what it throws ends the work.
   */
  run(firstRun: number, runs: number, between?: () => void): BatchResult;
  /** The rows of the same runs alone, written into `into` from `at` on; yields the records where they are kept. */
  rows(firstRun: number, runs: number, into: Float64Array, at: number): RunRecords | null;
  /** Takes another point. Nothing is compiled. */
  setPoint(point: Point): void;
  setKey(key: Key): void;
  /** Futures `first` to `first + count − 1` of a state; the number of its own luck continues that luck. */
  futures(fork: ResumedFork, first: number, count: number): FuturesBatch;
  /** The full trajectory of one run. */
  trace(run: number): Trace;
  /** The state the last run or future ended with. */
  lastState(): TracedState;
}

/** An instance of its own memory. `module` spares compiling where one has been compiled (see `compileModule`). */
export function instantiate(
  kernel: CompiledKernel,
  scenario: Scenario,
  point: Point,
  key: Key,
  module: WasmModule = compileModule(kernel.bytes),
): KernelInstance {
  const exports = instantiateModule(module).exports as unknown as KernelExports;
  const { layout } = kernel;
  new Uint8Array(exports.memory.buffer).set(kernel.image);
  const memory = new DataView(exports.memory.buffer);
  const luck = keptLuck(memory, kernel);
  let aimed = { point, key };
  const aim = (): void => {
    writePoint(memory, layout, scenario, aimed.point);
    writeKey(memory, layout, aimed.key);
  };
  aim();
  const live = { exports, layout, scenario, luck };
  return {
    run: (firstRun, runs, between) => runBatch(live, { firstRun, runs, between }),
    rows(firstRun, runs, into, at) {
      const records = openRecords(layout, scenario, firstRun, exports.memory.buffer);
      runRows(live, { firstRun, runs }, into.subarray(at), records);
      return records?.all() ?? null;
    },
    setPoint(next) {
      aimed = { ...aimed, point: next };
      aim();
      luck.keep();
    },
    setKey(next) {
      if (next.key0 === aimed.key.key0 && next.key1 === aimed.key.key1) return;
      aimed = { ...aimed, key: next };
      aim();
      luck.forget();
    },
    futures(fork, first, count) {
      const batch = resumeFutures({ ...exports, memory, layout, scenario }, fork, first, count);
      aim();
      return batch;
    },
    lastState: () => readState(memory, layout, scenario),
    trace(run) {
      memory.setInt32(layout.now.sign, 0, true);
      const states: TracedState[] = [];
      let status = exports.begin(run, run);
      while (status === STATUS.goesOn) {
        states.push(readState(memory, layout, scenario));
        status = exports.step();
      }
      if (status === STATUS.ended && exports.finish(layout.rows) === 0) status = STATUS.faulted;
      if (status === STATUS.ended) states.push(readState(memory, layout, scenario));
      return { states, faulted: status === STATUS.faulted };
    },
  };
}

/** Draws of the first runs, kept from the second point of a key on: who moves one point often moves it again. */
function keptLuck(memory: DataView, { layout, luck: { from, runs } }: CompiledKernel): KeptLuck {
  memory.setInt32(layout.luck.from, from, true);
  let asked = 0;
  return {
    keep: () => memory.setInt32(layout.luck.kept, runs, true),
    ask(beyond) {
      asked = Math.max(asked, beyond);
    },
    forget() {
      if (memory.getInt32(layout.luck.kept, true) === 0) return;
      memory.setInt32(layout.luck.kept, 0, true);
      new Uint8Array(memory.buffer, from, Math.min(asked, runs) * layout.luck.block.bytes).fill(0);
      asked = 0;
    },
  };
}

interface KeptLuck {
  readonly keep: () => void;
  /** Runs up to the one before `beyond` are asked for. */
  readonly ask: (beyond: number) => void;
  readonly forget: () => void;
}

interface Live {
  readonly luck: KeptLuck;
  readonly exports: KernelExports;
  readonly layout: Layout;
  readonly scenario: Scenario;
}

interface Stretch {
  readonly firstRun: number;
  readonly runs: number;
  readonly between?: (() => void) | undefined;
}

function runBatch(live: Live, stretch: Stretch): BatchResult {
  const { exports, layout, scenario } = live;
  const { counters } = layout;
  const { buffer } = exports.memory;
  const { firstRun, runs } = stretch;
  const result = emptyBatch(scenario, firstRun, runs);
  const records = openRecords(layout, scenario, firstRun, buffer);
  new Uint8Array(buffer, counters.from, counters.bytes).fill(0);
  runRows(live, stretch, result.rows, records);
  const take = (into: Int32Array, from: number): void => into.set(new Int32Array(buffer, from, into.length));
  take(result.stageChanges, counters.stageChanges);
  take(result.firsts, counters.firsts);
  take(result.times, counters.times);
  take(result.asked, counters.asked);
  take(result.fixedUnavailable, counters.fixedUnavailable);
  return records === null ? result : { ...result, records: records.all() };
}

/** Runs without a look at what lies between them. */
const RUNS_BETWEEN = 64;

function runRows(
  { exports, layout, scenario, luck }: Live,
  { firstRun, runs, between }: Stretch,
  into: Float64Array,
  records: Records | null,
): void {
  luck.ask(firstRun + runs);
  const width = rowLength(scenario);
  const capacity = layout.records?.runs ?? ROWS_CAPACITY;
  const most = between === undefined ? capacity : Math.min(capacity, RUNS_BETWEEN);
  for (let done = 0; done < runs; done += most) {
    between?.();
    const count = Math.min(most, runs - done);
    exports.batch(firstRun + done, count);
    into.set(new Float64Array(exports.memory.buffer, layout.rows, count * width), done * width);
    records?.take(done, count);
  }
}
