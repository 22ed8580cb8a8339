/** From what was typed to a checked scenario and the point to run it at, or a report of every fault. */
import { formatDiagnostics } from '../diagnostics/index.ts';
import { loadScenario, type Point, resolvePoint, type Scenario, type Settings } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';
import { findScenario, readBytes } from './files.ts';
import type { Terminal } from './terminal.ts';

/** @throws CommandError (scenario) with every fault of the file printed with its place. */
export function openScenario(named: string, terminal: Terminal): Scenario {
  const { scenario, diagnostics } = loadScenario(findScenario(named, terminal.workingDirectory), readBytes);
  if (scenario !== null) return scenario;
  const faults = diagnostics.filter(({ severity }) => severity === 'error');
  throw new CommandError(EXIT.scenario, formatDiagnostics(faults, { colour: terminal.colour }));
}

/** @throws CommandError (usage) naming each setting that does not fit the scenario. */
export function pointOf(scenario: Scenario, settings: Settings): Point {
  const { point, diagnostics } = resolvePoint(scenario, settings);
  if (point !== null) return point;
  const lines = diagnostics.map(({ message, mend }) => `${message}\n  ${mend}`);
  throw new CommandError(EXIT.usage, lines.join('\n'));
}
