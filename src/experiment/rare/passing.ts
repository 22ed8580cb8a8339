/** When a run passes each level: read from its row. */
import { FAULTED, openColumns, ROW_HEAD, type Scenario } from '../../scenario/index.ts';
import type { Level } from './levels.ts';

export interface Passing {
  /** Levels, and behind them the outcome itself. */
  readonly count: number;
  /** The scenario with the columns that the levels need as measures behind its own. */
  readonly scenario: Scenario;
  /**
   * The state in which a run first has level `level` or a later one behind it; ∞ where it never has. So levels are passed in
   * their order whatever a run does. A faulted run passes none.
   */
  readonly stepOf: (row: Float64Array, level: number) => number;
  /** The last level that the run of a row has behind it in a state; −1 where it has none. */
  readonly behind: (row: Float64Array, step: number) => number;
}

export function openPassing(scenario: Scenario, levels: readonly Level[], outcome: number): Passing {
  const columns = openColumns(scenario);
  const places = levels.map(({ stages, happenings, measures }) => [
    ...stages.map((stage) => columns.firstDayIn(stage)),
    ...happenings.map((happening) => columns.firstDay(happening)),
    ...measures,
  ]);
  const { stepDays } = scenario.time;
  const count = levels.length + 1;
  const stepOf = (row: Float64Array, level: number): number => {
    if (row[0] === FAULTED) return Infinity;
    let first = row[0] === outcome ? (row[1] as number) : Infinity;
    for (const place of places.slice(level).flat()) {
      const day = row[ROW_HEAD + place] as number;
      if (!Number.isNaN(day)) first = Math.min(first, Math.round(day / stepDays));
    }
    return first;
  };
  const behind = (row: Float64Array, step: number): number => {
    let level = count - 1;
    while (level >= 0 && stepOf(row, level) > step) level -= 1;
    return level;
  };
  return { count, scenario: columns.scenario(), stepOf, behind };
}
