/** What any entry carries for people, and the clock. */

/** What any entry may carry for people. `label` is never empty: the name, spaced, stands in. */
export interface Described {
  readonly label: string;
  readonly unit: string | null;
  readonly note: string | null;
  readonly group: string | null;
  readonly sources: readonly SourceReference[];
}

/** `id` of an entry in `sources`, or `assumption`; `place` is what follows `#`. */
export interface SourceReference {
  readonly id: string;
  readonly place: string | null;
}

export interface Source {
  readonly id: string;
  readonly text: string;
}

/** Time is cut into `steps` steps of `stepDays` days. `start` is ISO 8601 without zone (`2022-01-02T00:00`). */
export interface Time {
  readonly start: string;
  readonly stepDays: number;
  readonly steps: number;
  readonly horizonDays: number;
}
