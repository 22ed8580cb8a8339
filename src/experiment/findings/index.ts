export { evidenceOf, isContested } from './evidence.ts';
export type * from './findings.ts';
export { FindingsFaulted, FindingsInterrupted, type FindingsRequest, gatherFindings } from './gather.ts';
