/** What the lab was left with when its terminal went away: one file an open lab, taken up by the next one. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_SETTINGS, type Settings } from '../../scenario/index.ts';
import type { Draft } from '../../tui/index.ts';

export interface DraftFile {
  /** What an earlier lab on the same scenario left; its file is gone then. */
  readonly left: () => Draft | undefined;
  /** Written whole or not at all. A folder that cannot be written is no reason to disturb anyone. */
  readonly remember: (draft: Draft | null) => void;
}

/** @param isAlive whether a process of that number runs: its lab is not left. */
export function draftFile(
  folder: string,
  scenarioFile: string,
  { pid, isAlive }: { readonly pid: number; readonly isAlive: (pid: number) => boolean },
): DraftFile {
  const prefix = `lab-${createHash('sha256').update(scenarioFile).digest('hex').slice(0, 16)}-`;
  const own = join(folder, `${prefix}${pid}.json`);
  return {
    left() {
      const drafts = filesOf(folder, prefix).filter((name) => !isAlive(pidOf(name, prefix)));
      let newest: Draft | undefined;
      for (const name of drafts) {
        newest = readDraft(join(folder, name)) ?? newest;
        rmSync(join(folder, name), { force: true });
      }
      return newest;
    },
    remember(draft) {
      try {
        if (draft === null) {
          rmSync(own, { force: true });
          return;
        }
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${own}.new`, JSON.stringify(draft));
        renameSync(`${own}.new`, own);
      } catch {
        // A full disk or a read-only home takes the safety, not the lab.
      }
    },
  };
}

function filesOf(folder: string, prefix: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith('.json'));
  } catch {
    return [];
  }
}

const pidOf = (name: string, prefix: string): number => Number(name.slice(prefix.length, -'.json'.length));

/** Undefined for what is no draft, whatever it is. */
function readDraft(path: string): Draft | undefined {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<keyof Draft, unknown>>;
    const settings = settingsFrom(read.settings);
    const marked = settingsFrom(read.marked);
    return settings === null || marked === null ? undefined : { settings, marked };
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function settingsFrom(value: unknown): Settings | null {
  if (!isRecord(value) || !isRecord(value.set) || !isRecord(value.decide)) return null;
  const { variant, set, decide, without, atBaseline } = value;
  const isSet = Object.values(set).every((one) => typeof one === 'number' || typeof one === 'string');
  const isDecide = Object.values(decide).every((one) => typeof one === 'string');
  const isWithout = Array.isArray(without) && without.every((one) => typeof one === 'string');
  if (!isSet || !isDecide || !isWithout) return null;
  return {
    ...NO_SETTINGS,
    variant: typeof variant === 'string' ? variant : null,
    set: set as Settings['set'],
    decide: decide as Settings['decide'],
    without,
    atBaseline: atBaseline === true,
  };
}
