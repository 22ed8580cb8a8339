/** What runs gave, as short texts: with them a part of an experiment can be run again and held against what it gave. */
import { createHash } from 'node:crypto';
import type { PlacedPass } from './experiment.ts';

/** Of the runs of one point in one pass. */
export interface Fingerprint {
  /** Which sample of points it is of: most questions have one, `discover` searches and then tries. */
  readonly sample: number;
  readonly point: number;
  /** Number of the first run. */
  readonly firstRun: number;
  readonly runs: number;
  /** SHA-256 of the rows, hexadecimal. */
  readonly hash: string;
}

export interface Fingerprints {
  /** Takes passes as they come: the first of a sample counts its runs from 0. */
  readonly add: (pass: PlacedPass) => void;
  readonly all: () => readonly Fingerprint[];
}

export function createFingerprints(): Fingerprints {
  const taken: Fingerprint[] = [];
  let sample = -1;
  return {
    add({ pass }) {
      if (pass.from === 0) sample += 1;
      pass.batches.forEach((batches, point) => {
        const [first] = batches;
        if (first === undefined) return;
        const hash = fingerprintOf(batches.map(({ rows }) => rows));
        taken.push({ sample, point, firstRun: first.firstRun, runs: pass.runs, hash });
      });
    },
    all: () => taken,
  };
}

/** The same on every machine and however the rows were cut into batches: little-endian, one kind of NaN. */
export function fingerprintOf(parts: readonly Float64Array[]): string {
  const hash = createHash('sha256');
  for (const rows of parts) {
    const bytes = new DataView(new ArrayBuffer(rows.byteLength));
    for (let i = 0; i < rows.length; i += 1) {
      const value = rows[i] as number;
      if (Number.isNaN(value)) bytes.setUint32(8 * i + 4, 0x7ff80000, true);
      else bytes.setFloat64(8 * i, value, true);
    }
    hash.update(bytes);
  }
  return hash.digest('hex');
}

/** One text for all that was run. */
export const resultHash = (fingerprints: readonly Fingerprint[]): string =>
  createHash('sha256')
    .update(
      fingerprints
        .map(({ sample, point, firstRun, runs, hash }) => `${sample} ${point} ${firstRun} ${runs} ${hash}\n`)
        .join(''),
    )
    .digest('hex');
