/** Reads and writes of tables: the entry is known when the code is made (a number) or when it runs (an expression). */
import type { Code } from '../ir/builder.ts';
import { binary, i32, load } from '../ir/expressions.ts';
import type { Expr } from '../ir/types.ts';

type Index = number | Expr;

const scaled = (index: Expr, shift: number): Expr => binary('i32.shl', index, i32(shift));

export const i32At = (base: number, index: Index = 0): Expr =>
  typeof index === 'number' ? load('i32', base + 4 * index) : load('i32', base, scaled(index, 2));

export const f64At = (base: number, index: Index = 0): Expr =>
  typeof index === 'number' ? load('f64', base + 8 * index) : load('f64', base, scaled(index, 3));

export function putI32(code: Code, base: number, index: Index, value: Expr): void {
  if (typeof index === 'number') code.store('i32', base + 4 * index, value);
  else code.store('i32', base, value, scaled(index, 2));
}

export function putF64(code: Code, base: number, index: Index, value: Expr): void {
  if (typeof index === 'number') code.store('f64', base + 8 * index, value);
  else code.store('f64', base, value, scaled(index, 3));
}

/** Adds to an i32 in a table. */
export function increase(code: Code, base: number, index: Index, by: Expr): void {
  putI32(code, base, index, binary('i32.add', i32At(base, index), by));
}
