/** P(outcome | state) along runs, each from two independent samples of futures. */
import type { EngineChoice, Pool } from '../../runner/index.ts';
import { FAULTED } from '../../scenario/index.ts';
import { type Chart, type Fork, forkAt, type Moment, type RunSnapshot } from '../../statechart/index.ts';
import { endings } from './outlook.ts';
import type { RunPath } from './run-path.ts';

/** By outcome: the share of the futures in each sample. Futures with the same number have the same luck. */
export interface PairOfShares {
  readonly one: Float64Array;
  readonly other: Float64Array;
}

/** A place on a run: the start of a step, or its middle, when it is known what it brings and not what is decided. */
export interface Place {
  readonly step: number;
  readonly moment: Moment;
}

/** The outlook of some places of a run in their order; the last is its end, where it is sure. */
export type SampledPath = readonly SampledState[];

export interface SampledState extends PairOfShares {
  readonly place: Place;
}

export interface SampleOptions {
  /** Futures in each of the two samples. */
  readonly futures: number;
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The fork in which nothing is changed. */
export function plainFork(chart: Chart, snapshot: RunSnapshot, moment: Moment = 'start'): Fork {
  const fork = forkAt(chart, snapshot, { kind: 'as_it_stands' }, moment);
  if ('impossible' in fork) throw new Error(fork.impossible);
  return fork;
}

/** By path, the places wanted of it; null when interrupted. A future that a fault ends counts in no share. */
export async function sampleAlong(
  chart: Chart,
  paths: readonly { readonly path: RunPath; readonly places: readonly Place[] }[],
  { futures, engine, signal }: SampleOptions,
  pool: Pool,
): Promise<readonly SampledPath[] | null> {
  const { scenario } = chart;
  const orders = paths.flatMap(({ path, places }) =>
    places.map(({ step, moment }) => {
      const fork = plainFork(chart, path.states[step]!, moment);
      return { fork, first: 1, count: 2 * futures };
    }),
  );
  const batches = await pool.futures({ scenario, orders, engine, signal });
  if (batches === null) return null;
  const outcomes = scenario.outcomes.length;
  let at = 0;
  return paths.map(({ path, places }) => {
    const open = places.map((place) => {
      const ends = endings(scenario, batches[at]!);
      at += 1;
      return {
        place,
        one: sharesOf(ends.subarray(0, futures), outcomes),
        other: sharesOf(ends.subarray(futures), outcomes),
      };
    });
    const sure = sharesOf(Int32Array.of(path.outcome), outcomes);
    return [...open, { place: { step: path.states.length, moment: 'start' }, one: sure, other: sure }];
  });
}

function sharesOf(ends: Int32Array, outcomes: number): Float64Array {
  const shares = new Float64Array(outcomes);
  let counted = 0;
  for (const end of ends) {
    if (end === FAULTED) continue;
    shares[end] = (shares[end] as number) + 1;
    counted += 1;
  }
  return counted === 0 ? shares : shares.map((count) => count / counted);
}
