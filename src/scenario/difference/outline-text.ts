/** One version of a scenario as text in one spelling, a line a field: what `git diff` compares well. */
import type { Outline } from './outline.ts';

/** The same scenario gives the same text, however its file is laid out. */
export function outlineText(outline: Outline): string {
  return outline
    .map(({ kind, path, fields }) => {
      const head = path === '' ? kind : `${kind} ${path}`;
      return [head, ...fields.map(({ name, value }) => `  ${name}: ${value}`), ''].join('\n');
    })
    .join('\n');
}
