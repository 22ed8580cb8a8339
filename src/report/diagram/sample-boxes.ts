/** The legend of a picture: one box of each kind, with what the kind means. */
import type { Box, BoxKind } from './figure.ts';

/** Boxes of the kinds that are used, in the order of their meanings. */
export function sampleBoxes(
  meanings: readonly (readonly [BoxKind, string])[],
  boxes: readonly Box[],
): readonly Box[] {
  const used = new Set(boxes.map(({ kind }) => kind));
  return meanings
    .filter(([kind]) => used.has(kind))
    .map(([kind, text]) => ({
      id: kind,
      kind,
      lines: [{ text, look: 'faint' }],
      tooltip: '',
      hue: null,
      group: null,
    }));
}
