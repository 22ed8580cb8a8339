/** Joins a screen's model, the terminal's size and the keys to the view. */
import { useSyncExternalStore } from 'react';
import type { Fullscreen } from '../fullscreen.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useTerminalSize } from '../hooks/use-terminal-size.ts';
import type { ScreenModel } from '../screen-model.ts';
import type { Theme } from '../theme.ts';
import { FrameView } from './FrameView.tsx';

export interface AppProps {
  readonly model: ScreenModel;
  readonly screen: Pick<Fullscreen, 'size' | 'onResize' | 'paint' | 'suspend'>;
  readonly theme: Theme;
}

export function App({ model, screen, theme }: AppProps) {
  useSyncExternalStore(model.subscribe, model.snapshot);
  const size = useTerminalSize(screen);
  useKeys(model, size, screen.suspend);
  return <FrameView rows={model.rows(size)} screen={screen} theme={theme} />;
}
