export { oddDescription } from './odd.ts';
export type { Companion, DescriptionSubject, TestedPromises } from './subject.ts';
