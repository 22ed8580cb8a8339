/** What a model description is written from. */
import type { PromiseVerdict } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';

/** A text beside the scenario that says more of it: a page of claims, a note on method. */
export interface Companion {
  /** Its address, seen from the description. */
  readonly file: string;
  /** What a reader finds there, as a noun: `what each claim of the source does`. */
  readonly about: string;
}

/** What `check --expect` found, and the command that finds it again. */
export interface TestedPromises {
  readonly verdicts: readonly PromiseVerdict[];
  readonly command: string;
}

export interface DescriptionSubject {
  readonly scenario: Scenario;
  /** The scenario as a user names it, for commands. */
  readonly named: string;
  /** The program's version. */
  readonly version: string;
  /** Null where the promises were not tested. */
  readonly promises: TestedPromises | null;
  readonly companions: readonly Companion[];
}
