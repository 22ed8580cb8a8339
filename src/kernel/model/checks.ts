/**
 * Faults without branches: x − x is 0 for a finite x and NaN otherwise, and NaN stays in any sum. Numbers are gathered while
 * code is written and added to the run's `bad` in one go; the end of the step looks at that.
 */
import type { Code } from '../ir/builder.ts';
import { add, load, sub } from '../ir/expressions.ts';
import type { Expr } from '../ir/types.ts';

export class FiniteChecks {
  private readonly terms: Expr[] = [];

  /** `value` must be a local. */
  check(value: Expr): void {
    if (value.op === 'const' && Number.isFinite(value.value)) return;
    this.terms.push(sub(value, value));
  }

  flush(code: Code, bad: number): void {
    if (this.terms.length === 0) return;
    const sum = this.terms.reduce(add);
    this.terms.length = 0;
    code.store('f64', bad, add(load('f64', bad), sum));
  }
}
