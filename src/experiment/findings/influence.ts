/** What each assumption moves by itself, and how much rests on it once its evidence is weighed. */
import type { Scenario } from '../../scenario/index.ts';
import type { OutcomesAt } from '../outcomes-at.ts';
import { canTell } from '../paired-outcomes.ts';
import type { SimulationResult } from '../result.ts';
import { type TornadoBar, type TornadoPlan, tornadoBars } from '../tornado.ts';
import { citedSources, evidenceOf, isContested, weaknessOf } from './evidence.ts';
import type { AssumptionFinding, InfluenceFinding, SensitivityFinding } from './findings.ts';

/** The tornado of each outcome that any run at any end showed. */
export function sensitivityOf(scenario: Scenario, plan: TornadoPlan, at: OutcomesAt): SensitivityFinding {
  const outcomes = scenario.outcomes
    .filter(({ index }) => at.shares[index]!.some(({ value }) => value > 0))
    .map(({ index }) => {
      const bars = tornadoBars(scenario, plan, at, index);
      const told = bars.filter(({ swing }) => canTell(swing));
      return {
        outcome: index,
        bars: told.map((bar) => ({ ...influenceOf(index, bar), parameter: bar.parameter.index })),
        silent: bars.length - told.length,
      };
    });
  return { runs: at.runs, outcomes };
}

const influenceOf = (outcome: number, { least, most, swing }: TornadoBar): InfluenceFinding => ({
  outcome,
  least,
  most,
  swing,
});

/** Every parameter with its evidence and its largest swing. */
export function assumptionsOf(
  scenario: Scenario,
  { parameters }: SimulationResult,
  { outcomes }: SensitivityFinding,
): readonly AssumptionFinding[] {
  return scenario.parameters.map((parameter): AssumptionFinding => {
    const swings = outcomes.flatMap(({ bars }) => bars.filter((bar) => bar.parameter === parameter.index));
    const [largest] = [...swings].sort((a, b) => b.swing.value - a.swing.value);
    const evidence = evidenceOf(parameter);
    const contested = isContested(parameter);
    const { treatment, varied } = parameters[parameter.index]!;
    return {
      parameter,
      treatment,
      varied,
      evidence,
      sources: citedSources(scenario, parameter),
      contested,
      influence: largest ?? null,
      weight: (largest?.swing.value ?? 0) * weaknessOf(evidence, contested),
    };
  });
}

/** Of equals the first. */
export function weakestOf(assumptions: readonly AssumptionFinding[]): AssumptionFinding | null {
  const [first] = [...assumptions].sort((a, b) => b.weight - a.weight);
  return first !== undefined && first.weight > 0 ? first : null;
}
