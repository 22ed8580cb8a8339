/** The question `discover`: in which worlds does an outcome concentrate? */
import {
  type Box,
  balancedBox,
  boxOf,
  classificationTree,
  type Estimate,
  type FactorColumn,
  freshTest,
  type Leaf,
  leavesOf,
  prim,
  type Restriction,
  restrictionsOf,
  wilson,
  withoutIdle,
} from '../analysis/index.ts';
import { type Key, seedKey } from '../random/index.ts';
import type { Pool } from '../runner/index.ts';
import type { Design, Factor } from './design/index.ts';
import {
  type ExperimentRequest,
  experimentManifest,
  type FaultCount,
  faultsAt,
  type Place,
  runPlaces,
} from './experiment.ts';
import { factorColumns } from './factor-columns.ts';
import { keepRuns, measureBlock } from './kept-runs.ts';
import { FAULTED_CODE } from './outcome-codes.ts';
import type { Manifest } from './result.ts';

/** What is looked for: runs that end in one of some outcomes, or in which a yes-or-no measure is yes. */
export type Target =
  | { readonly kind: 'outcomes'; readonly outcomes: readonly number[]; readonly label: string }
  | { readonly kind: 'measure'; readonly measure: number; readonly label: string };

/** Points and what runs at them. */
export interface DiscoverySample {
  /** Null for ordinary runs. */
  readonly design: Design | null;
  readonly places: readonly Place[];
}

export interface DiscoveryRequest extends ExperimentRequest {
  readonly factors: readonly Factor[];
  readonly target: Target;
  /** Where boxes are looked for, and where they are tried: runs of the second are no runs of the first. */
  readonly search: DiscoverySample;
  readonly trial: DiscoverySample;
  /** Runs of each place. */
  readonly runs: number;
  /** The step of the trade-off to stop at; left out, the one that balances coverage and density best. */
  readonly step?: number | undefined;
}

export interface Fresh {
  readonly density: Estimate;
  readonly coverage: Estimate;
  readonly mass: Estimate;
}

export interface DiscoveryResult {
  readonly manifest: Manifest & { readonly factors: readonly string[]; readonly target: string };
  readonly title: string;
  readonly factors: readonly {
    readonly id: string;
    readonly label: string;
    /** Null for a number. */
    readonly labels: readonly string[] | null;
    /** Least and largest value in the runs searched; null for labels. */
    readonly range: readonly [number, number] | null;
  }[];
  readonly target: string;
  /** Runs searched, and runs that it was tried on. */
  readonly searched: number;
  readonly tried: number;
  /** Share of the target in the runs searched. */
  readonly share: Estimate;
  /** Every step of peeling and pasting; null where the target comes in no run or in all. */
  readonly boxes: readonly Box[] | null;
  /** The step chosen, the box there without the restrictions that do nothing, and what fresh runs say of it. */
  readonly chosen: {
    readonly step: number;
    readonly box: Box;
    readonly restrictions: readonly Restriction[];
    readonly fresh: Fresh;
  } | null;
  readonly leaves: readonly (Leaf & { readonly fresh: Estimate })[];
  readonly faults: FaultCount;
  readonly interrupted: boolean;
}

interface Sample {
  readonly columns: readonly FactorColumn[];
  readonly hits: Uint8Array;
  readonly faults: FaultCount;
  readonly interrupted: boolean;
}

/**
 * Searches the runs of the first sample and tries what is found on the second. Runs that faulted, or that have no value
 * of the measure, are left out.
 * @throws ExperimentBroken (rejects).
 */
export async function discover(request: DiscoveryRequest, pool: Pool): Promise<DiscoveryResult> {
  const { scenario, factors, target, search, trial, runs } = request;
  const key = seedKey(request.seed);
  const found = await sampled(request, pool, { sample: search, firstRun: 0, key });
  const firstRun = search.places.length * runs;
  const fresh = found.interrupted ? null : await sampled(request, pool, { sample: trial, firstRun, key });
  const { columns, hits } = found;
  const count = hits.reduce((sum, hit) => sum + hit, 0);
  const isThere = count > 0 && count < hits.length;
  const boxes = isThere ? prim(columns, hits) : null;
  const tree = isThere ? classificationTree(columns, hits) : null;
  return {
    manifest: {
      ...experimentManifest(request, runs),
      factors: factors.map(({ name }) => name),
      target: target.label,
    },
    title: scenario.title,
    factors: factors.map((factor, i) => ({
      id: factor.name,
      label: factor.label,
      labels: factor.kind === 'labels' ? factor.labels : null,
      range: factor.kind === 'labels' ? null : rangeOf(columns[i]!.values),
    })),
    target: target.label,
    searched: hits.length,
    tried: fresh?.hits.length ?? 0,
    share: wilson(count, hits.length),
    boxes,
    chosen: boxes === null || fresh === null ? null : chosenOf(boxes, found, fresh, request.step),
    leaves:
      tree === null || fresh === null
        ? []
        : leavesOf(tree, factors.length).map((leaf) => {
            const box = boxOf(fresh.columns, fresh.hits, leaf.limits);
            return { ...leaf, fresh: wilson(box.hits, box.cases) };
          }),
    faults: {
      count: found.faults.count + (fresh?.faults.count ?? 0),
      listed: [...found.faults.listed, ...(fresh?.faults.listed ?? [])],
      region: found.faults.region ?? fresh?.faults.region ?? null,
    },
    interrupted: fresh === null || fresh.interrupted,
  };
}

function chosenOf(
  boxes: readonly Box[],
  { columns, hits }: Sample,
  fresh: Sample,
  wanted: number | undefined,
): DiscoveryResult['chosen'] {
  const balanced = balancedBox(boxes) as Box;
  const step = wanted === undefined ? boxes.indexOf(balanced) : Math.min(wanted, boxes.length - 1);
  const box = withoutIdle(columns, hits, boxes[step] as Box);
  const tried = freshTest(fresh.columns, fresh.hits, box.limits);
  return {
    step,
    box,
    restrictions: restrictionsOf(columns, hits, box),
    fresh: {
      density: tried.density,
      coverage: tried.coverage,
      mass: wilson(tried.box.cases, fresh.hits.length),
    },
  };
}

function rangeOf(values: ArrayLike<number>): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i += 1) {
    low = Math.min(low, values[i] as number);
    high = Math.max(high, values[i] as number);
  }
  return [low, high];
}

/** The runs of a sample, each with luck of its own, and whether each is a hit. */
async function sampled(
  request: DiscoveryRequest,
  pool: Pool,
  how: { readonly sample: DiscoverySample; readonly firstRun: number; readonly key: Key },
): Promise<Sample> {
  const { scenario, factors, target, runs } = request;
  const { sample, firstRun, key } = how;
  const { places, design } = sample;
  const kept = keepRuns(scenario, places.length, runs, target.kind === 'measure' ? [target.measure] : []);
  const report = await runPlaces(request, pool, {
    places,
    runs,
    firstRun,
    luck: 'own',
    keep: 'rows',
    onPass: kept.add,
  });
  const { done, interrupted } = report;
  const all = hitsOf(target, kept, done);
  const rows = Uint32Array.from(all.keys()).filter((row) => !Number.isNaN(all[row] as number));
  const columns = factorColumns({ scenario, factors, design, places, runs, done, firstRun }, key);
  return {
    columns: columns.map((column, i) => columnOf(factors[i]!, column, rows)),
    hits: Uint8Array.from(rows, (row) => all[row] as number),
    faults: await faultsAt(
      request,
      places,
      kept.outcomes.map((codes) => codes.subarray(0, done)),
      (place) => firstRun + place * runs,
    ),
    interrupted,
  };
}

function hitsOf(target: Target, kept: ReturnType<typeof keepRuns>, done: number): Float64Array {
  const places = kept.outcomes.map((_, place) => place);
  if (target.kind === 'measure') return measureBlock(kept, done, places, 0).values;
  const wanted = new Set(target.outcomes);
  return Float64Array.from({ length: places.length * done }, (_, row) => {
    const code = kept.outcomes[Math.floor(row / done)]?.[row % done] as number;
    return code === FAULTED_CODE ? Number.NaN : wanted.has(code) ? 1 : 0;
  });
}

function columnOf(factor: Factor, column: Float64Array, rows: Uint32Array): FactorColumn {
  return factor.kind === 'labels'
    ? {
        kind: 'label',
        values: Uint16Array.from(rows, (row) => column[row] as number),
        labels: factor.labels.length,
      }
    : { kind: 'number', values: Float64Array.from(rows, (row) => column[row] as number) };
}
