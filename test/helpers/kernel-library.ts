/** The kernel's helper functions as a WebAssembly module of their own, to be held against those of `random/`. */
import { ProgramBuilder } from '../../src/kernel/ir/builder.ts';
import { call, i32, load } from '../../src/kernel/ir/expressions.ts';
import type { Func, Program } from '../../src/kernel/ir/types.ts';
import { defineExp, defineExpOfTwo } from '../../src/kernel/library/exponential.ts';
import { defineExponentials, defineLog, definePower } from '../../src/kernel/library/logarithm.ts';
import { defineNormalCdf, defineNormalQuantile, defineNormals } from '../../src/kernel/library/normal.ts';
import { defineTable, emitQuantile, tableImage } from '../../src/kernel/library/quantiles.ts';
import { defineUniform, defineUniforms } from '../../src/kernel/library/uniform.ts';
import { Allocator } from '../../src/kernel/model/allocator.ts';
import { Image } from '../../src/kernel/model/image.ts';
import { compileModule, instantiateModule, type WasmMemory } from '../../src/kernel/wasm/engine.ts';
import { emitModule } from '../../src/kernel/wasm/module.ts';
import { EXP_TABLE, type Key, type QuantileMap } from '../../src/random/index.ts';

export interface LibraryProgram {
  readonly program: Program;
  readonly image: Uint8Array;
  readonly keyAddress: number;
  readonly fourAddress: number;
}

/** All helpers, and `quantile_0`, `quantile_1`, … of the maps given. */
export function libraryProgram(maps: readonly QuantileMap[]): LibraryProgram {
  const program = new ProgramBuilder();
  const allocator = new Allocator();
  const image = new Image();
  const keyAddress = allocator.i32(2);
  const expTable = allocator.f64(EXP_TABLE.length);
  image.f64(expTable, EXP_TABLE);
  const exp = defineExp(program, expTable);
  const expOfTwo = defineExpOfTwo(program, expTable, exp);
  const log = defineLog(program);
  const power = definePower(program, exp, log);
  const normalQuantile = defineNormalQuantile(program, log);
  defineNormalCdf(program, exp);
  defineUniform(program, keyAddress);
  const fourAddress = allocator.f64(FOUR_BYTES / 8);
  defineFour(program, fourAddress, [
    defineUniforms(program, keyAddress),
    defineExponentials(program, keyAddress),
    defineNormals(program, keyAddress, normalQuantile.tail),
  ]);
  const helpers = { exp, log, power, normalQuantile: normalQuantile.one, table: defineTable(program) };
  program.define(program.declare('exp_both', [], null, true), (code) => {
    code.store('v128', fourAddress, call(expOfTwo, load('v128', fourAddress)));
  });
  maps.forEach((map, index) => {
    let tableAddress = 0;
    if (map.kind === 'table') {
      const numbers = tableImage(map);
      tableAddress = allocator.f64(numbers.length);
      image.f64(tableAddress, numbers);
    }
    const func = program.declare(`quantile_${index}`, ['f64'], 'f64', true);
    program.define(func, (code, u) => {
      if (u !== undefined) code.return(emitQuantile(code, helpers, map, { u, tableAddress }));
    });
  });
  return { program: program.program(allocator.align(16)), image: image.bytes(), keyAddress, fourAddress };
}

/** Four sites, four n, four results. */
const FOUR_BYTES = 64;

/** `four_0(run)`, `four_1(run)`, …: what draws four at a time, fed from memory and answering there. */
function defineFour(program: ProgramBuilder, address: number, drawing: readonly Func[]): void {
  drawing.forEach((draw, index) => {
    const func = program.declare(`four_${index}`, ['i32'], null, true);
    program.define(func, (code, run) => {
      if (run === undefined) return;
      code.call(draw, load('v128', address), run, load('v128', address + 16), i32(address + 32));
    });
  });
}

export interface Library {
  readonly exp: (x: number) => number;
  /** Of two numbers side by side. */
  readonly expBoth: (x: number, y: number) => readonly [number, number];
  readonly log: (x: number) => number;
  readonly power: (x: number, y: number) => number;
  readonly normalQuantile: (u: number) => number;
  readonly normalCdf: (z: number) => number;
  readonly uniform: (key: Key, site: number, run: number, n: number) => number;
  /** Uniforms, −ln(1 − u) and normals at four sites and n. */
  readonly four: readonly ((
    key: Key,
    sites: readonly number[],
    run: number,
    ns: readonly number[],
  ) => readonly number[])[];
  readonly quantiles: readonly ((u: number) => number)[];
}

export function libraryOf(maps: readonly QuantileMap[]): Library {
  const { program, image, keyAddress, fourAddress } = libraryProgram(maps);
  const { bytes, pool } = emitModule(program);
  const { exports } = instantiateModule(compileModule(bytes));
  const memory = (exports.memory as WasmMemory).buffer;
  new Uint8Array(memory).set(image);
  const words = new DataView(memory);
  pool.forEach((value, k) => {
    words.setFloat64(program.memoryBytes + 8 * k, value, true);
  });
  const unary = (name: string) => exports[name] as (x: number) => number;
  const uniform = exports.uniform as (site: number, run: number, n: number) => number;
  return {
    exp: unary('exp'),
    expBoth: (x, y) => {
      words.setFloat64(fourAddress, x, true);
      words.setFloat64(fourAddress + 8, y, true);
      (exports.exp_both as () => void)();
      return [words.getFloat64(fourAddress, true), words.getFloat64(fourAddress + 8, true)];
    },
    log: unary('log'),
    power: exports.power as Library['power'],
    normalQuantile: unary('normal_quantile'),
    normalCdf: unary('normal_cdf'),
    uniform: (key, site, run, n) => {
      words.setInt32(keyAddress, key.key0, true);
      words.setInt32(keyAddress + 4, key.key1, true);
      return uniform(site, run, n);
    },
    four: [0, 1, 2].map((index) => (key, sites, run, ns) => {
      words.setInt32(keyAddress, key.key0, true);
      words.setInt32(keyAddress + 4, key.key1, true);
      [...sites, ...ns].forEach((word, k) => {
        words.setInt32(fourAddress + 4 * k, word, true);
      });
      (exports[`four_${index}`] as (run: number) => void)(run);
      return [0, 1, 2, 3].map((k) => words.getFloat64(fourAddress + 32 + 8 * k, true));
    }),
    quantiles: maps.map((_, index) => unary(`quantile_${index}`)),
  };
}
