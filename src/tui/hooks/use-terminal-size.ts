/** The terminal's size, kept up to date. */
import { useSyncExternalStore } from 'react';
import type { Fullscreen, TerminalSize } from '../fullscreen.ts';

export function useTerminalSize(screen: Pick<Fullscreen, 'size' | 'onResize'>): TerminalSize {
  const columns = useSyncExternalStore(screen.onResize, () => screen.size().columns);
  const rows = useSyncExternalStore(screen.onResize, () => screen.size().rows);
  return { columns, rows };
}
