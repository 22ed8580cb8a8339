/** Lookup by written name. Two entries of one name in one space are a fault that names both. */
import type { Entry } from '../document.ts';
import type { Declarations, ValueKind } from './declare.ts';
import { placeSeenFrom } from './place.ts';
import type { Report } from './report.ts';

export interface NameIndex {
  readonly values: ReadonlyMap<string, { readonly kind: ValueKind; readonly index: number }>;
  readonly stages: ReadonlyMap<string, number>;
  readonly happenings: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<string, number>;
  readonly decisions: ReadonlyMap<string, number>;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly measures: ReadonlyMap<string, number>;
  readonly variants: ReadonlyMap<string, number>;
  readonly sources: ReadonlySet<string>;
}

/** Name of the outcome that every scenario has. */
export const UNRESOLVED = 'unresolved';

interface Owner {
  readonly what: string;
  readonly entry: Entry;
}

const ARTICLE: Readonly<Record<string, string>> = { auxiliary: 'an auxiliary' };
const withArticle = (what: string): string => ARTICLE[what] ?? `a ${what}`;

function claim(report: Report, space: Map<string, Owner>, name: string, owner: Owner): boolean {
  const earlier = space.get(name);
  if (earlier === undefined) {
    space.set(name, owner);
    return true;
  }
  const here = owner.entry.keyOrigin;
  const there = placeSeenFrom(here, earlier.entry.keyOrigin);
  report.add(here, {
    code: 'duplicate-name',
    message: `\`${name}\` names ${withArticle(owner.what)} here and ${withArticle(earlier.what)} on ${there}`,
    mend: 'Rename one of them: the two share one space of names.',
  });
  return false;
}

function indexValues(declared: Declarations, report: Report): NameIndex['values'] {
  const space = new Map<string, Owner>();
  const values = new Map<string, { kind: ValueKind; index: number }>();
  const sections = [
    ['parameter', declared.parameters],
    ['variable', declared.variables],
    ['auxiliary', declared.auxiliaries],
  ] as const;
  for (const [kind, section] of sections) {
    for (const { name, index, entry } of section) {
      if (claim(report, space, name, { what: kind, entry })) values.set(name, { kind, index });
    }
  }
  return values;
}

/** Regions, decisions and shocks share a space because each begins the path of a happening. */
function claimHolders(declared: Declarations, report: Report): void {
  const space = new Map<string, Owner>();
  for (const { name, entry } of declared.regions) claim(report, space, name, { what: 'region', entry });
  for (const { name, entry } of declared.decisions) claim(report, space, name, { what: 'decision', entry });
  for (const { name, entry } of declared.shocks) claim(report, space, name, { what: 'shock', entry });
}

function indexHappenings(declared: Declarations, report: Report): Map<string, number> {
  const happenings = new Map<string, number>();
  for (const { path, index, entry, stage } of declared.transitions) {
    const earlier = happenings.get(path);
    if (earlier === undefined) {
      happenings.set(path, index);
      continue;
    }
    const other = declared.transitions[earlier]!;
    const holder = (of: number | null): string =>
      of === null ? 'the region itself' : `\`${declared.stages[of]!.path}\``;
    report.add(entry.keyOrigin, {
      code: 'duplicate-name',
      message: `\`${path}\` names two transitions: one of ${holder(other.stage)} on ${placeSeenFrom(entry.keyOrigin, other.entry.keyOrigin)} and this one of ${holder(stage)}`,
      mend: 'Give one of them another name: a transition is known by its region and its name.',
    });
  }
  for (const option of declared.decisions.flatMap((decision) => decision.options)) {
    if (!happenings.has(option.path)) happenings.set(option.path, option.happening);
  }
  for (const { name, happening } of declared.shocks) {
    if (!happenings.has(name)) happenings.set(name, happening);
  }
  return happenings;
}

/** First of a name wins; keys of one mapping are distinct already. */
function byName(entries: readonly { readonly name: string; readonly index: number }[]): Map<string, number> {
  const index = new Map<string, number>();
  for (const entry of entries) if (!index.has(entry.name)) index.set(entry.name, entry.index);
  return index;
}

export function indexNames(declared: Declarations, report: Report): NameIndex {
  claimHolders(declared, report);
  const outcomes = byName(declared.outcomes);
  if (!outcomes.has(UNRESOLVED)) outcomes.set(UNRESOLVED, declared.outcomes.length);
  return {
    values: indexValues(declared, report),
    stages: byName(declared.stages.map(({ path, index }) => ({ name: path, index }))),
    happenings: indexHappenings(declared, report),
    regions: byName(declared.regions),
    decisions: byName(declared.decisions),
    outcomes,
    measures: byName(declared.measures),
    variants: byName(declared.variants),
    sources: new Set(declared.sources.map((source) => source.name)),
  };
}
