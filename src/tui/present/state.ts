/** What the seminar's screen knows. */
import type { NoWay, SeminarMoment, SeminarSession, SeminarSheet, Way } from '../../experiment/index.ts';
import type { Scenario, ScriptStop } from '../../scenario/index.ts';
import type { DecisionRecord, Sentence } from '../../statechart/index.ts';

export type PresentPage = 'help' | 'tree' | 'chart';

/** How far a prepared seminar is on this way. */
export interface StopPlan {
  /** Stops that are reached, and how many there are. */
  readonly reached: number;
  readonly count: number;
  /** The next one that comes on this way, and its day since the start. */
  readonly next: { readonly stop: ScriptStop; readonly day: number } | null;
}

export interface PresentState {
  readonly scenario: Scenario;
  readonly session: SeminarSession;
  readonly moment: SeminarMoment;
  /** What happened from the start to here. */
  readonly story: readonly Sentence[];
  /** The open decisions that wait here, and what was chosen of the first of them; null leaves it to the actor. */
  readonly asked: readonly DecisionRecord[];
  readonly chosen: readonly (string | null)[];
  /** The futures from here, and those of the place before; null until they are there. */
  readonly outlook: Way | null;
  readonly outlookBefore: Way | null;
  /** Of the decision in hand: the futures by open option, in order. */
  readonly options: readonly (Way | NoWay)[] | null;
  /** The outcome that the options are compared by; null: the one they differ most in. */
  readonly about: number | null;
  /** By way: the futures from its furthest state. */
  readonly leaves: readonly (Way | null)[];
  /** What the room predicted, scored; null until it is. */
  readonly scores: SeminarSheet['scores'] | null;
  /** The stop of the prepared seminar that is here; whether there is such a seminar. */
  readonly stop: ScriptStop | null;
  readonly plan: StopPlan | null;
  readonly isPrepared: boolean;
  readonly showsNotes: boolean;
  readonly showsHistory: boolean;
  readonly showsModel: boolean;
  readonly page: PresentPage | null;
  readonly scroll: number;
  /** The way that is marked in the tree. */
  readonly marked: number;
  /** The hands that are being typed. */
  readonly typed: string | null;
  readonly notice: string | null;
}

/** The decision that waits for a choice; null where none does. */
export const decisionInHand = ({ asked, chosen }: PresentState): DecisionRecord | null =>
  asked[chosen.length] ?? null;
