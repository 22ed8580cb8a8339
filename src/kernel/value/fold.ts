/** Operations on constants: the same as at run time, so that folding changes no bit. */
import { exp, log, power } from '../../random/index.ts';
import type { BinaryName, UnaryName } from '../ir/operations.ts';
import type { HelperName } from './node.ts';

const UNARY: Partial<Record<UnaryName, (a: number) => number>> = {
  'f64.abs': Math.abs,
  'f64.neg': (a) => -a,
  'f64.floor': Math.floor,
  'f64.sqrt': Math.sqrt,
  'i32.eqz': (a) => (a === 0 ? 1 : 0),
  'f64.from_i32': (a) => a,
};

const truth = (a: boolean): number => (a ? 1 : 0);

const BINARY: Partial<Record<BinaryName, (a: number, b: number) => number>> = {
  'f64.add': (a, b) => a + b,
  'f64.sub': (a, b) => a - b,
  'f64.mul': (a, b) => a * b,
  'f64.div': (a, b) => a / b,
  'f64.eq': (a, b) => truth(a === b),
  'f64.ne': (a, b) => truth(a !== b),
  'f64.lt': (a, b) => truth(a < b),
  'f64.gt': (a, b) => truth(a > b),
  'f64.le': (a, b) => truth(a <= b),
  'f64.ge': (a, b) => truth(a >= b),
  'f64.pick_lower': (a, b) => (b < a ? b : a),
  'f64.pick_higher': (a, b) => (b > a ? b : a),
  'i32.and': (a, b) => a & b,
  'i32.or': (a, b) => a | b,
};

export const foldUnary = (name: UnaryName, a: number): number | null => UNARY[name]?.(a) ?? null;
export const foldBinary = (name: BinaryName, a: number, b: number): number | null =>
  BINARY[name]?.(a, b) ?? null;

export function foldHelper(name: HelperName, args: readonly number[]): number {
  const [a = NaN, b = NaN] = args;
  if (name === 'exp') return exp(a);
  if (name === 'log') return log(a);
  return power(a, b);
}
