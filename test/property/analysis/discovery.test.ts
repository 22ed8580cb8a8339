// Proves for any data that boxes and trees count what they say, and that corrections for many keep their order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOf,
  classificationTree,
  cumulativeIncidence,
  type FactorColumn,
  holm,
  leavesOf,
  prim,
  rowsWithin,
  varianceBetween,
  varianceWithin,
} from '../../../src/analysis/index.ts';

const data = fc.integer({ min: 5, max: 80 }).chain((n) =>
  fc.record({
    numbers: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }),
    labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }),
    hits: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
  }),
);

const columnsOf = (numbers: readonly number[], labels: readonly number[]): readonly FactorColumn[] => [
  { kind: 'number', values: Float64Array.from(numbers) },
  { kind: 'label', values: Uint16Array.from(labels), labels: 3 },
];

describe('boxes', () => {
  it('of PRIM count the rows within their limits, and get no less dense while they shrink', () => {
    fc.assert(
      fc.property(data, ({ numbers, labels, hits }) => {
        const columns = columnsOf(numbers, labels);
        const y = Uint8Array.from(hits, Number);
        const boxes = prim(columns, y);
        boxes.forEach((box, i) => {
          expect(boxOf(columns, y, box.limits)).toEqual(box);
          expect(box.cases).toBeGreaterThan(0);
          const before = boxes[i - 1];
          if (before !== undefined && box.mass > before.mass) {
            expect(box.density).toBeGreaterThanOrEqual(before.density);
          }
        });
      }),
    );
  });

  it('leaves of a tree part the rows: each is in exactly one', () => {
    fc.assert(
      fc.property(data, ({ numbers, labels, hits }) => {
        const columns = columnsOf(numbers, labels);
        const leaves = leavesOf(classificationTree(columns, Uint8Array.from(hits, Number)), 2);
        const rows = leaves.flatMap(({ limits, cases }) => {
          const within = Array.from(rowsWithin(columns, limits));
          expect(within).toHaveLength(cases);
          return within;
        });
        expect(rows.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i));
      }),
    );
  });
});

it('Holm never makes a p-value smaller, nor changes the order', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
  fc.assert(
    fc.property(chances, (p) => {
      const adjusted = holm(p);
      p.forEach((one, i) => {
        expect(adjusted[i]).toBeGreaterThanOrEqual(one);
        expect(adjusted[i]).toBeLessThanOrEqual(1);
        p.forEach((other, j) => {
          if (one < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
        });
      });
    }),
  );
});

it('cumulative incidences and what is free of all add up to one, with ties and censoring', () => {
  const cases = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(cases, (some) => {
      const { incidence, free } = cumulativeIncidence(
        some.map(([time]) => time),
        some.map(([, cause]) => cause),
        3,
      );
      free.forEach((rest, at) => {
        const sum = incidence.reduce((all, curve) => all + curve[at]!.value, rest);
        expect(sum).toBeCloseTo(1, 10);
      });
    }),
  );
});

it('luck that all rows share leaves the variance between them as it is', () => {
  const table = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
    .chain(([rows, replications]) =>
      fc.record({
        rows: fc.constant(rows),
        replications: fc.constant(replications),
        values: fc.array(fc.integer({ min: -50, max: 50 }), {
          minLength: rows * replications,
          maxLength: rows * replications,
        }),
        shared: fc.array(fc.integer({ min: -50, max: 50 }), {
          minLength: replications,
          maxLength: replications,
        }),
      }),
    );
  fc.assert(
    fc.property(table, ({ rows, replications, values, shared }) => {
      const all = Uint32Array.from({ length: rows }, (_, row) => row);
      const block = (change: (i: number) => number) => ({
        rows,
        replications,
        values: Float64Array.from(values, (value, i) => value + change(i % replications)),
      });
      const plain = varianceBetween(
        block(() => 0),
        all,
      );
      expect(
        varianceBetween(
          block((r) => shared[r]!),
          all,
        ),
      ).toBeCloseTo(plain, 7);
      expect(
        varianceWithin(
          block(() => 7),
          all,
        ),
      ).toBeCloseTo(
        varianceWithin(
          block(() => 0),
          all,
        ),
        7,
      );
    }),
  );
});
