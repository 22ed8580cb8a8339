/**
 * The checked scenario: plain, frozen, serialisable data in which every reference is an index.
 * Both executors read this and nothing else. Arrays are in document order, which means something.
 */
import type { Decision, Happening, Region, Shock, Stage, Transition } from './model/chart.ts';
import type { Source, Time } from './model/described.ts';
import type { ScenarioPromise } from './model/promises.ts';
import type { Measure, Outcome, Show, TimelineEntry, Variant } from './model/results.ts';
import type { Auxiliary, Correlation, Parameter, Variable } from './model/values.ts';

export type * from './model/chart.ts';
export type * from './model/described.ts';
export type * from './model/promises.ts';
export type * from './model/results.ts';
export type * from './model/values.ts';

export interface Scenario {
  /** The file's base name without its ending. */
  readonly id: string;
  readonly file: string;
  /** SHA-256 (hex) of the canonical JSON of the merged document. */
  readonly hash: string;
  readonly title: string;
  readonly summary: string | null;
  readonly sources: readonly Source[];
  readonly time: Time;
  readonly parameters: readonly Parameter[];
  readonly correlations: readonly Correlation[];
  readonly variables: readonly Variable[];
  readonly auxiliaries: readonly Auxiliary[];
  /** Order of evaluation that respects every rule of every stage. */
  readonly auxiliaryOrder: readonly number[];
  readonly regions: readonly Region[];
  readonly stages: readonly Stage[];
  readonly transitions: readonly Transition[];
  readonly decisions: readonly Decision[];
  readonly shocks: readonly Shock[];
  readonly happenings: readonly Happening[];
  readonly outcomes: readonly Outcome[];
  readonly measures: readonly Measure[];
  readonly timeline: readonly TimelineEntry[];
  readonly variants: readonly Variant[];
  readonly promises: readonly ScenarioPromise[];
  /** Other files that promises compare with; each without promises and `compared` of its own. */
  readonly compared: readonly Scenario[];
  readonly show: Show;
}
