/** What is wrong with what the user wrote, as data. Worded where it is found, printed last. */

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

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  /** A key of the table in `codes.ts`, such as `unknown-name`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in the author's words; one sentence without the place. */
  readonly message: string;
  /** What to do about it, with a did-you-mean where there is one. */
  readonly mend: string;
  /** Where; null when the fault has no place in a text (a file that is not there). */
  readonly source: SourceText | null;
  readonly span: Span | null;
}
