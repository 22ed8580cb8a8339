/** Answers for people: plain text, the parts it is made of (shared with the screen), figures, and pictures of a terminal. */
export * from './capture-svg/index.ts';
export * from './citation/index.ts';
export * from './codebook/index.ts';
export * from './data/index.ts';
export * from './diagram/index.ts';
export type { Document } from './document/index.ts';
export { figureSvg } from './figure-svg.ts';
export * from './figures/index.ts';
export * from './handout-html/index.ts';
export * from './html/index.ts';
export * from './latex/index.ts';
export * from './markdown/index.ts';
export * from './odd/index.ts';
export * from './panels/index.ts';
export * from './plain/index.ts';
export * from './results/index.ts';
export * from './text/index.ts';
