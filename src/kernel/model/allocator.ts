/** Hands out addresses in the kernel's memory, one after the other. */

export class Allocator {
  private next: number;

  /** Address 0 is never handed out, so that it can mean nothing. */
  constructor(from = 64) {
    this.next = from;
  }

  f64(count: number): number {
    this.align(8);
    return this.take(count * 8);
  }

  i32(count: number): number {
    return this.take(count * 4);
  }

  /** Where the next address would be, at a multiple of `bytes`. */
  align(bytes: number): number {
    this.next = Math.ceil(this.next / bytes) * bytes;
    return this.next;
  }

  private take(bytes: number): number {
    const address = this.next;
    this.next += bytes;
    return address;
  }
}
