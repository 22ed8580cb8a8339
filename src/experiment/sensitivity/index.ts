/** Which factors move the outcomes: Sobol indices, elementary effects, or what ordinary runs say. */
export { drawnFactors, refuseCorrelated, sensitivityFactor } from './factors.ts';
export {
  DEFAULT_POINTS,
  DEFAULTS,
  SENSITIVITY_DESIGNS,
  type SensitivityDesign,
  sensitivityDesign,
  settingsOn,
} from './plan.ts';
export * from './request.ts';
export { analysisOf, sensitivity } from './sensitivity.ts';
export { tornadoPlaces } from './tornado.ts';
