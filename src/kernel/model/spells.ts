/**
 * What is kept of every run where it is asked for (`RunRecords`): its parameters, and its spells in the leaves of the
 * regions. A program made without it has none of this.
 */
import { SPELL_WIDTH } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, eq, get, i32, load, lt, mul, pick } from '../ir/expressions.ts';
import type { Expr } from '../ir/types.ts';
import type { ModelContext } from './context.ts';
import { f64At, i32At, putF64, putI32, upTo } from './memory.ts';
import type { RecordsLayout } from './records-layout.ts';

const SPELL_BYTES = 4 * SPELL_WIDTH;

/** Writes the parts of a batch's loop; of a program that keeps nothing they write nothing. */
export interface Keeping {
  /** At the start of a run. */
  readonly first: (code: Code) => void;
  /** After a step. */
  readonly next: (code: Code) => void;
  /** At the end of a run that came to one. */
  readonly last: (code: Code) => void;
  /** Takes back what was written since `mark`. */
  readonly mark: (code: Code) => Expr;
  readonly takeBack: (code: Code, mark: Expr) => void;
  /** The parameters of the run at a place in the batch. */
  readonly parameters: (code: Code, place: Expr) => void;
}

const NOTHING: Keeping = {
  first() {},
  next() {},
  last() {},
  mark: () => i32(0),
  takeBack() {},
  parameters() {},
};

/** Writes that a region moves in the step that leads to state `next`. */
export function writeMoved({ layout: { records } }: ModelContext, code: Code, next: Expr): void {
  if (records !== null) putI32(code, records.moved, 0, next);
}

export function keepingOf(context: ModelContext): Keeping {
  const { layout, program } = context;
  const { records } = layout;
  if (records === null) return NOTHING;
  const define = (name: string, write: (code: Code) => void): ((code: Code) => void) => {
    const func = program.define(program.declare(name, [], null), write);
    return (code) => code.call(func);
  };
  const next = define('next_spells', (code) => writeNext(context, records, code));
  return {
    first: define('first_spells', (code) => writeFirst(context, records, code)),
    next(code) {
      code.if(eq(i32At(records.moved), load('i32', layout.now.step)), () => next(code));
    },
    last: define('last_spells', (code) => writeLast(context, records, code)),
    mark: (code) => code.keep(i32At(records.end)),
    takeBack: (code, mark) => putI32(code, records.end, 0, mark),
    parameters: (code, place) => writeParameters(context, records, code, place),
  };
}

function writeFirst({ scenario, layout }: ModelContext, records: RecordsLayout, code: Code): void {
  putI32(code, records.moved, 0, i32(0));
  for (const { index } of scenario.regions) {
    putI32(code, records.leaf, index, i32At(layout.state.activeLeaf, index));
    putI32(code, records.since, index, i32(0));
  }
}

/**
 * A region has moved where its leaf was entered in the step that led to this state. Which ones did is hard to foresee, so
 * there is no branch: what is written of one that did not is written over.
 */
function writeNext({ scenario, layout }: ModelContext, records: RecordsLayout, code: Code): void {
  const { state, now } = layout;
  const k = code.keep(load('i32', now.step));
  const at = code.local('i32');
  code.set(at, i32At(records.end));
  for (const { index } of scenario.regions) {
    const leaf = code.keep(i32At(state.activeLeaf, index));
    const since = code.keep(i32At(records.since, index));
    const hasMoved = code.keep(eq(i32At(state.entered, leaf), k));
    write(layout, records, code, get(at), [i32At(records.leaf, index), leaf, since, k]);
    code.set(at, add(get(at), mul(hasMoved, i32(SPELL_BYTES))));
    putI32(code, records.leaf, index, leaf);
    putI32(code, records.since, index, pick(hasMoved, k, since));
  }
  putI32(code, records.end, 0, get(at));
}

function writeLast({ scenario, layout }: ModelContext, records: RecordsLayout, code: Code): void {
  const k = code.keep(load('i32', layout.now.step));
  for (const { index } of scenario.regions) {
    code.if(lt(i32At(records.since, index), k), () => {
      const at = code.keep(i32At(records.end));
      const since = i32At(records.since, index);
      write(layout, records, code, at, [i32At(records.leaf, index), i32(-1), since, k]);
      putI32(code, records.end, 0, add(at, i32(SPELL_BYTES)));
    });
  }
}

/** @param at bytes of the spells before it. */
function write(
  { now }: ModelContext['layout'],
  records: RecordsLayout,
  code: Code,
  at: Expr,
  numbers: readonly [from: Expr, to: Expr, start: Expr, stop: Expr],
): void {
  [load('i32', now.draw), ...numbers].forEach((value, place) => {
    code.store('i32', records.spells + 4 * place, value, at);
  });
}

function writeParameters(
  { scenario, layout }: ModelContext,
  records: RecordsLayout,
  code: Code,
  place: Expr,
): void {
  const count = scenario.parameters.length;
  const to = code.local('i32');
  code.set(to, mul(place, i32(count)));
  upTo(code, i32(count), 1, (parameter) => {
    putF64(code, records.parameters, get(to), f64At(layout.state.parameters, parameter));
    code.set(to, add(get(to), i32(1)));
  });
}
