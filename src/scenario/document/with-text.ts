/** A scalar with another text that was made from its own. */
import type { MappedText } from './mapped-text.ts';
import type { ScalarNode } from './node.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** `asNumber`: a text that has become a number is one, as if it had been written without quotes. */
export function withText(
  node: ScalarNode,
  { text, from }: MappedText,
  { asNumber }: { asNumber: boolean },
): ScalarNode {
  if (text === node.text) return node;
  const value = asNumber && NUMBER.test(text) ? Number(text) : text;
  const { offsetAt } = node;
  const last = node.text.length;
  return {
    ...node,
    value,
    text,
    offsetAt: (index) => offsetAt(index < text.length ? (from[Math.max(0, index)] ?? 0) : last),
  };
}
