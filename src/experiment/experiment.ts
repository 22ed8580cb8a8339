/** What every experiment of many points is asked with, and what its results are labelled with. */
import { seedKey } from '../random/index.ts';
import type { EngineChoice, JobControl, Pool, Progress } from '../runner/index.ts';
import type { Point, Scenario, Settings } from '../scenario/index.ts';
import { type FaultRegion, faultRegion } from './fault-region.ts';
import { listFaults } from './faulted-runs.ts';
import { labelOf } from './manifest.ts';
import { FAULTED_CODE } from './outcome-codes.ts';
import type { FaultedRun, Manifest } from './result.ts';
import { type PointsReport, runPoints } from './run-points.ts';

/** One point of an experiment, as it is asked for and as it runs. */
export interface Place {
  readonly settings: Settings;
  readonly point: Point;
}

export interface ExperimentRequest {
  readonly scenario: Scenario;
  /** The scenario as the user named it, for the commands that repeat the result. */
  readonly named: string;
  /** What holds at every point. */
  readonly settings: Settings;
  readonly seed: string;
  /** The program's version, for the manifest. */
  readonly version: string;
  /** The command that gives this result again. */
  readonly command: string;
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly control?: JobControl | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Gets each pass as it comes, to be shown. */
  readonly onLook?: ((pass: PlacedPass) => void) | undefined;
  /** Gets each pass as it comes, with the records of its runs, to be written down. */
  readonly onPass?: ((pass: PlacedPass) => void | Promise<void>) | undefined;
  /** Milliseconds from any origin. */
  readonly now: () => number;
}

/** A pass and where its points are. */
export interface PlacedPass {
  readonly pass: Parameters<Parameters<typeof runPoints>[0]['onPass']>[0];
  readonly places: readonly Place[];
}

/** @param runs of each point. */
export const experimentManifest = (request: ExperimentRequest, runs: number): Manifest =>
  labelOf(request, runs, request.command);

/** Runs the places with the request's seed and engine; `onPass` of both get every pass. */
export function runPlaces(
  request: ExperimentRequest,
  pool: Pool,
  how: Omit<Parameters<typeof runPoints>[0], 'scenario' | 'points' | 'key' | 'now'> & {
    readonly places: readonly Place[];
  },
): Promise<PointsReport> {
  const { scenario, seed, engine, control, onProgress, now } = request;
  const { places, onPass, signal = request.signal, ...more } = how;
  return runPoints(
    {
      scenario,
      points: places.map(({ point }) => point),
      key: seedKey(seed),
      engine,
      control,
      onProgress,
      now,
      signal,
      // What is written down says what runs drew and where they were.
      records: request.onPass !== undefined,
      ...more,
      onPass(pass) {
        onPass(pass);
        request.onLook?.({ pass, places });
        return request.onPass?.({ pass, places });
      },
    },
    pool,
  );
}

/** Faulted runs that are listed, at most. */
const LISTED = 10;

export interface FaultCount {
  /** Runs that a fault ended; they count in no estimate. */
  readonly count: number;
  /** The first of them, each with the command that replays it. */
  readonly listed: readonly FaultedRun[];
  /** Where they lie; null where nothing sets them apart. */
  readonly region: FaultRegion | null;
}

/** @param outcomes `[place]`: codes of its runs, the first of them numbered `first(place)`. */
export async function faultsAt(
  { scenario, named, seed }: ExperimentRequest,
  places: readonly Place[],
  outcomes: readonly Uint8Array[],
  first: (place: number) => number = () => 0,
): Promise<FaultCount> {
  let count = 0;
  const found: { readonly place: Place; readonly run: number }[] = [];
  places.forEach((place, i) => {
    outcomes[i]?.forEach((code, run) => {
      if (code !== FAULTED_CODE) return;
      count += 1;
      if (found.length < LISTED) found.push({ place, run: first(i) + run });
    });
  });
  const key = seedKey(seed);
  const lists = found.map(({ place: { settings, point }, run }) =>
    listFaults(scenario, [run], { point, key, repeatable: { named, seed, settings } }),
  );
  const region = count < 2 ? null : faultRegion({ scenario, key, places, outcomes, first });
  return { count, listed: (await Promise.all(lists)).flat(), region };
}
