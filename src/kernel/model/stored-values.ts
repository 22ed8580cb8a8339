/** Values that are computed ahead and then read from memory, as long as they hold. */
import type { Code } from '../ir/builder.ts';
import { load } from '../ir/expressions.ts';
import type { Expr } from '../ir/types.ts';
import type { Evaluation } from '../value/evaluation.ts';
import type { Value } from '../value/node.ts';
import type { Allocator } from './allocator.ts';

export class StoredValues {
  private readonly known = new Map<number, { readonly value: Value; readonly address: number }>();
  private readonly allocator: Allocator;
  private readonly most: number;

  constructor(allocator: Allocator, most = Infinity) {
    this.allocator = allocator;
    this.most = most;
  }

  /** Where the value is found, null where there is no room for more. Whoever asks makes it be computed. */
  read(value: Value): Expr | null {
    let place = this.known.get(value.id);
    if (place === undefined) {
      if (this.known.size >= this.most) return null;
      const address = value.type === 'f64' ? this.allocator.f64(1) : this.allocator.i32(1);
      place = { value, address };
      this.known.set(value.id, place);
    }
    return load(value.type, place.address);
  }

  values(): readonly Value[] {
    return [...this.known.values()].map(({ value }) => value);
  }

  /** Writes the computation of all that was asked for; to be done last of all code. */
  compute(code: Code, evaluation: Evaluation): void {
    for (const { value, address } of this.known.values()) {
      code.store(value.type, address, evaluation.value(value));
    }
  }
}
