/** What the lab asks of the engines. Who opens the lab brings it. */
import type {
  Drill,
  DrillRequest,
  Live,
  MomentFutures,
  OutcomesAt,
  ToldRun,
} from '../../experiment/index.ts';
import type { Point, Scenario } from '../../scenario/index.ts';
import type { FuturesQuestion } from './questions.ts';

/** Work beside the live distribution. */
export interface Work<SoFar> {
  readonly signal: AbortSignal;
  /** True while it is to hold. */
  readonly isHeld: () => boolean;
  readonly onPass: (soFar: SoFar) => void;
}

export interface LabEngine {
  /** Distributions that follow a point: one for now, one for what is compared with. */
  readonly live: (scenario: Scenario) => Live;
  /** How runs end at many points; `onPass` gets more and more of them. The live distribution goes first. */
  readonly outcomesAt: (
    scenario: Scenario,
    points: readonly Point[],
    runs: number,
    work: Work<OutcomesAt>,
  ) => Promise<void>;
  readonly drill: (
    asked: Pick<DrillRequest, 'scenario' | 'point' | 'outcome' | 'runs'>,
    work: Work<Drill>,
  ) => Promise<void>;
  readonly tell: (scenario: Scenario, point: Point, run: number) => Promise<ToldRun>;
  /** Null when interrupted, or where no run ends so. @throws RunFault where the run cannot come to its end. */
  readonly futures: (
    asked: FuturesQuestion & { readonly futures: number },
    signal: AbortSignal,
  ) => Promise<MomentFutures | null>;
  /** Why a run that could not go on stopped, and where. */
  readonly explain: (scenario: Scenario, point: Point, run: number) => Promise<string>;
}
