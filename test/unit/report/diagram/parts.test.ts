// Proves the parts that diagrams are made of: what fits is what was asked for, cycles are cut where a reader would, and
// panels and boxes never lie over each other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backEdges } from '../../../../src/report/diagram/back-moves.ts';
import { sizeOf } from '../../../../src/report/diagram/box-size.ts';
import { lineWidth } from '../../../../src/report/diagram/draw-link.ts';
import type { Box } from '../../../../src/report/diagram/figure.ts';
import { flowed } from '../../../../src/report/diagram/flow.ts';
import { packColumns } from '../../../../src/report/diagram/pack.ts';
import { cut, widthOf, wrapped } from '../../../../src/report/diagram/text-size.ts';

describe('text', () => {
  it('is wrapped into no more lines and no wider than asked, and nothing is lost but behind an ellipsis', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 30, max: 200 }), (text, width) => {
        const lines = wrapped(text, width, 'label', 3);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(widthOf(line, 'label')).toBeLessThanOrEqual(width);
      }),
    );
    expect(wrapped('Violence hijacks the protest', 200, 'label', 3).join(' ')).toBe(
      'Violence hijacks the protest',
    );
    expect(wrapped('one two three four five six seven', 40, 'label', 2).at(-1)).toMatch(/…$/);
  });

  it('that fits is not cut', () => {
    expect(cut('short', 100, 'name')).toBe('short');
    expect(cut('x'.repeat(400), 60, 'name')).toMatch(/^x+…$/);
  });
});

describe('backEdges', () => {
  const back = (nodes: string, edges: readonly string[]): readonly string[] => {
    const found = backEdges(
      [...nodes],
      edges.map(([from, to]) => ({ from: from!, to: to! })),
    );
    return edges.filter((_, index) => found[index]);
  };

  it('cuts a cycle where it returns to where the reading began', () => {
    expect(back('abc', ['ab', 'bc', 'ca'])).toEqual(['ca']);
    expect(back('abc', ['cb', 'ba', 'ac'])).toEqual(['ba']);
    expect(back('ab', ['aa', 'ab'])).toEqual(['aa']);
    expect(back('abcd', ['ab', 'cd', 'da'])).toEqual([]);
  });

  it('leaves no cycle', () => {
    const names = 'abcdefgh';
    const edge = fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...names))
      .map(([from, to]) => ({ from, to }));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 30 }), (edges) => {
        const found = backEdges([...names], edges);
        const forward = edges.filter((_, index) => !found[index]);
        // What no forward edge leads to can be taken away, until nothing is left.
        let left = new Set<string>(names);
        for (let round = 0; round < names.length; round += 1) {
          left = new Set(
            [...left].filter((node) => forward.some(({ from, to }) => to === node && left.has(from))),
          );
        }
        expect([...left]).toEqual([]);
      }),
    );
  });

  it('takes a chain of thousands', () => {
    const nodes = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const edges = nodes.slice(1).map((to, index) => ({ from: nodes[index]!, to }));
    expect(backEdges(nodes, [...edges, { from: nodes.at(-1)!, to: 'n0' }]).indexOf(true)).toBe(edges.length);
  });
});

const sizes = fc.array(
  fc.record({ width: fc.integer({ min: 1, max: 600 }), height: fc.integer({ min: 1, max: 600 }) }),
  { minLength: 1, maxLength: 13 },
);

describe('packColumns', () => {
  it('keeps panels apart, in their order, and on the page', () => {
    fc.assert(
      fc.property(sizes, (all) => {
        const { size, corners, widths } = packColumns(all, 10, 1.5);
        for (const [index, corner] of corners.entries()) {
          const { width, height } = all[index]!;
          expect(corner.x + width).toBeLessThanOrEqual(size.width);
          expect(corner.y + height).toBeLessThanOrEqual(size.height);
          expect(widths[index]).toBeGreaterThanOrEqual(width);
          const next = corners[index + 1];
          if (next === undefined) continue;
          const below = next.x === corner.x && next.y >= corner.y + height + 10;
          const beside = next.y === 0 && next.x >= corner.x + width + 10;
          expect(below || beside).toBe(true);
        }
      }),
    );
  });

  it('puts four large squares two by two on a square page, and small ones side by side', () => {
    const large = packColumns(Array(4).fill({ width: 500, height: 500 }), 10, 1);
    expect(large.corners).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 510 },
      { x: 510, y: 0 },
      { x: 510, y: 510 },
    ]);
    const small = packColumns(Array(4).fill({ width: 100, height: 500 }), 10, 1);
    expect(small.corners.map(({ y }) => y)).toEqual([0, 0, 0, 0]);
  });
});

describe('flowed', () => {
  const box = (text: string): Box => ({
    id: 'b',
    kind: 'stage',
    lines: [{ text, look: 'name' }],
    tooltip: '',
    hue: null,
    group: null,
  });

  it('fills rows as words fill lines', () => {
    const { boxes, size } = flowed(['one', 'two', 'three', 'four'].map(box), 150, 10);
    expect(size.width).toBeLessThanOrEqual(150);
    const rows = new Set(boxes.map(({ centre }) => centre.y));
    expect(rows.size).toBe(2);
    expect(boxes[0]!.size).toEqual(sizeOf(box('one')));
    expect(flowed([], 100, 10)).toEqual({ size: { width: 0, height: 0 }, boxes: [] });
  });
});

it('a line is the wider the more runs took it', () => {
  expect(lineWidth(0)).toBeLessThan(lineWidth(0.5));
  expect(lineWidth(0.5)).toBeLessThan(lineWidth(1));
});
