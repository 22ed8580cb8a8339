/** Addressed uniforms in the IR: Threefry-2x32 with 20 rounds, after `random/threefry.ts`; one at a time and four at a time. */
import { THREEFRY_PARITY, THREEFRY_ROTATIONS, THREEFRY_ROUNDS, UNIFORM_SCALE } from '../../random/index.ts';
import type { Code, ProgramBuilder } from '../ir/builder.ts';
import { add, binary, f64, get, i32, lanes, load, mul, unary } from '../ir/expressions.ts';
import type { Expr, Func, Local, Type } from '../ir/types.ts';

const TWO_26 = 67108864;

/** What the rounds are made of: whole numbers one by one, or in lanes. */
interface Words {
  readonly type: Type;
  readonly of: (word: Expr) => Expr;
  readonly add: (a: Expr, b: Expr) => Expr;
  readonly xor: (a: Expr, b: Expr) => Expr;
  readonly rotate: (a: Expr, bits: number) => Expr;
  readonly shiftDown: (a: Expr, bits: number) => Expr;
}

const SINGLE: Words = {
  type: 'i32',
  of: (word) => word,
  add,
  xor: (a, b) => binary('i32.xor', a, b),
  rotate: (a, bits) => binary('i32.rotl', a, i32(bits)),
  shiftDown: (a, bits) => binary('i32.shr_u', a, i32(bits)),
};

const FOUR: Words = {
  type: 'v128',
  of: (word) => lanes('i32x4.splat', word),
  add: (a, b) => lanes('i32x4.add', a, b),
  xor: (a, b) => lanes('v128.xor', a, b),
  rotate: (a, bits) =>
    lanes('v128.or', lanes('i32x4.shl', a, i32(bits)), lanes('i32x4.shr_u', a, i32(32 - bits))),
  shiftDown: (a, bits) => lanes('i32x4.shr_u', a, i32(bits)),
};

interface Address {
  readonly site: Expr;
  readonly run: Expr;
  readonly n: Expr;
}

/** Writes the rounds; yields the upper 26 bits of both words. `keyAddress` holds the key, its second word xored with the future. */
function threefry(code: Code, words: Words, keyAddress: number, at: Address): readonly [Expr, Expr] {
  const key0 = code.keep(words.xor(words.of(load('i32', keyAddress)), at.site));
  const key1 = code.keep(words.of(load('i32', keyAddress + 4)));
  const key2 = code.keep(words.xor(words.xor(key0, key1), words.of(i32(THREEFRY_PARITY))));
  const key = [key0, key1, key2] as const;
  const a = code.local(words.type);
  const b = code.local(words.type);
  code.set(a, words.add(words.of(at.run), key0));
  code.set(b, words.add(at.n, key1));
  for (let round = 0; round < THREEFRY_ROUNDS; round += 1) {
    code.set(a, words.add(get(a), get(b)));
    code.set(b, words.xor(words.rotate(get(b), THREEFRY_ROTATIONS[round % 8] as number), get(a)));
    if (round % 4 === 3) injectKey(code, words, { a, b }, key, (round + 1) / 4);
  }
  return [words.shiftDown(get(a), 6), words.shiftDown(get(b), 6)];
}

function injectKey(
  code: Code,
  words: Words,
  { a, b }: { readonly a: Local; readonly b: Local },
  key: readonly [Expr, Expr, Expr],
  count: number,
): void {
  code.set(a, words.add(get(a), key[count % 3] as Expr));
  code.set(b, words.add(get(b), words.add(key[(count + 1) % 3] as Expr, words.of(i32(count)))));
}

/** Declares `uniform(site, run, n)`. */
export function defineUniform(program: ProgramBuilder, keyAddress: number): Func {
  const uniform = program.declare('uniform', ['i32', 'i32', 'i32'], 'f64', true);
  return program.define(uniform, (code, site, run, n) => {
    const at = { site: site as Expr, run: run as Expr, n: n as Expr };
    const [a, b] = threefry(code, SINGLE, keyAddress, at);
    const [high, low] = [unary('f64.from_u32', a), unary('f64.from_u32', b)];
    code.return(mul(add(add(mul(high, f64(TWO_26)), low), f64(0.5)), f64(UNIFORM_SCALE)));
  });
}

/** Writes four uniforms, their sites and n in lanes; yields the first two and the others. */
export function fourUniforms(code: Code, keyAddress: number, at: Address): readonly [Expr, Expr] {
  const [a, b] = threefry(code, FOUR, keyAddress, at).map((word) => code.keep(word)) as [Expr, Expr];
  const pair = (high: Expr, low: Expr): Expr => {
    const scaled = lanes('f64x2.mul', lanes('f64x2.from_i32', high), lanes('f64x2.splat', f64(TWO_26)));
    const sum = lanes('f64x2.add', scaled, lanes('f64x2.from_i32', low));
    const centred = lanes('f64x2.add', sum, lanes('f64x2.splat', f64(0.5)));
    return code.keep(lanes('f64x2.mul', centred, lanes('f64x2.splat', f64(UNIFORM_SCALE))));
  };
  return [pair(a, b), pair(lanes('v128.upper', a, a), lanes('v128.upper', b, b))];
}

/** Declares `uniforms(sites, run, n, to)`: four uniforms, stored from `to` on. */
export function defineUniforms(program: ProgramBuilder, keyAddress: number): Func {
  const uniforms = program.declare('uniforms', ['v128', 'i32', 'v128', 'i32'], null);
  return program.define(uniforms, (code, site, run, n, to) => {
    const at = { site: site as Expr, run: run as Expr, n: n as Expr };
    fourUniforms(code, keyAddress, at).forEach((two, k) => {
      code.store('v128', 16 * k, two, to as Expr);
    });
  });
}
