/** What has happened is counted at once, or at the end of the step where the rest of the step still reads the old count. */

import type { Code } from '../ir/builder.ts';
import { add, eq, i32, mul, pick } from '../ir/expressions.ts';
import type { Expr } from '../ir/types.ts';
import type { ModelContext } from './context.ts';
import { i32At, increase, putI32 } from './memory.ts';

/** Writes that a happening, known when the code is made, has happened in step k. */
export function writeHappened(context: ModelContext, code: Code, happening: number, k: Expr): void {
  if (context.readLater.happenings.has(happening)) note(context, code, i32(happening));
  else count(context, code, happening, k);
}

/** Writes that it will be counted when the step is over. */
export function note({ layout: { now, happenedList } }: ModelContext, code: Code, happening: Expr): void {
  const noted = code.keep(i32At(now.happened));
  putI32(code, happenedList, noted, happening);
  putI32(code, now.happened, 0, add(noted, i32(1)));
}

/** Writes the count itself, without a branch: whether it is the first time is hard to foresee. */
export function count(context: ModelContext, code: Code, happening: number | Expr, k: Expr): void {
  const { scenario, layout } = context;
  const { state, counters, now } = layout;
  // What is not known before may have moved a region.
  if (typeof happening !== 'number' || context.countedSteadily.has(happening)) context.happened(code);
  const before = code.keep(i32At(state.times, happening));
  const isFirst = code.keep(eq(before, i32(0)));
  const sign = code.keep(i32At(now.sign));
  const next = code.keep(add(k, i32(1)));
  putI32(
    code,
    state.firstHappened,
    happening,
    pick(isFirst, next, code.keep(i32At(state.firstHappened, happening))),
  );
  const states = scenario.time.steps + 1;
  const row = typeof happening === 'number' ? i32(happening * states) : mul(happening, i32(states));
  increase(code, counters.firsts, add(row, next), mul(sign, isFirst));
  increase(code, counters.times, happening, sign);
  putI32(code, state.times, happening, add(before, i32(1)));
  putI32(code, state.last, happening, k);
}
