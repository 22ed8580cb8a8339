// Proves what each design promises of its points, and that designs are paired with the analyses they support.
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  designsFor,
  grid,
  latinHypercube,
  lessCorrelated,
  list,
  morris,
  oneAtATime,
  radial,
  refusePairing,
  SUPPORTS,
  saltelli,
  saltelliBlocks,
  spacedLevels,
} from '../../../../src/experiment/design/index.ts';
import { seedKey } from '../../../../src/random/index.ts';

const key = seedKey('2022');

/** How many coordinates two points differ in. */
const moved = (one: readonly number[], other: readonly number[]): number =>
  one.filter((place, i) => place !== other[i]).length;

describe('grid, list, one at a time', () => {
  it('a grid has every combination, the last factor moving fastest', () => {
    expect(grid([2, 3]).points).toEqual([
      [0, 0],
      [0, 0.5],
      [0, 1],
      [1, 0],
      [1, 0.5],
      [1, 1],
    ]);
    expect(spacedLevels(1)).toEqual([0.5]);
  });

  it('a list refuses what is no place in the cube', () => {
    expect(list(2, [[0, 1]]).points).toEqual([[0, 1]]);
    expect(() => list(2, [[0, 1], [0.5]])).toThrow('point 1 is not a place in the unit cube of 2 dimensions');
    expect(() => list(1, [[1.1]])).toThrow(RangeError);
  });

  it('one at a time moves one factor from the centre', () => {
    const { points } = oneAtATime([0.5, 0.25], [0, 1]);
    expect(points).toEqual([
      [0.5, 0.25],
      [0, 0.25],
      [1, 0.25],
      [0.5, 0],
      [0.5, 1],
    ]);
  });
});

describe('Latin hypercube', () => {
  // McKay, Beckman and Conover 1979: floor(n·u) is a permutation in every column. gama#773 shows it can go wrong.
  it.each([1, 2, 7, 500])('with %i points has one in each slice of every factor', (size) => {
    for (const reduceCorrelation of [false, true]) {
      const { points } = latinHypercube(key, { dimensions: 6, size, reduceCorrelation });
      for (let factor = 0; factor < 6; factor += 1) {
        const slices = points.map((point) => Math.floor((point[factor] as number) * size));
        expect(slices.sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
      }
    }
  });

  it('averages with variance 1/(12 n³) in one factor, not 1/(12 n): 400 seeds, n = 10', () => {
    const means = Array.from({ length: 400 }, (_, seed) => {
      const { points } = latinHypercube(seedKey(`${seed}`), { dimensions: 1, size: 10 });
      return points.reduce((sum, [place = 0]) => sum + place, 0) / 10;
    });
    const variance = means.reduce((sum, mean) => sum + (mean - 0.5) ** 2, 0) / 400;
    // Relative standard error of a variance from 400 nearly normal values: sqrt(2/400) = 7 %; four of them: 1 in 16,000.
    expect(variance / (1 / 12_000)).toBeGreaterThan(0.72);
    expect(variance / (1 / 12_000)).toBeLessThan(1.28);
  });

  it('correlates less when asked to', () => {
    const of = (reduceCorrelation: boolean): number => {
      const { points } = latinHypercube(key, { dimensions: 5, size: 40, reduceCorrelation });
      let worst = 0;
      for (let i = 0; i < 5; i += 1) {
        for (let j = 0; j < i; j += 1) {
          const product = points.reduce(
            (sum, point) => sum + ((point[i] as number) - 0.5) * ((point[j] as number) - 0.5),
            0,
          );
          worst = Math.max(worst, Math.abs((12 * product) / 40));
        }
      }
      return worst;
    };
    expect(of(true)).toBeLessThan(0.05);
    expect(of(false)).toBeGreaterThan(0.15);
  });

  it('leaves orders alone that are too few to tell apart', () => {
    const columns = [
      [0, 1],
      [1, 0],
      [0, 1],
    ];
    expect(lessCorrelated(columns)).toEqual(columns);
  });
});

describe('Saltelli and radial', () => {
  // The layout of SciPy's test_sensitivity_analysis.py: A with one column from B, column by column.
  it('puts A, B and their mixtures in blocks', () => {
    const a = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const b = a.map((row) => row.map((value) => value + 100));
    expect(saltelliBlocks(a, b, true)).toEqual([
      ...a,
      ...b,
      [101, 2, 3],
      [104, 5, 6],
      [1, 102, 3],
      [4, 105, 6],
      [1, 2, 103],
      [4, 5, 106],
      [1, 102, 103],
      [4, 105, 106],
      [101, 2, 103],
      [104, 5, 106],
      [101, 102, 3],
      [104, 105, 6],
    ]);
  });

  it('has base·(d + 2) points, or base·(2d + 2) for second order', () => {
    expect(saltelli(key, { dimensions: 3, base: 16 }).points).toHaveLength(16 * 5);
    expect(saltelli(key, { dimensions: 3, base: 16, secondOrder: true }).points).toHaveLength(16 * 8);
    expect(() => saltelli(key, { dimensions: 101, base: 4 })).toThrow(RangeError);
  });

  it('a star moves each factor once from its centre', () => {
    const { points } = radial(key, { dimensions: 4, stars: 8 });
    expect(points).toHaveLength(8 * 5);
    points.forEach((point, i) => {
      const centre = points[i - (i % 5)] as readonly number[];
      expect(moved(point, centre)).toBe(i % 5 === 0 ? 0 : 1);
    });
  });
});

describe('Morris paths', () => {
  const { points } = morris(key, { dimensions: 5, paths: 300, levels: 4 });

  it('move every factor once by Δ = 2/3 on four levels', () => {
    for (let path = 0; path < 300; path += 1) {
      const visited = points.slice(6 * path, 6 * path + 6);
      const changed = visited.slice(1).map((point, i) => {
        const before = visited[i] as readonly number[];
        expect(moved(point, before)).toBe(1);
        const factor = point.findIndex((place, at) => place !== before[at]);
        expect(Math.abs((point[factor] as number) - (before[factor] as number))).toBeCloseTo(2 / 3, 12);
        return factor;
      });
      expect(new Set(changed).size).toBe(5);
    }
  });

  it('visit each level equally often: chi-square of four levels below its 0.1 % point 16.3', () => {
    const counts = [0, 0, 0, 0];
    points.forEach((point, i) => {
      if (i % 6 === 0) counts[Math.round(3 * (point[2] as number))]! += 1;
    });
    expect(counts.reduce((sum, count) => sum + (count - 75) ** 2 / 75, 0)).toBeLessThan(16.3);
  });

  it('want an even number of levels', () => {
    expect(() => morris(key, { dimensions: 2, paths: 1, levels: 5 })).toThrow(
      'an even number of levels is needed, not 5',
    );
  });
});

describe('pairing', () => {
  it('refuses an analysis the design cannot give, and names the design that can', () => {
    expect(refusePairing('saltelli', 'sobol')).toBeNull();
    expect(refusePairing('morris', 'sobol')).toBe(
      'Sobol indices cannot be had from a Morris design: they need a Saltelli design (saltelli).',
    );
    expect(refusePairing('grid', 'given-data')).toBe(
      'PRCC, regression and PAWN cannot be had from a grid: they need a Latin hypercube (latin-hypercube) or a Sobol sequence (sobol-sequence).',
    );
  });

  it('every design carries what it supports, and every analysis has a design', () => {
    expect(morris(key, { dimensions: 1, paths: 1 }).supports).toBe(SUPPORTS.morris);
    expect(saltelli(key, { dimensions: 1, base: 1 }).supports).toBe(SUPPORTS.saltelli);
    const analyses = new Set<Analysis>(Object.values(SUPPORTS).flat());
    for (const analysis of analyses) expect(designsFor(analysis).length).toBeGreaterThan(0);
  });

  it('the same seed gives the same design, another seed another', () => {
    const of = (seed: string) => latinHypercube(seedKey(seed), { dimensions: 2, size: 5 }).points;
    expect(of('a')).toEqual(of('a'));
    expect(of('a')).not.toEqual(of('b'));
  });
});
