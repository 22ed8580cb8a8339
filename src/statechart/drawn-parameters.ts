/** The parameters that runs draw, without running them: what an analysis of runs that are there needs. */
import type { Key } from '../random/index.ts';
import type { Point } from '../scenario/index.ts';
import type { Chart } from './chart.ts';
import { copulaOf, drawParameters } from './parameters.ts';

/** From a draw's number to all parameters, in the scenario's order; held ones at their value. */
export function parameterDrawer(chart: Chart, point: Point, key: Key): (draw: number) => readonly number[] {
  const copula = copulaOf(chart.scenario, point);
  return (draw) => drawParameters(chart.program, copula, point, { key, draw, luck: draw, future: 0 });
}
