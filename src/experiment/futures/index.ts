export { askFutures, type FuturesQuestion, type NoWay, type OptionFate, type Way } from './ask-futures.ts';
export { type BranchRequest, type BranchResult, branch, type DaySettled } from './branch.ts';
export type { BranchPart } from './branch-part.ts';
export { type HistoryPath, historyPath } from './history-path.ts';
export type { Instead } from './instead.ts';
export type { Outlook, OutlookShare } from './outlook.ts';
export { followPath, type RunPath } from './run-path.ts';
export {
  type MomentFutures,
  momentFutures,
  placeOnDay,
  type RunStory,
  type StoryMoment,
  storyOfRun,
} from './run-story.ts';
export { momentFor, optionsInStep } from './step-alternatives.ts';
export {
  type TurningPoint,
  type TurningResult,
  turningPoints,
} from './turning-points.ts';
export type { TurningRequest } from './turning-request.ts';
export { typicalRun } from './typical-run.ts';
