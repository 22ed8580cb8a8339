/** What runs showed, as a document for Markdown and LaTeX. */
export type { Picture } from './figure.ts';
export { type Pictures, resultsDocument } from './results.ts';
