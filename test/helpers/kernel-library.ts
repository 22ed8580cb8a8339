/** The kernel's helper functions as a WebAssembly module of their own, to be held against those of `random/`. */
import { ProgramBuilder } from '../../src/kernel/ir/builder.ts';
import type { Program } from '../../src/kernel/ir/types.ts';
import { defineExp } from '../../src/kernel/library/exponential.ts';
import { defineLog, definePower } from '../../src/kernel/library/logarithm.ts';
import { defineNormalCdf, defineNormalQuantile } from '../../src/kernel/library/normal.ts';
import { defineTable, emitQuantile, tableImage } from '../../src/kernel/library/quantiles.ts';
import { defineUniform } from '../../src/kernel/library/uniform.ts';
import { Allocator } from '../../src/kernel/model/allocator.ts';
import { Image } from '../../src/kernel/model/image.ts';
import { compileModule, instantiateModule, type WasmMemory } from '../../src/kernel/wasm/engine.ts';
import { emitModule } from '../../src/kernel/wasm/module.ts';
import { EXP_TABLE, type Key, type QuantileMap } from '../../src/random/index.ts';

export interface LibraryProgram {
  readonly program: Program;
  readonly image: Uint8Array;
  readonly keyAddress: number;
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
  const log = defineLog(program);
  const power = definePower(program, exp, log);
  const normalQuantile = defineNormalQuantile(program, log);
  defineNormalCdf(program, exp);
  defineUniform(program, keyAddress);
  const helpers = { exp, log, power, normalQuantile, table: defineTable(program) };
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
  return { program: program.program(allocator.align(16)), image: image.bytes(), keyAddress };
}

export interface Library {
  readonly exp: (x: number) => number;
  readonly log: (x: number) => number;
  readonly power: (x: number, y: number) => number;
  readonly normalQuantile: (u: number) => number;
  readonly normalCdf: (z: number) => number;
  readonly uniform: (key: Key, site: number, run: number, n: number) => number;
  readonly quantiles: readonly ((u: number) => number)[];
}

export function libraryOf(maps: readonly QuantileMap[]): Library {
  const { program, image, keyAddress } = libraryProgram(maps);
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
    log: unary('log'),
    power: exports.power as Library['power'],
    normalQuantile: unary('normal_quantile'),
    normalCdf: unary('normal_cdf'),
    uniform: (key, site, run, n) => {
      words.setInt32(keyAddress, key.key0, true);
      words.setInt32(keyAddress + 4, key.key1, true);
      return uniform(site, run, n);
    },
    quantiles: maps.map((_, index) => unary(`quantile_${index}`)),
  };
}
