/** Making faults, and showing pieces of the author's text in them. */
import { asHeadline, asSentence, type DiagnosticCode, type Span } from '../diagnostics/index.ts';
import type { ExpressionFault } from './tree.ts';

/** What is wrong, and the mend; worded without capital and full stop, which `fault` adds. */
export interface Wording {
  readonly message: string;
  readonly mend: string;
}

export function fault(code: DiagnosticCode, span: Span, { message, mend }: Wording): ExpressionFault {
  const place = { start: span.start, end: span.end };
  return { code, message: asHeadline(message), mend: asSentence(mend), span: place };
}

const LONGEST_QUOTE = 60;

/** The text of a span on one line, cut when long, without the quoting signs. */
export function piece(text: string, { start, end }: Span): string {
  const written = text.slice(start, end).trim().replace(/\s+/g, ' ');
  return written.length > LONGEST_QUOTE ? `${written.slice(0, LONGEST_QUOTE - 1)}…` : written;
}

/** Names in a sentence: `a`, `b` and `c`; at most `most` of them. */
export function listed(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  if (names.length > most) return `${shown.join(', ')}, …`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** In order of place, so that a reader goes through the text once. */
export function inOrder(faults: readonly ExpressionFault[]): ExpressionFault[] {
  return [...faults].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
