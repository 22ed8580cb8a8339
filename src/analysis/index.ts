export type * from './estimate.ts';
