/** A terminal in memory: understands what the screen writes, and types keys. For tests without a real one. */
import { PassThrough, Writable } from 'node:stream';
import { graphemes, textWidth } from '../../src/report/index.ts';

const ESCAPE = String.fromCharCode(0x1b);
const SEQUENCE = new RegExp(`${ESCAPE}\\[([?0-9;]*)([A-Za-z])`, 'y');

export class FakeTerminal extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;
  alternate = false;
  cursorShown = true;
  wraps = true;
  /** Every write, as it came. */
  readonly writes: string[] = [];
  /** Rows that a write touched, by write. */
  readonly touched: number[][] = [];
  #cells: string[][] = [];
  #row = 0;
  #column = 0;
  readonly #depth: number;

  constructor({ columns, rows, depth = 1 }: { columns: number; rows: number; depth?: number }) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.rows = rows;
    this.#depth = depth;
    this.#clear();
  }

  getColorDepth(): number {
    return this.#depth;
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.#cells = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => this.#cells[row]?.[column] ?? ' '),
    );
    this.emit('resize');
  }

  /** What is seen, row by row, without blanks at the ends. */
  lines(): readonly string[] {
    return this.#cells.map((row) => row.join('').trimEnd());
  }

  text(): string {
    return this.lines().join('\n');
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    const text = String(chunk);
    this.writes.push(text);
    this.touched.push([]);
    let from = 0;
    while (from < text.length) {
      SEQUENCE.lastIndex = from;
      const match = SEQUENCE.exec(text);
      if (match !== null) {
        this.#command(match[1]!, match[2]!);
        from += match[0].length;
        continue;
      }
      const next = text.indexOf(ESCAPE, from + 1);
      const part = text.slice(from, next < 0 ? undefined : next);
      if (part.startsWith(ESCAPE)) throw new Error(`Not understood: ${JSON.stringify(part.slice(0, 10))}`);
      this.#print(part);
      from += part.length;
    }
    done();
  }

  #clear(): void {
    this.#cells = Array.from({ length: this.rows }, () => new Array<string>(this.columns).fill(' '));
  }

  #command(parameters: string, final: string): void {
    const numbers = parameters.split(';').map(Number);
    if (final === 'm') return;
    if (final === 'H') {
      this.#row = (numbers[0] || 1) - 1;
      this.#column = (numbers[1] || 1) - 1;
    } else if (final === 'J' && parameters === '2') this.#clear();
    else if (final === 'J') {
      for (let row = this.#row; row < this.rows; row += 1)
        this.#cells[row]!.fill(' ', row === this.#row ? this.#column : 0);
    } else if (final === 'K') {
      // A cursor that waits at the right edge stands on the last column.
      this.#cells[this.#row]?.fill(' ', Math.min(this.#column, this.columns - 1));
      this.touched.at(-1)!.push(this.#row);
    } else if (parameters === '?1049') this.alternate = final === 'h';
    else if (parameters === '?25') this.cursorShown = final === 'h';
    else if (parameters === '?7') this.wraps = final === 'h';
    else if (parameters !== '?2026') throw new Error(`Not understood: ${parameters}${final}`);
  }

  #print(text: string): void {
    for (const grapheme of graphemes(text)) {
      if (grapheme === '\n' || grapheme === '\r\n') {
        this.#row += 1;
        this.#column = 0;
        continue;
      }
      const width = textWidth(grapheme);
      const line = this.#cells[this.#row];
      if (line === undefined) throw new Error(`Row ${this.#row} is below the screen of ${this.rows} rows`);
      if (this.#column + width > this.columns)
        throw new Error(`Row ${this.#row} is wider than ${this.columns}`);
      line[this.#column] = grapheme;
      if (width === 2) line[this.#column + 1] = '';
      this.touched.at(-1)!.push(this.#row);
      this.#column += width;
    }
  }
}

/** Keys as a terminal sends them. */
export const KEY = {
  up: `${ESCAPE}[A`,
  down: `${ESCAPE}[B`,
  right: `${ESCAPE}[C`,
  left: `${ESCAPE}[D`,
  pageUp: `${ESCAPE}[5~`,
  pageDown: `${ESCAPE}[6~`,
  home: `${ESCAPE}[H`,
  end: `${ESCAPE}[F`,
  shiftTab: `${ESCAPE}[Z`,
  escape: ESCAPE,
  ctrlC: String.fromCharCode(3),
} as const;

/** Standard input of a terminal. */
export class FakeKeyboard extends PassThrough {
  readonly isTTY = true;
  raw = false;

  setRawMode(raw: boolean): this {
    this.raw = raw;
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  /** All in one chunk. */
  type(keys: string): void {
    this.write(keys);
  }
}

/** Both as the screen wants them typed. */
export const asTerminal = (terminal: FakeTerminal) => terminal as unknown as NodeJS.WriteStream;
export const asKeyboard = (keyboard: FakeKeyboard) => keyboard as unknown as NodeJS.ReadStream;

/** Waits until the terminal shows it; on failure the error holds the last frame. */
export async function shows(
  terminal: FakeTerminal,
  wanted: string | RegExp | ((text: string) => boolean),
): Promise<void> {
  const holds = (text: string) =>
    typeof wanted === 'function'
      ? wanted(text)
      : typeof wanted === 'string'
        ? text.includes(wanted)
        : wanted.test(text);
  const deadline = performance.now() + 20_000;
  while (!holds(terminal.text())) {
    if (performance.now() > deadline) throw new Error(`Never shown: ${String(wanted)}\n${terminal.text()}`);
    await new Promise((go) => setTimeout(go, 5));
  }
}
