/** The IR's functions as C: what gcc -O3 makes of them is the physical yardstick, and a third opinion on every bit. */
import { LANES } from '../ir/lanes.ts';
import { BINARY, UNARY } from '../ir/operations.ts';
import type { Expr, Func, Local, Program, Stmt, Type } from '../ir/types.ts';

const TYPES = { f64: 'double', i32: 'int32_t', v128: 'vector' } as const;
const typeName = (type: Type | null): string => (type === null ? 'void' : TYPES[type]);
const functionName = (func: Func): string => `k_${func.name}`;
const localName = (local: Local): string => `v${local.index}`;

/** C has no literal for these; the others round-trip as JavaScript prints them. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NAN';
  if (value === Infinity) return 'INFINITY';
  if (value === -Infinity) return '(-INFINITY)';
  if (Object.is(value, -0)) return '(-0.0)';
  const text = String(value);
  const literal = /[.e]/.test(text) ? text : `${text}.0`;
  return value < 0 ? `(${literal})` : literal;
}

const intText = (value: number): string => (value === -2147483648 ? '(-2147483647 - 1)' : `(${value})`);

function place(type: Type, address: Expr | null, offset: number): string {
  const at = address === null ? `${offset}` : `${offset} + ${expression(address)}`;
  return `*(${type === 'v128' ? 'vector_at' : typeName(type)} *)(memory + ${at})`;
}

/** Replaces the operands' letters in an operation's text. */
const fill = (text: string, ...operands: readonly string[]): string =>
  text.replace(/\b[a-d]\b/g, (letter) => operands['abcd'.indexOf(letter)] ?? '');

function expression(e: Expr): string {
  switch (e.op) {
    case 'const':
      return e.type === 'f64' ? floatText(e.value) : intText(e.value);
    case 'get':
      return localName(e.local);
    case 'load':
      return place(e.type, e.address, e.offset);
    case 'unary':
      return fill(UNARY[e.name].c, expression(e.a), '');
    case 'binary':
      return fill(BINARY[e.name].c, expression(e.a), expression(e.b));
    case 'lanes': {
      return `(${fill(LANES[e.name].c, ...e.args.map(expression))})`;
    }
    case 'pick':
      return `(${expression(e.condition)} ? ${expression(e.a)} : ${expression(e.b)})`;
    case 'call':
      return `${functionName(e.func)}(${e.args.map(expression).join(', ')})`;
    default:
      return e satisfies never;
  }
}

const block = (body: readonly Stmt[]): string => `{ ${body.map(statement).join('\n')} }`;

function statement(s: Stmt): string {
  switch (s.op) {
    case 'set':
      return `${localName(s.local)} = ${expression(s.value)};`;
    case 'store':
      return `${place(s.type, s.address, s.offset)} = ${expression(s.value)};`;
    case 'if': {
      const otherwise = s.no.length > 0 ? ` else ${block(s.no)}` : '';
      return `if (${expression(s.condition)}) ${block(s.yes)}${otherwise}`;
    }
    case 'switch': {
      const cases = s.cases.flatMap((body, k) => {
        const labels = s.labels.flatMap((label, value) => (label === k ? [`case ${value}:`] : []));
        return labels.length > 0 ? [`${labels.join(' ')} ${block(body)} break;`] : [];
      });
      return `switch (${expression(s.on)}) { ${cases.join('\n')}\ndefault: ${block(s.otherwise)} }`;
    }
    case 'while':
      return `while (${expression(s.condition)}) ${block(s.body)}`;
    case 'call':
      return `${functionName(s.func)}(${s.args.map(expression).join(', ')});`;
    case 'fill':
      return `memset(memory + ${s.offset}, ${s.byte}, ${s.bytes});`;
    case 'return':
      return s.value === null ? 'return;' : `return ${expression(s.value)};`;
    default:
      return s satisfies never;
  }
}

function signature(func: Func): string {
  const params = func.params.map((type, index) => `${typeName(type)} v${index}`);
  return `static ${typeName(func.result)} ${functionName(func)}(${params.join(', ') || 'void'})`;
}

function definition(func: Func): string {
  const locals = func.locals.map((type, k) => `${typeName(type)} v${func.params.length + k};`);
  // Functions with a result return in every branch.
  const end = func.result === null ? '' : '__builtin_unreachable();';
  return `${signature(func)} {\n${locals.join(' ')}\n${func.body.map(statement).join('\n')}\n${end}\n}`;
}

const PRELUDE = `#include <math.h>
#include <stdint.h>
#include <string.h>
typedef uint32_t vector __attribute__((vector_size(16)));
typedef vector vector_at __attribute__((aligned(4), may_alias));
typedef uint64_t u64x2 __attribute__((vector_size(16)));
typedef double f64x2 __attribute__((vector_size(16)));
#define INLINE static inline __attribute__((always_inline))
INLINE vector splat(double a) { return (vector)(f64x2){a, a}; }
INLINE vector with_1(vector a, double b) { return (vector)(f64x2){((f64x2)a)[0], b}; }
INLINE vector upper(vector a) { return (vector){a[2], a[3], a[2], a[3]}; }
#ifdef __SSE2__
#include <emmintrin.h>
INLINE vector from_low(vector a) { return (vector)_mm_cvtepi32_pd((__m128i)a); }
INLINE int32_t bitmask_2(vector a) { return _mm_movemask_pd((__m128d)a); }
#else
INLINE vector from_low(vector a) { return (vector)(f64x2){(double)(int32_t)a[0], (double)(int32_t)a[1]}; }
INLINE int32_t bitmask_2(vector a) { return (int32_t)(a[1] >> 31 | a[3] >> 31 << 1); }
#endif
INLINE vector abs_2(vector a) { return a & (vector){~0u, ~0u >> 1, ~0u, ~0u >> 1}; }
INLINE int32_t truncate(double a) {
  if (a != a) return 0;
  if (a <= -2147483648.0) return -2147483647 - 1;
  if (a >= 2147483647.0) return 2147483647;
  return (int32_t)a;
}
INLINE uint64_t bits_of(double a) { uint64_t b; memcpy(&b, &a, 8); return b; }
INLINE int32_t low_word(double a) { return (int32_t)bits_of(a); }
INLINE double from_words(int32_t a, int32_t b) {
  uint64_t bits = ((uint64_t)(uint32_t)a << 32) | (uint32_t)b;
  double value;
  memcpy(&value, &bits, 8);
  return value;
}
INLINE int32_t log_exponent(double a) {
  return (int32_t)((int64_t)(bits_of(a) + (0x00095f62ull << 32)) >> 52) - 1023;
}
INLINE double log_mantissa(double a) {
  uint64_t bits = ((bits_of(a) + (0x00095f62ull << 32)) & ((1ull << 52) - 1)) + (0x3fe6a09eull << 32);
  double value;
  memcpy(&value, &bits, 8);
  return value;
}
INLINE double pick_lower(double a, double b) { return b < a ? b : a; }
INLINE double pick_higher(double a, double b) { return b > a ? b : a; }
INLINE int32_t rotate(int32_t a, int32_t b) {
  return (int32_t)(((uint32_t)a << b) | ((uint32_t)a >> (32 - b)));
}
`;

/** Declarations and definitions of all functions, over a static array `memory`. */
export function toCText(program: Program): string {
  return [
    PRELUDE,
    `static unsigned char memory[${program.memoryBytes}] __attribute__((aligned(64)));`,
    ...program.functions.map((func) => `${signature(func)};`),
    ...program.functions.map(definition),
  ].join('\n');
}
