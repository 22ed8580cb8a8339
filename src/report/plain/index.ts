export { comparisonText } from './comparison-text.ts';
export { type DifferenceEffects, type DifferencePage, differenceText } from './difference-text.ts';
export { type PromiseLine, promisesText, type Verdict } from './promises-text.ts';
export { settingsLine } from './settings-line.ts';
export { type SimulationTextOptions, simulationText } from './simulation-text.ts';
export { type Story, type StoryEntry, storyText } from './story-text.ts';
export type { PlainOptions } from './write-rows.ts';
export { type SweepTextOptions, sweepText } from './sweep-text.ts';
export { thresholdText } from './threshold-text.ts';
