/**
 * Futures of a state: the state is written into the kernel's memory once, and for each future what is open in it is
 * dealt again and the ordinary steps are run. Draws are addressed as the machine addresses them: the key's second word
 * is xored with the future.
 */
import { dealAgain, type Key, type OpenDraw } from '../random/index.ts';
import {
  emptyFutures,
  FAULTED,
  type FixedOption,
  type FuturesBatch,
  OPTION,
  type Point,
  ROW_HEAD,
  rowLength,
  type Scenario,
} from '../scenario/index.ts';
import type { Layout } from './model/layout.ts';
import { type ResumedState, writeState } from './model/resuming.ts';
import { STATUS } from './model/running.ts';
import { STEPS_DRAWN } from './model/variables.ts';
import { writeFixed, writeKey, writePoint } from './settings.ts';

/** A state with what is changed in it and what is still open, as the machine's forks are. */
export interface ResumedFork {
  readonly context: ResumedState & { readonly point: Point; readonly key: Key; readonly future: number };
  readonly open: readonly OpenTrigger[];
  readonly setBack: readonly OpenTrigger[];
  readonly setBackFuture: number;
  readonly once: {
    readonly decision: number;
    readonly option: number;
    readonly afterwards: FixedOption | null;
  } | null;
}

type OpenTrigger = OpenDraw & { readonly armable: number };

/** What of an instance the futures need. */
export interface Resumable {
  readonly memory: DataView;
  readonly layout: Layout;
  readonly scenario: Scenario;
  readonly begin: (draw: number, luck: number) => number;
  readonly step: () => number;
  readonly finish: (row: number) => number;
  /** Draws the normals of a group of steps, by its first; absent where nothing is noisy. */
  readonly draw_normals?: ((step: number) => void) | undefined;
  /** Computes what holds until something happens. */
  readonly refresh: () => void;
}

/** Futures `first` to `first + count − 1`. The instance's point and key are others afterwards. */
export function resumeFutures(
  kernel: Resumable,
  fork: ResumedFork,
  first: number,
  count: number,
): FuturesBatch {
  const { scenario } = kernel;
  const batch = emptyFutures(scenario, first, count);
  const image = imageOf(kernel, fork);
  for (let at = 0; at < count; at += 1) {
    image.restore();
    deal(kernel, fork, first + at);
    runOne(kernel, fork, batch, at);
  }
  return batch;
}

/** The state in memory, kept to be put back. A run is begun for what depends on parameters alone. */
function imageOf(kernel: Resumable, { context }: ResumedFork): { restore(): void } {
  const { memory, layout, scenario } = kernel;
  writePoint(memory, layout, scenario, { ...context.point, parameters: context.parameters });
  writeKey(memory, layout, context.key);
  memory.setInt32(layout.now.sign, 0, true);
  kernel.begin(context.draw, context.luck);
  writeState(memory, layout, scenario, context);
  const { minusOnes, now } = layout;
  const live = new Uint8Array(memory.buffer, now.bad, minusOnes.from + minusOnes.bytes - now.bad);
  const kept = live.slice();
  return { restore: () => live.set(kept) };
}

function deal({ memory, layout, draw_normals, refresh }: Resumable, fork: ResumedFork, future: number): void {
  const { context, open, setBack, setBackFuture } = fork;
  const { state } = layout;
  const put = (one: OpenTrigger, from: number): void => {
    const table = one.map === null ? state.threshold : state.amount;
    memory.setFloat64(table + 8 * one.armable, dealAgain(one, context.key, context.luck, from), true);
  };
  const isSame = future === context.future;
  if (!isSame) for (const one of open) put(one, future);
  for (const one of setBack) put(one, isSame ? future ^ setBackFuture : future);
  writeKey(memory, layout, context.key, future);
  refresh();
  const since = context.step % STEPS_DRAWN;
  if (since > 0) draw_normals?.(context.step - since);
}

function runOne(kernel: Resumable, fork: ResumedFork, batch: FuturesBatch, at: number): void {
  const { memory, layout, scenario } = kernel;
  const width = rowLength(scenario);
  const row = batch.rows.subarray(at * width, (at + 1) * width);
  let status: number = fork.once === null ? STATUS.goesOn : untilAsked(kernel, fork.once, batch, at);
  while (status === STATUS.goesOn) status = kernel.step();
  if (status === STATUS.ended && kernel.finish(layout.rows) === 0) status = STATUS.faulted;
  if (status === STATUS.faulted) {
    row.fill(Number.NaN, ROW_HEAD);
    row.set([FAULTED, memory.getInt32(layout.now.step, true)]);
    batch.option[at] = OPTION.notAsked;
    return;
  }
  row.set(new Float64Array(memory.buffer, layout.rows, width));
  fork.context.times.forEach((before, happening) => {
    const now = memory.getInt32(layout.state.times + 4 * happening, true);
    batch.happened[at * fork.context.times.length + happening] = now > before ? 1 : 0;
  });
}

/** Steps until the decision was asked, or the run is over; then what the point fixed before is fixed again. */
function untilAsked(
  { memory, layout, step }: Resumable,
  { decision, option, afterwards }: NonNullable<ResumedFork['once']>,
  batch: FuturesBatch,
  at: number,
): number {
  const asked = (): number => memory.getInt32(layout.state.asked + 4 * decision, true);
  const before = asked();
  const isTaken = (): boolean => memory.getInt32(layout.state.option + 4 * decision, true) === option;
  writeFixed(memory, layout, decision, { option, fromStep: 0, untilStep: Infinity });
  let status: number = STATUS.goesOn;
  while (status === STATUS.goesOn && asked() === before) status = step();
  if (asked() !== before) batch.option[at] = isTaken() ? OPTION.taken : OPTION.unavailable;
  writeFixed(memory, layout, decision, afterwards);
  return status;
}
