// Proves that every operation of the IR means in WebAssembly what JavaScript's own means, on specials and at random.
import { describe, expect, test } from 'vitest';
import { ProgramBuilder } from '../../../src/kernel/ir/builder.ts';
import { binary, f64, i32, pick, unary } from '../../../src/kernel/ir/expressions.ts';
import { BINARY, type BinaryName, UNARY, type UnaryName } from '../../../src/kernel/ir/operations.ts';
import type { Expr, Type } from '../../../src/kernel/ir/types.ts';
import { compileModule, instantiateModule, type WasmMemory } from '../../../src/kernel/wasm/engine.ts';
import { emitModule } from '../../../src/kernel/wasm/module.ts';
import { generator } from '../../helpers/generator.ts';

const bits = new DataView(new ArrayBuffer(8));
const bitsOf = (x: number): bigint => {
  bits.setFloat64(0, x);
  return bits.getBigUint64(0);
};
const floatOf = (word: bigint): number => {
  bits.setBigUint64(0, BigInt.asUintN(64, word));
  return bits.getFloat64(0);
};
const truth = (is: boolean): number => (is ? 1 : 0);
const LOG_OFFSET = 0x00095f62n << 32n;

const UNARY_MEANING: Record<UnaryName, (a: number) => number> = {
  'f64.abs': Math.abs,
  'f64.neg': (a) => -a,
  'f64.floor': Math.floor,
  'f64.sqrt': Math.sqrt,
  'i32.eqz': (a) => truth(a === 0),
  'f64.from_i32': (a) => a,
  'f64.from_u32': (a) => a >>> 0,
  'i32.trunc': (a) => (Number.isNaN(a) ? 0 : Math.max(-2147483648, Math.min(Math.trunc(a), 2147483647)) + 0),
  'i32.low_word': (a) => Number(BigInt.asIntN(32, bitsOf(a))),
  'i32.log_exponent': (a) => Number(BigInt.asIntN(64, bitsOf(a) + LOG_OFFSET) >> 52n) - 1023,
  'f64.log_mantissa': (a) => floatOf(((bitsOf(a) + LOG_OFFSET) & ((1n << 52n) - 1n)) + (0x3fe6a09en << 32n)),
  'f64.from_high_word': (a) => floatOf(BigInt(a) << 32n),
};

const BINARY_MEANING: Record<BinaryName, (a: number, b: number) => number> = {
  'f64.add': (a, b) => a + b,
  'f64.sub': (a, b) => a - b,
  'f64.mul': (a, b) => a * b,
  'f64.div': (a, b) => a / b,
  'f64.eq': (a, b) => truth(a === b),
  'f64.ne': (a, b) => truth(a !== b),
  'f64.lt': (a, b) => truth(a < b),
  'f64.gt': (a, b) => truth(a > b),
  'f64.le': (a, b) => truth(a <= b),
  'f64.ge': (a, b) => truth(a >= b),
  'f64.pick_lower': (a, b) => (b < a ? b : a),
  'f64.pick_higher': (a, b) => (b > a ? b : a),
  'i32.add': (a, b) => (a + b) | 0,
  'i32.sub': (a, b) => (a - b) | 0,
  'i32.mul': (a, b) => Math.imul(a, b),
  'i32.and': (a, b) => a & b,
  'i32.or': (a, b) => a | b,
  'i32.xor': (a, b) => a ^ b,
  'i32.shl': (a, b) => a << b,
  'i32.shr_s': (a, b) => a >> b,
  'i32.shr_u': (a, b) => (a >>> b) | 0,
  'i32.rotl': (a, b) => (a << (b & 31)) | ((a >>> ((32 - b) & 31)) & ((b & 31) === 0 ? 0 : -1)),
  'i32.eq': (a, b) => truth(a === b),
  'i32.ne': (a, b) => truth(a !== b),
  'i32.lt_s': (a, b) => truth(a < b),
  'i32.lt_u': (a, b) => truth(a >>> 0 < b >>> 0),
  'i32.gt_s': (a, b) => truth(a > b),
  'i32.le_s': (a, b) => truth(a <= b),
  'i32.ge_s': (a, b) => truth(a >= b),
};

const FLOATS = [
  0,
  -0,
  1,
  -1,
  0.5,
  1.5,
  -2.5,
  1e308,
  -1e308,
  5e-324,
  Infinity,
  -Infinity,
  NaN,
  2147483648,
  -2147483649,
  4e9,
];
const INTS = [0, 1, -1, 2, 31, 63, 64, -64, 127, 128, 8191, 8192, -8193, 2147483647, -2147483648];

function samples(type: Type): number[] {
  const next = generator(type === 'f64' ? 1 : 2);
  const more = Array.from({ length: 60 }, () =>
    type === 'f64' ? (next() - 0.5) * 10 ** Math.floor(next() * 20 - 10) : Math.floor(next() * 2 ** 32) | 0,
  );
  return [...(type === 'f64' ? FLOATS : INTS), ...more];
}

/** A module with one function that computes an expression of its parameters. */
function compiled(params: readonly Type[], result: Type, make: (...args: Expr[]) => Expr) {
  const program = new ProgramBuilder();
  const func = program.declare('f', params, result, true);
  program.define(func, (code, ...args) => code.return(make(...args)));
  const { bytes, pool } = emitModule(program.program(64));
  const { exports } = instantiateModule(compileModule(bytes));
  new Float64Array((exports.memory as WasmMemory).buffer, 64, pool.length).set(pool);
  return exports.f as (...args: number[]) => number;
}

describe('operations of one operand', () => {
  test.each(Object.keys(UNARY) as UnaryName[])('%s', (name) => {
    const { takes, type } = UNARY[name];
    const actual = compiled([takes], type, (a) => unary(name, a));
    const isForNormal = name.includes('log_');
    for (const a of samples(takes)) {
      if (isForNormal && !(a >= 2.3e-308 && a < Infinity)) continue;
      expect(actual(a), `${name} ${a}`).toBe(UNARY_MEANING[name](a));
    }
  });
});

describe('operations of two operands', () => {
  test.each(Object.keys(BINARY) as BinaryName[])('%s', (name) => {
    const { takes, type } = BINARY[name];
    const actual = compiled([takes, takes], type, (a, b) => binary(name, a, b));
    const values = samples(takes).slice(0, 40);
    for (const a of values) {
      for (const b of values) {
        const wanted = BINARY_MEANING[name](a, b);
        if (!Object.is(actual(a, b), wanted))
          expect.fail(`${name} ${a} ${b}: ${actual(a, b)}, not ${wanted}`);
      }
    }
  });
  test('a constant or a load as a lane', () => {
    const clamp = compiled(['f64'], 'f64', (x) =>
      binary('f64.pick_higher', binary('f64.pick_lower', x, f64(2)), f64(0)),
    );
    for (const x of FLOATS) expect(clamp(x), `${x}`).toBe(x > 2 ? 2 : x < 0 ? 0 : x);
  });
});

test('constants of every size', () => {
  for (const value of samples('i32')) expect(compiled([], 'i32', () => i32(value))()).toBe(value);
  for (const value of samples('f64')) expect(compiled([], 'f64', () => f64(value))()).toBe(value);
});

test('a choice evaluates to the chosen side', () => {
  const cheap = compiled(['i32'], 'f64', (condition) => pick(condition, f64(1), f64(-0)));
  expect([cheap(1), cheap(0), cheap(-5)]).toEqual([1, -0, 1]);
  const dear = compiled(['i32', 'f64'], 'f64', (condition, x) =>
    pick(condition, unary('f64.sqrt', x), binary('f64.mul', x, x)),
  );
  expect([dear(1, 9), dear(0, 9)]).toEqual([3, 81]);
});
