export { historyUntil } from './history.ts';
export {
  createPlayer,
  decisionNamed,
  openDecisions,
  type Player,
  type SeminarMoment,
  withChoices,
} from './player.ts';
export { readSession } from './read-session.ts';
export { whatScoresAllow } from './score.ts';
export { type PlannedStop, plannedStops, scriptFaults, stopAhead, stopHere } from './script.ts';
export {
  type Choice,
  goTo,
  newSession,
  nextLuck,
  predict,
  predictionAt,
  type SeminarPlace,
  type SeminarSession,
  type SeminarWay,
  stopped,
  treeOrder,
  turnOff,
  wayName,
} from './session.ts';
export {
  type AskSeminar,
  optionsOf,
  outlookAt,
  type SeminarSheet,
  seminarScores,
  seminarSheet,
} from './sheet.ts';
export { nextStop, type StopKind, stopBefore } from './stops.ts';
