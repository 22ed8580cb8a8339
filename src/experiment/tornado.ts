/**
 * Which assumptions move an outcome most: each alone at its 5th and at its 95th percentile, everything else as it is,
 * with the same luck (the tornado diagram of decision analysis; Howard 1988, Management Science 34, 679-695).
 */
import { type Estimate, newcombePaired } from '../analysis/index.ts';
import type { Parameter, Point, Scenario } from '../scenario/index.ts';
import type { OutcomesAt } from './outcomes-at.ts';
import { crossTable, pairedCounts } from './paired-outcomes.ts';
import { pointWith, tailsOf } from './parameter-places.ts';

export interface TornadoEnd {
  readonly value: number;
  /** Share of runs that end so with the parameter held there. */
  readonly share: Estimate;
}

export interface TornadoBar {
  readonly parameter: Parameter;
  /** The end with the smaller share, and the other. */
  readonly least: TornadoEnd;
  readonly most: TornadoEnd;
  /** The larger share less the smaller, on the same luck; never below 0. */
  readonly swing: Estimate;
}

export interface TornadoPlan {
  readonly points: readonly Point[];
  /** By point: which parameter is held, and where. */
  readonly places: readonly { readonly parameter: number; readonly value: number }[];
}

/** The points of a tornado around `point`: only parameters that vary there have bars. */
export function planTornado(scenario: Scenario, point: Point): TornadoPlan {
  const places = scenario.parameters
    .filter(({ index }) => point.parameters[index] === null)
    .flatMap((parameter) =>
      (tailsOf(parameter) ?? []).map((value) => ({ parameter: parameter.index, value })),
    );
  return { places, points: places.map(({ parameter, value }) => pointWith(point, { [parameter]: value })) };
}

/** The bars, the longest first; equals in the scenario's order. */
export function tornadoBars(
  scenario: Scenario,
  { places }: TornadoPlan,
  { shares, codes }: OutcomesAt,
  outcome: number,
): readonly TornadoBar[] {
  const bars = scenario.parameters.flatMap((parameter): readonly TornadoBar[] => {
    const own = places.flatMap((place, index) => (place.parameter === parameter.index ? [index] : []));
    if (own.length < 2) return [];
    const share = (index: number): Estimate => shares[outcome]![index]!;
    const ordered = [...own].sort((a, b) => share(a).value - share(b).value);
    const [least, most] = [ordered[0]!, ordered[ordered.length - 1]!];
    const table = crossTable(codes[least]!, codes[most]!, scenario.outcomes.length);
    const end = (index: number): TornadoEnd => ({ value: places[index]!.value, share: share(index) });
    return [
      {
        parameter,
        least: end(least),
        most: end(most),
        swing: newcombePaired(pairedCounts(table, outcome)),
      },
    ];
  });
  return bars.sort((a, b) => b.swing.value - a.swing.value);
}
