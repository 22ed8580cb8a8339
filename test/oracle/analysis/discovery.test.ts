// Proves that boxes, their tests and trees are the published ones.
import { describe, expect, it } from 'vitest';
import {
  balancedBox,
  boxOf,
  classificationTree,
  type FactorColumn,
  freshTest,
  peelQuantile,
  prim,
  quasiP,
  restrictionsOf,
  withoutIdle,
} from '../../../src/analysis/index.ts';
import { seedKey, siteOf, uniformAt } from '../../../src/random/index.ts';

const key = seedKey('2022');

describe('quasi-p (Bryant and Lempert 2010, as in EMAworkbench)', () => {
  it.each([
    [70, 131, 4.716968553e-6],
    [70, 209, 1.184929911e-16],
    [77, 183, 3.51511253e-11],
    [68, 95, 0.157413335],
  ])('67 of 87 against %i of %i: %d', (hits, cases, exact) => {
    expect(quasiP({ hits: 67, cases: 87 }, { hits, cases }) / exact).toBeCloseTo(1, 8);
  });
});

describe('peel quantile (EMAworkbench test_prim.py)', () => {
  const digits = Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const tied = Float64Array.from([1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
  it.each([0.05, 0.1])('takes off %d: 0.5 and 8.5; with ties 1.5 and 8.5', (share) => {
    expect(peelQuantile(digits, share, 'low')).toBe(0.5);
    expect(peelQuantile(digits, share, 'high')).toBe(8.5);
    expect(peelQuantile(tied, share, 'low')).toBe(1.5);
    expect(peelQuantile(tied, share, 'high')).toBe(8.5);
  });
  it('has nothing to take off equal values', () => {
    expect(peelQuantile(Float64Array.from([3, 3, 3]), 0.1, 'low')).toBeNull();
  });
});

describe('PRIM', () => {
  // Hits with chance 0.9 where x < 0.4, y > 0.5 and the label is 1 (mass 0.1), else 0.05. z does nothing.
  const draw = (column: number) => (_: unknown, row: number) =>
    uniformAt(key, 3, siteOf('test prim'), column, row);
  const made = (n: number, from: number) => {
    const at = (column: number) => Float64Array.from({ length: n }, (_, i) => draw(column)(null, from + i));
    const [x, y, z, label, luck] = [0, 1, 2, 3, 4].map(at) as [Float64Array, ...Float64Array[]];
    const labels = Uint16Array.from(label!, (u) => Math.floor(2 * u));
    const inside = (i: number) => x[i]! < 0.4 && y![i]! > 0.5 && labels[i] === 1;
    const hits = Uint8Array.from(luck!, (u, i) => (u < (inside(i) ? 0.9 : 0.05) ? 1 : 0));
    const columns: FactorColumn[] = [
      { kind: 'number', values: x },
      { kind: 'number', values: y! },
      { kind: 'number', values: z! },
      { kind: 'label', values: labels, labels: 2 },
    ];
    return { columns, hits };
  };
  const { columns, hits } = made(4000, 0);
  const boxes = prim(columns, hits);

  it('finds the box that is there, and a fresh test that agrees', () => {
    const box = withoutIdle(columns, hits, balancedBox(boxes)!);
    const [x, y, z, label] = box.limits;
    expect(x?.kind === 'number' && Math.abs(x.high - 0.4) < 0.03 && x.low < 0.03).toBe(true);
    expect(y?.kind === 'number' && Math.abs(y.low - 0.5) < 0.03 && y.high > 0.97).toBe(true);
    expect(z).toBeNull();
    expect(label).toEqual({ kind: 'label', allowed: [false, true] });
    const fresh = made(4000, 4000);
    const { density } = freshTest(fresh.columns, fresh.hits, box.limits);
    expect(density.low).toBeLessThan(0.9);
    expect(density.high).toBeGreaterThan(0.85);
    for (const { quasiP: p } of restrictionsOf(columns, hits, box)) expect(p).toBeLessThan(0.05);
  });

  it('gets denser step by step while peeling, down to the least mass', () => {
    const peeled = boxes.filter((box, i) => i === 0 || box.mass < boxes[i - 1]!.mass);
    expect(boxes[0]!.coverage).toBe(1);
    expect(boxes.at(-1)!.density).toBeGreaterThan(0.85);
    for (const box of peeled) expect(box.mass).toBeGreaterThanOrEqual(0.05);
    for (const box of boxes) expect(boxOf(columns, hits, box.limits)).toEqual(box);
  });

  it('stops at a box of hits alone', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i);
    const found = prim(
      [{ kind: 'number', values }],
      Uint8Array.from(values, (v) => (v >= 80 ? 1 : 0)),
    ).at(-1)!;
    expect(found.density).toBe(1);
    expect(found.coverage).toBe(1);
    expect(found.limits).toEqual([{ kind: 'number', low: 79.5, high: Infinity }]);
  });

  it('a made-up box flatters itself on the data it was found in (spoiled): the fresh density is lower', () => {
    const noise = {
      columns,
      hits: Uint8Array.from({ length: 4000 }, (_, i) => (draw(9)(null, i) < 0.2 ? 1 : 0)),
    };
    const best = prim(noise.columns, noise.hits, { leastMass: 0.02 }).at(-1)!;
    const later = {
      columns: made(4000, 4000).columns,
      hits: noise.hits.map((_, i) => (draw(9)(null, 5000 + i) < 0.2 ? 1 : 0)),
    };
    const { density } = freshTest(later.columns, later.hits, best.limits);
    expect(best.density).toBeGreaterThan(0.25);
    expect(density.low).toBeLessThan(0.2);
  });
});

describe('classification tree', () => {
  // Titanic (R datasets, Dawson 1995): class, sex, age; survived of all.
  const CASES = [
    [0, 0, 0, 5, 5],
    [1, 0, 0, 11, 11],
    [2, 0, 0, 13, 48],
    [0, 1, 0, 1, 1],
    [1, 1, 0, 13, 13],
    [2, 1, 0, 14, 31],
    [0, 0, 1, 57, 175],
    [1, 0, 1, 14, 168],
    [2, 0, 1, 75, 462],
    [3, 0, 1, 192, 862],
    [0, 1, 1, 140, 144],
    [1, 1, 1, 80, 93],
    [2, 1, 1, 76, 165],
    [3, 1, 1, 20, 23],
  ] as const;
  const rows = CASES.flatMap(([rank, sex, age, survived, all]) =>
    Array.from({ length: all }, (_, i) => [rank, sex, age, i < survived ? 1 : 0] as const),
  );
  const label = (at: 0 | 1 | 2, labels: number): FactorColumn => ({
    kind: 'label',
    values: Uint16Array.from(rows, (row) => row[at]),
    labels,
  });
  const columns = [label(0, 4), label(1, 2), label(2, 2)];
  const hits = Uint8Array.from(rows, (row) => row[3]);

  it('asks what rpart asks of the Titanic: sex, then age among men and third class among women', () => {
    const tree = classificationTree(columns, hits, { leastLeaf: 0.005, leastGain: 0.005 });
    expect([tree.cases, tree.hits]).toEqual([2201, 711]);
    const { split } = tree;
    expect(split!.factor).toBe(1);
    expect([split!.yes.cases, split!.yes.hits, split!.no.cases, split!.no.hits]).toEqual([
      1731, 367, 470, 344,
    ]);
    const [men, women] = [split!.yes.split!, split!.no.split!];
    expect(women.factor).toBe(0);
    expect([women.yes.cases, women.yes.hits, women.no.cases, women.no.hits]).toEqual([196, 90, 274, 254]);
    expect(men.factor).toBe(2);
    expect([men.yes.cases, men.yes.hits, men.no.cases, men.no.hits]).toEqual([1667, 338, 64, 29]);
    const boys = men.no.split!;
    expect([boys.yes.cases, boys.yes.hits, boys.no.cases, boys.no.hits]).toEqual([48, 13, 16, 16]);
  });

  it('cuts numbers halfway, keeps leaves large enough, and stops where nothing is gained', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i);
    const tree = classificationTree(
      [{ kind: 'number', values }],
      Uint8Array.from(values, (v) => (v >= 30 ? 1 : 0)),
    );
    expect(tree.split!.limit).toEqual({ kind: 'number', low: -Infinity, high: 29.5 });
    expect([tree.split!.yes.split, tree.split!.no.split]).toEqual([null, null]);
    const rare = classificationTree(
      [{ kind: 'number', values }],
      Uint8Array.from(values, (v) => (v >= 98 ? 1 : 0)),
    );
    expect(rare.split!.no.cases).toBeGreaterThanOrEqual(5);
    expect(classificationTree([{ kind: 'number', values }], new Uint8Array(100)).split).toBeNull();
  });
});
