/** From a file to the checked scenario. */
import type { Diagnostic } from '../diagnostics/index.ts';
import { checkDocument } from './check/check-document.ts';
import { withoutLost } from './check/lost-sections.ts';
import { type OtherFiles, openOtherFiles } from './check/other-files.ts';
import { inOneManner } from './check/wording.ts';
import { loadDocument, type ReadFile } from './document/index.ts';
import type { Scenario } from './model.ts';

export interface LoadResult {
  /** Null when there is an error; warnings may come with a scenario. */
  readonly scenario: Scenario | null;
  /** All that was found, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and checks a scenario, what it extends, and what its promises compare it with. `read` gives a file's bytes, or
 * null when there is none. All faults are returned in one go; nothing is thrown for any text.
 */
export function loadScenario(path: string, read: ReadFile): LoadResult {
  const others = openOtherFiles((other) => (read(other) === null ? null : loadOne(other, read, null)));
  const { scenario, diagnostics, files } = loadOne(path, read, others);
  return { scenario, diagnostics: inOrder([...diagnostics, ...others.faults()], files) };
}

/** @param others null: the file is one that another compares with, and what it compares itself with is left out. */
function loadOne(
  path: string,
  read: ReadFile,
  others: OtherFiles | null,
): LoadResult & { readonly files: readonly string[] } {
  const document = loadDocument(path, read);
  const { root, files, diagnostics } = document;
  const whole = !diagnostics.some(({ severity }) => severity === 'error');
  if (root === null) return { scenario: null, diagnostics, files };
  const checked = checkDocument({ root, files, whole, others });
  return {
    scenario: checked.scenario,
    diagnostics: [...diagnostics, ...withoutLost({ ...document, root }, checked.diagnostics)],
    files,
  };
}

/** By file (the one asked for first), then by place; what has no place comes first. Each thing is said once. */
function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  const names = [...new Set([...files, ...diagnostics.flatMap(({ source }) => source?.name ?? [])])];
  const fileOf = ({ source }: Diagnostic): number => (source === null ? -1 : names.indexOf(source.name));
  const startOf = ({ span }: Diagnostic): number => span?.start ?? -1;
  const seen = new Set<string>();
  return diagnostics
    .map(inOneManner)
    .filter((diagnostic) => {
      const key = `${diagnostic.code} ${fileOf(diagnostic)} ${startOf(diagnostic)} ${diagnostic.message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => fileOf(a) - fileOf(b) || startOf(a) - startOf(b));
}
