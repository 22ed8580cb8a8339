// Proves that draws are uniform and independent along every coordinate of their address, by tests that can fail.
import { describe, expect, it } from 'vitest';
import { seedKey, siteOf, uniformAt } from '../../../src/random/index.ts';
import { threefry, uniformOf } from '../../oracle/random/threefry-rounds.ts';

const COUNT = 1 << 16;

/**
 * Chi-square of 256 equal cells, 255 degrees of freedom: outside these bounds with a chance of 1e-7 on each side
 * (scipy 1.17, chi2.ppf(1e-7, 255) and isf). With 33 checks in this file a false alarm has a chance below 1e-5; the
 * draws are fixed, so it would have come at once and for ever.
 */
const LOW = 154.4;
const HIGH = 390.2;

type Sequence = (i: number) => number;

const key = seedKey('uniformity');
const site = siteOf('parameters/loyalty');

/** Each moves one coordinate of the address and holds the others. */
const SEQUENCES: Readonly<Record<string, Sequence>> = {
  run: (i) => uniformAt(key, 0, site, i, 0),
  n: (i) => uniformAt(key, 0, site, 12, i),
  'site, as numbers': (i) => uniformAt(key, 0, i, 12, 0),
  'site, as paths': (i) => uniformAt(key, 0, siteOf(`street/happening_${i}`), 12, 0),
  future: (i) => uniformAt(key, i, site, 12, 0),
  'run, far out': (i) => uniformAt(key, 0, site, 4_000_000_000 + i, 0),
  'run, in steps of 2^16': (i) => uniformAt(key, 0, site, i * 65536, 0),
  'both counters': (i) => uniformAt(key, 0, site, i & 255, i >> 8),
};

function chiSquare(cellOf: (i: number) => number): number {
  const counts = new Float64Array(256);
  for (let i = 0; i < COUNT; i++) counts[cellOf(i)]! += 1;
  const expected = COUNT / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The leading 8 bits, the trailing 8, pairs of neighbours and of draws 256 apart (4 bits of each). */
const CELLS: Readonly<Record<string, (u: Sequence) => (i: number) => number>> = {
  'high bits': (u) => (i) => Math.floor(u(i) * 256),
  'low bits': (u) => (i) => Math.floor(u(i) * 2 ** 52) % 256,
  'pairs of neighbours': (u) => (i) => Math.floor(u(i) * 16) * 16 + Math.floor(u(i + 1) * 16),
  'pairs 256 apart': (u) => (i) => Math.floor(u(i) * 16) * 16 + Math.floor(u(i + 256) * 16),
};

describe.each(Object.keys(SEQUENCES))('draws along %s', (coordinate) => {
  it.each(Object.keys(CELLS))('are uniform in %s', (kind) => {
    const found = chiSquare(CELLS[kind]!(SEQUENCES[coordinate]!));
    expect(found).toBeGreaterThan(LOW);
    expect(found).toBeLessThan(HIGH);
  });
});

describe('the same tests, on generators that are not good', () => {
  it('find a uniform that is 1 % too seldom in its upper half', () => {
    const u = SEQUENCES.run!;
    const biased: Sequence = (i) => (u(i) > 0.99 ? u(i) - 0.5 : u(i));
    expect(chiSquare(CELLS['high bits']!(biased))).toBeGreaterThan(HIGH);
  });

  it('find Threefry with 5 rounds', () => {
    const weak: Sequence = (i) => uniformOf(threefry([i, 0], [key.key0 ^ site, key.key1], 5));
    const found = Object.values(CELLS).map((cells) => chiSquare(cells(weak)));
    expect(found.some((x) => x < LOW || x > HIGH)).toBe(true);
  });

  it('find a draw that is the same in two neighbouring runs', () => {
    const sticky: Sequence = (i) => SEQUENCES.run!(i >> 1);
    expect(chiSquare(CELLS['pairs of neighbours']!(sticky))).toBeGreaterThan(HIGH);
  });
});

describe('different sites, seeds and draws', () => {
  const correlation = (a: Sequence, b: Sequence): number => {
    let sum = 0;
    for (let i = 0; i < COUNT; i++) sum += (a(i) - 0.5) * (b(i) - 0.5);
    return (12 * sum) / COUNT;
  };
  // The mean of COUNT products has the standard error 1/sqrt(COUNT) = 0.0039; 5.5 of them: 4e-8 for each.
  const BOUND = 5.5 / Math.sqrt(COUNT);

  it.each<[string, Sequence]>([
    ['another site', (i) => uniformAt(key, 0, siteOf('parameters/patience'), i, 0)],
    ['the site next to it', (i) => uniformAt(key, 0, site ^ 1, i, 0)],
    ['another seed', (i) => uniformAt(seedKey2, 0, site, i, 0)],
    ['the next draw', (i) => uniformAt(key, 0, site, i, 1)],
    ['another future', (i) => uniformAt(key, 1, site, i, 0)],
  ])('%s is uncorrelated along runs', (_, other) => {
    expect(Math.abs(correlation(SEQUENCES.run!, other))).toBeLessThan(BOUND);
  });

  it('a correlation of 0.05 would be seen', () => {
    const u = SEQUENCES.run!;
    const leaning: Sequence = (i) => (i % 20 === 0 ? u(i) : uniformAt(key, 0, site, i, 1));
    expect(Math.abs(correlation(u, leaning))).toBeGreaterThan(BOUND);
  });
});

const seedKey2 = seedKey('uniformity 2');
