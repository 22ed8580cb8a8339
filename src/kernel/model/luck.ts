/**
 * Draws that a run makes again. With the same key run r has the same luck at every point, so the draws of the first runs
 * are kept when a point moves: what was drawn at an address is looked up there. A draw that is not found is made, so that
 * nothing but the time depends on what is kept.
 */
import type { Code, ProgramBuilder } from '../ir/builder.ts';
import { add, and, binary, eq, f64, get, i32, load, lt, mul, not, or, pick } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import type { Layout, LuckLayout } from './layout.ts';
import { BLOCK_HEAD, GROUP_BYTES, KEPT_EXPONENTIALS, KEPT_NORMALS, LOOKS, TAGS_FROM } from './luck-block.ts';

/** A tag is a caller's number and what it counts, in 11 and 20 bits; 0 stands for none. */
const CALLERS = 2047;
const COUNT_BITS = 20;
const LANE_BITS = 5;

const shift = (value: Expr, bits: number): Expr => binary('i32.shl', value, i32(bits));

const copyGroup = (code: Code, from: Expr, fromOffset: number, to: Expr, toOffset: number): void => {
  for (const half of [0, 16]) code.store('v128', toOffset + half, load('v128', fromOffset + half, from), to);
};

interface LuckParts {
  readonly program: ProgramBuilder;
  readonly layout: Pick<Layout, 'now' | 'luck' | 'uniforms'>;
  /** What draws four exponentials. */
  readonly exponentials: Func;
}

export class Luck {
  private readonly parts: LuckParts;
  private readonly exponentials: Func;
  private callers = 0;

  constructor(parts: LuckParts) {
    this.parts = parts;
    this.exponentials = this.defineExponentials();
  }

  private get at(): LuckLayout {
    return this.parts.layout.luck;
  }

  /** Writes the choice of a run's block, of the scratch block where none is kept for it. */
  choose(code: Code, run: Expr): void {
    const { now } = this.parts.layout;
    const { kept, from, block, scratch } = this.at;
    const isKept = lt(run, load('i32', kept));
    const own = code.keep(add(load('i32', from), mul(run, i32(block.bytes))));
    code.store('i32', now.luckBlock, pick(code.keep(isKept), own, i32(scratch)));
  }

  /** Writes that the chosen block holds its run's draws; the scratch block never does. */
  keep(code: Code): void {
    const block = code.keep(load('i32', this.parts.layout.now.luckBlock));
    const isScratch = eq(block, i32(this.at.scratch));
    code.store('i32', BLOCK_HEAD.known, pick(code.keep(isScratch), i32(0), i32(1)), block);
    code.store('i32', this.parts.layout.now.luckBlock, i32(this.at.scratch));
  }

  /** Writes the beginning of a run. */
  begin(code: Code): void {
    const { now } = this.parts.layout;
    const block = code.keep(load('i32', now.luckBlock));
    const known = code.keep(load('i32', BLOCK_HEAD.known, block));
    code.store('i32', now.luckKnown, known);
    code.store('i32', now.luckNext, i32(0));
    code.if(not(known), () => code.store('i32', BLOCK_HEAD.normals, i32(0), block));
  }

  /** A number for what draws, so that its draws are told from others'; null: there are too many. */
  caller(): number | null {
    this.callers += 1;
    return this.callers <= CALLERS ? this.callers : null;
  }

  /** Writes four exponentials at sites that the caller always has, at one n. */
  exponentialsAt(code: Code, caller: number | null, draw: FourDraws & { readonly n: Expr }): void {
    const { n } = draw;
    const isSmall = and(binary('i32.ge_s', n, i32(0)), lt(n, i32(2 ** COUNT_BITS)));
    const tag = pick(isSmall, code.keep(add(i32((caller ?? 0) * 2 ** COUNT_BITS), n)), i32(0));
    this.draw(code, caller, draw, tag);
  }

  /** The same at an n a lane. */
  exponentialsOf(
    code: Code,
    caller: number | null,
    draw: FourDraws & { readonly lanes: readonly Expr[] },
  ): void {
    const counts = draw.lanes.map((n) => code.keep(n));
    const together = counts.reduce(or);
    const isSmall = lt(code.keep(together), i32(2 ** LANE_BITS));
    const packed = counts.map((n, lane) => shift(n, LANE_BITS * lane)).reduce(or);
    const tag = pick(isSmall, code.keep(add(i32((caller ?? 0) * 2 ** COUNT_BITS), packed)), i32(0));
    this.draw(code, caller, draw, tag);
  }

  private draw(code: Code, caller: number | null, { sites, ns, to }: FourDraws, tag: Expr): void {
    code.call(this.exponentials, caller === null ? i32(0) : tag, sites, ns, i32(to));
  }

  /** `luck_exponentials(tag, sites, ns, to)`. */
  private defineExponentials(): Func {
    const { program, layout, exponentials } = this.parts;
    const { now } = layout;
    const { values } = this.at.block;
    const func = program.declare('luck_exponentials', ['i32', 'v128', 'v128', 'i32'], null);
    return program.define(func, (code, tag, sites, ns, to) => {
      const block = code.keep(load('i32', now.luckBlock));
      const known = code.keep(load('i32', now.luckKnown));
      const next = code.keep(load('i32', now.luckNext));
      const tagAt = code.keep(add(block, shift(next, 2)));
      const groupAt = code.keep(add(block, binary('i32.mul', next, i32(GROUP_BYTES))));
      code.if(and(known, binary('i32.ne', tag as Expr, i32(0))), () => {
        for (let look = 0; look < LOOKS; look += 1) {
          code.if(eq(load('i32', TAGS_FROM + 4 * look, tagAt), tag as Expr), () => {
            copyGroup(code, groupAt, values + GROUP_BYTES * look, to as Expr, 0);
            code.store('i32', now.luckNext, add(next, i32(look + 1)));
            code.return();
          });
        }
      });
      code.call(exponentials, sites as Expr, load('i32', now.luck), ns as Expr, to as Expr);
      code.if(and(not(known), lt(next, i32(KEPT_EXPONENTIALS))), () => {
        code.store('i32', TAGS_FROM, tag as Expr, tagAt);
        copyGroup(code, to as Expr, 0, groupAt, values);
        code.store('i32', now.luckNext, add(next, i32(1)));
      });
    });
  }

  /** Writes the normals of the four steps from k on, of so many noisy variables, from `address` on: found, or by `draw`. */
  normals(
    code: Code,
    k: Expr,
    at: { readonly address: number; readonly noisy: number; readonly draw: Func },
  ): void {
    const { now } = this.parts.layout;
    const { normals } = this.at.block;
    const block = code.keep(load('i32', now.luckBlock));
    const group = code.keep(binary('i32.shr_s', k, i32(2)));
    const held = code.keep(load('i32', BLOCK_HEAD.normals, block));
    const place = code.keep(add(block, mul(group, i32(GROUP_BYTES * at.noisy))));
    const copy = (write: (offset: number) => void): void => {
      for (let one = 0; one < at.noisy; one += 1) write(GROUP_BYTES * one);
    };
    code.if(
      and(load('i32', now.luckKnown), lt(group, held)),
      () => copy((offset) => copyGroup(code, place, normals + offset, i32(at.address), offset)),
      () => {
        code.call(at.draw, k);
        const isNext = and(eq(group, held), lt(group, i32(KEPT_NORMALS)));
        code.if(and(not(load('i32', now.luckKnown)), isNext), () => {
          copy((offset) => copyGroup(code, i32(at.address), offset, place, normals + offset));
          code.store('i32', BLOCK_HEAD.normals, add(group, i32(1)), block);
        });
      },
    );
  }

  /**
   * Writes a parameter's value into a local and yields it: the one found, or `drawn`, which is kept. It must not depend on
   * the point.
   */
  parameter(code: Code, place: number, drawn: () => Expr): Expr {
    const { now } = this.parts.layout;
    const offset = this.at.block.parameters + 8 * place;
    const block = code.keep(load('i32', now.luckBlock));
    const value = code.local('f64');
    code.set(value, f64(0));
    code.if(
      load('i32', now.luckKnown),
      () => code.set(value, load('f64', offset, block)),
      () => {
        code.set(value, drawn());
        code.store('f64', offset, get(value), block);
      },
    );
    return get(value);
  }

  /** Writes `write` where the run's uniforms are not known, and where they are copies them from the block. */
  uniforms(code: Code, places: readonly number[], write: () => void): void {
    const { layout } = this.parts;
    const block = code.keep(load('i32', layout.now.luckBlock));
    const { parameters } = this.at.block;
    code.if(
      load('i32', layout.now.luckKnown),
      () => {
        for (const place of places)
          code.store('f64', layout.uniforms + 8 * place, load('f64', parameters + 8 * place, block));
      },
      () => {
        write();
        for (const place of places)
          code.store('f64', parameters + 8 * place, load('f64', layout.uniforms + 8 * place), block);
      },
    );
  }
}

interface FourDraws {
  readonly sites: Expr;
  readonly ns: Expr;
  /** Address of four floats. */
  readonly to: number;
}
