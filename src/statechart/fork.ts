/** A state with what is changed in it, and what is still open: plain data from which an engine runs futures. */
import type { FixedOption } from '../scenario/index.ts';
import type { Chart, RunSnapshot } from './chart.ts';
import { activeLeaves } from './configuration.ts';
import type { OpenTrigger } from './open-draws.ts';
import type { RunContext } from './run-context.ts';

export interface Fork {
  /** The state all futures begin with. */
  readonly context: RunContext;
  /** Dealt again by fresh luck. */
  readonly open: readonly OpenTrigger[];
  /** Dealt again by any luck: what an alternative has set back. */
  readonly setBack: readonly OpenTrigger[];
  /** A future that continues the state's own luck deals those at its number xor this. */
  readonly setBackFuture: number;
  /** An option that the state's point fixes until its decision is next asked; what the point fixes after that. */
  readonly once: OnceFixed | null;
}

export interface OnceFixed {
  readonly decision: number;
  readonly option: number;
  readonly afterwards: FixedOption | null;
}

/** Why an alternative cannot be: the rest of a sentence, for the person who asked for it. */
export interface Impossible {
  readonly impossible: string;
}

/** Higher than the number of any future that is asked for. */
export const SET_BACK_FUTURE = 0x40000000;

/** A run in the machine from its state alone. */
export function snapshotOf(chart: Chart, context: RunContext): RunSnapshot {
  const { scenario, machine } = chart;
  const leaves = activeLeaves(scenario, context.entered).map((leaf) =>
    scenario.stages[leaf]!.path.split('.'),
  );
  return machine.resolveState({ value: stateValue(leaves), context });
}

type StateValue = string | { [key: string]: StateValue };

/** XState's way to say the active leaves: `{ street: { riot: 'looting' } }`. */
const stateValue = (leaves: readonly (readonly string[])[]): { [key: string]: StateValue } =>
  Object.fromEntries(leaves.map(([region, ...stages]) => [region!, nested(stages)]));

const nested = ([name, ...below]: readonly string[]): StateValue =>
  below.length === 0 ? name! : { [name!]: nested(below) };
