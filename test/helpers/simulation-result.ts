/** A small stand-in for the engines: a crisis simulated by a few lines, folded into a real `SimulationResult`. */
import type { Estimate } from '../../src/analysis/index.ts';
import type {
  HappeningResult,
  MeasureResult,
  RegionResult,
  SimulationResult,
} from '../../src/experiment/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { crisisScenario, PARAMETER_TREATMENTS } from './crisis-scenario.ts';
import { generator } from './generator.ts';

const STEPS = 120;
const STEP_DAYS = 0.25;

interface CrisisRun {
  readonly outcome: number;
  /** Stage index within its region at every state. */
  readonly stages: readonly (readonly number[])[];
  /** Happening path → day of its first. */
  readonly firsts: ReadonlyMap<string, number>;
  readonly asked: readonly { readonly decision: string; readonly option: string }[];
  readonly measures: readonly number[];
}

const CRISIS = { protest: 0, violence: 1, intervention: 2, consolidation: 3, talks: 4, toppled: 5 };

function crisisRun(index: number): CrisisRun {
  const next = generator(index);
  const loyalty = (next() + next() + next()) / 3;
  const tracks: number[][] = [[], [], []];
  const firsts = new Map<string, number>();
  const asked: { decision: string; option: string }[] = [];
  let crisis = CRISIS.protest;
  let palace = 0;
  let services = 0;
  let crowd = 5;
  let peak = 5;
  let violentDays = 0;
  let outcome = -1;
  const happens = (path: string, step: number) => {
    if (!firsts.has(path)) firsts.set(path, (step + 1) * STEP_DAYS);
  };
  const rings = (perDay: number) => next() < 1 - Math.exp(-perDay * STEP_DAYS);
  for (let step = 0; step <= STEPS; step += 1) {
    [crisis, palace, services].forEach((stage, region) => {
      tracks[region]!.push(stage);
    });
    if (outcome >= 0 || step === STEPS) continue;
    crowd *= 1 + (crisis <= CRISIS.violence ? 0.14 - 0.1 * loyalty : -0.06) * (0.6 + 0.8 * next());
    peak = Math.max(peak, crowd);
    if (crisis === CRISIS.protest && rings(0.22 - 0.12 * loyalty)) {
      crisis = CRISIS.violence;
      happens('crisis.hijacked', step);
    } else if (crisis === CRISIS.protest && rings(0.02)) {
      crisis = CRISIS.talks;
      happens('crisis.talks_open', step);
    } else if (crisis === CRISIS.violence) {
      violentDays += STEP_DAYS;
      if (rings(0.35)) {
        const option = next() < 0.55 ? 'ask_alliance' : next() < 0.8 ? 'own_forces' : 'negotiate';
        asked.push({ decision: 'restore', option });
        happens(`restore.${option}`, step);
        if (option === 'ask_alliance') crisis = CRISIS.intervention;
        if (option === 'negotiate') crisis = CRISIS.talks;
        if (option === 'own_forces' && next() < 0.3 + 0.6 * loyalty) crisis = CRISIS.consolidation;
      } else if (services > 0 && rings(0.12)) {
        crisis = CRISIS.toppled;
        outcome = 2;
        happens('crisis.palace_stormed', step);
      }
    } else if (crisis === CRISIS.intervention && rings(0.3)) {
      crisis = CRISIS.consolidation;
      happens('crisis.order_returns', step);
    } else if (crisis === CRISIS.talks && rings(0.08)) {
      outcome = 4;
      happens('crisis.accepted', step);
    }
    if (palace === 0 && rings(0.06)) {
      palace = 1;
      happens('palace.breaks', step);
    } else if (palace === 1 && rings(0.1)) {
      palace = 2;
      happens('palace.dismissals', step);
    } else if (palace === 2 && rings(0.12)) {
      palace = 3;
      happens('palace.purge_begins', step);
    } else if (palace === 2 && rings(0.03)) {
      outcome = 3;
      happens('palace.leader_removed', step);
    }
    if (services === 0 && crisis === CRISIS.violence && rings(0.25 * (1 - loyalty))) {
      services = 1;
      happens('services.stand_down', step);
    } else if (services === 1 && rings(0.08 * (1 - loyalty))) {
      services = 2;
      happens('services.defect', step);
    }
    if (step === 8) happens('oil_falls', step);
  }
  if (outcome < 0) {
    if (crisis === CRISIS.consolidation) outcome = firsts.has('restore.ask_alliance') ? 0 : 1;
    else outcome = 5;
  }
  const firstViolence = firsts.get('crisis.hijacked') ?? Number.NaN;
  const deaths = Math.round(violentDays * violentDays * 9 * (0.4 + next()));
  return {
    outcome,
    stages: tracks,
    firsts,
    asked,
    measures: [Math.min(500, peak), deaths, firstViolence, violentDays, palace === 3 ? 1 : 0],
  };
}

/** Wilson's 95 % interval, written out again so that the helper leans on nothing it helps to test. */
export function wilson(count: number, n: number): Estimate {
  if (n === 0) return { value: 0, low: 0, high: 1, level: 0.95, n, method: 'wilson' };
  const z = 1.959963984540054;
  const p = count / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return {
    value: p,
    low: count === 0 ? 0 : middle - half,
    high: count === n ? 1 : middle + half,
    level: 0.95,
    n,
    method: 'wilson',
  };
}

const runsSoFar: CrisisRun[] = [];
function crisisRuns(runs: number): readonly CrisisRun[] {
  while (runsSoFar.length < runs) runsSoFar.push(crisisRun(runsSoFar.length));
  return runsSoFar.slice(0, runs);
}

function quantileOf(sorted: readonly number[], level: number): number {
  const place = level * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

function measureResult(scenario: Scenario, index: number, runs: readonly CrisisRun[]): MeasureResult {
  const measure = scenario.measures[index]!;
  const values = runs
    .map((run) => run.measures[index]!)
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const head = { id: measure.name, label: measure.label, unit: measure.unit, boolean: measure.boolean };
  const missing = runs.length - values.length;
  if (values.length === 0) {
    const nothing = { mean: null, se: null, quantiles: [null, null, null, null, null], histogram: null };
    return { ...head, ...nothing, sketched: false, missing };
  }
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  const se = Math.sqrt(variance / n);
  const low = values[0]!;
  const high = values[n - 1]!;
  const counts = new Array<number>(24).fill(0);
  for (const value of values) {
    counts[Math.min(23, Math.floor(((value - low) / (high - low || 1)) * 24))]! += 1;
  }
  return {
    ...head,
    mean: measure.boolean
      ? wilson(values.filter((value) => value === 1).length, n)
      : { value: mean, low: mean - 1.96 * se, high: mean + 1.96 * se, level: 0.95, n, method: 't' },
    se,
    quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map((level) => quantileOf(values, level)),
    sketched: false,
    missing,
    histogram: { low, high, counts },
  };
}

function regionResults(scenario: Scenario, runs: readonly CrisisRun[]): readonly RegionResult[] {
  return scenario.regions.map((region) => ({
    id: region.name,
    label: region.label,
    stages: region.stages.map((index, place) => {
      const stage = scenario.stages[index]!;
      const shares = Array.from({ length: STEPS + 1 }, (_, step) => {
        const inside = runs.filter((run) => run.stages[region.index]![step] === place).length;
        return runs.length === 0 ? 0 : inside / runs.length;
      });
      return { path: stage.path, label: stage.label, depth: stage.depth, shares };
    }),
  }));
}

function happeningResults(scenario: Scenario, runs: readonly CrisisRun[]): readonly HappeningResult[] {
  return scenario.happenings.map(({ path, label }) => {
    const days = runs.flatMap((run) => run.firsts.get(path) ?? []).sort((a, b) => a - b);
    return {
      path,
      label,
      share: wilson(days.length, runs.length),
      median_day: days.length === 0 ? null : quantileOf(days, 0.5),
    };
  });
}

const known = new Map<string, SimulationResult>();

/** The answer after `runs` of `wanted` runs; more runs keep the earlier ones, as the real thing does. */
export function crisisResult(runs: number, wanted = runs): SimulationResult {
  const key = `${runs} of ${wanted}`;
  const result = known.get(key) ?? foldedResult(runs, wanted);
  known.set(key, result);
  return result;
}

function foldedResult(runs: number, wanted: number): SimulationResult {
  const scenario = crisisScenario();
  const done = crisisRuns(runs);
  return {
    manifest: {
      version: '0.1.0',
      scenario: 'kazakhstan-2022',
      scenario_hash: 'ab'.repeat(32),
      seed: '2022',
      runs: wanted,
      set: {},
      decide: {},
      without: [],
      variant: null,
      at_baseline: false,
      command: `juncture simulate kazakhstan-2022 --runs ${wanted} --seed 2022`,
    },
    title: scenario.title,
    runs,
    engine: 'kernel',
    outcomes: scenario.outcomes.map((outcome) => {
      const count = done.filter((run) => run.outcome === outcome.index).length;
      return {
        id: outcome.name,
        label: outcome.label,
        colour: outcome.colour,
        count,
        share: wilson(count, runs),
      };
    }),
    measures: scenario.measures.map((_, index) => measureResult(scenario, index, done)),
    days: Array.from({ length: STEPS + 1 }, (_, step) => step * STEP_DAYS),
    regions: regionResults(scenario, done),
    happenings: happeningResults(scenario, done),
    decisions: scenario.decisions.map((decision) => {
      const asked = done.flatMap((run) => run.asked.filter((one) => one.decision === decision.name));
      return {
        path: decision.name,
        label: decision.label,
        asked: asked.length,
        fixed_unavailable: 0,
        options: decision.options.map(({ name, label }) => ({
          id: name,
          label,
          count: asked.filter((one) => one.option === name).length,
        })),
      };
    }),
    parameters: scenario.parameters.map((parameter) => ({
      id: parameter.name,
      label: parameter.label,
      group: parameter.group,
      treatment: PARAMETER_TREATMENTS[parameter.index]!,
      varied: parameter.distribution !== null,
    })),
    faults: [],
  };
}
