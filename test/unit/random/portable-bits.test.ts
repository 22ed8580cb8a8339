// Proves that every function of random/ gives the bits it always gave, and calls nothing that engines disagree on.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import golden from './fingerprints.json' with { type: 'json' };
import { fingerprints } from './fingerprints.ts';

describe('portable bits', () => {
  // The hashes were made on Node 20.20 (V8 11.3), x86-64. A difference means that results of old seeds change.
  it('10^5 outputs of each function hash to what they hashed to', () => {
    expect(fingerprints()).toEqual(golden);
  });

  it('no function of Math but those that IEEE 754 or integer arithmetic fixes', () => {
    const folder = new URL('../../../src/random/', import.meta.url);
    const used = readdirSync(folder).flatMap((file) => {
      const code = readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return [...code.matchAll(/Math\.\w+|\*\*/g)].map(([name]) => name);
    });
    expect(new Set(used)).toEqual(new Set(['Math.abs', 'Math.floor', 'Math.imul', 'Math.sqrt']));
  });
});
