/** Floats that code reads from memory instead of carrying them, each once. */

export class ConstantPool {
  readonly values: number[] = [];
  private readonly places = new Map<string, number>();
  private readonly base: number;

  /** `base` is the address of the first. */
  constructor(base: number) {
    this.base = base;
  }

  address(value: number): number {
    const key = Object.is(value, -0) ? '-0' : String(value);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const address = this.base + 8 * this.values.length;
    this.values.push(value);
    this.places.set(key, address);
    return address;
  }
}
