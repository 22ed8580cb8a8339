export { type Matters, whatMatters } from './matters.ts';
export { type NotFinite, notFinite } from './refusals.ts';
export { type StatePart, stateParts } from './state-key.ts';
export { firstState, type StepWay, TooManyRacing, waysOn } from './ways.ts';
