/**
 * Addressed draws: a uniform is a pure function of where it is asked for.
 *
 * The generator is Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as
 * easy as 1, 2, 3", SC '11). All arithmetic is on 32-bit integers, modulo 2^32. The kernel emits the same rounds.
 */
import type { Key } from './seed.ts';

/** Left rotations of rounds 1 to 8; rounds 9 to 16 and 17 to 20 repeat them from the start. */
export const THREEFRY_ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
/** Skein's key-schedule parity, cut to 32 bits. */
export const THREEFRY_PARITY = 0x1bd11bda;
export const THREEFRY_ROUNDS = 20;

const TWO_26 = 67108864;
/** 2^-52 */
export const UNIFORM_SCALE = 2.220446049250313e-16;

/**
 * The uniform at an address, in the open interval (0, 1), symmetric about 1/2 (1 − u is exact).
 *
 * Threefry's key is (key0 xor site, key1 xor future), its counter (run, n), its result (a, b); then
 * u = ((a >>> 6)·2^26 + (b >>> 6) + 0.5)·2^-52, exact in float64. `future`, `site`, `run` and `n` are taken modulo
 * 2^32. `run` is the number of the luck (or of the parameter draw), `n` counts the draws of one site in one run.
 */
export function uniformAt(key: Key, future: number, site: number, run: number, n: number): number {
  const k0 = key.key0 ^ site;
  const k1 = key.key1 ^ future;
  const k2 = k0 ^ k1 ^ THREEFRY_PARITY;
  let a = (run + k0) | 0;
  let b = (n + k1) | 0;

  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 1) | 0;

  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 2) | 0;

  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k0) | 0;
  b = (b + k1 + 3) | 0;

  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 4) | 0;

  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 5) | 0;

  return ((a >>> 6) * TWO_26 + (b >>> 6) + 0.5) * UNIFORM_SCALE;
}
