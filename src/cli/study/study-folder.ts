/**
 * The folder of an experiment from its first run to its manifest. A journal stands in it until all else is whole; who goes
 * on with it is answered from the journal, so that the files come out as if nothing had happened.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  createFingerprints,
  type Fingerprints,
  journalledPool,
  type PlacedPass,
  resultHash,
} from '../../experiment/index.ts';
import { csvText, type DataForms } from '../../report/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { type DataFolder, type FinishedData, openDataFolder } from '../data-folder.ts';
import { CommandError, EXIT } from '../exit.ts';
import { readBytes } from '../files.ts';
import { isAlive } from '../lab/is-alive.ts';
import { lockSession } from '../present/lock.ts';
import type { ScenarioSource } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';
import { differing } from './differing.ts';
import { diskWords, resumeCommand } from './disk-words.ts';
import { readStudy } from './finished-study.ts';
import {
  createJournal,
  type ExperimentOrigin,
  hasJournal,
  isBegun,
  JOURNAL,
  type JournalFile,
  type JournalHeader,
  removeJournal,
  reopenJournal,
} from './journal-file.ts';
import { FINGERPRINTS, MANIFEST } from './manifest-file.ts';
import { writeCopies } from './scenario-copy.ts';

export interface StudyFolder {
  /** The pool that remembers. */
  readonly pool: Pool;
  readonly onPass: (pass: PlacedPass) => Promise<void>;
  /** Writes everything; what was interrupted can be gone on with. */
  readonly finish: (data: FinishedData & { readonly interrupted: boolean }) => void;
  /** Closes what is open, whatever happened. */
  readonly close: () => void;
}

export interface Study {
  /** As it was typed. */
  readonly folder: string;
  readonly source: ScenarioSource;
  /** What is run: as it was read, or with a measure more. */
  readonly scenario: Scenario;
  readonly seed: string;
  readonly command: string;
  readonly experiment: ExperimentOrigin | null;
  readonly forms: DataForms;
  /** Go on with what is there. */
  readonly resume: boolean;
}

/**
 * Opens a folder for an experiment: a new one, or one that was left unfinished.
 * @throws CommandError (usage) where it holds something else, or was begun with something else.
 */
export function openStudyFolder(study: Study, pool: Pool, terminal: Terminal): StudyFolder {
  const { folder, scenario, forms } = study;
  const path = resolve(terminal.workingDirectory, folder);
  const { journal, release } = guarded(folder, () => openJournal(study, path, terminal));
  const data = openDataFolder(folder, { scenario, forms }, terminal);
  const prints = createFingerprints();
  return {
    pool: journalledPool(pool, {
      find: (job, firstRun) => guarded(folder, () => journal.find(job, firstRun)),
      append: (job, batch) => guarded(folder, () => journal.append(job, batch)),
    }),
    async onPass(pass) {
      await data.onPass(pass);
      prints.add(pass);
    },
    finish(finished) {
      finish({ data, prints, journal, release, path }, finished, study, terminal);
    },
    close() {
      journal.close();
      release();
    },
  };
}

function finish(
  {
    data,
    prints,
    journal,
    release,
    path,
  }: {
    readonly data: DataFolder;
    readonly prints: Fingerprints;
    readonly journal: JournalFile;
    readonly release: () => void;
    readonly path: string;
  },
  { interrupted, ...finished }: FinishedData & { readonly interrupted: boolean },
  { folder, source }: Study,
  terminal: Terminal,
): void {
  const copies = guarded(folder, () => {
    writeFileSync(join(path, FINGERPRINTS), fingerprintsText(prints));
    return writeCopies(path, source, terminal.workingDirectory);
  });
  const { experiment } = journal.header;
  const manifest = {
    ...finished.manifest,
    ...(experiment === null ? {} : { experiment }),
    scenario_files: copies,
    result_hash: resultHash(prints.all()),
  };
  data.finish({ ...finished, manifest });
  // In this order: whatever is left of the journal can be gone on with, a lock alone could not.
  release();
  if (!interrupted) removeJournal(path);
  const names = readdirSync(path).filter((name) => name !== JOURNAL);
  terminal.stderr.write(`Wrote ${folder}: ${names.sort().join(', ')}.\n`);
}

const fingerprintsText = (prints: Fingerprints): string =>
  csvText({
    columns: ['sample', 'point', 'first_run', 'runs', 'sha256'],
    rows: prints
      .all()
      .map(({ sample, point, firstRun, runs, hash }) => [sample, point, firstRun, runs, hash]),
  });

interface Held {
  readonly journal: JournalFile;
  /** Lets other processes have the folder. */
  readonly release: () => void;
}

function openJournal(study: Study, path: string, terminal: Terminal): Held {
  const { folder, resume } = study;
  const names = existsSync(path) ? readdirSync(path) : [];
  if (hasJournal(path)) {
    if (!resume) {
      throw new CommandError(
        EXIT.usage,
        `'${folder}' holds work that was not finished. Go on with: ${resumeCommand(folder)}\n  Or name a new folder; nothing is written over.`,
      );
    }
    return held(study, path, () => goOn(study, path, terminal));
  }
  if (!isBegun(names)) {
    if (resume && names.includes(MANIFEST)) {
      refuseOther(study, finishedHeader(path, folder));
      throw new CommandError(EXIT.done, `'${folder}' is whole already: there is nothing to go on with.`);
    }
    throw new CommandError(
      EXIT.usage,
      `'${folder}' is there already and not empty. Name a new folder, or remove this one; nothing is written over.`,
    );
  }
  mkdirSync(path, { recursive: true });
  return held(study, path, () => createJournal(path, headerOf(study)));
}

/** Opens a journal for this process alone. @throws CommandError (usage) where another one has it. */
function held({ folder }: Study, path: string, open: () => JournalFile): Held {
  const lock = lockSession(join(path, JOURNAL), { pid: process.pid, isAlive });
  if ('holder' in lock) {
    throw new CommandError(
      EXIT.usage,
      `'${folder}' is being worked on by ${lock.holder}. Wait for it, or end it.\n  If there is no such work, remove ${lock.file}.`,
    );
  }
  try {
    return { journal: open(), release: lock.release };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function headerOf({ source, command, experiment }: Study): JournalHeader {
  const { scenario, files } = source;
  return {
    version: VERSION,
    command,
    scenario: scenario.id,
    scenario_hash: scenario.hash,
    files: [...files].map(([path, bytes]) => ({ path, text: new TextDecoder().decode(bytes) })),
    experiment,
  };
}

function goOn(study: Study, path: string, terminal: Terminal): JournalFile {
  const journal = reopenJournal(path);
  try {
    refuseOther(study, journal.header);
  } catch (error) {
    journal.close();
    throw error;
  }
  terminal.stderr.write(
    `Going on with ${study.folder}: ${journal.remembered === 0 ? 'nothing was done yet' : 'what was done is read back first'}.\n`,
  );
  return journal;
}

/** What a folder that is whole was made with, as its journal had it. */
function finishedHeader(path: string, folder: string): JournalHeader {
  const { version, command, scenario, scenario_hash, scenario_files } = readStudy(path, folder);
  const isParquet = existsSync(join(path, 'runs.parquet'));
  return {
    version,
    command: isParquet ? `${command} --format parquet` : command,
    scenario,
    scenario_hash,
    files: scenario_files.map((name) => {
      const file = join(path, ...name.split('/'));
      return { path: file, text: readFileSync(file, 'utf8') };
    }),
    experiment: null,
  };
}

/** @throws CommandError (usage) with what differs. */
function refuseOther(study: Study, header: JournalHeader): void {
  const { files, experiment: _, ...now } = headerOf(study);
  const lines = differing(header, { ...now, path: files[0]?.path ?? '', read: readBytes });
  if (lines.length === 0) return;
  throw new CommandError(
    EXIT.usage,
    [
      `'${study.folder}' was begun with something else, and the two do not go together:`,
      ...lines.map((line) => `  ${line}`),
      `Put back what differs (it was: ${header.command}), or name a new folder.`,
    ].join('\n'),
  );
}

/** A fault of the disk, told plainly. */
function guarded<Answer>(folder: string, act: () => Answer): Answer {
  try {
    return act();
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(EXIT.fault, diskWords(folder, error as NodeJS.ErrnoException));
  }
}
