// Proves that branches, jump tables, loops, calls and written-out calls do what the builder says, in WebAssembly.
import { expect, test } from 'vitest';
import { type Code, ProgramBuilder } from '../../../src/kernel/ir/builder.ts';
import { add, call, get, i32, load, lt, mul } from '../../../src/kernel/ir/expressions.ts';
import { canSplice, sizeOf } from '../../../src/kernel/ir/splice.ts';
import type { Expr } from '../../../src/kernel/ir/types.ts';
import { compileModule, instantiateModule, type WasmMemory } from '../../../src/kernel/wasm/engine.ts';
import { emitModule } from '../../../src/kernel/wasm/module.ts';

function run(write: (code: Code, x: Expr, program: ProgramBuilder) => void, program = new ProgramBuilder()) {
  const func = program.declare('f', ['i32'], 'i32', true);
  program.define(func, (code, x) => write(code, x as Expr, program));
  const { exports } = instantiateModule(compileModule(emitModule(program.program(256)).bytes));
  return { f: exports.f as (x: number) => number, memory: (exports.memory as WasmMemory).buffer };
}

test('a jump table maps values to cases; what has no label, or is negative, goes to the rest', () => {
  const { f } = run((code, x) => {
    code.switch(
      x,
      [() => code.return(i32(10)), () => code.return(i32(20))],
      () => code.return(i32(99)),
      [1, -1, 0, 1],
    );
    code.return(i32(0));
  });
  expect([-1, 0, 1, 2, 3, 4].map(f)).toEqual([99, 20, 99, 10, 20, 99]);
});

test('a case does not run on into the next', () => {
  const { f } = run((code, x) => {
    const sum = code.local('i32');
    code.set(sum, i32(0));
    code.switch(
      x,
      [1, 10, 100].map((n) => () => code.set(sum, add(get(sum), i32(n)))),
    );
    code.return(get(sum));
  });
  expect([0, 1, 2, 3].map(f)).toEqual([1, 10, 100, 0]);
});

test('a loop tests before each turn', () => {
  const { f } = run((code, x) => {
    const [at, product] = [code.local('i32'), code.local('i32')];
    code.set(at, i32(0));
    code.set(product, i32(1));
    code.while(lt(get(at), x), () => {
      code.set(at, add(get(at), i32(1)));
      code.set(product, mul(get(product), get(at)));
    });
    code.return(get(product));
  });
  expect([0, 1, 5].map(f)).toEqual([1, 1, 120]);
});

test('stores, loads and fills reach the addresses they name', () => {
  const { f, memory } = run((code, x) => {
    code.fill(128, 8, 0xff);
    code.store('i32', 64, x, i32(4));
    code.return(load('i32', 60, i32(8)));
  });
  expect(f(7)).toBe(7);
  expect(new Int32Array(memory)[17]).toBe(7);
  expect([...new Int32Array(memory, 128, 3)]).toEqual([-1, -1, 0]);
});

test('a call written out gives what the call gives, and only a body with one end can be written out', () => {
  const program = new ProgramBuilder();
  const square = program.declare('square', ['i32'], 'i32');
  program.define(square, (code, x) => {
    const kept = code.keep(add(x as Expr, i32(1)));
    code.return(mul(kept, kept));
  });
  const early = program.declare('early', ['i32'], 'i32');
  program.define(early, (code, x) => {
    code.if(x as Expr, () => code.return(i32(1)));
    code.return(i32(2));
  });
  expect([canSplice(square), canSplice(early)]).toEqual([true, false]);
  expect(sizeOf(square)).toBe(8);
  const { f } = run((code, x) => {
    const written = code.spliced(square, x) as Expr;
    code.return(add(mul(written, i32(1000)), call(square, x)));
  }, program);
  expect(f(4)).toBe(25_025);
});
