/** What follows from which stages are active: worked out once for each set of active stages, kept for all runs. */
import type { Scenario } from '../scenario/index.ts';
import type { Compiled, CompiledRule } from './compiled.ts';
import type { Reader } from './reader.ts';

export interface Configuration {
  /** By region: its active leaf. */
  readonly leaves: readonly number[];
  /** In order of evaluation: what each auxiliary reads. */
  readonly auxiliaries: readonly { readonly auxiliary: number; readonly read: Reader }[];
  /** By variable: how it moves; null when it stays. */
  readonly rules: readonly (CompiledRule | null)[];
}

/** So many sets of active stages are kept; a chart that has more begins again. */
const MOST_KEPT = 10_000;

/** Looks configurations up by the active stages (`entered` of a state), with a memory of its own. */
export function configurations(program: Compiled): (entered: readonly number[]) => Configuration {
  const kept = new Map<string, Configuration>();
  const { stages } = program.scenario;
  return (entered) => {
    const leaves = activeLeaves(program.scenario, entered);
    const key = leaves.join();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const active = stages.map(({ index }) => index).filter((index) => entered[index]! >= 0);
    const found: Configuration = {
      leaves,
      auxiliaries: auxiliariesOf(program, active),
      rules: rulesOf(program, active),
    };
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, found);
    return found;
  };
}

/** The active leaf of each region, in the order of regions. */
export function activeLeaves(scenario: Scenario, entered: readonly number[]): number[] {
  const leaves: number[] = [];
  for (const { index, initial, region } of scenario.stages) {
    if (initial === null && entered[index]! >= 0) leaves[region] = index;
  }
  return leaves;
}

/** Of active stages that have a rule, the last in document order replaces the general one. */
function auxiliariesOf(program: Compiled, active: readonly number[]): Configuration['auxiliaries'] {
  const { auxiliaries, auxiliaryOrder } = program.scenario;
  const readers: Reader[] = auxiliaries.map(({ index }) => program.auxiliaries[index]!);
  for (const stage of active) {
    for (const { auxiliary, read } of program.stages[stage]!.auxiliaries) readers[auxiliary] = read;
  }
  return auxiliaryOrder.map((auxiliary) => ({ auxiliary, read: readers[auxiliary]! }));
}

function rulesOf(program: Compiled, active: readonly number[]): Configuration['rules'] {
  const rules = program.variables.map(({ rule }) => rule);
  for (const stage of active) {
    for (const { variable, rule } of program.stages[stage]!.rules) rules[variable] = rule;
  }
  return rules;
}
