/** A stretch of rows, as high as it is said to be. */
import { Box } from 'ink';
import type { Row } from '../../report/index.ts';
import type { Theme } from '../theme.ts';
import { RowLine } from './RowLine.tsx';

export interface PaneProps {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly theme: Theme;
}

export function Pane({ rows, width, theme }: PaneProps) {
  return (
    <Box flexDirection="column" width={width} height={rows.length} flexShrink={0} overflow="hidden">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <RowLine key={index} line={theme.line(row)} />
      ))}
    </Box>
  );
}
