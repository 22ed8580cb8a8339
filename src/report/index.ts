/** Answers for people: plain text, the parts it is made of (shared with the screen), and pictures of a terminal. */
export * from './capture-svg/index.ts';
export * from './data/index.ts';
export * from './diagram/index.ts';
export * from './panels/index.ts';
export * from './plain/index.ts';
export * from './text/index.ts';
