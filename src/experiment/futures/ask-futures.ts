/** The question "and if not?": the futures of one state, one alternative beside the other, with the same luck. */
import { type Estimate, wilson } from '../../analysis/index.ts';
import type { EngineChoice, Pool } from '../../runner/index.ts';
import { type FuturesBatch, OPTION } from '../../scenario/index.ts';
import {
  type Alternative,
  type Chart,
  type Fork,
  forkAt,
  type Moment,
  type RunSnapshot,
} from '../../statechart/index.ts';
import { differences, endings, type Outlook, outlookOf } from './outlook.ts';

export interface FuturesQuestion {
  readonly chart: Chart;
  readonly snapshot: RunSnapshot;
  /** The first is what the others are compared with. */
  readonly alternatives: readonly Alternative[];
  /** Futures of each alternative. */
  readonly futures: number;
  /** Number of the first future; the same number is the same luck. Default 1: 0 is the luck runs have. */
  readonly first?: number | undefined;
  /** Default `start`; `asked` where a decision that is asked in the step is to be asked in every future. */
  readonly moment?: Moment | undefined;
  readonly engine?: EngineChoice | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What became of an option that was fixed for the next asking, in shares of the futures. */
export interface OptionFate {
  readonly taken: Estimate;
  readonly unavailable: Estimate;
  readonly notAsked: Estimate;
}

export interface Way {
  readonly alternative: Alternative;
  readonly outlook: Outlook;
  /** By outcome, against the first alternative, paired by luck; null for the first itself, or where that cannot be. */
  readonly changes: readonly Estimate[] | null;
  /** By happening: in how many futures it happens from here on. */
  readonly happens: readonly Estimate[];
  /** Null where no option was fixed. */
  readonly option: OptionFate | null;
}

/** An alternative that the state does not allow, with the reason: the rest of a sentence. */
export interface NoWay {
  readonly alternative: Alternative;
  readonly impossible: string;
}

/**
 * The ways on from a state, in the order asked for; null when interrupted.
 * @throws RunFault where a changed parameter makes an expression of the state fail.
 */
export async function askFutures(
  question: FuturesQuestion,
  pool: Pool,
): Promise<readonly (Way | NoWay)[] | null> {
  const { chart, snapshot, alternatives, futures, first = 1, moment, engine, signal } = question;
  const forks = alternatives.map((alternative) => forkAt(chart, snapshot, alternative, moment));
  const possible = forks.filter((fork): fork is Fork => !('impossible' in fork));
  const orders = possible.map((fork) => ({ fork, first, count: futures }));
  const batches = await pool.futures({ scenario: chart.scenario, orders, engine, signal });
  if (batches === null) return null;
  const batchOf = (fork: Fork): FuturesBatch => batches[possible.indexOf(fork)] as FuturesBatch;
  const [base] = forks;
  const before = base === undefined || 'impossible' in base ? null : endings(chart.scenario, batchOf(base));
  return forks.map((fork, index) => {
    const alternative = alternatives[index] as Alternative;
    if ('impossible' in fork) return { alternative, ...fork };
    return wayOf(chart, alternative, fork, batchOf(fork), index === 0 ? null : before);
  });
}

function wayOf(
  { scenario }: Chart,
  alternative: Alternative,
  { once }: Fork,
  batch: FuturesBatch,
  before: Int32Array | null,
): Way {
  const ends = endings(scenario, batch);
  const outlook = outlookOf(scenario, ends);
  const share = (count: number): Estimate => wilson(count, batch.futures);
  const became = (what: number): Estimate => share(batch.option.filter((one) => one === what).length);
  return {
    alternative,
    outlook,
    changes: before === null ? null : differences(scenario, ends, before),
    happens: scenario.happenings.map((_, happening) =>
      share(countOf(batch, scenario.happenings.length, happening)),
    ),
    option:
      once === null
        ? null
        : {
            taken: became(OPTION.taken),
            unavailable: became(OPTION.unavailable),
            notAsked: became(OPTION.notAsked),
          },
  };
}

function countOf({ happened, futures }: FuturesBatch, happenings: number, happening: number): number {
  let count = 0;
  for (let future = 0; future < futures; future += 1)
    count += happened[future * happenings + happening] as number;
  return count;
}
