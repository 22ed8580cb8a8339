export * from './batch.ts';
export type * from './document.ts';
export type * from './model.ts';
export * from './point.ts';
