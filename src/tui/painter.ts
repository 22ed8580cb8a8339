/**
 * Draws frames by absolute position, writing only the lines that changed, each frame in one write that
 * terminals with synchronised output (mode 2026) show at once. A frame never scrolls and is never cleared
 * first, so nothing flickers and the scrollback stays as it was.
 */
import { textWidth } from '../report/index.ts';

const ESC = '\u001b[';
const BEGIN = `${ESC}?2026h`;
const END = `${ESC}?2026l`;
const CLEAR_TO_LINE_END = `${ESC}K`;
const CLEAR_BELOW = `${ESC}J`;
const SGR = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]*m`, 'g');

export interface PainterOutput {
  readonly write: (text: string) => boolean;
  readonly once: (event: 'drain', listener: () => void) => unknown;
  readonly writableNeedDrain?: boolean;
}

export interface Painter {
  readonly paint: (lines: readonly string[]) => void;
  /** Draw every line at the next paint: after a resize, or when others wrote to the terminal. */
  readonly forget: () => void;
}

const visibleWidth = (line: string) => textWidth(line.replace(SGR, ''));

/** The bytes that turn the lines `before` into `after`; `before` null: nothing is known of the screen. */
export function difference(before: readonly string[] | null, after: readonly string[]): string {
  let written = '';
  after.forEach((line, row) => {
    const old = before?.[row];
    if (old === line) return;
    // A line as wide as the screen leaves the cursor on its last column, where clearing would eat it.
    const shorter = old === undefined || visibleWidth(old) > visibleWidth(line);
    const clear = `${ESC}${row + 1};1H${CLEAR_TO_LINE_END}`;
    written +=
      old === undefined ? `${clear}${line}` : `${ESC}${row + 1};1H${line}${shorter ? CLEAR_TO_LINE_END : ''}`;
  });
  if (before === null || before.length > after.length) {
    written += `${ESC}${after.length + 1};1H${CLEAR_BELOW}`;
  }
  return written;
}

export function createPainter(output: PainterOutput): Painter {
  let shown: readonly string[] | null = null;
  let waiting: readonly string[] | null = null;
  const paint = (lines: readonly string[]) => {
    // A terminal that does not keep up gets the latest frame when it is ready, not all of them.
    if (output.writableNeedDrain === true) {
      if (waiting === null) {
        output.once('drain', () => {
          const latest = waiting;
          waiting = null;
          if (latest !== null) paint(latest);
        });
      }
      waiting = lines;
      return;
    }
    const written = difference(shown, lines);
    shown = lines;
    if (written !== '') output.write(BEGIN + written + END);
  };
  return {
    paint,
    forget: () => {
      shown = null;
    },
  };
}
