/** Made-up pictures of runs, and a lab in which they stand, for tests of the lab without engines. */
import type { Picture } from '../../src/experiment/index.ts';
import { emptyTally, fold } from '../../src/runner/index.ts';
import {
  emptyBatch,
  NO_SETTINGS,
  type Point,
  resolvePoint,
  rowLength,
  type Scenario,
  type Settings,
} from '../../src/scenario/index.ts';
import { reduceLab } from '../../src/tui/lab/reducer.ts';
import { initialLab, type LabState } from '../../src/tui/lab/state.ts';
import { crisisScenario } from './crisis-scenario.ts';

export function pointFor(scenario: Scenario, settings: Partial<Settings> = {}): Point {
  const { point, diagnostics } = resolvePoint(scenario, { ...NO_SETTINGS, ...settings });
  if (point === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return point;
}

/**
 * A picture of `runs` runs: `endOf` says how each ends (an outcome's index, −1 for a fault), measures are its number
 * plus the run's, and every run is in its region's first stage all the time.
 */
export function pictureOf(
  scenario: Scenario,
  runs: number,
  endOf: (run: number) => number,
  settings: Partial<Settings> = {},
): Picture {
  const batch = emptyBatch(scenario, 0, runs);
  const stride = rowLength(scenario);
  const codes = new Uint8Array(runs);
  for (let run = 0; run < runs; run += 1) {
    const end = endOf(run);
    codes[run] = end < 0 ? 255 : end;
    batch.rows[run * stride] = end;
    batch.rows[run * stride + 1] = scenario.time.steps;
    scenario.measures.forEach(({ boolean }, measure) => {
      batch.rows[run * stride + 2 + measure] = boolean ? run % 2 : measure + (run % 40);
    });
  }
  for (const { initial } of scenario.regions) batch.stageChanges[initial] = runs;
  const tally = fold(emptyTally(scenario), batch);
  return { scenario, point: pointFor(scenario, settings), codes: { codes, runs }, tally, engine: 'kernel' };
}

/** The crisis with baselines that fit its ranges. */
export function labScenario(): Scenario {
  const scenario = crisisScenario();
  const baselines: Readonly<Record<string, number>> = { sponsor: 0, police_pay: 1, price_shock: 2 };
  const parameters = scenario.parameters.map((one) => ({ ...one, baseline: baselines[one.name] ?? 0.5 }));
  return { ...scenario, parameters };
}

export function labOf(change: Partial<LabState> = {}, scenario = labScenario()): LabState {
  const point = pointFor(scenario);
  const begun = initialLab({
    scenario,
    named: scenario.id,
    seed: '2022',
    settings: NO_SETTINGS,
    point,
    colour: false,
  });
  return { ...begun, ...change };
}

/** The lab with runs of the present settings. */
export function withRuns(state: LabState, endOf: (run: number) => number, runs = 10_000): LabState {
  const { scenario, settings } = state;
  const picture = pictureOf(scenario, runs, endOf, settings);
  return reduceLab(state, { type: 'picture', side: 'now', settings, picture });
}

/** A lab in which loyalty was moved: 13 of 100 runs that held now fall. */
export function movedLab(): LabState {
  const before = withRuns(labOf(), (run) => [0, 0, 0, 0, 0, 1, 1, 2, 3, 4][run % 10]!);
  const settings = { ...before.settings, set: { loyalty: 0.3 } };
  const moved = { ...before, settings, point: pointFor(before.scenario, settings) };
  const gained = (run: number) => run % 10 === 0 || [5, 6, 15].includes(run % 100);
  return withRuns(moved, (run) => (gained(run) ? 2 : [0, 0, 0, 0, 0, 1, 1, 2, 3, 4][run % 10]!));
}
