/** From what was typed to a checked scenario and the point to run it at, or a report of every fault. */
import { formatDiagnostics } from '../diagnostics/index.ts';
import {
  loadScenario,
  type Point,
  type ReadFile,
  resolvePoint,
  type Scenario,
  type Settings,
} from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';
import { findScenario, readBytes } from './files.ts';
import type { Terminal } from './terminal.ts';

/** A scenario and what it was read from. */
export interface ScenarioSource {
  readonly scenario: Scenario;
  /** Bytes by the path they were read from, the scenario's own file first. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** @throws CommandError (scenario) with every fault of the file printed with its place. */
export const openScenario = (named: string, terminal: Terminal): Scenario =>
  openSource(findScenario(named, terminal.workingDirectory), terminal).scenario;

/**
 * @param read gives the files; default: from disk.
 * @throws CommandError (scenario) as `openScenario` does.
 */
export function openSource(path: string, terminal: Terminal, read: ReadFile = readBytes): ScenarioSource {
  const files = new Map<string, Uint8Array>();
  const { scenario, diagnostics } = loadScenario(path, (file) => {
    const bytes = read(file);
    if (bytes !== null) files.set(file, bytes);
    return bytes;
  });
  if (scenario !== null) return { scenario, files };
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
