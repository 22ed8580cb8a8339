/** The parts of a scenario with their expressions compiled, by the scenario's indexes. */
import type { QuantileMap } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Armable } from './armable.ts';
import type { CompiledMeasure } from './measures.ts';
import type { Condition, Reader } from './reader.ts';

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

/** Everything of a program but what follows from the active stages. */
export interface Compiled {
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
