/**
 * Pure values as a graph in which equal expressions are one node. That is what lets a block compute an expression once
 * however often it is written, and a run compute once what only its parameters decide. Nothing is reassociated.
 */
import type { BinaryName, UnaryName } from '../ir/operations.ts';
import type { Type } from '../ir/types.ts';

/** What a value reads from the state; every one is a number in memory or a local of the function that evaluates. */
export type LeafKind =
  | 'parameter'
  | 'variable'
  | 'auxiliary'
  /** k, the number of the state. */
  | 'step'
  /** State in which the stage was entered, −1 when it is not active. */
  | 'entered'
  /** Step in which the happening last happened, −1 if never. */
  | 'last'
  | 'times';

/** Functions that stand once in the program and are called. */
export type HelperName = 'exp' | 'log' | 'power';

/** How long a value holds. */
export const HOLDS = {
  /** Parameters alone decide it. */
  run: 0,
  /** So do active stages, counts of happenings, and auxiliaries that hold as long: until something happens. */
  stay: 1,
  /** The same with variables that only effects change: a list of effects changes it in the midst of a step. */
  list: 2,
  step: 3,
} as const;

export type Holds = (typeof HOLDS)[keyof typeof HOLDS];

interface Common {
  readonly id: number;
  readonly type: Type;
  readonly holds: Holds;
  /** Whether an exponential is in it, or an auxiliary, which may stand for one. */
  readonly waits: boolean;
  /** Roughly its additions; what is dear is computed only where it is needed. */
  readonly cost: number;
}

export type Value = Common &
  (
    | { readonly op: 'const'; readonly value: number }
    | { readonly op: 'leaf'; readonly kind: LeafKind; readonly index: number }
    | { readonly op: 'unary'; readonly name: UnaryName; readonly args: readonly [Value] }
    | { readonly op: 'binary'; readonly name: BinaryName; readonly args: readonly [Value, Value] }
    /** `args[0] ? args[1] : args[2]` */
    | { readonly op: 'pick'; readonly args: readonly [Value, Value, Value] }
    | { readonly op: 'help'; readonly name: HelperName; readonly args: readonly Value[] }
  );

export const argumentsOf = (value: Value): readonly Value[] =>
  value.op === 'const' || value.op === 'leaf' ? [] : value.args;
