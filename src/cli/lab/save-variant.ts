/** Writes a variant into a file of its own beside the user, and makes sure that it says what was set. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { labCommandLine, variantFile } from '../../experiment/index.ts';
import {
  loadScenario,
  NO_SETTINGS,
  resolvePoint,
  type Scenario,
  type Settings,
} from '../../scenario/index.ts';
import { readBytes } from '../files.ts';

export interface SavedVariant {
  readonly file: string;
  /** The command that opens the lab on it. */
  readonly command: string;
}

/**
 * @param where the folder to write into, and the seed of the command.
 * @throws Error that says why it could not be written.
 */
export function saveVariant(
  {
    scenario,
    settings,
    name,
  }: { readonly scenario: Scenario; readonly settings: Settings; readonly name: string },
  { folder, seed }: { readonly folder: string; readonly seed: string },
): SavedVariant {
  const file = freeName(folder, `${scenario.id}-${name}`);
  const path = join(folder, file);
  const from = relative(dirname(path), resolve(folder, scenario.file)).split(sep).join('/');
  const base = from.startsWith('.') || from.startsWith('/') ? from : `./${from}`;
  const label = name.replaceAll('_', ' ');
  const text = variantFile({
    scenario,
    settings,
    base,
    name,
    label: label.slice(0, 1).toUpperCase() + label.slice(1),
  });
  requireSame(path, text, { scenario, settings, name });
  writeFileSync(path, text, { flag: 'wx' });
  const saved = { ...NO_SETTINGS, variant: name };
  return { file, command: labCommandLine({ named: file, seed, settings: saved }) };
}

/** No file is written over. */
function freeName(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${name}.yaml` : `${name}-${number}.yaml`;
    if (!existsSync(join(folder, file))) return file;
  }
}

/** Reads the text back as it will lie there, and compares what it holds. @throws Error where it is not the same. */
function requireSame(
  path: string,
  text: string,
  {
    scenario,
    settings,
    name,
  }: { readonly scenario: Scenario; readonly settings: Settings; readonly name: string },
): void {
  const read = (file: string): Uint8Array | null =>
    resolve(file) === resolve(path) ? new TextEncoder().encode(text) : readBytes(file);
  const { scenario: back, diagnostics } = loadScenario(path, read);
  const [fault] = diagnostics.filter(({ severity }) => severity === 'error');
  if (back === null)
    throw new Error(`It could not be saved: ${fault?.message ?? 'the file would be faulty'}.`);
  const point = (of: Scenario, with_: Settings): string => JSON.stringify(resolvePoint(of, with_).point);
  if (point(back, { ...NO_SETTINGS, variant: name }) !== point(scenario, settings))
    throw new Error('It could not be saved: the scenario has changed on the disk since it was opened.');
}
