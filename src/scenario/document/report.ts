/** How the parts of the document half tell what they find. */
import {
  type Diagnostic,
  type DiagnosticCode,
  diagnostic,
  positionAt,
  type SourceText,
} from '../../diagnostics/index.ts';
import { MAX_FINDINGS } from './limits.ts';
import type { Origin } from './node.ts';

/** Takes one finding; the caller gathers them. */
export type Report = (code: DiagnosticCode, place: Origin, message: string, mend: string) => void;

/** A report that gathers, each finding once however often an alias or a set repeats its place. */
export function gather(): { readonly report: Report; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const seen = new Map<SourceText, Set<string>>();
  const report: Report = (code, { source, span }, message, mend) => {
    const id = `${code} ${span.start} ${message}`;
    const known = seen.get(source) ?? new Set();
    seen.set(source, known);
    if (known.has(id) || found.length >= MAX_FINDINGS) return;
    known.add(id);
    found.push(diagnostic(code, { message, mend, source, span }));
  };
  return { report, found };
}

/** The 1-based line of an offset. */
export const lineAt = (source: SourceText, offset: number): number => positionAt(source, offset).line;

/** The place of a run of characters. */
export function placeAt(source: SourceText, start: number, end: number): Origin {
  const last = source.text.length;
  return { source, span: { start: Math.min(start, last), end: Math.min(Math.max(end, start), last) } };
}
