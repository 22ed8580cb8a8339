/**
 * A scenario as a statechart that runs: the machine. It is the meaning of the language; the kernel must give the same
 * bits. The only user of XState.
 */
export { type Alternative, forkAt, type Moment } from './alternative.ts';
export { recordBatch, runBatch } from './batch.ts';
export { type Chart, createChart, type RunSnapshot } from './chart.ts';
export { toDot } from './diagram/dot.ts';
export {
  type InfluenceGraph,
  type InfluenceKind,
  type InfluenceNode,
  influenceGraph,
} from './diagram/influence.ts';
export { influenceDot, influenceJson, influenceMermaid, influenceText } from './diagram/influence-text.ts';
export { toMermaid } from './diagram/mermaid.ts';
export { toScxml } from './diagram/scxml.ts';
export { toText } from './diagram/text.ts';
export { toXStateJson } from './diagram/xstate-json.ts';
export { parameterDrawer } from './drawn-parameters.ts';
export type { Fork, Impossible, OnceFixed } from './fork.ts';
export { withFreshLuck } from './fresh-luck.ts';
export { futureOf, runFutures, stepFuture } from './futures.ts';
export { drawParameters } from './parameters.ts';
export { persist, restore } from './persist.ts';
export type { Json } from './plain-json.ts';
export type { Cause, DecisionRecord, HappeningRecord, Move, StepRecord } from './record.ts';
export { recordOf } from './recorder.ts';
export { type EndedRun, finishRun, followRun, recordRun, runToEnd, startRun } from './run.ts';
export type { Luck, RunContext } from './run-context.ts';
export { RunFault, type RunFaultData, type RunFaultKind } from './run-fault.ts';
export { stepRun } from './step.ts';
export { endingInWords, type Sentence, tellStory } from './story.ts';
export {
  firstState,
  type Matters,
  type NotFinite,
  notFinite,
  type StatePart,
  type StepWay,
  stateParts,
  TooManyRacing,
  waysOn,
  whatMatters,
} from './ways/index.ts';
export { daysInWords, triggerInWords } from './words.ts';
