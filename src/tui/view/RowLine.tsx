/** One row of the screen. It is already as wide as it may be: Ink must neither wrap nor cut it. */
import { Text } from 'ink';
import { memo } from 'react';

export interface RowLineProps {
  /** With escape sequences. */
  readonly line: string;
}

export const RowLine = memo(function RowLine({ line }: RowLineProps) {
  // A blank keeps an empty row's height.
  return <Text wrap="truncate-end">{line === '' ? ' ' : line}</Text>;
});
