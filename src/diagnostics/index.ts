export { CODES, type CodeRow, type DiagnosticCode, type Severity } from './codes.ts';
export type * from './diagnostic.ts';
export { diagnostic } from './diagnostic.ts';
export { didYouMean } from './did-you-mean.ts';
export { type FormatOptions, formatDiagnostic, formatDiagnostics } from './format.ts';
export { harmless } from './harmless.ts';
export { type Position, positionAt } from './position.ts';
export { asHeadline, asSentence } from './sentence.ts';
