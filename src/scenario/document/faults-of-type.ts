/** A value of another kind than its place wants, told in the author's words, with the likely mend. */
import type { DiagnosticCode } from '../../diagnostics/index.ts';
import type { DocumentNode, ScalarNode } from './node.ts';
import { listOf, mappingOf, type Shape, wantsOf } from './shapes/shape.ts';
import { kindInWords } from './shapes/words.ts';

export interface Wording {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly mend: string;
}

/** `name` as in `Place`. */
export function wrongType(node: DocumentNode, shape: Shape, name: string): Wording {
  if (node.kind === 'scalar' && node.value === null) return nothingThere(shape, name);
  const code = codeFor(node, shape);
  const found = code === 'wrong-type' || node.kind !== 'scalar' ? kindInWords(node) : node.text;
  return { code, message: `${name} wants ${wantsOf(shape)}; this is ${found}`, mend: mendFor(node, shape) };
}

function codeFor(node: DocumentNode, shape: Shape): DiagnosticCode {
  if (node.kind !== 'scalar' || shape.kind !== 'scalar' || !shape.code?.when(node)) return 'wrong-type';
  return shape.code.code;
}

function nothingThere(shape: Shape, name: string): Wording {
  const mend =
    mappingOf(shape) === null
      ? `Write ${wantsOf(shape)}, or delete the line.`
      : 'Write `{}` after the colon if nothing needs to be said, or delete the line.';
  return { code: 'wrong-type', message: `${name} is empty`, mend };
}

function mendFor(node: DocumentNode, shape: Shape): string {
  if (node.kind === 'scalar') return mendForScalar(node, shape);
  if (node.kind === 'list' && node.items.length === 1)
    return 'Write the entry without the brackets or the dash.';
  if (node.kind === 'map' && mappingOf(shape) === null && startsWithBrace(node)) {
    return 'A value that begins with `{` is read as a mapping: put it in double quotes if it is meant as text.';
  }
  return 'Write what is wanted here, or delete the entry.';
}

function startsWithBrace(node: DocumentNode): boolean {
  return node.origin.source.text[node.origin.span.start] === '{';
}

const NUMERIC = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function mendForScalar(node: ScalarNode, shape: Shape): string {
  const wants = wantsOf(shape);
  const isText = typeof node.value === 'string';
  if (listOf(shape) !== null) return 'Put it in brackets, such as `[a, b]`.';
  if (isText && wants.includes('number') && NUMERIC.test(node.text))
    return 'Write the number without quotes.';
  if (isText && wants.startsWith('true') && /^(yes|no|on|off|y|n)$/i.test(node.text)) {
    return `Write \`${/^(yes|on|y)$/i.test(node.text)}\`: YAML 1.2 reads \`${node.text}\` as text.`;
  }
  if (isText && wants.includes('number') && node.text.includes(','))
    return 'Write decimals with a point, and no thousands separators.';
  if (typeof node.value === 'number' && wants.includes('duration'))
    return `Add the unit, such as \`${node.text} days\`.`;
  if (mappingOf(shape) !== null) return 'Write keys below it, indented, or in braces.';
  return `Write ${wants}.`;
}
