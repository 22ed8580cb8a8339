/** Which exponentials can be computed next: those that need no other that is still to come. */
import { argumentsOf, type Value } from './node.ts';

export type Exponential = Extract<Value, { op: 'help' }>;

/** What an evaluation knows when it asks. */
export interface Knowledge {
  readonly isKnown: (value: Value) => boolean;
  /** The value is bound later; what reads it has to wait. */
  readonly isAwaited: (value: Value) => boolean;
  /** What a leaf stands for, null if for the state. */
  readonly definition: (leaf: Value) => Value | null;
  /** Whether both arms of a choice are evaluated; else an exponential in an arm may not be needed. */
  readonly needsArms: (choice: Extract<Value, { op: 'pick' }>) => boolean;
}

/** Those among the values and what they surely read, in order. */
export function readyExponentials(values: readonly Value[], knowledge: Knowledge): readonly Exponential[] {
  const ready: Exponential[] = [];
  const settled = new Map<number, boolean>();
  /** Whether the value could be computed now without an exponential. A long sum is deep to the left: no stack for that. */
  const isSettled = (value: Value): boolean => {
    const joins: Extract<Value, { op: 'binary' }>[] = [];
    let first = value;
    while (first.op === 'binary' && isOpen(first)) {
      joins.push(first);
      first = first.args[0];
    }
    let answer = isOpen(first) ? look(first) : (settled.get(first.id) ?? true);
    settled.set(first.id, answer);
    for (const join of joins.reverse()) {
      // No short cut: every argument may have an exponential that is ready.
      answer = isSettled(join.args[1]) && answer;
      settled.set(join.id, answer);
    }
    return answer;
  };
  const waiting = new Map<number, boolean>();
  const readsAwaited = (value: Value): boolean => {
    if (!value.waits || knowledge.isKnown(value)) return false;
    const before = waiting.get(value.id);
    if (before !== undefined) return before;
    const definition = value.op === 'leaf' ? knowledge.definition(value) : null;
    const parts = definition === null ? argumentsOf(value) : [definition];
    const answer = knowledge.isAwaited(value) || parts.some(readsAwaited);
    waiting.set(value.id, answer);
    return answer;
  };
  const isOpen = (value: Value): boolean =>
    value.waits && !settled.has(value.id) && !knowledge.isKnown(value);
  const look = (value: Value): boolean => {
    if (knowledge.isAwaited(value)) return false;
    if (value.op === 'leaf') {
      const definition = knowledge.definition(value);
      return definition === null || isSettled(definition);
    }
    if (value.op === 'pick' && !knowledge.needsArms(value)) {
      // What the arms read must be there when one is evaluated, but they are left alone.
      return isSettled(value.args[0]) && !value.args.slice(1).some(readsAwaited);
    }
    const areSettled = argumentsOf(value)
      .map(isSettled)
      .every((is) => is);
    if (value.op !== 'help' || value.name !== 'exp') return areSettled;
    if (areSettled) ready.push(value);
    return false;
  };
  for (const value of values) isSettled(value);
  return ready;
}
