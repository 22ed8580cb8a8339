// Proves that the hash of sites spreads: each bit of a path moves each bit of the site, and paths rarely collide.
import { describe, expect, it } from 'vitest';
import { siteOf } from '../../../src/random/index.ts';

const PATHS = Array.from({ length: 2000 }, (_, i) => `region_${i % 7}/happening_${i}`);

/** How often each of the 32 bits of the hash flips when the lowest bit of a letter does. */
function flips(hash: (path: string) => number, at: (path: string) => number): Float64Array {
  const counts = new Float64Array(32);
  for (const path of PATHS) {
    const place = at(path);
    const letter = String.fromCharCode(path.charCodeAt(place) ^ 1);
    const changed = hash(path) ^ hash(path.slice(0, place) + letter + path.slice(place + 1));
    for (let bit = 0; bit < 32; bit++) counts[bit]! += (changed >>> bit) & 1;
  }
  return counts.map((count) => count / PATHS.length);
}

// A share of 1/2 in 2000 has the standard error 0.0112; 5.5 of them for 96 shares: a false alarm in 4e-6.
const BOUND = 5.5 * Math.sqrt(0.25 / PATHS.length);

describe('siteOf', () => {
  it.each<[string, (path: string) => number]>([
    ['first', () => 0],
    ['middle', (path) => path.length >> 1],
    ['last', (path) => path.length - 1],
  ])('flips each bit half of the time when the %s letter changes', (_, at) => {
    for (const share of flips(siteOf, at)) expect(Math.abs(share - 0.5)).toBeLessThan(BOUND);
  });

  it('the same test finds FNV-1a wanting in its last letter', () => {
    const fnv = (path: string): number => {
      let hash = 0x811c9dc5;
      for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
      return hash >>> 0;
    };
    const worst = Math.max(...flips(fnv, (path) => path.length - 1).map((share) => Math.abs(share - 0.5)));
    expect(worst).toBeGreaterThan(BOUND);
  });

  // n(n − 1)/2 pairs of 2^-32: 1.16 expected among 10^5 paths, more than 9 with a chance of 4e-7.
  it('has 100,000 paths collide about as often as chance has it', () => {
    const sites = new Set(Array.from({ length: 100_000 }, (_, i) => siteOf(`street/happening_${i}`)));
    expect(100_000 - sites.size).toBeLessThanOrEqual(9);
  });
});
