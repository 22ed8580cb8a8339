/** A column's different values and the place of each entry among them, where they are few. */
import type { Scratch } from './scratch.ts';

export interface Dictionary<Values> {
  readonly values: Values;
  /** By entry. */
  readonly places: Int32Array;
}

/** Entries that are looked at before a whole column is. */
const SAMPLE = 512;
/** More different values than this are written as they are. */
const MOST = 1024;
const SLOTS = 4 * MOST;

/** Null where there are many different numbers. Told apart by their bits. */
export function numberDictionary(values: Float64Array, scratch: Scratch): Dictionary<Float64Array> | null {
  if (values.length > 2 * SAMPLE && looksVaried(values)) return null;
  const bits = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const slots = scratch.ints('slots', SLOTS).fill(-1);
  const found = new Uint32Array(2 * MOST);
  const places = scratch.ints('places', values.length);
  const most = Math.min(MOST, Math.ceil(values.length / 2));
  let known = 0;
  for (let i = 0; i < values.length; i += 1) {
    const low = bits[2 * i] as number;
    const high = bits[2 * i + 1] as number;
    let slot = hash(low, high);
    for (;;) {
      const place = slots[slot] as number;
      if (place < 0) {
        if (known === most) return null;
        slots[slot] = known;
        found[2 * known] = low;
        found[2 * known + 1] = high;
        places[i] = known;
        known += 1;
        break;
      }
      if (found[2 * place] === low && found[2 * place + 1] === high) {
        places[i] = place;
        break;
      }
      slot = (slot + 1) % SLOTS;
    }
  }
  return { values: new Float64Array(found.buffer, 0, known), places };
}

/** Multiplication spreads the few bits in which such numbers differ over the upper ones. */
const hash = (low: number, high: number): number =>
  (Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) >>> 16) % SLOTS;

function looksVaried(values: Float64Array): boolean {
  const step = Math.floor(values.length / SAMPLE);
  const seen = new Set<number>();
  for (let i = 0; i < SAMPLE; i += 1) seen.add(values[i * step] as number);
  return seen.size > SAMPLE / 2;
}

/** The lowest and highest of whole numbers; there is at least one. */
export function boundsOf(values: Int32Array): { readonly low: number; readonly high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** Null where whole numbers lie further apart than half as many as there are. */
export function wholeDictionary(
  values: Int32Array,
  { low, high }: ReturnType<typeof boundsOf>,
  scratch: Scratch,
): Dictionary<Int32Array> | null {
  const range = high - low + 1;
  if (range > values.length / 2 + 1) return null;
  const places = scratch.ints('places', values.length);
  for (let i = 0; i < values.length; i += 1) places[i] = (values[i] as number) - low;
  return { values: Int32Array.from({ length: range }, (_, i) => low + i), places };
}

/** A dictionary of so many entries is written whole: finding out which of them occur takes longer. */
const SHORT = 4096;

/** The codes that may occur, in order, and each entry's place among them. @param count codes there are. */
export function codeDictionary(codes: Int32Array, count: number, scratch: Scratch): Dictionary<Int32Array> {
  if (count <= SHORT) return { values: Int32Array.from({ length: count }, (_, code) => code), places: codes };
  const place = new Int32Array(count);
  for (const code of codes) place[code] = 1;
  const used: number[] = [];
  place.forEach((isUsed, code) => {
    place[code] = used.length;
    if (isUsed === 1) used.push(code);
  });
  const places = scratch.ints('places', codes.length);
  for (let i = 0; i < codes.length; i += 1) places[i] = place[codes[i] as number] as number;
  return { values: Int32Array.from(used), places };
}
