/** What the lab asks of the engines. Who opens the lab brings it. */
import type { Live } from '../../experiment/index.ts';
import type { Point, Scenario } from '../../scenario/index.ts';

export interface LabEngine {
  /** Distributions that follow a point: one for now, one for what is compared with. */
  readonly live: (scenario: Scenario) => Live;
  /** Why a run that could not go on stopped, and where. */
  readonly explain: (scenario: Scenario, point: Point, run: number) => Promise<string>;
}
