/** Joins the store, the terminal's size and the keys to the screen. */
import { useSyncExternalStore } from 'react';
import type { Fullscreen } from '../fullscreen.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useTerminalSize } from '../hooks/use-terminal-size.ts';
import type { Store } from '../state/store.ts';
import type { Theme } from '../theme.ts';
import { SimulateScreen } from './SimulateScreen.tsx';

export interface AppProps {
  readonly store: Store;
  readonly screen: Pick<Fullscreen, 'size' | 'onResize'>;
  readonly theme: Theme;
  readonly onLeave: (how: 'quit' | 'interrupt') => void;
}

export function App({ store, screen, theme, onLeave }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const size = useTerminalSize(screen);
  useKeys(store, size, onLeave);
  return <SimulateScreen state={state} size={size} theme={theme} />;
}
