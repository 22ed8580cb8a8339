/**
 * The kernel's intermediate representation: typed expressions and structured statements over one linear memory.
 * WebAssembly and C are both printed from it, so that what one computes the other computes.
 */
import type { LaneName } from './lanes.ts';
import type { BinaryName, Type, UnaryName } from './operations.ts';

export type { Type } from './operations.ts';

/** A parameter or a local of one function. */
export interface Local {
  readonly type: Type;
  readonly index: number;
}

/**
 * - `load`: at the fixed address `offset`, plus the bytes that `address` yields if it is not null.
 * - `pick`: `condition ? a : b`, only the chosen side is evaluated (both may be, they are pure).
 */
export type Expr =
  | { readonly op: 'const'; readonly type: Type; readonly value: number }
  | { readonly op: 'get'; readonly type: Type; readonly local: Local }
  | { readonly op: 'load'; readonly type: Type; readonly address: Expr | null; readonly offset: number }
  | { readonly op: 'unary'; readonly type: Type; readonly name: UnaryName; readonly a: Expr }
  | {
      readonly op: 'binary';
      readonly type: Type;
      readonly name: BinaryName;
      readonly a: Expr;
      readonly b: Expr;
    }
  | { readonly op: 'lanes'; readonly type: Type; readonly name: LaneName; readonly args: readonly Expr[] }
  | { readonly op: 'pick'; readonly type: Type; readonly condition: Expr; readonly a: Expr; readonly b: Expr }
  | { readonly op: 'call'; readonly type: Type; readonly func: Func; readonly args: readonly Expr[] };

/**
 * `switch`: value v takes the case `cases[labels[v]]`; `otherwise` where the label is −1 or there is none.
 * `while` tests before each turn. `fill` sets bytes.
 */
export type Stmt =
  | { readonly op: 'set'; readonly local: Local; readonly value: Expr }
  | {
      readonly op: 'store';
      readonly type: Type;
      readonly address: Expr | null;
      readonly offset: number;
      readonly value: Expr;
    }
  | {
      readonly op: 'if';
      readonly condition: Expr;
      readonly yes: readonly Stmt[];
      readonly no: readonly Stmt[];
    }
  | {
      readonly op: 'switch';
      readonly on: Expr;
      readonly labels: readonly number[];
      readonly cases: readonly (readonly Stmt[])[];
      readonly otherwise: readonly Stmt[];
    }
  | { readonly op: 'while'; readonly condition: Expr; readonly body: readonly Stmt[] }
  | { readonly op: 'call'; readonly func: Func; readonly args: readonly Expr[] }
  | { readonly op: 'fill'; readonly offset: number; readonly byte: number; readonly bytes: number }
  | { readonly op: 'return'; readonly value: Expr | null };

/** A function; its body is filled in after it was declared, so that functions may name each other. */
export interface Func {
  readonly name: string;
  readonly index: number;
  readonly params: readonly Type[];
  readonly result: Type | null;
  readonly exported: boolean;
  /** Types of the locals that follow the parameters. */
  locals: readonly Type[];
  body: readonly Stmt[];
  /** Whether a call of it was written; else it is not needed unless it is exported. */
  isCalled: boolean;
}

export interface Program {
  readonly functions: readonly Func[];
  /** Size of the memory in bytes. */
  readonly memoryBytes: number;
}
