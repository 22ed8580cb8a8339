/** Where to run: designs of experiments as points in the unit cube, and what factors make of them. */
export { correlatedFactors, correlatedPoints } from './copula.ts';
export * from './design.ts';
export { type DesignDraws, designDraws } from './draws.ts';
export {
  decisionFactor,
  type Factor,
  type FactorValue,
  type LabelledKind,
  quantileFactor,
  rangeFactor,
  shockFactor,
  valueAt,
  valuesAt,
  variantFactor,
  withValues,
} from './factor.ts';
export { grid, spacedLevels } from './grid.ts';
export { latinHypercube } from './latin-hypercube.ts';
export { list } from './list.ts';
export { morris } from './morris.ts';
export { oneAtATime } from './one-at-a-time.ts';
export { designsFor, refusePairing } from './pairing.ts';
export { permutation } from './permutation.ts';
export { radial } from './radial.ts';
export { lessCorrelated } from './reduce-correlation.ts';
export { saltelli, saltelliBlocks } from './saltelli.ts';
export { scrambledSobolPoints, sobolPoints, sobolSequence } from './sobol-sequence.ts';
