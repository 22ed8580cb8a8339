/** A sequence of different keys in which any can be moved at no cost. */
export class Order {
  /** The key after each; '' stands for the place before the first and after the last. */
  private readonly next = new Map<string, string>();
  private readonly previous = new Map<string, string>();

  constructor(keys: readonly string[]) {
    for (const [at, key] of keys.entries()) this.link(keys[at - 1] ?? '', key);
    this.link(keys.at(-1) ?? '', '');
  }

  has(key: string): boolean {
    return key !== '' && this.next.has(key);
  }

  /** Moves a key in front of another. Both are in the sequence, and they differ. */
  put(key: string, before: string): void {
    this.link(this.previous.get(key)!, this.next.get(key)!);
    this.link(this.previous.get(before)!, key);
    this.link(key, before);
  }

  keys(): readonly string[] {
    const keys: string[] = [];
    for (let key = this.next.get('')!; key !== ''; key = this.next.get(key)!) keys.push(key);
    return keys;
  }

  private link(first: string, second: string): void {
    this.next.set(first, second);
    this.previous.set(second, first);
  }
}
