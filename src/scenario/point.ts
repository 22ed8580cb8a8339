/** Everything a run takes besides its scenario, draw and luck: one point of an experiment. */
import type { FixedOption } from './model.ts';

/** What a user asks for, by name. Precedence: this over the variant, the variant over the file. */
export interface Settings {
  readonly variant: string | null;
  /** Parameter name → number, or the name of a choice. */
  readonly set: Readonly<Record<string, number | string>>;
  /** Decision name → option name. */
  readonly decide: Readonly<Record<string, string>>;
  /** Paths of happenings. */
  readonly without: readonly string[];
  /** Hold every parameter that is not set at its baseline. */
  readonly atBaseline: boolean;
}

/** Settings resolved against a scenario. Plain data; parallel to the scenario's arrays. */
export interface Point {
  /** By parameter: the value it is held at, or null when each run draws it. */
  readonly parameters: readonly (number | null)[];
  readonly decisions: readonly (FixedOption | null)[];
  /** By happening: taken away. */
  readonly removed: readonly boolean[];
  /** By region: the leaf it starts in. */
  readonly initialLeaves: readonly number[];
}

export const NO_SETTINGS: Settings = { variant: null, set: {}, decide: {}, without: [], atBaseline: false };
