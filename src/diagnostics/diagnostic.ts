/** What is wrong with what the user wrote, as data. Worded where it is found, printed last. */
import { CODES, type DiagnosticCode, type Severity } from './codes.ts';

/** Half-open range of UTF-16 offsets `[start, end)` in one source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A source text that diagnostics point into. `name` is the path as the user gave it. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

export interface Diagnostic {
  /** A key of the table in `codes.ts`, such as `unknown-name`. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong, in the author's words; one sentence without the place and the full stop. */
  readonly message: string;
  /** What to do about it, in sentences, with a did-you-mean where there is one. Printed with a capital and a full stop. */
  readonly mend: string;
  /** Where; null when the fault has no place in a text (a file that is not there). */
  readonly source: SourceText | null;
  readonly span: Span | null;
}

/** Where a diagnostic points and what it says. */
export interface Finding {
  readonly message: string;
  readonly mend: string;
  readonly source: SourceText | null;
  readonly span: Span | null;
}

/** A diagnostic of this code, with the severity that the table gives it. */
export function diagnostic(code: DiagnosticCode, finding: Finding): Diagnostic {
  return { code, severity: CODES[code].severity, ...finding };
}
