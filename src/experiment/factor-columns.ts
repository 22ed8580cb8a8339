/** What factors were in each run: those of the run's point, or those that the run drew. */
import type { Key } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { createChart, parameterDrawer } from '../statechart/index.ts';
import { type Design, type Factor, valuesAt } from './design/index.ts';
import type { Place } from './experiment.ts';

export interface RunsOfPlaces {
  readonly scenario: Scenario;
  readonly factors: readonly Factor[];
  /** Null for ordinary runs, whose parameters are drawn. */
  readonly design: Design | null;
  readonly places: readonly Place[];
  /** Runs that were asked for of each place, and those that are there. */
  readonly runs: number;
  readonly done: number;
  /** Number of the very first run. */
  readonly firstRun: number;
}

/** `[factor][place · done + run]`, for runs that each have luck of their own; labels by their place. */
export function factorColumns(of: RunsOfPlaces, key: Key): readonly Float64Array[] {
  const { scenario, factors, design, places, runs, done, firstRun } = of;
  const columns = factors.map(() => new Float64Array(places.length * done));
  const fill = (place: number, run: number, values: readonly number[]): void => {
    values.forEach((value, i) => {
      (columns[i] as Float64Array)[place * done + run] = value;
    });
  };
  if (design !== null) {
    places.forEach((_, place) => {
      const values = valuesAt(factors, design.points[place]!).map((value, i) => numberOf(factors[i]!, value));
      for (let run = 0; run < done; run += 1) fill(place, run, values);
    });
    return columns;
  }
  const chart = createChart(scenario);
  const wanted = factors.map(({ name }) => scenario.parameters.findIndex((each) => each.name === name));
  places.forEach(({ point }, place) => {
    const draw = parameterDrawer(chart, point, key);
    for (let run = 0; run < done; run += 1) {
      const drawn = draw(firstRun + place * runs + run);
      fill(
        place,
        run,
        wanted.map((parameter) => drawn[parameter] as number),
      );
    }
  });
  return columns;
}

const numberOf = (factor: Factor, value: number | string): number =>
  factor.kind === 'labels' ? factor.labels.indexOf(String(value)) : Number(value);
