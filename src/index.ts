/**
 * The library: scenarios, both engines, simulations and promises, for programs.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { loadScenario, NO_SETTINGS, resolvePoint, simulate, startPool } from 'juncture';
 *
 * const { scenario, diagnostics } = loadScenario('my-crisis.yaml', (path) => readFileSync(path));
 * if (scenario === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
 * const { point } = resolvePoint(scenario, NO_SETTINGS);
 * const pool = startPool({ workers: 2, now: () => performance.now() });
 * const result = await simulate(
 *   {
 *     scenario,
 *     named: 'my-crisis.yaml',
 *     settings: NO_SETTINGS,
 *     point: point!,
 *     seed: '2022',
 *     runs: 10_000,
 *     version: '1',
 *     now: () => performance.now(),
 *   },
 *   pool,
 * );
 * await pool.close();
 * for (const { label, share } of result.outcomes) console.log(label, share.value, share.low, share.high);
 * ```
 */
export * from './analysis/index.ts';
export {
  type Diagnostic,
  type DiagnosticCode,
  formatDiagnostic,
  formatDiagnostics,
} from './diagnostics/index.ts';
export * from './experiment/index.ts';
export { type Key, seedKey } from './random/index.ts';
export {
  chartSvg,
  type DifferencePage,
  differenceText,
  influenceSvg,
  type RunShares,
  simulationText,
} from './report/index.ts';
export { type Pool, type PoolOptions, startPool } from './runner/index.ts';
export {
  type BatchResult,
  type Difference,
  differencesOf,
  formatDate,
  loadOutline,
  loadScenario,
  NO_SETTINGS,
  type Outline,
  outlineText,
  type Point,
  resolvePoint,
  type Scenario,
  type Settings,
  scenarioSchema,
} from './scenario/index.ts';
export {
  type Alternative,
  type Chart,
  createChart,
  type InfluenceGraph,
  influenceDot,
  influenceGraph,
  influenceJson,
  influenceMermaid,
  influenceText,
  persist,
  RunFault,
  type RunSnapshot,
  restore,
  runToEnd,
  type StepRecord,
  startRun,
  stepRun,
  tellStory,
  toDot,
  toMermaid,
  toScxml,
  toText,
  toXStateJson,
} from './statechart/index.ts';
