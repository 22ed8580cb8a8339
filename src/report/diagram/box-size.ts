/** How large a box is drawn. */
import type { Box, TextLine } from './figure.ts';
import { lineHeight, widthOf } from './text-size.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room between the text and the border, across and down; by default that of a bordered box. */
const BORDERED = { across: 11, down: 7 };
const BARE = { across: 3, down: 1 };
const START = 9;

export const isBare = ({ kind }: Pick<Box, 'kind'>): boolean => kind === 'label';

export function sizeOf(box: Box): Size {
  if (box.kind === 'start') return { width: START, height: START };
  const { across, down } = isBare(box) ? BARE : BORDERED;
  const width = Math.max(0, ...box.lines.map(({ text, look }) => widthOf(text, look)));
  return { width: Math.ceil(width + 2 * across), height: Math.ceil(heightOf(box.lines) + 2 * down) };
}

export const heightOf = (lines: readonly TextLine[]): number =>
  lines.reduce((sum, { look }) => sum + lineHeight(look), 0);
