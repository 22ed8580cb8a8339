/**
 * Operations on vectors of 16 bytes: four i32, two i64 or two floats side by side. Each lane is computed as a scalar would
 * be, bit for bit. A vector has one type whatever its lanes hold, as in WebAssembly.
 */
import type { Type } from './operations.ts';

export interface LaneOperation {
  readonly type: Type;
  readonly bytes: readonly number[];
  /** The C text; `a`, `b`, `c`, `d` stand for the operands. */
  readonly c: string;
}

const vector = (code: readonly number[], c: string, type: Type = 'v128'): LaneOperation => ({
  type,
  bytes: [0xfd, ...code],
  c,
});

const inFloats = (code: number, c: string): LaneOperation =>
  vector([code, 0x01], `(vector)(${c.replace(/\b[ab]\b/g, '(f64x2)$&')})`);

/** Bytes 8 to 15 twice. */
const UPPER_HALF_TWICE = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];

export const LANES = {
  'i32x4.splat': vector([0x11], '((vector){} + (uint32_t)a)'),
  /** Of four words. */
  'i32x4.of': vector([0x11], '((vector){a, b, c, d})'),
  'i32x4.add': vector([0xae, 0x01], '(a + b)'),
  /** The count of bits is a constant i32. */
  'i32x4.shl': vector([0xab, 0x01], '(a << b)'),
  'i32x4.shr_u': vector([0xad, 0x01], '(a >> b)'),
  'i32x4.lane_0': vector([0x1b, 0], '((int32_t)(a)[0])', 'i32'),
  'i32x4.lane_2': vector([0x1b, 2], '((int32_t)(a)[2])', 'i32'),
  'v128.and': vector([0x4e], '(a & b)'),
  'v128.or': vector([0x50], '(a | b)'),
  'v128.xor': vector([0x51], '(a ^ b)'),
  /** The upper half of `a` in both halves; `b` must be `a`. */
  'v128.upper': vector([0x0d, ...UPPER_HALF_TWICE], 'upper(a)'),
  'i64x2.add': vector([0xce, 0x01], '(vector)((u64x2)a + (u64x2)b)'),
  'i64x2.shl': vector([0xcb, 0x01], '(vector)((u64x2)a << b)'),
  'i64x2.shr_u': vector([0xcd, 0x01], '(vector)((u64x2)a >> b)'),
  /** A float in both lanes. */
  'f64x2.splat': vector([0x14], 'splat(a)'),
  'f64x2.lane_0': vector([0x21, 0], '((f64x2)a)[0]', 'f64'),
  'f64x2.lane_1': vector([0x21, 1], '((f64x2)a)[1]', 'f64'),
  /** `a` with the float `b` in its second lane. */
  'f64x2.with_1': vector([0x22, 1], 'with_1(a, b)'),
  /** Of the first two i32 lanes, which must be below 2^31. */
  'f64x2.from_i32': vector([0xfe, 0x01], 'from_low(a)'),
  'f64x2.abs': vector([0xec, 0x01], 'abs_2(a)'),
  'f64x2.neg': inFloats(0xed, '-a'),
  'f64x2.add': inFloats(0xf0, 'a + b'),
  'f64x2.sub': inFloats(0xf1, 'a - b'),
  'f64x2.mul': inFloats(0xf2, 'a * b'),
  'f64x2.div': inFloats(0xf3, 'a / b'),
  /** All bits of a lane set where it holds. */
  'f64x2.le': vector([0x4b], '(vector)((f64x2)a <= (f64x2)b)'),
  /** The first bits of both i64 lanes, as 0 to 3. */
  'i64x2.bitmask': vector([0xc4, 0x01], 'bitmask_2(a)', 'i32'),
} as const satisfies Record<string, LaneOperation>;

export type LaneName = keyof typeof LANES;
