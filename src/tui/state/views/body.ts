/** What a view hands to the frame. */
import type { Row } from '../../../report/index.ts';

export interface Body {
  /** Rows that stay when the rest scrolls. */
  readonly pinned: readonly Row[];
  readonly rows: readonly Row[];
}

/** The room a view has. */
export interface BodySize {
  readonly columns: number;
  readonly rows: number;
}
