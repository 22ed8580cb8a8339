/** The simulate screen: head, body and foot over each other. Size and state come in as props. */
import { Box } from 'ink';
import { frameOf, type Size } from '../state/frame.ts';
import type { State } from '../state/state.ts';
import type { Theme } from '../theme.ts';
import { Pane } from './Pane.tsx';

export interface SimulateScreenProps {
  readonly state: State;
  readonly size: Size;
  readonly theme: Theme;
}

export function SimulateScreen({ state, size, theme }: SimulateScreenProps) {
  const { head, body, foot } = frameOf(state, size);
  const { columns } = size;
  return (
    <Box flexDirection="column" width={columns} height={size.rows - 1} overflow="hidden">
      <Pane rows={head} width={columns} theme={theme} />
      <Pane rows={body} width={columns} theme={theme} />
      <Pane rows={foot} width={columns} theme={theme} />
    </Box>
  );
}
