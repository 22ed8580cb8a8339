/** What every form of a report is written from. */
import type { Findings } from '../../experiment/index.ts';
import type { Pool } from '../../runner/index.ts';

export interface Material {
  readonly findings: Findings;
  readonly pool: Pool;
  /** The scenario as the user named it. */
  readonly named: string;
}
