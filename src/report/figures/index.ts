/** Figures as Vega-Lite specifications: pure functions of results, for SVG files and for pages. */
export {
  branchFigures,
  comparisonFigures,
  discoveryFigures,
  futuresFigures,
  incidenceFigures,
  sensitivityFigures,
  simulationFigures,
  sweepFigures,
  thresholdFigures,
  turningFigures,
} from './answers.ts';
export { type FigureCase, type FigureOutcome, figureCase } from './case.ts';
export { changesFigure } from './changes.ts';
export { boxFigure, tradeOffFigure } from './discovery.ts';
export { type FactorOutput, factorsFigure } from './factors.ts';
export { heatMapFigure } from './heat-map.ts';
export { type IncidenceCurves, incidenceFigure } from './incidence.ts';
export { luckFigure } from './luck.ts';
export { type FigureHistogram, type MeasureShape, measureFigure } from './measure.ts';
export { outcomesBySideFigure, outcomesFigure } from './outcomes.ts';
export { settledFigure, settlesFigure } from './settled.ts';
export { type ChangesWords, type FigureContrast, type FigureSide, SHARES_CHANGED } from './sides.ts';
export { captioned, type FigureSpec, type Plain, type PlainObject } from './spec.ts';
export { type FigureRegion, stagesFigure } from './stages.ts';
export { type SweptAxis, type SweptShares, sweepFigure } from './sweep.ts';
export { type FigureMode, figureConfig } from './theme.ts';
export { thresholdFigure } from './threshold.ts';
export { type TornadoBars, tornadoFigure } from './tornado.ts';
export { turningFigure } from './turning.ts';
