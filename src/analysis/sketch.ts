/**
 * Quantiles of more values than one wants to keep: DDSketch (Masson, Rim and Lee 2019, PVLDB 12, 2195-2205).
 *
 * A value x > 0 is counted in bucket ⌈ln x / ln γ⌉, γ = (1 + α)/(1 − α); the bucket's middle 2γ^i/(γ + 1) is within α
 * of all its values. Negative values have buckets of their own, zero a counter. Counts do not depend on order, so any
 * split of the values merges to the same sketch, to the bit. No bucket is ever collapsed: values of any size keep α.
 * While there are at most DISTINCT_LIMIT distinct values (days, counts, yes or no) they are all kept, and exact.
 */
import { exp, log } from '../random/index.ts';
import { BucketCounts } from './bucket-counts.ts';
import { quantileByRank } from './quantile-sorted.ts';

/** Relative error of a quantile. */
export const SKETCH_ERROR = 0.001;
export const DISTINCT_LIMIT = 1024;

const GAMMA = (1 + SKETCH_ERROR) / (1 - SKETCH_ERROR);
const LOG_GAMMA = log(GAMMA);
/** Below it (subnormal numbers) a value counts as zero. */
const SMALLEST = 2.2250738585072014e-308;

interface Pair {
  readonly value: number;
  readonly count: number;
}

interface Ordered {
  readonly values: readonly number[];
  readonly counts: readonly number[];
  /** Running sums of the counts. */
  readonly passed: readonly number[];
}

/** Distinct values as long as they are few, buckets after that. Its methods edit it; results do not depend on order. */
export class QuantileSketch {
  #count = 0;
  #low = Infinity;
  #high = -Infinity;
  #zeros = 0;
  #distinct: Map<number, number> | null = new Map();
  #ordered: Ordered | null = null;
  readonly #positive = new BucketCounts();
  readonly #negative = new BucketCounts();

  get count(): number {
    return this.#count;
  }

  /** True while every quantile is exact. */
  get exact(): boolean {
    return this.#distinct !== null;
  }

  /** Counts a finite value, `times` times. */
  add(given: number, times = 1): void {
    // Both zeros are one, or the order in which they came would show.
    const value = given === 0 ? 0 : given;
    this.#ordered = null;
    this.#count += times;
    if (value < this.#low) this.#low = value;
    if (value > this.#high) this.#high = value;
    if (this.#distinct === null) this.#bucket(value, times);
    else this.#keep(this.#distinct, value, times);
  }

  /** Counts what the other has counted. */
  merge(other: QuantileSketch): void {
    if (other.#distinct !== null) {
      for (const [value, times] of other.#distinct) this.add(value, times);
      return;
    }
    this.#spill();
    this.#ordered = null;
    this.#count += other.#count;
    this.#zeros += other.#zeros;
    if (other.#low < this.#low) this.#low = other.#low;
    if (other.#high > this.#high) this.#high = other.#high;
    this.#positive.merge(other.#positive);
    this.#negative.merge(other.#negative);
  }

  /** The type 7 quantile of the values as the sketch has them; null without values. The ends are exact. */
  quantile(level: number): number | null {
    if (this.#count === 0) return null;
    return quantileByRank(this.#count, level, this.byRank());
  }

  /** The value of each ascending rank 0..count−1, as the sketch is now. */
  byRank(): (rank: number) => number {
    const { values, passed } = this.#inOrder();
    return (rank) => {
      let low = 0;
      let high = values.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((passed[middle] as number) > rank) high = middle;
        else low = middle + 1;
      }
      return values[low] as number;
    };
  }

  /** Values, or the middles of buckets, ascending with their counts; the lowest and the highest value are exact. */
  weighted(): { readonly values: readonly number[]; readonly counts: readonly number[] } {
    const { values, counts } = this.#inOrder();
    return { values, counts };
  }

  /** Kept until the next value comes. */
  #inOrder(): Ordered {
    if (this.#ordered !== null) return this.#ordered;
    const pairs = this.#distinct === null ? this.#buckets() : ascending(this.#distinct);
    let sum = 0;
    const passed = pairs.map(({ count }) => {
      sum += count;
      return sum;
    });
    const ordered = {
      values: pairs.map(({ value }) => value),
      counts: pairs.map(({ count }) => count),
      passed,
    };
    this.#ordered = ordered;
    return ordered;
  }

  #buckets(): Pair[] {
    const inside = (value: number): number =>
      value < this.#low ? this.#low : value > this.#high ? this.#high : value;
    const negative = this.#negative.inOrder().reverse();
    const zero = this.#zeros > 0 ? [{ value: 0, count: this.#zeros }] : [];
    const pairs = [
      ...negative.map(([index, count]) => ({ value: inside(-middleOf(index)), count })),
      ...zero,
      ...this.#positive.inOrder().map(([index, count]) => ({ value: inside(middleOf(index)), count })),
    ];
    return withExactEnds(pairs, this.#low, this.#high);
  }

  #keep(distinct: Map<number, number>, value: number, times: number): void {
    increase(distinct, value, times);
    if (distinct.size > DISTINCT_LIMIT) this.#spill();
  }

  /** From distinct values to buckets. */
  #spill(): void {
    const distinct = this.#distinct;
    this.#distinct = null;
    for (const [value, times] of distinct ?? []) this.#bucket(value, times);
  }

  #bucket(value: number, times: number): void {
    if (value >= SMALLEST) this.#positive.increase(bucketOf(value), times);
    else if (value <= -SMALLEST) this.#negative.increase(bucketOf(-value), times);
    else this.#zeros += times;
  }
}

function increase(counts: Map<number, number>, key: number, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

const bucketOf = (size: number): number => -Math.floor(-(log(size) / LOG_GAMMA));

const middleOf = (index: number): number => (2 * exp(index * LOG_GAMMA)) / (GAMMA + 1);

function ascending(counts: ReadonlyMap<number, number>): Pair[] {
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/** One of the lowest bucket's values is known to be the lowest, one of the highest's the highest. */
function withExactEnds(values: readonly Pair[], low: number, high: number): Pair[] {
  const ends = [
    { value: low, count: 1 },
    ...values.map((pair, i) => ({
      value: pair.value,
      count: pair.count - (i === 0 ? 1 : 0) - (i === values.length - 1 ? 1 : 0),
    })),
    { value: high, count: 1 },
  ];
  return ends.filter(({ count }) => count > 0);
}
