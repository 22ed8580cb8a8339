/** Screens for a terminal. Importing this loads neither Ink nor React. */
export { countLeading } from './experiment/leading.ts';
export { openExperiment } from './experiment/open.ts';
export { keysAsMarkdown } from './keys.ts';
export type { LabEngine } from './lab/engine.ts';
export type { Draft, Figure, LabServices, Reloaded } from './lab/services.ts';
export { openFollow, openFollowLines } from './open-follow.ts';
export { type LabEnd, type LabOpening, type LabScreen, openLab } from './open-lab.ts';
export { type LabLines, openLabLines } from './open-lab-lines.ts';
export { openPresent, type PresentEnd } from './open-present.ts';
export { openPresentLines } from './open-present-lines.ts';
export {
  openSimulation,
  type SimulationEnd,
  type SimulationScreen,
  type StartSimulation,
} from './open-simulation.ts';
export type { SimulationControl } from './pause.ts';
export type { PresentServices } from './present/desk.ts';
export { storyOf } from './present/place.ts';
export type { Progress } from './state/action.ts';
