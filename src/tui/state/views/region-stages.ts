/** Stages of a region with what the result knows of them and how they look. */
import {
  type Look,
  outcomeLooks,
  type StageLine,
  type StagesPanel,
  stageLooks,
} from '../../../report/index.ts';
import type { State } from '../state.ts';

export interface RegionStage extends StageLine {
  readonly look: Look;
  /** A stage that ends the run. */
  readonly ends: boolean;
  /** Has no stages inside: the leaves of a region share out all runs among them. */
  readonly leaf: boolean;
}

export function regionStages(state: State, region: number): readonly RegionStage[] {
  const { scenario, result } = state;
  const looks = outcomeLooks(scenario.outcomes);
  const found = result.regions[region]?.stages ?? [];
  const outcomes = found.map(
    ({ path }) => scenario.stages.find((stage) => stage.path === path)?.outcome ?? null,
  );
  const leaves = found.map(({ depth }, index) => (found[index + 1]?.depth ?? 0) <= depth);
  const stages = stageLooks(
    found.map(({ label }, index) => {
      const outcome = outcomes[index] ?? null;
      const hue = outcome === null ? null : (looks[outcome]?.hue ?? null);
      return { label, outcome: hue, leaf: leaves[index]! };
    }),
  );
  return found.map(({ label, depth, shares }, index) => ({
    label,
    depth,
    shares,
    look: stages[index]!,
    ends: outcomes[index] !== null,
    leaf: leaves[index]!,
  }));
}

export function regionPanel(
  state: State,
  region: number,
  { stages, height }: Pick<StagesPanel, 'stages' | 'height'>,
): StagesPanel {
  const { scenario, result } = state;
  const { horizonDays, start } = scenario.time;
  const { label = '' } = result.regions[region] ?? {};
  return { region: { label }, stages, runs: result.runs, horizonDays, start, height };
}
