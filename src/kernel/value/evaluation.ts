/**
 * Writes values into code. In one evaluation the state does not change, so a value used twice is computed once and kept
 * in a local; a local set inside a branch is known only there. What holds for longer is read from memory, where the start
 * of the run has put it, or the last step in which something happened.
 */
import type { Code } from '../ir/builder.ts';
import { binary, call, f64, get, i32, lanes, pick, unary } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import { type Exponential, readyExponentials } from './exponentials.ts';
import { argumentsOf, type HelperName, type LeafKind, type Value } from './node.ts';

/** Helpers that may be written out in place; `expOfTwo` is that of both lanes of a vector. */
export type SplicedName = HelperName | 'expOfTwo';

export interface EvaluationServices {
  readonly helpers: Readonly<Record<SplicedName, Func>>;
  /** Whether a use of a helper is written out in place. Asked once a use. */
  readonly splices: (name: SplicedName) => boolean;
  /** Where the state holds what a leaf reads. */
  readonly leaf: (kind: LeafKind, index: number) => Expr;
  /** Where a value that holds for longer than the evaluation is kept; null: it is not, and computed again. */
  readonly stored: (value: Value) => Expr | null;
}

/** Arms of a choice that cost more are evaluated only when chosen. */
const CHEAP_ARM = 6;

export class Evaluation {
  private readonly uses = new Map<number, number>();
  private scope = new Map<number, Expr>();
  private readonly scopes: Map<number, Expr>[] = [];
  private readonly definitions = new Map<number, Value>();
  private readonly awaited = new Set<number>();
  private readonly code: Code;
  private readonly services: EvaluationServices;

  /** `roots` are the values that will be asked for; what they share is found among them. */
  constructor(code: Code, services: EvaluationServices, roots: readonly Value[]) {
    this.code = code;
    this.services = services;
    for (const root of roots) this.count(root);
  }

  /** The value as an expression; it is valid until the state changes. */
  value(value: Value): Expr {
    const kept = this.find(value);
    if (kept !== null) return kept;
    const expression = this.compute(value);
    if ((this.uses.get(value.id) ?? 0) < 2 || value.op === 'const' || isPlainRead(value)) return expression;
    const local = this.code.keep(expression);
    this.scope.set(value.id, local);
    return local;
  }

  /** The value in a local, so that it outlives a change of the state. */
  kept(value: Value): Expr {
    return this.code.keep(this.value(value));
  }

  /** Makes a later `value` of this one yield the expression: the new value of something in the state, for instance. */
  bind(value: Value, expression: Expr): void {
    this.scope.set(value.id, expression);
    this.awaited.delete(value.id);
  }

  /** Makes a leaf of the state stand for a value that is not stored yet. */
  define(leaf: Value, value: Value): void {
    this.definitions.set(leaf.id, value);
    this.count(value);
  }

  /** Announces a later `bind`: nothing that reads the leaf can be computed before. */
  awaitBinding(leaf: Value): void {
    this.awaited.add(leaf.id);
  }

  /** Computes the exponentials that the values need in any case, two at a time where they do not need each other. */
  pairExponentials(values: readonly Value[]): void {
    for (;;) {
      const ready = readyExponentials(values, {
        isKnown: (value) => this.find(value) !== null || this.services.stored(value) !== null,
        isAwaited: (value) => this.awaited.has(value.id),
        definition: (value) => this.definitions.get(value.id) ?? null,
        needsArms: isCheapChoice,
      });
      const [only] = ready;
      if (only === undefined) return;
      if (ready.length === 1) this.scope.set(only.id, this.kept(only));
      // One that is left over may find another in the next round.
      for (let k = 0; k + 1 < ready.length; k += 2)
        this.pair(ready[k] as Exponential, ready[k + 1] as Exponential);
    }
  }

  private pair(first: Exponential, second: Exponential): void {
    const [a, b] = [this.value(first.args[0] as Value), this.value(second.args[0] as Value)];
    const both = lanes('f64x2.with_1', lanes('f64x2.splat', a), b);
    const func = this.services.helpers.expOfTwo;
    const spliced = this.services.splices('expOfTwo') ? this.code.spliced(func, both) : null;
    const result = spliced ?? this.code.keep(call(func, both));
    this.scope.set(first.id, this.code.keep(lanes('f64x2.lane_0', result)));
    this.scope.set(second.id, this.code.keep(lanes('f64x2.lane_1', result)));
  }

  /** What is computed while `write` runs is forgotten after it: for the body of a branch. */
  within(write: () => void): void {
    this.scopes.push(this.scope);
    this.scope = new Map();
    write();
    this.scope = this.scopes.pop() as Map<number, Expr>;
  }

  /** `condition ? yes : no`, each written in a scope of its own. */
  branch(condition: Expr, yes: () => void, no?: () => void): void {
    this.code.if(condition, () => this.within(yes), no === undefined ? undefined : () => this.within(no));
  }

  private count(value: Value): void {
    const before = this.uses.get(value.id) ?? 0;
    this.uses.set(value.id, before + 1);
    if (before > 0 || this.services.stored(value) !== null) return;
    for (const arg of argumentsOf(value)) this.count(arg);
  }

  private find(value: Value): Expr | null {
    const here = this.scope.get(value.id);
    if (here !== undefined) return here;
    for (let k = this.scopes.length - 1; k >= 0; k -= 1) {
      const outer = this.scopes[k]?.get(value.id);
      if (outer !== undefined) return outer;
    }
    return null;
  }

  private compute(value: Value): Expr {
    const stored = this.services.stored(value);
    if (stored !== null) return stored;
    switch (value.op) {
      case 'const':
        return value.type === 'f64' ? f64(value.value) : i32(value.value);
      case 'leaf': {
        const definition = this.definitions.get(value.id);
        if (definition !== undefined) return this.value(definition);
        return this.services.leaf(value.kind, value.index);
      }
      case 'unary':
        return unary(value.name, this.value(value.args[0]));
      case 'binary':
        return binary(value.name, this.value(value.args[0]), this.value(value.args[1]));
      case 'pick':
        return this.choice(value);
      case 'help':
        return this.help(value);
      default:
        return value satisfies never;
    }
  }

  private help(value: Extract<Value, { op: 'help' }>): Expr {
    const func = this.services.helpers[value.name];
    const args = value.args.map((arg) => this.value(arg));
    const spliced = this.services.splices(value.name) ? this.code.spliced(func, ...args) : null;
    return spliced ?? call(func, ...args);
  }

  private choice(value: Extract<Value, { op: 'pick' }>): Expr {
    const [condition, a, b] = value.args;
    const test = this.value(condition);
    if (isCheapChoice(value)) return pick(test, this.value(a), this.value(b));
    const result = this.code.local(value.type);
    this.branch(
      test,
      () => this.code.set(result, this.value(a)),
      () => this.code.set(result, this.value(b)),
    );
    return get(result);
  }
}

/** Both arms are evaluated, and one is picked. */
const isCheapChoice = ({ args: [, a, b] }: Extract<Value, { op: 'pick' }>): boolean =>
  a.cost <= CHEAP_ARM && b.cost <= CHEAP_ARM;

/** A load from a fixed address costs no more than a local. */
const isPlainRead = (value: Value): boolean => value.op === 'leaf';
