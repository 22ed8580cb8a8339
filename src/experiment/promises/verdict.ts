/** What is said of a promise in the end. */
import type { Estimate } from '../../analysis/index.ts';
import type { ScenarioPromise } from '../../scenario/index.ts';
import type { Claim } from './account.ts';
import { type Standing, together } from './standing.ts';

export type Verdict = 'holds' | 'fails' | 'not-enough-runs';

/** One of the things that a promise says. */
export interface ClaimVerdict {
  readonly verdict: Verdict;
  /** Null where no run has a value. */
  readonly estimate: Estimate | null;
  /** What was found, in plain words, with its interval. */
  readonly text: string;
  /** `2 % to 60 %`. */
  readonly wanted: string;
}

export interface PromiseVerdict {
  readonly name: string;
  readonly verdict: Verdict;
  /** Of the claim that settled it, where it makes several; null where no run has a value. */
  readonly estimate: Estimate | null;
  /** That claim: `2 % to 60 %`. */
  readonly wanted: string;
  /** Runs of each side that were looked at. */
  readonly runs: number;
  /** Of these, the runs or pairs that count: those that `given` selects. */
  readonly selected: number;
  /** What was found of every claim. */
  readonly text: string;
  /** All that it says; it holds when all do. */
  readonly claims: readonly ClaimVerdict[];
  /** What is odd about the promise itself. */
  readonly warnings: readonly string[];
  readonly because: string | null;
  readonly file: string;
  readonly line: number;
}

/** What the runs so far say of a promise. */
export interface Findings {
  readonly claims: readonly Claim[];
  readonly runs: number;
  readonly selected: number;
  readonly warnings: readonly string[];
}

const VERDICTS: Readonly<Record<Standing, Verdict>> = {
  holds: 'holds',
  fails: 'fails',
  open: 'not-enough-runs',
};

/** All claims must hold, and one that fails is enough to fail. */
export function verdictOf(
  { name, because, file, line }: ScenarioPromise,
  { claims, runs, selected, warnings }: Findings,
): PromiseVerdict {
  const standing = together(claims.map((claim) => claim.standing));
  const telling = claims.find((claim) => claim.standing === standing) ?? claims[0];
  return {
    name,
    verdict: VERDICTS[standing],
    estimate: telling?.estimate ?? null,
    wanted: telling?.wanted ?? '',
    runs,
    selected,
    text: claims.map(({ text }) => text).join('; '),
    claims: claims.map(({ standing: each, estimate, text, wanted }) => ({
      verdict: VERDICTS[each],
      estimate,
      text,
      wanted,
    })),
    warnings,
    because,
    file,
    line,
  };
}
