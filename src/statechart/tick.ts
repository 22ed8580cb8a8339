/** The end of a step: variables move together, counts and stays become visible, the next state is recorded. */
import { normalQuantile, uniformAt } from '../random/index.ts';
import { bounded } from './effects.ts';
import { accumulate } from './measures.ts';
import type { Program } from './program.ts';
import { NOTHING_UNDERWAY, type RunContext } from './run-context.ts';

/** State k + 1 from what the applications of step k left. */
export function tick(program: Program, context: RunContext): RunContext {
  const { step } = context;
  const moved: RunContext = {
    ...context,
    ...NOTHING_UNDERWAY,
    variables: movedVariables(program, context),
    entered: enteredAfter(context),
    times: timesAfter(context),
    last: lastAfter(context),
    step: step + 1,
  };
  return recorded(program, moved, outcomeEntered(program, context));
}

/** A state with its auxiliaries, its end if it ends the run, and its measures. */
export function recorded(program: Program, state: RunContext, entered: number | null): RunContext {
  const current = { ...state, auxiliaries: auxiliariesIn(program, state) };
  const ended = entered ?? (state.step === program.scenario.time.steps ? atHorizon(program, current) : null);
  const final = { ...current, ended };
  return { ...final, measures: accumulate(program.measures, final) };
}

/** The auxiliaries of a state. Each reads those before it. */
export function auxiliariesIn(program: Program, state: RunContext): readonly number[] {
  const inOrder = program.configurationOf(state.entered).auxiliaries;
  const auxiliaries: number[] = new Array<number>(inOrder.length).fill(0);
  const view = { ...state, auxiliaries };
  for (const { auxiliary, read } of inOrder) auxiliaries[auxiliary] = read(view);
  return auxiliaries;
}

/** `next`, or the value plus `per_day` · dt, or the value; then noise; then bounds. All read what the applications left. */
function movedVariables(program: Program, context: RunContext): readonly number[] {
  const { rules } = program.configurationOf(context.entered);
  const rootOfStep = Math.sqrt(context.dt);
  return program.variables.map((variable, index) => {
    const rule = rules[index]!;
    let value = context.variables[index]!;
    if (rule !== null) {
      const read = rule.read(context);
      value = rule.kind === 'next' ? read : value + read * context.dt;
    }
    if (variable.noise !== null) {
      const uniform = uniformAt(context.key, context.future, variable.site, context.luck, context.step);
      value += variable.noise(context) * rootOfStep * normalQuantile(uniform);
    }
    return bounded(program, variable, value, context);
  });
}

function enteredAfter(context: RunContext): readonly number[] {
  if (context.arrived.length === 0) return context.entered;
  const entered = context.entered.slice();
  for (const stage of context.left) entered[stage] = -1;
  for (const stage of context.arrived) entered[stage] = context.step + 1;
  return entered;
}

function timesAfter(context: RunContext): readonly number[] {
  if (context.happened.length === 0) return context.times;
  const times = context.times.slice();
  for (const happening of context.happened) times[happening] = times[happening]! + 1;
  return times;
}

function lastAfter(context: RunContext): readonly number[] {
  if (context.happened.length === 0) return context.last;
  const last = context.last.slice();
  for (const happening of context.happened) last[happening] = context.step;
  return last;
}

/** The outcome of a stage entered in this step; of several, the first region's. */
function outcomeEntered(program: Program, context: RunContext): number | null {
  const { stages } = program.scenario;
  const ends = context.arrived.map((stage) => stages[stage]!).filter(({ outcome }) => outcome !== null);
  const first = ends.sort((a, b) => a.region - b.region)[0];
  return first === undefined ? null : first.outcome;
}

/** The first outcome whose `at_horizon` holds, or the last, `unresolved`. */
function atHorizon(program: Program, state: RunContext): number {
  const found = program.atHorizon.findIndex((holds) => holds?.(state) ?? false);
  return found >= 0 ? found : program.atHorizon.length - 1;
}
