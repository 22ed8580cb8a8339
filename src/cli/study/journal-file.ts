/** The journal of an experiment under way, as a file in its folder: what a killed process has done is there. */
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  BLOCK_HEAD_BYTES,
  blockHead,
  decodeBlock,
  encodeBlock,
  FRAME_HEAD_BYTES,
  type FramePlace,
  frameHead,
  frameOf,
  type Journal,
  MAGIC,
  type Remembered,
  scanFrames,
} from '../../experiment/index.ts';
import type { BatchResult } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';

/** Its name in the folder; where it is, the folder is unfinished. */
export const JOURNAL = 'unfinished.journal';
/** Names the process that writes it. */
export const JOURNAL_LOCK = `${JOURNAL}.lock`;
/** What it is called until it is whole enough to go on from. */
const BEGUN = 'unfinished.tmp';

/** What work was begun, for those who go on with it. */
export interface JournalHeader {
  readonly version: string;
  /** The command that gives the same answer. */
  readonly command: string;
  readonly scenario: string;
  readonly scenario_hash: string;
  /** Every file that was read for the scenario, the scenario's own first; by the path it was read from. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The experiment's file, if it was begun from one, and what was changed beside it. */
  readonly experiment: ExperimentOrigin | null;
}

export interface ExperimentOrigin {
  readonly file: string;
  /** Keys of the file that options beside it took the place of. */
  readonly overridden: readonly string[];
}

export interface JournalFile extends Journal {
  readonly header: JournalHeader;
  /** Batches that were there when it was opened. */
  readonly remembered: number;
  readonly close: () => void;
}

export const hasJournal = (folder: string): boolean => existsSync(join(folder, JOURNAL));

/** A folder in which work was begun so late that nothing is lost by beginning again. */
export const isBegun = (names: readonly string[]): boolean =>
  names.every((name) => name === BEGUN || name === JOURNAL_LOCK);

/** Begins a journal; from then on the folder can be gone on with. */
export function createJournal(folder: string, header: JournalHeader): JournalFile {
  const frame = frameOf(new TextEncoder().encode(JSON.stringify(header)));
  writeFileSync(join(folder, BEGUN), Buffer.concat([MAGIC, frame]));
  renameSync(join(folder, BEGUN), join(folder, JOURNAL));
  return reopenJournal(folder);
}

/**
 * Opens the journal of a folder and cuts off what is not whole.
 * @throws CommandError (fault of the machine) where its head is damaged.
 */
export function reopenJournal(folder: string): JournalFile {
  const file = openSync(join(folder, JOURNAL), 'r+');
  const read = readerOf(file);
  const { frames, end } = scanFrames(fstatSync(file).size, read);
  const [head, ...blocks] = frames;
  if (head === undefined) {
    closeSync(file);
    throw damaged(folder);
  }
  ftruncateSync(file, end);
  const known = new Map<string, Remembered>();
  const remember = ({ at, length }: FramePlace): void => {
    const { job, firstRun, runs } = blockHead(read(at, Math.min(length, BLOCK_HEAD_BYTES)));
    known.set(`${job} ${firstRun}`, {
      firstRun,
      runs,
      read: () => decodeBlock(read(at, length)).batch,
    });
  };
  blocks.forEach(remember);
  let whole = end;
  return {
    header: headerIn(read(head.at, head.length)),
    remembered: blocks.length,
    find: (job, firstRun) => known.get(`${job} ${firstRun}`) ?? null,
    append(job, batch) {
      const payload = encodeBlock(job, batch);
      const at = whole + FRAME_HEAD_BYTES;
      writeFully(file, frameHead(payload), whole);
      writeFully(file, payload, at);
      remember({ at, length: payload.length });
      whole = at + payload.length;
    },
    close: () => closeSync(file),
  };
}

/** What work was begun in a folder; nothing is changed, for another process may be at it. @throws CommandError where its head is damaged. */
export function readHeader(folder: string): JournalHeader {
  const file = openSync(join(folder, JOURNAL), 'r');
  try {
    const read = readerOf(file);
    const [head] = scanFrames(fstatSync(file).size, read, 1).frames;
    if (head === undefined) throw damaged(folder);
    return headerIn(read(head.at, head.length));
  } finally {
    closeSync(file);
  }
}

const headerIn = (bytes: Uint8Array): JournalHeader =>
  JSON.parse(new TextDecoder().decode(bytes)) as JournalHeader;

const damaged = (folder: string): CommandError =>
  new CommandError(
    EXIT.fault,
    `'${join(folder, JOURNAL)}' is damaged at its head, so that nothing can be gone on with.\n  Begin anew in a new folder.`,
  );

const readerOf =
  (file: number) =>
  (at: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readFully(file, bytes, at));
  };

/** Bytes that a journal takes for some batches. */
export const bytesRemembered = (batches: readonly BatchResult[]): number =>
  batches.reduce((sum, batch) => sum + FRAME_HEAD_BYTES + encodeBlock('', batch).length, 0);

/** Ends a journal: what it vouched for is whole in other files. */
export const removeJournal = (folder: string): void => rmSync(join(folder, JOURNAL), { force: true });

/** Bytes that were there. */
function readFully(file: number, into: Uint8Array, at: number): number {
  let filled = 0;
  while (filled < into.length) {
    const count = readSync(file, into, filled, into.length - filled, at + filled);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

function writeFully(file: number, bytes: Uint8Array, at: number): void {
  let written = 0;
  while (written < bytes.length)
    written += writeSync(file, bytes, written, bytes.length - written, at + written);
}
