/** The runs of all sides: each variant is run once, whatever many promises speak of it, and all with the same luck. */
import type { Key } from '../../random/index.ts';
import type { Breakage, EngineChoice, Pool } from '../../runner/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { openSide, type Side, type Sides, withRuns } from './side.ts';

/** The pool failed twice at the same runs: a fault of ours or of the machine. */
export class PromisesBroken extends Error {
  override readonly name = 'PromisesBroken';
  readonly breakage: Breakage;

  constructor(breakage: Breakage) {
    super(`runs from ${breakage.firstRun} on could not be done: ${breakage.message}`);
    this.breakage = breakage;
  }
}

export interface SideRuns {
  /** The sides as they are now. */
  readonly sides: Sides;
  /**
   * Brings variants up to `runs` runs each; false when that was interrupted.
   * @param tell gets the runs done, of those that were lacking.
   * @throws PromisesBroken (rejects).
   */
  extend(
    variants: readonly (string | null)[],
    runs: number,
    tell: (done: number, toDo: number) => void,
  ): Promise<boolean>;
}

export function openSides(
  scenario: Scenario,
  variants: readonly (string | null)[],
  how: {
    readonly pool: Pool;
    readonly key: Key;
    readonly engine: EngineChoice | undefined;
    readonly signal: AbortSignal | undefined;
  },
): SideRuns {
  const { pool, key, engine, signal } = how;
  const sides = new Map<string | null, Side>();
  for (const variant of variants) sides.set(variant, openSide(scenario, variant));

  const extendOne = async (side: Side, runs: number, tell: (done: number) => void): Promise<boolean> => {
    const extended = await withRuns(scenario, side, runs, (job) =>
      pool.run({ ...job, key, engine, signal, onProgress: ({ done }) => tell(done) }),
    );
    if (extended.report.breakage !== null) throw new PromisesBroken(extended.report.breakage);
    sides.set(side.variant, extended.side);
    return extended.report.end === 'done';
  };

  return {
    sides,
    async extend(wanted, runs, tell) {
      const short = wanted
        .map((variant) => sides.get(variant) as Side)
        .filter(({ tally }) => tally.runs < runs);
      const toDo = short.reduce((sum, { tally }) => sum + runs - tally.runs, 0);
      let before = 0;
      for (const side of short) {
        const inTime = await extendOne(side, runs, (done) => tell(before + done, toDo));
        if (!inTime) return false;
        before += runs - side.tally.runs;
      }
      return true;
    },
  };
}
