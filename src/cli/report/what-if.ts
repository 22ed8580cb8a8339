/** A saved what-if: a file that extends a scenario and adds one variant to it, and nothing else. */
import { dirname, resolve } from 'node:path';
import { loadScenario, type Scenario } from '../../scenario/index.ts';
import { readBytes } from '../files.ts';

const EXTENDS = /^extends:\s*(["']?)([^"'\n#]+?)\1\s*(?:#.*)?$/m;

/** The name of the variant that a what-if adds; null for any other scenario. */
export function addedVariant(scenario: Scenario, path: string): string | null {
  const bytes = readBytes(path);
  const base = bytes === null ? null : EXTENDS.exec(new TextDecoder().decode(bytes));
  if (base === null) return null;
  const { scenario: extended } = loadScenario(resolve(dirname(path), base[2]!), readBytes);
  if (extended === null || bare(extended) !== bare(scenario)) return null;
  const known = new Set(extended.variants.map(({ name }) => name));
  const added = scenario.variants.filter(({ name }) => !known.has(name));
  return added.length === 1 ? added[0]!.name : null;
}

/** A scenario without what a what-if changes. */
const bare = (scenario: Scenario): string =>
  JSON.stringify({ ...scenario, id: '', file: '', hash: '', variants: [] });
