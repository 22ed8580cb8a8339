/**
 * Every operation of the IR with its result type, its WebAssembly bytes and its C text (`a`, `b` stand for the operands).
 * `f64.pick_lower(a, b)` is `b < a ? b : a` and `f64.pick_higher(a, b)` is `b > a ? b : a`, NaN and zeros as the comparisons
 * have it: the SIMD instructions pmin and pmax mean exactly this and need no branch, unlike f64.min and f64.max.
 */
/** What the machine computes with: floats, whole numbers that also serve as truth values and addresses, and vectors. */
export type Type = 'f64' | 'i32' | 'v128';

export interface Operation {
  readonly type: Type;
  /** Type of the operands. */
  readonly takes: Type;
  readonly bytes: readonly number[];
  readonly c: string;
  /** The operands are wanted in both lanes of a vector. */
  readonly inLanes?: true;
}

const f = (bytes: number | readonly number[], c: string, type: Type = 'f64'): Operation => ({
  type,
  takes: 'f64',
  bytes: typeof bytes === 'number' ? [bytes] : bytes,
  c,
});

const i = (bytes: number | readonly number[], c: string, type: Type = 'i32'): Operation => ({
  type,
  takes: 'i32',
  bytes: typeof bytes === 'number' ? [bytes] : bytes,
  c,
});

const FIRST_LANE = [0xfd, 0x21, 0x00];
const PMIN = [0xfd, 0xf6, 0x01];
const PMAX = [0xfd, 0xf7, 0x01];

/** `i64.const` of a whole number below 2^63. */
function i64Const(value: bigint): number[] {
  const bytes = [0x42];
  let rest = value;
  while (rest > 63n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return bytes;
}

/** Bits of the logarithm's exponent and mantissa (see `i32.log_exponent`). */
export const LOG_OFFSET = 0x00095f62n << 32n;
export const LOG_MASK = (1n << 52n) - 1n;
export const LOG_BASE = 0x3fe6a09en << 32n;

export const UNARY = {
  'f64.abs': f(0x99, 'fabs(a)'),
  'f64.neg': f(0x9a, '(-a)'),
  'f64.floor': f(0x9c, 'floor(a)'),
  'f64.sqrt': f(0x9f, 'sqrt(a)'),
  'i32.eqz': i(0x45, '(a == 0)'),
  'f64.from_i32': i(0xb7, '((double)a)', 'f64'),
  'f64.from_u32': i(0xb8, '((double)(uint32_t)a)', 'f64'),
  /** Truncation towards zero; NaN is 0, beyond the ends the nearest end. */
  'i32.trunc': f([0xfc, 0x02], 'truncate(a)', 'i32'),
  /** Lower half of the bits of a float. */
  'i32.low_word': f([0xbd, 0xa7], 'low_word(a)', 'i32'),
  /**
   * For the logarithm of a normal float above 0: with b = its bits + (0x00095f62 << 32), the exponent (b >> 52) − 1023, and
   * the float between √½ and √2 with the bits (b & (2^52 − 1)) + (0x3fe6a09e << 32).
   */
  'i32.log_exponent': f(
    [0xbd, ...i64Const(LOG_OFFSET), 0x7c, 0x42, 0x34, 0x87, 0xa7, 0x41, 0xff, 0x07, 0x6b],
    'log_exponent(a)',
    'i32',
  ),
  'f64.log_mantissa': f(
    [0xbd, ...i64Const(LOG_OFFSET), 0x7c, ...i64Const(LOG_MASK), 0x83, ...i64Const(LOG_BASE), 0x7c, 0xbf],
    'log_mantissa(a)',
  ),
  /** The float with this upper half and a lower half of 0. */
  'f64.from_high_word': i([0xac, 0x42, 0x20, 0x86, 0xbf], 'from_words(a, 0)', 'f64'),
} as const satisfies Record<string, Operation>;

export const BINARY = {
  'f64.add': f(0xa0, '(a + b)'),
  'f64.sub': f(0xa1, '(a - b)'),
  'f64.mul': f(0xa2, '(a * b)'),
  'f64.div': f(0xa3, '(a / b)'),
  'f64.eq': f(0x61, '(a == b)', 'i32'),
  'f64.ne': f(0x62, '(a != b)', 'i32'),
  'f64.lt': f(0x63, '(a < b)', 'i32'),
  'f64.gt': f(0x64, '(a > b)', 'i32'),
  'f64.le': f(0x65, '(a <= b)', 'i32'),
  'f64.ge': f(0x66, '(a >= b)', 'i32'),
  'f64.pick_lower': { ...f([...PMIN, ...FIRST_LANE], 'pick_lower(a, b)'), inLanes: true },
  'f64.pick_higher': { ...f([...PMAX, ...FIRST_LANE], 'pick_higher(a, b)'), inLanes: true },
  'i32.add': i(0x6a, '(int32_t)((uint32_t)a + (uint32_t)b)'),
  'i32.sub': i(0x6b, '(int32_t)((uint32_t)a - (uint32_t)b)'),
  'i32.mul': i(0x6c, '(int32_t)((uint32_t)a * (uint32_t)b)'),
  'i32.and': i(0x71, '(a & b)'),
  'i32.or': i(0x72, '(a | b)'),
  'i32.xor': i(0x73, '(a ^ b)'),
  'i32.shl': i(0x74, '(int32_t)((uint32_t)a << b)'),
  'i32.shr_s': i(0x75, '(a >> b)'),
  'i32.shr_u': i(0x76, '(int32_t)((uint32_t)a >> b)'),
  'i32.rotl': i(0x77, 'rotate(a, b)'),
  'i32.eq': i(0x46, '(a == b)'),
  'i32.ne': i(0x47, '(a != b)'),
  'i32.lt_s': i(0x48, '(a < b)'),
  'i32.lt_u': i(0x49, '((uint32_t)a < (uint32_t)b)'),
  'i32.gt_s': i(0x4a, '(a > b)'),
  'i32.le_s': i(0x4c, '(a <= b)'),
  'i32.ge_s': i(0x4e, '(a >= b)'),
} as const satisfies Record<string, Operation>;

export type UnaryName = keyof typeof UNARY;
export type BinaryName = keyof typeof BINARY;
