export type { CurveHead, CurveKind } from './curves.ts';
export {
  type IncidenceContrast,
  type IncidenceCurve,
  type IncidenceRequest,
  type IncidenceResult,
  type IncidenceSide,
  incidence,
} from './incidence.ts';
