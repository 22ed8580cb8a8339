/** Scenarios from files or text, a pool in this thread, and a request with everything filled in. */
import { existsSync, readFileSync } from 'node:fs';
import type { SimulationRequest } from '../../../src/experiment/index.ts';
import { type Pool, startPool } from '../../../src/runner/index.ts';
import {
  loadScenario,
  NO_SETTINGS,
  type Point,
  resolvePoint,
  type Scenario,
  type Settings,
} from '../../../src/scenario/index.ts';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

type Read = (path: string) => Uint8Array | null;

function loaded(path: string, read: Read): Scenario {
  const { scenario, diagnostics } = loadScenario(path, read);
  if (scenario === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return scenario;
}

/** @param change edits the text of each file that is read. */
export const fromFile = (path: string, change = (text: string): string => text): Scenario =>
  loaded(path, (file) => (existsSync(file) ? encoded(change(readFileSync(file, 'utf8'))) : null));

export const fromText = (text: string): Scenario =>
  loaded('test.yaml', (file) => (file === 'test.yaml' ? encoded(text) : null));

export function pointOf(scenario: Scenario, settings: Partial<Settings> = {}): Point {
  const { point, diagnostics } = resolvePoint(scenario, { ...NO_SETTINGS, ...settings });
  if (point === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return point;
}

export const now = (): number => performance.now();

export const ownThread = (): Pool => startPool({ workers: 0, now });

export function requestOf(
  scenario: Scenario,
  change: Partial<Omit<SimulationRequest, 'settings'>> & { readonly settings?: Partial<Settings> } = {},
): SimulationRequest {
  const settings = { ...NO_SETTINGS, ...change.settings };
  const point = pointOf(scenario, settings);
  const fixed = { scenario, named: scenario.id, seed: '2022', runs: 1_000, version: '0.1.0', point, now };
  return { ...fixed, ...change, settings };
}

/** Head of a scenario of one region: what a test is about follows. */
export const HEAD = 'juncture: 1\ntitle: A test\nsummary: A test.\n';
