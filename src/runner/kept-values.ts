/**
 * A list of numbers that only grows, as immutable blocks: a longer list shares its full blocks with the shorter one
 * it came from, so that keeping a million values costs neither copying nor editing.
 */
export interface KeptValues {
  readonly count: number;
  /** All but the last are BLOCK long. */
  readonly blocks: readonly Float64Array[];
}

const BLOCK = 8192;

export const NO_VALUES: KeptValues = { count: 0, blocks: [] };

/** The list with `more` after it. Neither is edited. */
export function append(values: KeptValues, more: Float64Array): KeptValues {
  if (more.length === 0) return values;
  const room = values.count % BLOCK;
  const blocks = values.blocks.slice(0, Math.floor(values.count / BLOCK));
  const tail = new Float64Array(room + more.length);
  if (room > 0) tail.set(values.blocks[blocks.length] as Float64Array);
  tail.set(more, room);
  for (let from = 0; from < tail.length; from += BLOCK) blocks.push(tail.slice(from, from + BLOCK));
  return { count: values.count + more.length, blocks };
}

/** The values in one array, in the order they came. */
export function together(values: KeptValues): Float64Array {
  const whole = new Float64Array(values.count);
  values.blocks.forEach((block, i) => {
    whole.set(block, i * BLOCK);
  });
  return whole;
}
