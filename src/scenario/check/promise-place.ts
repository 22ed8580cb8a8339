/** What the readers of promises hand to each other. */
import type { DocumentNode, Entry } from '../document.ts';
import type {
  Decision,
  Measure,
  Outcome,
  Parameter,
  PromiseRule,
  PromiseSide,
  TimelineEntry,
} from '../model.ts';

/** The parts of a scenario that promises refer to. */
export interface PromiseGround {
  readonly outcomes: readonly Outcome[];
  readonly measures: readonly Measure[];
  readonly decisions: readonly Decision[];
  readonly parameters: readonly Parameter[];
  readonly timeline: readonly TimelineEntry[];
}

/** A rule, with what tells it from its siblings when one entry makes several. */
export interface Part {
  readonly suffix: string;
  readonly rule: PromiseRule;
}

/** A promise being read: its entry and the side it is about. */
export interface Place {
  readonly entry: Entry;
  readonly node: DocumentNode;
  readonly side: PromiseSide;
}
