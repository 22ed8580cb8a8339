export * from './batch.ts';
export { formatDate } from './clock.ts';
export { type JsonSchema, scenarioSchema } from './document/index.ts';
export type * from './document.ts';
export * from './futures.ts';
export { type LoadResult, loadScenario } from './load.ts';
export type * from './model.ts';
export * from './point.ts';
export { type ResolvedPoint, resolvePoint } from './resolve-point.ts';
