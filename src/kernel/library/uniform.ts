/** Addressed uniforms in the IR: Threefry-2x32 with 20 rounds, after `random/threefry.ts`. */
import { THREEFRY_PARITY, THREEFRY_ROTATIONS, THREEFRY_ROUNDS, UNIFORM_SCALE } from '../../random/index.ts';
import type { Code, ProgramBuilder } from '../ir/builder.ts';
import { add, binary, f64, get, i32, load, mul, unary } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';

const xor = (a: Expr, b: Expr): Expr => binary('i32.xor', a, b);
const TWO_26 = 67108864;

/**
 * Declares `uniform(site, run, n)`. `keyAddress` holds the key's two words, the second already xored with the future.
 */
export function defineUniform(program: ProgramBuilder, keyAddress: number): Func {
  const uniform = program.declare('uniform', ['i32', 'i32', 'i32'], 'f64', true);
  return program.define(uniform, (code, site, run, n) => {
    const key0 = code.keep(xor(load('i32', keyAddress), site as Expr));
    const key1 = code.keep(load('i32', keyAddress + 4));
    const key2 = code.keep(xor(xor(key0, key1), i32(THREEFRY_PARITY)));
    const key = [key0, key1, key2] as const;
    const a = code.local('i32');
    const b = code.local('i32');
    code.set(a, add(run as Expr, key[0]));
    code.set(b, add(n as Expr, key[1]));
    for (let round = 0; round < THREEFRY_ROUNDS; round += 1) {
      code.set(a, add(get(a), get(b)));
      const turned = binary('i32.rotl', get(b), i32(THREEFRY_ROTATIONS[round % 8] as number));
      code.set(b, xor(turned, get(a)));
      if (round % 4 === 3) injectKey(code, { a, b }, key, (round + 1) / 4);
    }
    const high = unary('f64.from_u32', binary('i32.shr_u', get(a), i32(6)));
    const low = unary('f64.from_u32', binary('i32.shr_u', get(b), i32(6)));
    code.return(mul(add(add(mul(high, f64(TWO_26)), low), f64(0.5)), f64(UNIFORM_SCALE)));
  });
}

type Pair = { readonly a: ReturnType<Code['local']>; readonly b: ReturnType<Code['local']> };

function injectKey(code: Code, { a, b }: Pair, key: readonly [Expr, Expr, Expr], count: number): void {
  code.set(a, add(get(a), key[count % 3] as Expr));
  code.set(b, add(add(get(b), key[(count + 1) % 3] as Expr), i32(count)));
}
