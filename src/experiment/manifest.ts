/** What every result is labelled with. */
import type { Scenario, Settings } from '../scenario/index.ts';
import type { Manifest } from './result.ts';

export interface Labelled {
  readonly scenario: Scenario;
  readonly settings: Settings;
  readonly seed: string;
  /** The program's version. */
  readonly version: string;
}

/** @param command gives the result again. */
export const labelOf = (
  { scenario, settings, seed, version }: Labelled,
  runs: number,
  command: string,
): Manifest => ({
  version,
  scenario: scenario.id,
  scenario_hash: scenario.hash,
  seed,
  runs,
  set: settings.set,
  decide: settings.decide,
  without: settings.without,
  variant: settings.variant,
  at_baseline: settings.atBaseline,
  command,
});
