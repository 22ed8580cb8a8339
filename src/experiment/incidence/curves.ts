/** What may come in a run, and the step in which it first did: read from a run's row. */
import { FAULTED, openColumns, ROW_HEAD, type Scenario } from '../../scenario/index.ts';

export type CurveKind = 'outcome' | 'stage' | 'happening';

/** Something whose first coming is counted. */
export interface CurveHead {
  readonly kind: CurveKind;
  /** Name of an outcome; path of a stage or a happening. */
  readonly id: string;
  readonly label: string;
  /** Of an outcome that no stage ends a run with: runs are classed so at the horizon, it does not come on a day. */
  readonly classed: boolean;
}

/** By curve: where its first coming stands in a row. */
type Place = { readonly outcome: number } | { readonly column: number };

export interface CurveReader {
  readonly curves: readonly CurveHead[];
  /** The scenario with the columns that the curves need as measures behind its own. */
  readonly scenario: Scenario;
  /** The state in which a curve's thing first was there; −1 where it never was. Of a row that no fault ended. */
  readonly stepOf: (row: Float64Array, curve: number) => number;
}

export const isFaulted = (row: Float64Array): boolean => row[0] === FAULTED;

/** Outcomes, stages and happenings, each in the scenario's order. */
export function openCurves(scenario: Scenario): CurveReader {
  const columns = openColumns(scenario);
  const curves: CurveHead[] = [];
  const places: Place[] = [];
  const add = (head: CurveHead, place: Place): void => {
    curves.push(head);
    places.push(place);
  };
  for (const { index, name, label } of scenario.outcomes) {
    const classed = !scenario.stages.some(({ outcome }) => outcome === index);
    add({ kind: 'outcome', id: name, label, classed }, { outcome: index });
  }
  for (const { index, path, label } of scenario.stages) {
    add({ kind: 'stage', id: path, label, classed: false }, { column: columns.firstDayIn(index) });
  }
  scenario.happenings.forEach(({ path, label }, index) => {
    add({ kind: 'happening', id: path, label, classed: false }, { column: columns.firstDay(index) });
  });
  const { stepDays } = scenario.time;
  return {
    curves,
    scenario: columns.scenario(),
    stepOf(row, curve) {
      const place = places[curve] as Place;
      if ('outcome' in place) return row[0] === place.outcome ? (row[1] as number) : -1;
      const day = row[ROW_HEAD + place.column] as number;
      return Number.isNaN(day) ? -1 : Math.round(day / stepDays);
    },
  };
}
