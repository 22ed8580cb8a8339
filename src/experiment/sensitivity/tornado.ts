/** Each parameter alone at its tails, everything else as it is: what a tornado draws, as tables have it. */
import { wilson } from '../../analysis/index.ts';
import type { Point, Scenario, Settings } from '../../scenario/index.ts';
import type { FactorValue } from '../design/index.ts';
import type { Place } from '../experiment.ts';
import type { KeptRuns } from '../kept-runs.ts';
import { countCodes } from '../outcome-codes.ts';
import type { OutcomesAt } from '../outcomes-at.ts';
import { planTornado, type TornadoEnd, type TornadoPlan, tornadoBars } from '../tornado.ts';
import type { Outputs, TornadoOutput } from './request.ts';

/** A value as a setting and a table have it: a choice by its name. */
function settingOf(scenario: Scenario, parameter: number, value: number): FactorValue {
  return scenario.parameters[parameter]!.choices?.[value] ?? value;
}

/** The places of a tornado around a point: the plan's points with the settings that say the same. */
export function tornadoPlaces(scenario: Scenario, point: Point, settings: Settings): readonly Place[] {
  const { places, points } = planTornado(scenario, point);
  return places.map(({ parameter, value }, i) => {
    const held = { [scenario.parameters[parameter]!.name]: settingOf(scenario, parameter, value) };
    return { settings: { ...settings, set: { ...settings.set, ...held } }, point: points[i]! };
  });
}

/** The bars of each outcome, the longest first. @param point what the tornado is around. */
export function tornadoOutputs(
  scenario: Scenario,
  point: Point,
  kept: KeptRuns,
  { runs, outputs }: { readonly runs: number; readonly outputs: Outputs },
): readonly TornadoOutput[] {
  const plan: TornadoPlan = planTornado(scenario, point);
  const codes = kept.outcomes.map((all) => ({ codes: all, runs }));
  const counted = codes.map((some) => countCodes(some, scenario.outcomes.length));
  const at: OutcomesAt = {
    runs,
    wanted: runs,
    codes,
    shares: scenario.outcomes.map((_, outcome) =>
      counted.map(({ counts, completed }) => wilson(counts[outcome]!, completed)),
    ),
    faulted: 0,
  };
  return outputs.outcomes.map((outcome): TornadoOutput => {
    const { name, label } = scenario.outcomes[outcome]!;
    const shares = at.shares[outcome]!;
    const bars = tornadoBars(scenario, plan, at, outcome).map(({ parameter, least, most, swing }) => {
      const end = ({ value, share }: TornadoEnd) => ({
        value: settingOf(scenario, parameter.index, value),
        share,
      });
      return { id: parameter.name, label: parameter.label, least: end(least), most: end(most), swing };
    });
    const mean = shares.reduce((sum, share) => sum + share.value, 0) / Math.max(1, shares.length);
    return { method: 'tornado', kind: 'outcome', id: name, label, mean, bars };
  });
}
