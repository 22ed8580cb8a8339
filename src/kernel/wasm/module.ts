/** A program as a WebAssembly module (https://webassembly.github.io/spec/core/binary/modules.html). */
import type { Func, Program } from '../ir/types.ts';
import { Bytes } from './bytes.ts';
import { emitFunction, typeByte } from './code.ts';
import { ConstantPool } from './pool.ts';

export const PAGE_BYTES = 65536;

const SECTION = { type: 1, function: 3, memory: 5, export: 7, code: 10 } as const;

/** No locals; not to be reached; the end. */
const NOTHING = [0x00, 0x00, 0x0b];

export interface EmittedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Floats that the code reads from the end of the program's memory on. */
  readonly pool: readonly number[];
  /** Address of memory that the program does not use, so many bytes as were asked for. */
  readonly end: number;
}

/** The module. It imports nothing and exports `memory` and the functions marked so. */
export function emitModule(program: Program, spareBytes = 0): EmittedModule {
  const pool = new ConstantPool(program.memoryBytes);
  const bodies = program.functions.map((func) => {
    const body = new Bytes();
    // What was written out wherever it is used keeps its number alone.
    if (func.isCalled || func.exported) emitFunction(func, body, pool);
    else body.all(NOTHING);
    return body;
  });
  const end = 16 * Math.ceil((program.memoryBytes + 8 * pool.values.length) / 16);
  const out = new Bytes();
  out.all([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
  const types = new SignatureTable();
  const signatures = program.functions.map((func) => types.indexOf(func));
  section(out, SECTION.type, (part) => types.write(part));
  section(out, SECTION.function, (part) => {
    part.unsigned(signatures.length);
    for (const signature of signatures) part.unsigned(signature);
  });
  section(out, SECTION.memory, (part) => {
    const pages = Math.ceil((end + spareBytes) / PAGE_BYTES);
    // A memory that cannot grow keeps its place, and the engine need not look for it after a call.
    part.unsigned(1);
    part.byte(0x01);
    part.unsigned(pages);
    part.unsigned(pages);
  });
  section(out, SECTION.export, (part) => writeExports(program, part));
  section(out, SECTION.code, (part) => {
    part.unsigned(bodies.length);
    for (const body of bodies) part.sized(body);
  });
  return { bytes: out.copy(), pool: pool.values, end };
}

function section(out: Bytes, id: number, write: (part: Bytes) => void): void {
  const part = new Bytes();
  write(part);
  out.byte(id);
  out.sized(part);
}

function writeExports(program: Program, part: Bytes): void {
  const exported = program.functions.filter((func) => func.exported);
  part.unsigned(exported.length + 1);
  part.text('memory');
  part.byte(0x02);
  part.unsigned(0);
  for (const func of exported) {
    part.text(func.name);
    part.byte(0x00);
    part.unsigned(func.index);
  }
}

/** Function types, each once. */
class SignatureTable {
  private readonly known = new Map<string, number>();
  private readonly bytes = new Bytes();

  indexOf(func: Func): number {
    const key = `${func.params.join()}>${func.result}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const index = this.known.size;
    this.known.set(key, index);
    this.bytes.byte(0x60);
    this.bytes.unsigned(func.params.length);
    for (const type of func.params) this.bytes.byte(typeByte(type));
    this.bytes.unsigned(func.result === null ? 0 : 1);
    if (func.result !== null) this.bytes.byte(typeByte(func.result));
    return index;
  }

  write(out: Bytes): void {
    out.unsigned(this.known.size);
    out.all(this.bytes.view());
  }
}
