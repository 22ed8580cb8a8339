/** A scenario made ready to run: every expression compiled, every draw's site known. One a chart, shared by its runs. */
import { quantileMap, siteOf } from '../random/index.ts';
import type { Effect, Rule, Scenario } from '../scenario/index.ts';
import { armablesOf } from './armable.ts';
import type { Compiled, CompiledEffect, CompiledRule } from './compiled.ts';
import { type Configuration, configurations } from './configuration.ts';
import { compileMeasures } from './measures.ts';
import { type Readers, readersFor } from './reader.ts';

/** A scenario's compiled parts with what they say of a configuration. */
export interface Program extends Compiled {
  /** What follows from the active stages (`entered` of a state). */
  readonly configurationOf: (entered: readonly number[]) => Configuration;
}

export function compileProgram(scenario: Scenario): Program {
  const compiled = compileParts(scenario);
  return { ...compiled, configurationOf: configurations(compiled) };
}

function compileParts(scenario: Scenario): Compiled {
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
