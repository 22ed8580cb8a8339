/** The question `rare`: how likely is an outcome that hardly any run ends in? By splitting over levels on the way to it. */
import { type Estimate, runsForRare, sampleOf, skewedMean, wilson } from '../../analysis/index.ts';
import { seedKey } from '../../random/index.ts';
import type { EngineChoice, Pool, Progress } from '../../runner/index.ts';
import type { Point, Scenario, Settings } from '../../scenario/index.ts';
import { createChart } from '../../statechart/index.ts';
import { labelOf } from '../manifest.ts';
import type { Manifest } from '../result.ts';
import { chartLevels, type Level } from './levels.ts';
import { openPassing } from './passing.ts';
import { type Passage, type Replication, splitOnce } from './split.ts';

export interface RareRequest {
  readonly scenario: Scenario;
  readonly named: string;
  readonly settings: Settings;
  readonly point: Point;
  readonly seed: string;
  readonly version: string;
  /** The command that gives this result again. */
  readonly command: string;
  /** Index of the outcome. */
  readonly outcome: number;
  /** In the order in which they are passed; null: from the chart, those that a pilot finds worth it. */
  readonly levels: readonly Level[] | null;
  /** Runs of a replication, and futures from each level. */
  readonly runs: number;
  /** Two or more: the interval comes from them. */
  readonly replications: number;
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface LevelResult {
  /** The outcome's own label for the last. */
  readonly label: string;
  /** Of the runs or futures that set out for it, the part that passed it: over all replications. */
  readonly chance: number;
  readonly tried: number;
  readonly passed: number;
}

export interface RareResult {
  readonly manifest: Manifest & { readonly outcome: string; readonly levels: readonly string[] };
  readonly title: string;
  readonly outcome: { readonly id: string; readonly label: string };
  /** The mean of the replications, with Hall's interval, cut at 0; without levels the share of all runs, Wilson. */
  readonly chance: Estimate;
  readonly replications: readonly { readonly estimate: number; readonly passages: readonly Passage[] }[];
  readonly levels: readonly LevelResult[];
  /** Where the levels came from: named, from the chart, or there were none. */
  readonly source: 'named' | 'chart' | 'none';
  /** Runs that plain sampling takes for as narrow an interval; for ±10 % of the chance. Null where nothing is known, or there are no levels. */
  readonly plainRuns: number | null;
  readonly runsForTenth: number | null;
  /** Variance times steps of plain sampling over that of splitting; null where nothing is known, or there are no levels. */
  readonly gain: number | null;
  /** Steps in all, those of the pilot among them. */
  readonly steps: number;
  readonly faults: number;
  readonly interrupted: boolean;
}

/** A level is worth having where it halves the chance of what is left. */
const WORTH = 0.5;

/** @throws Error (rejects) where the pool gives up. */
export async function rare(request: RareRequest, pool: Pool): Promise<RareResult> {
  const { scenario, point, outcome, seed, runs, replications, engine, signal, onProgress } = request;
  const key = seedKey(seed);
  const named = request.levels;
  const candidates = named ?? chartLevels(scenario, outcome, point.initialLeaves);
  const split = (levels: readonly Level[]) => {
    const passing = openPassing(scenario, levels, outcome);
    const chart = createChart(passing.scenario);
    return (replication: number) =>
      splitOnce({ chart, passing, point, key, effort: runs, replication, engine, signal }, pool);
  };
  const isPilot = named === null && candidates.length > 0;
  const total = (replications + (isPilot ? 1 : 0)) * runs * (candidates.length + 1);
  const tell = (done: number): void => onProgress?.({ done: Math.round(done), total, remainingMs: null });
  // Behind the runs of all replications, so that the choice of levels has no part in the estimate.
  const pilot = isPilot ? await split(candidates)(replications) : null;
  const levels = pilot === null ? candidates : worthwhile(candidates, pilot.passages);
  const once = split(levels);
  const found: Replication[] = [];
  for (let replication = 0; replication < replications && !signal?.aborted; replication += 1) {
    tell((total * (replication + (isPilot ? 1 : 0))) / (replications + (isPilot ? 1 : 0)));
    const one = await once(replication);
    if (one !== null) found.push(one);
  }
  return resultOf(request, { found, levels, pilotSteps: pilot?.steps ?? 0 });
}

/** Those of the candidates after which the chance of what is left has halved; what the pilot never reached is kept. */
function worthwhile(candidates: readonly Level[], passages: readonly Passage[]): readonly Level[] {
  let left = 1;
  return candidates.filter((_, index) => {
    const passage = passages[index];
    left *= passage === undefined ? 0 : passage.passed / passage.tried;
    if (left > WORTH) return false;
    left = 1;
    return true;
  });
}

function resultOf(
  request: RareRequest,
  {
    found,
    levels,
    pilotSteps,
  }: {
    readonly found: readonly Replication[];
    readonly levels: readonly Level[];
    readonly pilotSteps: number;
  },
): RareResult {
  const { scenario, outcome, runs, replications, command } = request;
  const { name, label } = scenario.outcomes[outcome]!;
  const isPlain = levels.length === 0;
  const sample = sampleOf(found.map(({ estimate }) => estimate));
  const chance = isPlain ? plainChance(found) : meanChance(found);
  const p = chance.value;
  const steps = found.reduce((sum, one) => sum + one.steps, 0);
  const perRun = found.reduce((sum, one) => sum + one.plainSteps, 0) / (found.length * runs);
  const known = !isPlain && p > 0 && p < 1 && sample.variance > 0;
  const plainRuns = known ? Math.ceil((p * (1 - p) * found.length) / sample.variance) : null;
  return {
    manifest: {
      ...labelOf(request, runs * replications, command),
      outcome: name,
      levels: levels.map((level) => level.label),
    },
    title: scenario.title,
    outcome: { id: name, label },
    chance,
    replications: found.map(({ estimate, passages }) => ({ estimate, passages })),
    levels: [...levels.map((level) => level.label), label].map((of, index) => levelResult(of, index, found)),
    source: request.levels !== null ? 'named' : levels.length > 0 ? 'chart' : 'none',
    plainRuns,
    runsForTenth: p > 0 && p < 1 ? runsForRare(p, 0.1) : null,
    gain: plainRuns === null ? null : (plainRuns * perRun) / steps,
    steps: steps + pilotSteps,
    faults: found.reduce((sum, one) => sum + one.faults, 0),
    interrupted: found.length < replications,
  };
}

/** Over replications, cut at 0 and 1. Without any, nothing is known. */
function meanChance(found: readonly Replication[]): Estimate {
  const mean = skewedMean(found.map(({ estimate }) => estimate));
  if (mean === null) return { value: Number.NaN, low: 0, high: 1, level: 0.95, n: 0, method: 't' };
  return { ...mean, low: Math.max(0, mean.low), high: Math.min(1, mean.high) };
}

/** Without levels all runs are plain ones. */
function plainChance(found: readonly Replication[]): Estimate {
  const { passed, tried } = levelResult('', 0, found);
  return wilson(passed, tried);
}

function levelResult(label: string, index: number, found: readonly Replication[]): LevelResult {
  const passages = found.flatMap((one) => one.passages[index] ?? []);
  const tried = passages.reduce((sum, one) => sum + one.tried, 0);
  const passed = passages.reduce((sum, one) => sum + one.passed, 0);
  return { label, tried, passed, chance: passed / tried };
}
