/** Two versions of a scenario compared in words, and one version in one spelling. */
export type { ReadFile } from '../document/index.ts';
export { type Difference, differencesOf, type FieldChange } from './differences.ts';
export { loadOutline } from './load-outline.ts';
export type { Outline, OutlineEntry } from './outline.ts';
export { outlineText } from './outline-text.ts';
