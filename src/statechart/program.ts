/** A scenario made ready to run: every expression compiled, every draw's site known. One a chart, shared by its runs. */
import { type QuantileMap, quantileMap, siteOf } from '../random/index.ts';
import type { Effect, Rule, Scenario } from '../scenario/index.ts';
import { type Armable, armablesOf } from './armable.ts';
import { type CompiledMeasure, compileMeasures } from './measures.ts';
import { type Condition, type Reader, type Readers, readersFor } from './reader.ts';

/** One `set` or `add`. */
export interface CompiledEffect {
  readonly variable: number;
  readonly kind: 'set' | 'add';
  readonly read: Reader;
}

/** How a variable moves in a step. */
export interface CompiledRule {
  readonly kind: 'next' | 'per_day';
  readonly read: Reader;
}

export interface CompiledParameter {
  readonly site: number;
  /** null: fixed at the baseline unless set. */
  readonly map: QuantileMap | null;
}

export interface CompiledVariable {
  readonly name: string;
  readonly site: number;
  readonly initial: Reader;
  readonly rule: CompiledRule | null;
  readonly noise: Reader | null;
  readonly low: number;
  readonly high: number;
}

export interface CompiledStage {
  readonly entry: readonly CompiledEffect[];
  readonly exit: readonly CompiledEffect[];
  readonly auxiliaries: readonly { readonly auxiliary: number; readonly read: Reader }[];
  readonly rules: readonly { readonly variable: number; readonly rule: CompiledRule }[];
}

export interface CompiledOption {
  readonly site: number;
  readonly available: Condition | null;
  /** Null means 1. */
  readonly weight: Reader | null;
}

export interface Program {
  readonly scenario: Scenario;
  readonly parameters: readonly CompiledParameter[];
  readonly variables: readonly CompiledVariable[];
  /** General rules of the auxiliaries. */
  readonly auxiliaries: readonly Reader[];
  readonly stages: readonly CompiledStage[];
  readonly armables: readonly (Armable | null)[];
  /** By happening: its list of effects. */
  readonly effects: readonly (readonly CompiledEffect[])[];
  /** By decision, its options. */
  readonly decisions: readonly (readonly CompiledOption[])[];
  /** By outcome: its `at_horizon`. */
  readonly atHorizon: readonly (Condition | null)[];
  readonly measures: readonly CompiledMeasure[];
}

export function compileProgram(scenario: Scenario): Program {
  const readers = readersFor(scenario);
  return {
    scenario,
    parameters: scenario.parameters.map((parameter) => ({
      site: siteOf(`parameters/${parameter.name}`),
      map:
        parameter.distribution === null
          ? null
          : quantileMap(parameter.distribution, parameter.low, parameter.high),
    })),
    variables: scenario.variables.map((variable) => ({
      name: variable.name,
      site: siteOf(`variables/${variable.name}`),
      initial: readers.finite(variable.initial),
      rule: variable.rule === null ? null : compileRule(variable.rule, readers),
      noise: variable.noise === null ? null : readers.finite(variable.noise),
      low: variable.low,
      high: variable.high,
    })),
    auxiliaries: scenario.auxiliaries.map((auxiliary) => readers.finite(auxiliary.value)),
    stages: scenario.stages.map((stage) => ({
      entry: compileEffects(stage.entry, readers),
      exit: compileEffects(stage.exit, readers),
      auxiliaries: stage.auxiliaries.map(({ auxiliary, value }) => ({
        auxiliary,
        read: readers.finite(value),
      })),
      rules: stage.rules.map(({ variable, rule }) => ({ variable, rule: compileRule(rule, readers) })),
    })),
    armables: armablesOf(scenario, readers),
    effects: effectsByHappening(scenario).map((effects) => compileEffects(effects, readers)),
    decisions: scenario.decisions.map((decision) =>
      decision.options.map((option) => ({
        site: siteOf(`${decision.name}/${option.name}`),
        available: option.available === null ? null : readers.condition(option.available),
        weight: option.weight === null ? null : readers.weight(option.weight),
      })),
    ),
    atHorizon: scenario.outcomes.map(({ atHorizon }) =>
      atHorizon === null ? null : readers.condition(atHorizon),
    ),
    measures: compileMeasures(scenario, readers),
  };
}

const compileRule = (rule: Rule, readers: Readers): CompiledRule => ({
  kind: rule.kind,
  read: readers.finite(rule.expression),
});

const compileEffects = (effects: readonly Effect[], readers: Readers): readonly CompiledEffect[] =>
  effects.map(({ variable, kind, expression }) => ({ variable, kind, read: readers.finite(expression) }));

const effectsByHappening = (scenario: Scenario): readonly (readonly Effect[])[] =>
  scenario.happenings.map((happening) => {
    switch (happening.kind) {
      case 'transition':
        return scenario.transitions[happening.transition]!.effects;
      case 'option':
        return scenario.decisions[happening.decision]!.options[happening.option]!.effects;
      case 'shock':
        return scenario.shocks[happening.shock]!.effects;
      default:
        throw new Error(`not a happening: ${JSON.stringify(happening satisfies never)}`);
    }
  });
