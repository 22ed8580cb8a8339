/** Floats that code reads from memory instead of carrying them, each once. */

export class ConstantPool {
  readonly values: number[] = [];
  /** Of 0 and −0 only −0 is asked for: code has 0 at hand. */
  private readonly places = new Map<number, number>();
  private readonly base: number;

  /** `base` is the address of the first. */
  constructor(base: number) {
    this.base = base;
  }

  address(value: number): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    const address = this.base + 8 * this.values.length;
    this.values.push(value);
    this.places.set(value, address);
    return address;
  }
}
