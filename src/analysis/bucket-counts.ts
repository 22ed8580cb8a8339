/** Counts by whole-number index: an array over the indexes in use that grows at either end. */

const FIRST_LENGTH = 256;

export class BucketCounts {
  #counts = new Float64Array(0);
  /** Index of the array's first element. */
  #first = 0;

  increase(index: number, times: number): void {
    let place = index - this.#first;
    if (!(place >= 0 && place < this.#counts.length)) {
      this.#grow(index);
      place = index - this.#first;
    }
    this.#counts[place] = (this.#counts[place] as number) + times;
  }

  merge(other: BucketCounts): void {
    for (const [index, count] of other.inOrder()) this.increase(index, count);
  }

  /** Indexes that have been counted, ascending, with their counts. */
  inOrder(): [index: number, count: number][] {
    const used: [number, number][] = [];
    this.#counts.forEach((count, place) => {
      if (count > 0) used.push([place + this.#first, count]);
    });
    return used;
  }

  /** Twice the room at least, half of it on the side that was short. */
  #grow(index: number): void {
    const old = this.#counts;
    if (old.length === 0) {
      this.#counts = new Float64Array(FIRST_LENGTH);
      this.#first = index - FIRST_LENGTH / 2;
      return;
    }
    const end = this.#first + old.length;
    const first = index < this.#first ? Math.min(index, this.#first - old.length) : this.#first;
    const last = index >= end ? Math.max(index + 1, end + old.length) : end;
    this.#counts = new Float64Array(last - first);
    this.#counts.set(old, this.#first - first);
    this.#first = first;
  }
}
