/** What the view shows and whom it tells of keys: each screen brings its own. Knows no React. */
import type { Row } from '../report/index.ts';
import type { TerminalSize } from './fullscreen.ts';

export interface ScreenModel {
  /** Called after each change of what `snapshot` gives; returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The very same value as long as nothing changed. */
  readonly snapshot: () => unknown;
  /** The whole frame, one row shorter than the terminal, no row wider. */
  readonly rows: (size: TerminalSize) => readonly Row[];
  /** A key was pressed; its name is one of `key-names.ts`. */
  readonly key: (name: string, size: TerminalSize) => void;
}
