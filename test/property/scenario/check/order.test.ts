// Every auxiliary comes after all that it reads, or a circle is found that really is one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOf } from '../../../../src/scenario/check/auxiliary-order.ts';

const graph = fc.integer({ min: 0, max: 12 }).chain((size) =>
  fc.array(fc.uniqueArray(fc.nat({ max: Math.max(0, size - 1) }), { maxLength: 3 }), {
    minLength: size,
    maxLength: size,
  }),
);

it('orders graphs or finds circles', () => {
  fc.assert(
    fc.property(graph, (reads) => {
      const { order, circles } = orderOf(reads);
      expect([...order].sort((a, b) => a - b)).toEqual(reads.map((_, node) => node));
      for (const circle of circles) {
        for (const [at, node] of circle.entries())
          expect(reads[node]).toContain(circle[(at + 1) % circle.length]);
      }
      const place = new Map(order.map((node, at) => [node, at]));
      const holds = reads.every((each, node) => each.every((read) => place.get(read)! < place.get(node)!));
      expect(holds).toBe(circles.length === 0);
    }),
    { numRuns: 500 },
  );
});

it('orders a chain of a hundred thousand', () => {
  const size = 100_000;
  const { order } = orderOf(Array.from({ length: size }, (_, node) => (node + 1 < size ? [node + 1] : [])));
  expect(order[0]).toBe(size - 1);
});
