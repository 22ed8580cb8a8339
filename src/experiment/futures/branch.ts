/** The question `branch`: where, over many runs, is it decided how the crisis ends? */
import { type Estimate, wilson } from '../../analysis/index.ts';
import { seedKey } from '../../random/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Happening, Point, Scenario } from '../../scenario/index.ts';
import { type Chart, RunFault, startRun } from '../../statechart/index.ts';
import { type ExperimentRequest, experimentManifest } from '../experiment.ts';
import type { Manifest } from '../result.ts';
import { type BranchPart, partOf } from './branch-part.ts';
import { type BranchRun, branchRun, stepsADay, tellingPlaces } from './branch-run.ts';
import { sampleAlong } from './inner-samples.ts';
import { followPath, type RunPath } from './run-path.ts';
import { covarianceParts, ratioOfMeans, spreads } from './settled.ts';

export interface BranchRequest extends Omit<ExperimentRequest, 'control' | 'onPass'> {
  readonly chart: Chart;
  readonly point: Point;
  /** Runs to look along, at most. */
  readonly runs: number;
  /** Futures in each of the two samples of each state. */
  readonly futures: number;
  /** Stops once every share of the uncertainty is known so well; null: after all runs. */
  readonly halfWidth: number | null;
}

export interface DaySettled {
  readonly day: number;
  /** Share of the final uncertainty that is settled by the start of the day. */
  readonly settled: Estimate;
}

export interface BranchResult {
  readonly manifest: Manifest;
  readonly title: string;
  readonly runs: number;
  /** Runs that a fault ended: they are left out. */
  readonly faulted: number;
  readonly futures: number;
  /** States whose futures were run. */
  readonly states: number;
  readonly interrupted: boolean;
  /** The wanted half-width; null where none was asked for. */
  readonly halfWidth: number | null;
  readonly outcomes: readonly { readonly id: string; readonly label: string; readonly share: Estimate }[];
  /** Whole days from 0, or steps where they are longer, until all is settled. */
  readonly days: readonly DaySettled[];
  /** By what happened in a step, before what was decided in it; of two things together, each has all. */
  readonly happenings: readonly BranchPart[];
  readonly decisions: readonly BranchPart[];
  /** Where nothing happened: what moved is the crowd, the mood, and what has not come. */
  readonly quiet: BranchPart;
}

/** Runs between two looks at the clock and at the half-width. */
const BLOCK = 10;
/** Fewer runs than this are not judged narrow enough: their spread is not known. */
const LEAST_RUNS = 40;

/** Runs 0, 1, …; interrupted, it gives what is done. */
export async function branch(request: BranchRequest, pool: Pool): Promise<BranchResult> {
  const { chart, point, runs, futures, engine, signal, now } = request;
  const key = seedKey(request.seed);
  const { stepDays } = chart.scenario.time;
  const started = now();
  const done: BranchRun[] = [];
  let faulted = 0;
  let interrupted = false;
  for (let first = 0; first < runs && !interrupted; first += BLOCK) {
    const count = Math.min(BLOCK, runs - first);
    const found = Array.from({ length: count }, (_, at) => {
      const luck = { key, draw: first + at, luck: first + at, future: 0 };
      return followPath(chart, () => startRun(chart, point, luck));
    });
    const paths = found.filter((path): path is RunPath => !(path instanceof RunFault));
    const wanted = paths.map((path) => ({ path, places: tellingPlaces(path, stepDays) }));
    const sampled = await sampleAlong(chart, wanted, { futures, engine, signal }, pool);
    if (sampled === null) interrupted = true;
    else {
      faulted += count - paths.length;
      done.push(...paths.map((path, at) => branchRun(chart, path, sampled[at]!)));
      const ahead = runs - first - count;
      const remainingMs = ((now() - started) * ahead) / (first + count);
      request.onProgress?.({ done: first + count, total: runs, remainingMs });
      if (isNarrow(chart, done, request.halfWidth)) break;
    }
  }
  return resultOf(request, { done, faulted, interrupted });
}

interface Done {
  readonly done: readonly BranchRun[];
  readonly faulted: number;
  readonly interrupted: boolean;
}

function isNarrow(chart: Chart, done: readonly BranchRun[], wanted: number | null): boolean {
  if (wanted === null || done.length < LEAST_RUNS) return false;
  const spread = spreadOf(chart, done);
  const parts = partsOf(chart, done, spread);
  const all = [
    ...[...parts.happenings, ...parts.decisions, parts.quiet].map(({ settles }) => settles),
    ...daysOf(chart, done, spread).map(({ settled }) => settled),
  ];
  return all.every(({ low, high }) => (high - low) / 2 <= wanted);
}

const spreadOf = ({ scenario }: Chart, done: readonly BranchRun[]): readonly number[] =>
  spreads(
    done.map(({ outcome }) => outcome),
    scenario.outcomes.length,
  );

function resultOf(request: BranchRequest, { done, faulted, interrupted }: Done): BranchResult {
  const { chart, futures, halfWidth } = request;
  const { scenario } = chart;
  const spread = spreadOf(chart, done);
  const ended = (outcome: number): number => done.filter((run) => run.outcome === outcome).length;
  return {
    manifest: experimentManifest(request, done.length + faulted),
    title: scenario.title,
    runs: done.length,
    faulted,
    futures,
    states: done.reduce((sum, { states }) => sum + states, 0),
    interrupted,
    halfWidth,
    outcomes: scenario.outcomes.map(({ name, label, index }) => ({
      id: name,
      label,
      share: wilson(ended(index), done.length),
    })),
    days: daysOf(chart, done, spread),
    ...partsOf(chart, done, spread),
  };
}

function partsOf(
  { scenario }: Chart,
  done: readonly BranchRun[],
  spread: readonly number[],
): Pick<BranchResult, 'happenings' | 'decisions' | 'quiet'> {
  const outcomes = scenario.outcomes.length;
  const part = (path: string, label: string, ends = false): BranchPart =>
    partOf(
      { path, label, ends },
      done.map(({ swings }) => swings.get(path) ?? null),
      { spread, outcomes },
    );
  return {
    happenings: scenario.happenings.map((one) =>
      part(one.path, fullLabel(scenario, one), isEnd(scenario, one)),
    ),
    decisions: scenario.decisions.map(({ name, label }) => part(name, label)),
    quiet: part('', 'Nothing happened'),
  };
}

/** A transition or a shock to a stage that ends the run; an option is somebody's choice. */
function isEnd({ stages, transitions, shocks }: Scenario, happening: Happening): boolean {
  if (happening.kind === 'option') return false;
  const { targets } =
    happening.kind === 'shock' ? shocks[happening.shock]! : transitions[happening.transition]!;
  return targets.some((target) => stages[target]!.outcome !== null);
}

/** An option goes by its decision too. */
function fullLabel({ decisions }: Scenario, happening: Happening): string {
  if (happening.kind !== 'option') return happening.label;
  return `${decisions[happening.decision]!.label}: ${happening.label}`;
}

function daysOf(
  { scenario }: Chart,
  done: readonly BranchRun[],
  spread: readonly number[],
): readonly DaySettled[] {
  const { stepDays } = scenario.time;
  const days = Math.max(0, ...done.map(({ daily }) => daily.length));
  const all: DaySettled[] = [];
  for (let at = 0; at < days; at += 1) {
    const parts = covarianceParts(done.map(({ daily }) => daily[Math.min(at, daily.length - 1)]!));
    const settled = ratioOfMeans(parts, spread);
    if (settled !== null) all.push({ day: at * stepsADay(stepDays) * stepDays, settled });
  }
  return all;
}
