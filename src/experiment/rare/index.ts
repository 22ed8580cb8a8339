export type { Level } from './levels.ts';
export { type LevelResult, type RareRequest, type RareResult, rare } from './rare.ts';
