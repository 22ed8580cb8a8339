export * from './batch.ts';
export { formatDate } from './clock.ts';
export { type Columns, type GivenColumns, openColumns } from './columns.ts';
export * from './difference/index.ts';
export {
  experimentSchema,
  type JsonSchema,
  type LoadedExperiment,
  loadExperiment,
  QUESTION_NAMES,
  type Question,
  scenarioSchema,
} from './document/index.ts';
export type * from './document.ts';
export { expressionTex, factorTex, nameTex, type Read, readsOf, triggerExpressions } from './formula.ts';
export * from './futures.ts';
export { type LoadResult, loadScenario } from './load.ts';
export type * from './model.ts';
export { namesByIndex } from './names-by-index.ts';
export { lineOfPlace } from './place-line.ts';
export * from './point.ts';
export { type ResolvedPoint, resolvePoint } from './resolve-point.ts';
export { cutRecords, joinRecords } from './run-records.ts';
export { type Reveal, readScript, type ScriptStop, type SeminarScript } from './script/read-script.ts';
