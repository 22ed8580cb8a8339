/** Stages of the region whose days are shown, with what the runs say of them and how they look. */
import { type Look, outcomeLooks, stageLooks } from '../../../report/index.ts';
import { regionsOf } from '../figures.ts';
import type { LabState } from '../state.ts';

export interface LabStage {
  readonly path: string;
  readonly label: string;
  readonly look: Look;
  /** Share of runs in it at each state; null before the first runs. */
  readonly shares: readonly number[] | null;
  readonly isLeaf: boolean;
  /** One of the region's own stages, in no other. */
  readonly isOwn: boolean;
  /** Ends the run. */
  readonly ends: boolean;
}

export function labStages({ scenario, now, region }: LabState): readonly LabStage[] {
  const stages = (scenario.regions[region]?.stages ?? []).map((index) => scenario.stages[index]!);
  const outcomes = outcomeLooks(scenario.outcomes);
  const looks = stageLooks(
    stages.map(({ label, outcome, children }) => ({
      label,
      outcome: outcome === null ? null : (outcomes[outcome]?.hue ?? null),
      leaf: children.length === 0,
    })),
  );
  const results = now === null ? null : (regionsOf(now.picture)[region]?.stages ?? null);
  return stages.map(({ path, label, parent, children, outcome }, index) => ({
    path,
    label,
    look: looks[index]!,
    shares: results?.[index]?.shares ?? null,
    isLeaf: children.length === 0,
    isOwn: parent === null,
    ends: outcome !== null,
  }));
}
