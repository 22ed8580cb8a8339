export { CODES, type CodeRow, type DiagnosticCode, type Severity } from './codes.ts';
export type * from './diagnostic.ts';
export { diagnostic } from './diagnostic.ts';
