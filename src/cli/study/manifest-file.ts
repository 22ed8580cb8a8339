/** `manifest.json`: written last and in one stroke; where it is, what it names is whole. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fdatasyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { asJson } from '../json.ts';
import { JOURNAL, JOURNAL_LOCK } from './journal-file.ts';

export const MANIFEST = 'manifest.json';
/** What `verify` holds runs against. */
export const FINGERPRINTS = 'fingerprints.csv';
const BEGUN = 'manifest.tmp';

/** SHA-256 by file. */
export type FileHashes = Readonly<Record<string, string>>;

/** Files of a folder below it, `/` between the parts of their names, in the order of the alphabet; not the manifest itself. */
export function dataFiles(folder: string): readonly string[] {
  const below = (within: string): readonly string[] =>
    readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
      const name = within === '' ? entry.name : `${within}/${entry.name}`;
      return entry.isDirectory() ? below(name) : [name];
    });
  const apart = new Set([MANIFEST, BEGUN, JOURNAL, JOURNAL_LOCK]);
  return below('')
    .filter((name) => !apart.has(name))
    .sort();
}

const PIECE = 1 << 20;

/** @param settle whether the file's bytes are to be on the disk, not only with the system. */
export function fileHash(path: string, settle = false): string {
  const file = openSync(path, settle ? 'r+' : 'r');
  try {
    const hash = createHash('sha256');
    const piece = new Uint8Array(PIECE);
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) {
      hash.update(piece.subarray(0, count));
    }
    if (settle) fdatasyncSync(file);
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}

/**
 * Hashes what is in the folder, has the system put it on the disk, and writes the manifest with the hashes. Only then
 * may a journal that vouches for the same runs go: until here a power cut costs nothing that it had.
 */
export function writeManifest(folder: string, manifest: object): void {
  const files: FileHashes = Object.fromEntries(
    dataFiles(folder).map((name) => [name, fileHash(join(folder, name), true)]),
  );
  writeFileSync(join(folder, BEGUN), asJson({ ...manifest, files }));
  fileHash(join(folder, BEGUN), true);
  renameSync(join(folder, BEGUN), join(folder, MANIFEST));
}
