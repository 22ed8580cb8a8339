/** One function's statements and expressions as WebAssembly instructions. */
import { LANES } from '../ir/lanes.ts';
import { BINARY, type Operation, UNARY } from '../ir/operations.ts';
import type { Expr, Func, Stmt, Type } from '../ir/types.ts';
import type { Bytes } from './bytes.ts';
import type { ConstantPool } from './pool.ts';

const OP = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  drop: 0x1a,
  select: 0x1b,
  get: 0x20,
  set: 0x21,
  load: { i32: [0x28], f64: [0x2b], v128: [0xfd, 0x00] },
  store: { i32: [0x36], f64: [0x39], v128: [0xfd, 0x0b] },
  f64Load: 0x2b,
  load64Splat: [0xfd, 0x0a],
  splat: [0xfd, 0x14],
  i32Const: 0x41,
  f64Const: 0x44,
  eqz: 0x45,
} as const;
const NO_RESULT = 0x40;
const MEMORY_FILL = [0xfc, 0x0b, 0x00];

const TYPE_BYTE = { f64: 0x7c, i32: 0x7f, v128: 0x7b } as const;

export const typeByte = (type: Type): number => TYPE_BYTE[type];

/** Locals are declared in runs of one type. */
export function emitFunction(func: Func, out: Bytes, pool: ConstantPool): void {
  const runs: { type: Type; count: number }[] = [];
  for (const type of func.locals) {
    const last = runs.at(-1);
    if (last?.type === type) last.count += 1;
    else runs.push({ type, count: 1 });
  }
  out.unsigned(runs.length);
  for (const run of runs) {
    out.unsigned(run.count);
    out.byte(typeByte(run.type));
  }
  emitBlock(func.body, out, pool);
  // A function with a result returns in every branch; the validator wants a value where control cannot come.
  if (func.result !== null) out.byte(0x00);
  out.byte(OP.end);
}

function emitBlock(body: readonly Stmt[], out: Bytes, pool: ConstantPool): void {
  for (const statement of body) emitStatement(statement, out, pool);
}

function emitStatement(s: Stmt, out: Bytes, pool: ConstantPool): void {
  switch (s.op) {
    case 'set':
      emitExpression(s.value, out, pool);
      out.byte(OP.set);
      out.unsigned(s.local.index);
      return;
    case 'store':
      emitAddress(s.address, out, pool);
      emitExpression(s.value, out, pool);
      out.all(OP.store[s.type]);
      emitPlace(s.type, s.offset, out);
      return;
    case 'if':
      emitExpression(s.condition, out, pool);
      out.byte(OP.if);
      out.byte(NO_RESULT);
      emitBlock(s.yes, out, pool);
      if (s.no.length > 0) {
        out.byte(OP.else);
        emitBlock(s.no, out, pool);
      }
      out.byte(OP.end);
      return;
    case 'switch':
      emitSwitch(s, out, pool);
      return;
    case 'while':
      out.byte(OP.block);
      out.byte(NO_RESULT);
      out.byte(OP.loop);
      out.byte(NO_RESULT);
      emitExpression(s.condition, out, pool);
      out.byte(OP.eqz);
      out.byte(OP.brIf);
      out.unsigned(1);
      emitBlock(s.body, out, pool);
      out.byte(OP.br);
      out.unsigned(0);
      out.byte(OP.end);
      out.byte(OP.end);
      return;
    case 'call':
      for (const argument of s.args) emitExpression(argument, out, pool);
      out.byte(OP.call);
      out.unsigned(s.func.index);
      if (s.func.result !== null) out.byte(OP.drop);
      return;
    case 'fill':
      for (const value of [s.offset, s.byte, s.bytes]) {
        out.byte(OP.i32Const);
        out.signed(value);
      }
      out.all(MEMORY_FILL);
      return;
    case 'return':
      if (s.value !== null) emitExpression(s.value, out, pool);
      out.byte(OP.return);
      return;
    default:
      s satisfies never;
  }
}

/** Nested blocks, the innermost with the jump table; case k begins where block k ends, and `otherwise` comes last. */
function emitSwitch(s: Extract<Stmt, { op: 'switch' }>, out: Bytes, pool: ConstantPool): void {
  const n = s.cases.length;
  for (let k = 0; k < n + 2; k += 1) {
    out.byte(OP.block);
    out.byte(NO_RESULT);
  }
  emitExpression(s.on, out, pool);
  out.byte(OP.brTable);
  out.unsigned(s.labels.length);
  for (const label of s.labels) out.unsigned(label < 0 ? n : label);
  out.unsigned(n);
  s.cases.forEach((body, k) => {
    out.byte(OP.end);
    emitBlock(body, out, pool);
    out.byte(OP.br);
    out.unsigned(n - k);
  });
  out.byte(OP.end);
  emitBlock(s.otherwise, out, pool);
  out.byte(OP.end);
}

function emitExpression(e: Expr, out: Bytes, pool: ConstantPool): void {
  switch (e.op) {
    case 'const':
      emitConstant(e, out, pool);
      return;
    case 'get':
      out.byte(OP.get);
      out.unsigned(e.local.index);
      return;
    case 'load':
      emitAddress(e.address, out, pool);
      out.all(OP.load[e.type]);
      emitPlace(e.type, e.offset, out);
      return;
    case 'unary':
      emitExpression(e.a, out, pool);
      out.all(UNARY[e.name].bytes);
      return;
    case 'binary': {
      const operation: Operation = BINARY[e.name];
      const emit = operation.inLanes === true ? emitLanes : emitExpression;
      emit(e.a, out, pool);
      emit(e.b, out, pool);
      out.all(operation.bytes);
      return;
    }
    case 'lanes':
      if (e.name === 'f64x2.splat') emitLanes(e.args[0] as Expr, out, pool);
      else if (isPooledSplat(e)) emitLanes(twice(e.args[0] as Expr), out, pool);
      else if (e.name === 'i32x4.of') emitFourWords(e.args, out, pool);
      else {
        for (const argument of e.args) emitExpression(argument, out, pool);
        out.all(LANES[e.name].bytes);
      }
      return;
    case 'pick':
      emitPick(e, out, pool);
      return;
    case 'call':
      for (const argument of e.args) emitExpression(argument, out, pool);
      out.byte(OP.call);
      out.unsigned(e.func.index);
      return;
    default:
      e satisfies never;
  }
}

/** V8 builds a float constant in two instructions; one in memory at a fixed place is an operand of the operation itself. */
function emitConstant(e: Extract<Expr, { op: 'const' }>, out: Bytes, pool: ConstantPool): void {
  if (e.type === 'i32') {
    out.byte(OP.i32Const);
    out.signed(e.value);
    return;
  }
  if (Object.is(e.value, 0)) {
    out.byte(OP.f64Const);
    out.float64(0);
    return;
  }
  emitAddress(null, out, pool);
  out.byte(OP.f64Load);
  emitPlace('f64', pool.address(e.value), out);
}

/** A float in both lanes of a vector; from memory in one instruction. */
function emitLanes(e: Expr, out: Bytes, pool: ConstantPool): void {
  if (e.op === 'load') {
    emitAddress(e.address, out, pool);
    out.all(OP.load64Splat);
    emitPlace('f64', e.offset, out);
  } else if (e.op === 'const' && !Object.is(e.value, 0)) {
    emitAddress(null, out, pool);
    out.all(OP.load64Splat);
    emitPlace('f64', pool.address(e.value), out);
  } else {
    emitExpression(e, out, pool);
    out.all(OP.splat);
  }
}

const REPLACE_LANE = [0xfd, 0x1c];

function emitFourWords([first, ...others]: readonly Expr[], out: Bytes, pool: ConstantPool): void {
  emitExpression(first as Expr, out, pool);
  out.all(LANES['i32x4.of'].bytes);
  others.forEach((word, k) => {
    emitExpression(word, out, pool);
    out.all([...REPLACE_LANE, k + 1]);
  });
}

const words = new DataView(new ArrayBuffer(8));

/** The float that is a constant i32 twice. */
function twice(e: Expr): Extract<Expr, { op: 'const' }> {
  const value = e.op === 'const' ? e.value : 0;
  words.setInt32(0, value);
  words.setInt32(4, value);
  return { op: 'const', type: 'f64', value: words.getFloat64(0) };
}

/** A constant in all four lanes comes from memory too, unless its float is 0 or not a number. */
function isPooledSplat({ name, args: [first] }: Extract<Expr, { op: 'lanes' }>): boolean {
  return name === 'i32x4.splat' && first?.op === 'const' && Math.abs(twice(first).value) > 0;
}

const isCheap = (e: Expr): boolean =>
  e.op === 'const' || e.op === 'get' || (e.op === 'load' && e.address === null);

function emitPick(e: Extract<Expr, { op: 'pick' }>, out: Bytes, pool: ConstantPool): void {
  if (isCheap(e.a) && isCheap(e.b)) {
    emitExpression(e.a, out, pool);
    emitExpression(e.b, out, pool);
    emitExpression(e.condition, out, pool);
    out.byte(OP.select);
    return;
  }
  emitExpression(e.condition, out, pool);
  out.byte(OP.if);
  out.byte(typeByte(e.type));
  emitExpression(e.a, out, pool);
  out.byte(OP.else);
  emitExpression(e.b, out, pool);
  out.byte(OP.end);
}

function emitAddress(address: Expr | null, out: Bytes, pool: ConstantPool): void {
  if (address !== null) {
    emitExpression(address, out, pool);
    return;
  }
  out.byte(OP.i32Const);
  out.byte(0);
}

/** Alignment (as a power of two) and offset of a memory access. */
function emitPlace(type: Type, offset: number, out: Bytes): void {
  out.byte(type === 'i32' ? 2 : 3);
  out.unsigned(offset);
}
