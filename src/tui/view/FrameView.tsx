/** A frame of rows over each other. Size and rows come in as props. */
import { Box } from 'ink';
import type { Row } from '../../report/index.ts';
import type { TerminalSize } from '../fullscreen.ts';
import type { Theme } from '../theme.ts';
import { RowLine } from './RowLine.tsx';

export interface FrameViewProps {
  readonly rows: readonly Row[];
  readonly size: TerminalSize;
  readonly theme: Theme;
}

export function FrameView({ rows, size, theme }: FrameViewProps) {
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows - 1} overflow="hidden">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <RowLine key={index} line={theme.line(row)} />
      ))}
    </Box>
  );
}
