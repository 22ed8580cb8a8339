/** Pairs of runs with the same number on two sides: how often both, one or neither end in a set of outcomes. */
import type { PairedCounts } from '../../../analysis/index.ts';
import { FAULTED } from '../../../scenario/index.ts';
import { type Opening, selectedRuns } from '../account.ts';
import type { Sheet } from '../sheet.ts';

export interface PairSide {
  readonly treatment: string;
  readonly outcomes: readonly number[];
}

export interface Pairs {
  readonly add: (first: Sheet, second: Sheet) => void;
  readonly counts: () => PairedCounts;
  /** Share of pairs in which `given` holds on one side only; 0 where it is not read on both. */
  readonly givenDiffers: () => number;
}

/** @param bothSides whether `given` can be read on the second side, too: in another file it means nothing. */
export function openPairs(
  given: Opening['given'],
  [first, second]: readonly [PairSide, PairSide],
  bothSides: boolean,
): Pairs {
  const inFirst = new Set(first.outcomes);
  const inSecond = new Set(second.outcomes);
  const counts = { both: 0, first: 0, second: 0, neither: 0 };
  let pairs = 0;
  let differing = 0;
  return {
    add: (one, other) => {
      const selected = selectedRuns(one, given);
      const there = given !== null && bothSides ? selectedRuns(other, given) : selected;
      for (let run = 0; run < one.runs; run += 1) {
        const [here, beside] = [one.outcomes[run] as number, other.outcomes[run] as number];
        if (here === FAULTED || beside === FAULTED) continue;
        pairs += 1;
        if (selected[run] !== there[run]) differing += 1;
        if (selected[run] === 0) continue;
        const isFirst = inFirst.has(here);
        const isSecond = inSecond.has(beside);
        counts[isFirst ? (isSecond ? 'both' : 'first') : isSecond ? 'second' : 'neither'] += 1;
      }
    },
    counts: () => ({ ...counts }),
    givenDiffers: () => (pairs === 0 ? 0 : differing / pairs),
  };
}

export const pairsIn = ({ both, first, second, neither }: PairedCounts): number =>
  both + first + second + neither;
