/** The page of an experiment's folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type StudyManifest, studyPage } from '../../report/index.ts';
import { loadScenario } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { readBytes } from '../files.ts';
import { checkFiles, readStudy } from '../study/finished-study.ts';

/** Tables of single runs: data for programs, nothing to read. */
const NOT_READ: readonly string[] = ['runs.csv', 'spells.csv', 'fingerprints.csv'];

/**
 * The HTML of a folder that an experiment wrote with `--out`.
 * @throws CommandError (usage) where it is none, or its scenario can no longer be read.
 */
export function studyPageOf(path: string, named: string, again: string): string {
  const manifest = readStudy(path, named) as unknown as StudyManifest & ReturnType<typeof readStudy>;
  const { scenario } = loadScenario(join(path, manifest.scenario_files[0] ?? ''), readBytes);
  if (scenario === null) {
    throw new CommandError(EXIT.usage, `The scenario that lies in '${named}' can no longer be read.`);
  }
  const { changed, missing } = checkFiles(path, manifest);
  const methods = join(path, 'methods.md');
  const { version, scenario: id, scenario_hash, result_hash, seed, runs, command } = manifest;
  return studyPage({
    scenario,
    manifest: { version, scenario: id, scenario_hash, result_hash, seed, runs, command },
    figures: textsIn(join(path, 'figures'), '.svg'),
    tables: textsIn(path, '.csv').filter(({ name }) => !NOT_READ.includes(`${name}.csv`)),
    methods: existsSync(methods) ? readFileSync(methods, 'utf8') : null,
    changed: [...changed, ...missing],
    again,
  });
}

/** Files of a folder by their ending, the estimates first, then in the order of the alphabet. */
function textsIn(
  folder: string,
  ending: string,
): readonly { readonly name: string; readonly text: string }[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
  const first = `estimates${ending}`;
  return [...names.filter((name) => name === first), ...names.filter((name) => name !== first)].map(
    (name) => ({
      name: basename(name, ending),
      text: readFileSync(join(folder, name), 'utf8'),
    }),
  );
}
