/** Scenarios for tests, from YAML text or from plain objects, through the real loader. */
import { existsSync, readFileSync } from 'node:fs';
import { formatDiagnostics } from '../../src/diagnostics/index.ts';
import {
  loadScenario,
  NO_SETTINGS,
  type Point,
  resolvePoint,
  type Scenario,
  type Settings,
} from '../../src/scenario/index.ts';

/** The scenario of a YAML text; throws what is wrong with it. Warnings pass. */
export function scenarioOf(text: string): Scenario {
  const bytes = new TextEncoder().encode(text);
  const { scenario, diagnostics } = loadScenario('test.yaml', (path) =>
    path === 'test.yaml' ? bytes : null,
  );
  if (scenario === null) throw new Error(formatDiagnostics(diagnostics, { colour: false }));
  return scenario;
}

/** The scenario of a file, with what it extends; throws what is wrong with it. Warnings pass. */
export function scenarioFromFile(path: string): Scenario {
  const { scenario, diagnostics } = loadScenario(path, (name) =>
    existsSync(name) ? readFileSync(name) : null,
  );
  if (scenario === null) throw new Error(formatDiagnostics(diagnostics, { colour: false }));
  return scenario;
}

/** The scenario of plain data that says what the YAML would say. */
export const scenarioFrom = (data: object): Scenario => scenarioOf(JSON.stringify(data));

/** A point of a scenario; without settings, the file as it is. */
export function pointOf(scenario: Scenario, settings: Partial<Settings> = {}): Point {
  const { point, diagnostics } = resolvePoint(scenario, { ...NO_SETTINGS, ...settings });
  if (point === null) throw new Error(formatDiagnostics(diagnostics, { colour: false }));
  return point;
}
