/** What is said of a promise in the end. */
import type { Estimate } from '../../analysis/index.ts';
import type { ScenarioPromise } from '../../scenario/index.ts';
import type { PromisePart } from './parts.ts';
import { together } from './standing.ts';

export type Verdict = 'holds' | 'fails' | 'not-enough-runs';

export interface PromiseVerdict {
  readonly name: string;
  readonly verdict: Verdict;
  /** Of the claim that settled it, where it makes several; null where no run has a value. */
  readonly estimate: Estimate | null;
  /** That claim: `2 % to 60 %`. */
  readonly wanted: string;
  /** Runs of each side that it rests on. */
  readonly runs: number;
  /** Every claim in plain words, with its estimate and interval. */
  readonly text: string;
  readonly because: string | null;
  readonly file: string;
  readonly line: number;
}

const VERDICTS = { holds: 'holds', fails: 'fails', open: 'not-enough-runs' } as const;

/** @param parts the promise's claims; all must hold, and one that fails is enough to fail. */
export function verdictOf(
  { name, because, file, line }: ScenarioPromise,
  parts: readonly PromisePart[],
  runs: number,
): PromiseVerdict {
  const standing = together(parts.map((part) => part.standing));
  const telling = parts.find((part) => part.standing === standing) ?? parts[0];
  return {
    name,
    verdict: VERDICTS[standing],
    estimate: telling?.estimate ?? null,
    wanted: telling?.wanted ?? '',
    runs,
    text: parts.map(({ text }) => text).join('; '),
    because,
    file,
    line,
  };
}
