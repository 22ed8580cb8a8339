/**
 * A frame of rows over each other, painted by ourselves. The rows are laid out, cut and coloured already: handed to Ink
 * as text it would take them apart into cells, lay them out and put them together again, some five milliseconds of
 * every frame, where a key that is held down asks for thirty frames a second.
 */
import { useLayoutEffect } from 'react';
import type { Row } from '../../report/index.ts';
import type { Fullscreen } from '../fullscreen.ts';
import type { Theme } from '../theme.ts';

export interface FrameViewProps {
  readonly rows: readonly Row[];
  readonly screen: Pick<Fullscreen, 'paint'>;
  readonly theme: Theme;
}

export function FrameView({ rows, screen, theme }: FrameViewProps) {
  useLayoutEffect(() => {
    screen.paint(rows.map(theme.line));
  });
  return null;
}
