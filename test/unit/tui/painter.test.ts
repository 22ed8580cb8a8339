// Proves that a painted screen shows each frame exactly, writing only lines that changed, and waits for slow terminals.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPainter, difference } from '../../../src/tui/painter.ts';
import { FakeTerminal } from '../../helpers/fake-terminal.ts';

const SIZE = { columns: 12, rows: 6 };

describe('difference', () => {
  test('is nothing where nothing changed', () => {
    expect(difference(['a', 'b'], ['a', 'b'])).toBe('');
  });
  test('is one line where one changed', () => {
    expect(difference(['a', 'b', 'c'], ['a', 'x', 'c'])).toBe('\u001b[2;1Hx');
  });
  test('clears what is left of a longer line', () => {
    expect(difference(['abc'], ['a'])).toBe('\u001b[1;1Ha\u001b[K');
  });
  test('colours have no width', () => {
    expect(difference(['\u001b[31ma\u001b[39m'], ['b'])).toBe('\u001b[1;1Hb');
  });
});

describe('the screen', () => {
  const line = fc.stringMatching(/^[a-z日█]{0,6}$/);
  const frame = fc.array(line, { minLength: 1, maxLength: 5 });

  test('shows every frame of any sequence', () => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 6 }), (frames) => {
        const terminal = new FakeTerminal(SIZE);
        const painter = createPainter(terminal);
        for (const lines of frames) {
          painter.paint(lines);
          const wanted = Array.from({ length: SIZE.rows }, (_, row) => lines[row] ?? '');
          expect(terminal.lines()).toEqual(wanted);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a line as wide as the screen keeps its last column', () => {
    const terminal = new FakeTerminal(SIZE);
    const painter = createPainter(terminal);
    painter.paint(['abcdefghijkl']);
    painter.paint(['ABCDEFGHIJKL']);
    painter.forget();
    painter.paint(['abcdefghijkL']);
    expect(terminal.lines()[0]).toBe('abcdefghijkL');
  });

  test('after others wrote on it, all of it is drawn anew', () => {
    const terminal = new FakeTerminal(SIZE);
    const painter = createPainter(terminal);
    painter.paint(['one', 'two']);
    terminal.write('\u001b[1;1Hgarbage\u001b[5;1Hmore');
    painter.forget();
    painter.paint(['one', 'two']);
    expect(terminal.lines().slice(0, 5)).toEqual(['one', 'two', '', '', '']);
  });
});

test('a terminal that does not keep up gets the latest frame when it is ready', () => {
  const written: string[] = [];
  let drained = () => {};
  const output = {
    writableNeedDrain: false,
    write: (text: string) => {
      written.push(text);
      return true;
    },
    once: (_: 'drain', listener: () => void) => {
      drained = listener;
    },
  };
  const painter = createPainter(output);
  painter.paint(['a']);
  output.writableNeedDrain = true;
  painter.paint(['b']);
  painter.paint(['c']);
  expect(written).toHaveLength(1);
  output.writableNeedDrain = false;
  drained();
  expect(written).toHaveLength(2);
  expect(written[1]).toContain('c');
  expect(written[1]).not.toContain('b');
});
