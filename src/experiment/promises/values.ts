/** Values of a measure, kept for their quantiles: one by one up to a million, in a sketch beyond. */
import { QuantileSketch } from '../../analysis/index.ts';

const KEPT_VALUES = 1_000_000;
const FIRST_ROOM = 4096;

export interface Values {
  readonly add: (value: number) => void;
  readonly count: () => number;
  /** The value at each ascending rank, 0 to count − 1, as they are now. */
  readonly byRank: () => (rank: number) => number;
}

export function openValues(): Values {
  let kept = new Float64Array(FIRST_ROOM);
  let count = 0;
  let sketch: QuantileSketch | null = null;

  const keep = (value: number): void => {
    if (count === kept.length) {
      const room = new Float64Array(2 * count);
      room.set(kept);
      kept = room;
    }
    kept[count] = value;
  };
  const spill = (): QuantileSketch => {
    const whole = new QuantileSketch();
    for (const value of kept.subarray(0, count)) whole.add(value);
    kept = new Float64Array(0);
    return whole;
  };
  return {
    add: (value) => {
      if (sketch === null && count === KEPT_VALUES) sketch = spill();
      if (sketch === null) keep(value);
      else sketch.add(value);
      count += 1;
    },
    count: () => count,
    byRank: () => {
      if (sketch !== null) return sketch.byRank();
      const sorted = kept.slice(0, count).sort();
      return (rank) => sorted[rank] as number;
    },
  };
}
