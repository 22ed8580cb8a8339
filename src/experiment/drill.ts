/** How the runs that end in one outcome differ from the others: what they drew, what happened in them, and when. */
import { type Estimate, quantileOfCounts, quantileSorted, wilson } from '../analysis/index.ts';
import type { Key } from '../random/index.ts';
import type { JobControl, Pool } from '../runner/index.ts';
import { type BatchResult, FAULTED, type Parameter, type Point, type Scenario } from '../scenario/index.ts';

export interface DrillRequest {
  readonly scenario: Scenario;
  readonly point: Point;
  readonly key: Key;
  readonly outcome: number;
  /** Runs looked at, from run 0. */
  readonly runs: number;
  readonly signal?: AbortSignal | undefined;
  readonly control?: JobControl | undefined;
}

/** A parameter that was drawn, in the runs that end so and in the others. */
export interface ParameterShift {
  readonly parameter: Parameter;
  /** Medians; of a `one_of` the index of the choice that is most overrepresented. */
  readonly inside: number;
  readonly outside: number;
  /** The difference of the means over the standard deviation of all; of a `one_of` that of the choice's share. */
  readonly shift: number;
}

/** A happening, in the runs that end so and in the others. */
export interface HappeningShift {
  readonly path: string;
  readonly label: string;
  readonly inside: Estimate;
  readonly outside: Estimate;
  /** Median day of its first, in the runs that end so; null where it never happens in them. */
  readonly medianDay: number | null;
}

export interface Drill {
  readonly runs: number;
  readonly wanted: number;
  /** Runs that end so, and the others, without those that a fault ended. */
  readonly inside: number;
  readonly outside: number;
  /** Days on which the runs that end so end: 5th, 50th and 95th percentile; null without runs. */
  readonly days: readonly [number, number, number] | null;
  /** Largest first. */
  readonly parameters: readonly ParameterShift[];
  /** Largest difference of shares first. */
  readonly happenings: readonly HappeningShift[];
  /** Numbers of the first runs that end so. */
  readonly examples: readonly number[];
}

const EXAMPLES = 200;
/** Pictures of the drill on the way. */
const LOOKS = 5;

/** What is counted of one side. */
interface Side {
  runs: number;
  readonly ends: Float64Array;
  /** `[happenings][states]`. */
  readonly firsts: Float64Array;
  readonly draws: number[][];
}

/**
 * Runs are done one a batch, so that what happened in each is known; some 2,000 say enough.
 * @throws Error (rejects) where the pool gave up.
 */
export async function drillOutcome(
  request: DrillRequest,
  pool: Pool,
  onDrill: (soFar: Drill) => void,
): Promise<void> {
  const { scenario, point, key, outcome, runs, signal, control } = request;
  const { createChart, drawParameters } = await import('../statechart/index.ts');
  const chart = createChart(scenario);
  const drawn = (run: number): readonly number[] =>
    drawParameters(chart.program, chart.copulaFor(point), point, { key, draw: run, luck: run, future: 0 });
  const inside = sideOf(scenario);
  const outside = sideOf(scenario);
  const examples: number[] = [];
  let seen = 0;
  const told = (): Drill => summed(request, { inside, outside, examples, seen });
  const report = await pool.run({
    scenario,
    point,
    key,
    runs,
    chunk: 1,
    faults: 'count',
    signal,
    control,
    onBatch: (batch) => {
      seen += 1;
      const end = batch.rows[0] as number;
      if (end !== FAULTED) {
        if (end === outcome && examples.length < EXAMPLES) examples.push(batch.firstRun);
        count(end === outcome ? inside : outside, batch, drawn(batch.firstRun));
      }
      if (seen % Math.ceil(runs / LOOKS) === 0 && seen < runs) onDrill(told());
    },
  });
  if (report.breakage !== null) throw new Error(report.breakage.message);
  if (signal?.aborted !== true) onDrill(told());
}

function sideOf({ time, happenings, parameters }: Scenario): Side {
  const states = time.steps + 1;
  return {
    runs: 0,
    ends: new Float64Array(states),
    firsts: new Float64Array(states * happenings.length),
    draws: parameters.map(() => []),
  };
}

function count(side: Side, batch: BatchResult, drawn: readonly number[]): void {
  side.runs += 1;
  side.ends[batch.rows[1] as number]! += 1;
  for (let i = 0; i < batch.firsts.length; i += 1) side.firsts[i]! += batch.firsts[i] as number;
  drawn.forEach((value, parameter) => {
    side.draws[parameter]!.push(value);
  });
}

interface Counted {
  readonly inside: Side;
  readonly outside: Side;
  readonly examples: readonly number[];
  readonly seen: number;
}

function summed(
  { scenario, point, runs }: DrillRequest,
  { inside, outside, examples, seen }: Counted,
): Drill {
  const day = (level: number): number =>
    (quantileOfCounts(inside.ends, level) ?? Number.NaN) * scenario.time.stepDays;
  return {
    runs: seen,
    wanted: runs,
    inside: inside.runs,
    outside: outside.runs,
    days: inside.runs === 0 ? null : [day(0.05), day(0.5), day(0.95)],
    parameters: parameterShifts(scenario, point, inside, outside),
    happenings: happeningShifts(scenario, inside, outside),
    examples: [...examples],
  };
}

function parameterShifts(
  { parameters }: Scenario,
  point: Point,
  inside: Side,
  outside: Side,
): readonly ParameterShift[] {
  return parameters
    .filter(({ index, distribution }) => point.parameters[index] === null && distribution !== null)
    .map((parameter): ParameterShift => {
      const [own, other] = [inside.draws[parameter.index]!, outside.draws[parameter.index]!];
      return parameter.choices === null
        ? numberShift(parameter, own, other)
        : choiceShift(parameter, own, other);
    })
    .sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift));
}

function numberShift(parameter: Parameter, own: readonly number[], other: readonly number[]): ParameterShift {
  const median = (values: readonly number[]): number =>
    quantileSorted(
      [...values].sort((a, b) => a - b),
      0.5,
    ) ?? Number.NaN;
  const all = mean([...own, ...other]);
  const spread = Math.sqrt(mean([...own, ...other].map((value) => (value - all) * (value - all))));
  const shift = spread > 0 && own.length > 0 && other.length > 0 ? (mean(own) - mean(other)) / spread : 0;
  return { parameter, inside: median(own), outside: median(other), shift };
}

function choiceShift(parameter: Parameter, own: readonly number[], other: readonly number[]): ParameterShift {
  const share = (values: readonly number[], choice: number): number =>
    values.length === 0 ? 0 : values.filter((value) => value === choice).length / values.length;
  const shifts = parameter.choices!.map((_, choice) => share(own, choice) - share(other, choice));
  const most = shifts.indexOf(Math.max(...shifts));
  const all = share([...own, ...other], most);
  const spread = Math.sqrt(all * (1 - all));
  const common = parameter.choices!.map((_, choice) => share(other, choice));
  return {
    parameter,
    inside: most,
    outside: common.indexOf(Math.max(...common)),
    shift: spread > 0 && own.length > 0 && other.length > 0 ? shifts[most]! / spread : 0,
  };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

function happeningShifts(scenario: Scenario, inside: Side, outside: Side): readonly HappeningShift[] {
  const states = scenario.time.steps + 1;
  const countOf = (side: Side, index: number): number =>
    side.firsts.subarray(index * states, (index + 1) * states).reduce((sum, runs) => sum + runs, 0);
  return scenario.happenings
    .map(({ path, label }, index): HappeningShift => {
      const median = quantileOfCounts(inside.firsts.subarray(index * states, (index + 1) * states), 0.5);
      return {
        path,
        label,
        inside: wilson(countOf(inside, index), inside.runs),
        outside: wilson(countOf(outside, index), outside.runs),
        medianDay: median === null ? null : median * scenario.time.stepDays,
      };
    })
    .sort((a, b) => gapOf(b) - gapOf(a));
}

/** 0 where a side has no runs. */
const gapOf = ({ inside, outside }: HappeningShift): number => {
  const gap = Math.abs(inside.value - outside.value);
  return Number.isNaN(gap) ? 0 : gap;
};
