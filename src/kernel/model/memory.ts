/** Reads and writes of tables: the entry is known when the code is made (a number) or when it runs (an expression). */
import type { Code } from '../ir/builder.ts';
import { add, binary, get, i32, load, lt } from '../ir/expressions.ts';
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

/** Writes `body` for 0, `by`, 2·`by`, … below `end`. */
export function upTo(code: Code, end: Expr, by: number, body: (at: Expr) => void): void {
  const at = code.local('i32');
  code.set(at, i32(0));
  code.while(lt(get(at), end), () => {
    body(get(at));
    code.set(at, add(get(at), i32(by)));
  });
}
