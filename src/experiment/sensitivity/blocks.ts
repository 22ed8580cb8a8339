/** The outputs of an analysis, value by value: of some points and all their runs. */
import type { RunBlock } from '../../analysis/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { type KeptRuns, measureBlock, outcomeBlock } from '../kept-runs.ts';
import type { Outputs } from './request.ts';

/** One outcome or measure. */
export interface OutputSource {
  readonly kind: 'outcome' | 'measure';
  readonly id: string;
  readonly label: string;
  /** The values of points, by their indexes; NaN where a run has none. */
  readonly of: (points: readonly number[]) => RunBlock;
}

/** @param runs of each point that are there. */
export function outputSources(
  scenario: Scenario,
  outputs: Outputs,
  kept: KeptRuns,
  runs: number,
): readonly OutputSource[] {
  return [
    ...outputs.outcomes.map((outcome): OutputSource => {
      const { name, label } = scenario.outcomes[outcome]!;
      return {
        kind: 'outcome',
        id: name,
        label,
        of: (points) => outcomeBlock(kept, runs, points, outcome),
      };
    }),
    ...outputs.measures.map((measure, i): OutputSource => {
      const { name, label } = scenario.measures[measure]!;
      return { kind: 'measure', id: name, label, of: (points) => measureBlock(kept, runs, points, i) };
    }),
  ];
}

/** `from`, `from + 1`, …: `count` indexes. */
export const indexes = (count: number, from = 0): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + i);

/** The rows of some blocks in which every run of every block has a value. */
export function wholeRows(blocks: readonly RunBlock[]): readonly number[] {
  const [first] = blocks;
  if (first === undefined) return [];
  return indexes(first.rows).filter((row) =>
    blocks.every(({ values, replications }) => {
      for (let i = row * replications; i < (row + 1) * replications; i += 1) {
        if (Number.isNaN(values[i] as number)) return false;
      }
      return true;
    }),
  );
}

/** A block of some of its rows. */
export function pickRows({ replications, values }: RunBlock, rows: readonly number[]): RunBlock {
  const picked = new Float64Array(rows.length * replications);
  rows.forEach((row, i) => {
    picked.set(values.subarray(row * replications, (row + 1) * replications), i * replications);
  });
  return { rows: rows.length, replications, values: picked };
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] as number;
  return sum / values.length;
}
