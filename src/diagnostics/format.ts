/** Diagnostics as text for people. */
import type { Diagnostic } from './diagnostic.ts';
import { excerpt } from './excerpt.ts';
import { harmless } from './harmless.ts';
import { positionAt } from './position.ts';
import { asHeadline, asSentence } from './sentence.ts';

export interface FormatOptions {
  /** Whether escape codes may be used; nothing is said by colour alone. */
  readonly colour: boolean;
}

type Paint = (text: string) => string;

interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly quiet: Paint;
  readonly strong: Paint;
}

const plain: Paint = (text) => text;
const painted =
  (on: string, off: string): Paint =>
  (text) =>
    `\u001b[${on}m${text}\u001b[${off}m`;

const PLAIN: Palette = { error: plain, warning: plain, quiet: plain, strong: plain };
const COLOURED: Palette = {
  error: painted('1;31', '22;39'),
  warning: painted('1;33', '22;39'),
  quiet: painted('36', '39'),
  strong: painted('1', '22'),
};

/** `file:line:col: `, or as much of it as is known. */
function place({ source, span }: Diagnostic): string {
  if (source === null) return '';
  if (span === null) return `${harmless(source.name)}: `;
  const { line, column } = positionAt(source, span.start);
  return `${harmless(source.name)}:${line}:${column}: `;
}

function sourceLines(diagnostic: Diagnostic, palette: Palette): string[] {
  if (diagnostic.source === null || diagnostic.span === null) return [];
  const { lines, skipped } = excerpt(diagnostic.source, diagnostic.span);
  const gutter = Math.max(...lines.map((line) => String(line.number).length));
  return lines.flatMap((line, index) => [
    ...(index > 0 && skipped ? [palette.quiet(` ${'.'.repeat(gutter)} |`)] : []),
    `${palette.quiet(` ${String(line.number).padStart(gutter)} |`)} ${line.text}`.trimEnd(),
    `${palette.quiet(` ${' '.repeat(gutter)} |`)} ${palette[diagnostic.severity](line.carets)}`,
  ]);
}

/**
 * One diagnostic: `file:line:col: error[code]: message`, the source line with its number and carets under the span,
 * and `help:` with the mend. Any text and any span can be given; what would act on a terminal is shown as its number.
 */
export function formatDiagnostic(diagnostic: Diagnostic, { colour }: FormatOptions): string {
  const palette = colour ? COLOURED : PLAIN;
  const kind = palette[diagnostic.severity](`${diagnostic.severity}[${diagnostic.code}]`);
  const head = `${palette.strong(place(diagnostic))}${kind}: ${palette.strong(asHeadline(harmless(diagnostic.message)))}`;
  const help =
    diagnostic.mend === '' ? [] : [`${palette.quiet('help:')} ${asSentence(harmless(diagnostic.mend))}`];
  return [head, ...sourceLines(diagnostic, palette), ...help].join('\n');
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** All of them, a blank line between, and a last line that counts them; nothing for an empty list. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  if (diagnostics.length === 0) return '';
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const count = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ].join(', ');
  return [...diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, options)), count].join('\n\n');
}
