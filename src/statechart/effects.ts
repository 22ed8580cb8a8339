/** Lists of effects: all expressions of one list read the variables as earlier lists left them; then bounds. */
import type { CompiledEffect, CompiledVariable } from './compiled.ts';
import type { Program } from './program.ts';
import { nameOf } from './reader.ts';
import type { RunContext, RunView } from './run-context.ts';
import { placeFault } from './run-fault.ts';

/** The variables after one list; `context.variables` are those before it. */
export function variablesAfter(
  program: Program,
  effects: readonly CompiledEffect[],
  context: RunContext,
): readonly number[] {
  if (effects.length === 0) return context.variables;
  const variables = context.variables.slice();
  for (const { variable, kind, read } of effects) {
    const value = kind === 'set' ? read(context) : context.variables[variable]! + read(context);
    variables[variable] = bounded(program, program.variables[variable]!, value, context);
  }
  return variables;
}

/** A variable's new value, cut to its bounds. It must be finite before that. */
export function bounded(program: Program, variable: CompiledVariable, value: number, view: RunView): number {
  if (!Number.isFinite(value)) {
    const what = `the variable ${variable.name} became ${nameOf(value)}`;
    throw placeFault(program.scenario, view, {
      place: `variables.${variable.name}`,
      kind: 'not-finite',
      what,
    });
  }
  return value < variable.low ? variable.low : value > variable.high ? variable.high : value;
}
