/** What a finished folder of data says of itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprint } from '../../experiment/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { hasJournal } from './journal-file.ts';
import { dataFiles, FINGERPRINTS, type FileHashes, fileHash, MANIFEST } from './manifest-file.ts';

export interface FinishedStudy {
  readonly version: string;
  readonly scenario: string;
  readonly scenario_hash: string;
  readonly command: string;
  /** The scenario's own first. */
  readonly scenario_files: readonly string[];
  readonly result_hash: string;
  readonly files: FileHashes;
  readonly interrupted?: boolean;
}

const NEEDED = [
  'version',
  'scenario',
  'scenario_hash',
  'command',
  'scenario_files',
  'result_hash',
  'files',
] as const;

/** @throws CommandError (usage) where the folder has no manifest that this program could have written. */
export function readStudy(path: string, named: string): FinishedStudy {
  const refuse = (why: string): CommandError =>
    new CommandError(EXIT.usage, `'${named}' ${why}.\n  Name a folder that an experiment wrote with --out.`);
  let text: string;
  try {
    text = readFileSync(join(path, MANIFEST), 'utf8');
  } catch {
    throw refuse(
      `has no ${MANIFEST}${hasJournal(path) ? ': its work is not finished (juncture resume goes on with it)' : ''}`,
    );
  }
  const manifest = parsed(text);
  const missing = NEEDED.find((key) => manifest?.[key] === undefined);
  if (manifest === null || missing !== undefined) {
    throw refuse(
      `has a ${MANIFEST} that ${manifest === null ? 'is no JSON' : `does not say \`${missing}\``}`,
    );
  }
  return manifest as unknown as FinishedStudy;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

export interface FileCheck {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Files that the manifest does not know. */
  readonly strange: readonly string[];
}

/** The files of a folder against the hashes that were written of them. */
export function checkFiles(path: string, { files }: FinishedStudy): FileCheck {
  const there = new Set(dataFiles(path));
  const known = Object.keys(files);
  const found = known.filter((name) => there.has(name));
  return {
    changed: found.filter((name) => fileHash(join(path, ...name.split('/'))) !== files[name]),
    missing: known.filter((name) => !there.has(name)),
    strange: [...there].filter((name) => files[name] === undefined),
  };
}

const LINE = /^(\d+),(\d+),(\d+),(\d+),([0-9a-f]{64})$/;

/** Null where the file is not there or is none. */
export function readFingerprints(path: string): readonly Fingerprint[] | null {
  let text: string;
  try {
    text = readFileSync(join(path, FINGERPRINTS), 'utf8');
  } catch {
    return null;
  }
  const lines = text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => LINE.exec(line));
  if (lines.some((line) => line === null)) return null;
  return (lines as readonly RegExpExecArray[]).map(([, sample, point, firstRun, runs, hash]) => ({
    sample: Number(sample),
    point: Number(point),
    firstRun: Number(firstRun),
    runs: Number(runs),
    hash: hash as string,
  }));
}
