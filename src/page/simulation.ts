/** Runs of the generated kernel in a page: the same numbers, to the last bit, as `juncture simulate` prints. */
import {
  crossTable,
  labelOf,
  pairedChanges,
  type SimulationResult,
  simulateCommand,
  summarise,
  writeCodes,
} from '../experiment/index.ts';
import { type CompiledKernel, instantiate, type KernelInstance } from '../kernel/index.ts';
import { seedKey } from '../random/index.ts';
import { type PageModel, unpackBytes } from '../report/index.ts';
import { emptyTally, fold, type Tally } from '../runner/index.ts';
import { NO_SETTINGS, type Point, resolvePoint, type Scenario, type Settings } from '../scenario/index.ts';
import type { Picture, Question } from './messages.ts';

/** Runs of one setting so far. */
interface Side {
  readonly settings: Settings;
  readonly point: Point;
  tally: Tally;
  readonly codes: Uint8Array;
}

/** A question under way; `step` does some more runs of it. */
export interface Asked {
  /** Does so many more runs, and tells how many are done and how fast it went, in runs a second. */
  step(runs: number): { readonly done: number; readonly pace: number };
  /** What the runs so far say. It sorts them all: not for every step. */
  picture(): Picture;
}

export type Simulation = (question: Question) => Asked | { readonly refused: readonly string[] };

/** @param now milliseconds from any origin; only durations are taken. */
export function openSimulation(model: PageModel, now: () => number): Simulation {
  const { scenario } = model;
  const kernel = kernelOf(model);
  const filePoint = pointOf(scenario, NO_SETTINGS);
  if (kernel === null || 'refused' in filePoint) throw new Error('this page holds no model that runs');
  const instance = instantiate(kernel, scenario, filePoint, seedKey(model.seed));
  let known: { readonly seed: string; readonly runs: number; readonly side: Side } | null = null;
  const sideOf = (settings: Settings, point: Point, runs: number): Side => ({
    settings,
    point,
    tally: emptyTally(scenario),
    codes: new Uint8Array(runs),
  });
  return (question) => {
    const { settings, seed, runs } = question;
    const point = pointOf(scenario, settings);
    if ('refused' in point) return point;
    // The file's own runs are the same for every question of a seed.
    if (known?.seed !== seed || known.runs !== runs) {
      known = { seed, runs, side: sideOf(NO_SETTINGS, filePoint, runs) };
    }
    const baseline = known.side;
    const same = JSON.stringify(point) === JSON.stringify(filePoint);
    const own = same ? baseline : sideOf(settings, point, runs);
    let pace = 0;
    return {
      step(more) {
        const target = Math.min(runs, own.tally.runs + more);
        const started = now();
        const before = own.tally.runs;
        aim(instance, own.point, seed);
        advance(scenario, instance, own, target);
        const seconds = (now() - started) / 1000;
        if (own.tally.runs > before) pace = (own.tally.runs - before) / Math.max(seconds, 1e-6);
        if (baseline.tally.runs < target) {
          aim(instance, baseline.point, seed);
          advance(scenario, instance, baseline, target);
        }
        return { done: own.tally.runs, pace };
      },
      picture: () => pictureOf(model, question, { own, baseline, pace }),
    };
  };
}

function kernelOf({ kernel }: PageModel): CompiledKernel | null {
  if (kernel === null) return null;
  const rest = kernel.rest as Omit<CompiledKernel, 'bytes' | 'image'>;
  return { ...rest, bytes: unpackBytes(kernel.bytes), image: unpackBytes(kernel.image) };
}

function pointOf(scenario: Scenario, settings: Settings): Point | { readonly refused: readonly string[] } {
  const { point, diagnostics } = resolvePoint(scenario, settings);
  return point ?? { refused: diagnostics.map(({ message, mend }) => `${message}. ${mend}`) };
}

function aim(instance: KernelInstance, point: Point, seed: string): void {
  instance.setPoint(point);
  instance.setKey(seedKey(seed));
}

function advance(scenario: Scenario, instance: KernelInstance, side: Side, target: number): void {
  const from = side.tally.runs;
  if (from >= target) return;
  const batch = instance.run(from, target - from);
  writeCodes(scenario, batch, side.codes);
  side.tally = fold(side.tally, batch);
}

function pictureOf(
  model: PageModel,
  { seed, runs }: Question,
  { own, baseline, pace }: { readonly own: Side; readonly baseline: Side; readonly pace: number },
): Picture {
  const { scenario } = model;
  const result = resultOf(model, own, { seed, runs });
  const done = own.tally.runs;
  if (own === baseline) return { result, baseline: result, changes: null, done, wanted: runs, pace };
  const codes = (side: Side) => ({ codes: side.codes, runs: done });
  const table = crossTable(codes(baseline), codes(own), scenario.outcomes.length);
  return {
    result,
    baseline: resultOf(model, baseline, { seed, runs }),
    changes: pairedChanges(table),
    done,
    wanted: runs,
    pace,
  };
}

function resultOf(
  { scenario, named, version }: PageModel,
  { settings, point, tally }: Side,
  { seed, runs }: { readonly seed: string; readonly runs: number },
): SimulationResult {
  const command = simulateCommand({ named, seed, settings }, runs);
  const manifest = labelOf({ scenario, settings, seed, version }, runs, command);
  const faults = tally.faultedRuns.map((run) => ({ run, message: '', command: '' }));
  return summarise(scenario, tally, { manifest, engine: 'kernel', point, faults });
}
