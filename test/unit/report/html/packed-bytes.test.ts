/** Proves that bytes come back from a page as they went in, and that long stretches of zeros cost nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBytes, unpackBytes } from '../../../../src/report/html/packed-bytes.ts';

describe('bytes in a page', () => {
  it('come back as they were', () => {
    const stretch = fc.oneof(
      fc.uint8Array({ maxLength: 100 }).map((bytes) => [...bytes]),
      fc.integer({ min: 0, max: 200 }).map((length) => new Array<number>(length).fill(0)),
    );
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), (stretches) => {
        const bytes = Uint8Array.from(stretches.flat());
        expect(unpackBytes(packBytes(bytes))).toEqual(bytes);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('are cut at zeros', () => {
    const bytes = new Uint8Array(1000);
    bytes[0] = 1;
    bytes[500] = 2;
    bytes[510] = 3;
    expect(packBytes(bytes)).toEqual({
      length: 1000,
      pieces: [
        [0, 'AQ=='],
        [500, 'AgAAAAAAAAAAAAM='],
      ],
    });
    expect(packBytes(new Uint8Array(64))).toEqual({ length: 64, pieces: [] });
  });
});
