export { type BranchTextOptions, branchText } from './branch-text.ts';
export { comparisonText } from './comparison-text.ts';
export { type DifferenceEffects, type DifferencePage, differenceText } from './difference-text.ts';
export { discoveryText } from './discovery-text.ts';
export { type ExactTextOptions, exactText } from './exact-text.ts';
export { regionWords } from './faults-rows.ts';
export { alternativeWords, type FuturesPage, fateSentence, futuresText } from './futures-text.ts';
export { type Handout, heldWords } from './handout-parts.ts';
export { handoutText } from './handout-text.ts';
export { hundred } from './hundreds.ts';
export { type IncidenceTextOptions, incidenceText } from './incidence-text.ts';
export { boxWords } from './limit-words.ts';
export { planText } from './plan-text.ts';
export { type PromiseLine, promisesText, type Verdict } from './promises-text.ts';
export { rareText } from './rare-text.ts';
export { rowsText } from './rows-text.ts';
export {
  actorOf,
  changeWords,
  handsWords,
  longMoment,
  numberedOptions,
  turnWords,
  widestOutcome,
} from './seminar-words.ts';
export { sensitivityText } from './sensitivity-text.ts';
export { settingsLine } from './settings-line.ts';
export { type SimulationTextOptions, simulationText } from './simulation-text.ts';
export { type Story, type StoryEntry, storyText } from './story-text.ts';
export { type SweepTextOptions, sweepText } from './sweep-text.ts';
export { thresholdText } from './threshold-text.ts';
export { type TurningPage, turningText } from './turning-text.ts';
export type { PlainOptions } from './write-rows.ts';
