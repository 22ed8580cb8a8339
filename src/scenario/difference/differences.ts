/** What changed from one version of a scenario to another, entry by entry, by name. */
import type { Outline, OutlineEntry } from './outline.ts';

export interface FieldChange {
  readonly name: string;
  /** Null where it was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

export type Difference =
  | { readonly change: 'added' | 'removed'; readonly entry: OutlineEntry }
  | {
      readonly change: 'changed';
      /** As it is now. */
      readonly entry: OutlineEntry;
      readonly fields: readonly FieldChange[];
    }
  | {
      readonly change: 'moved';
      readonly entry: OutlineEntry;
      /** Path of what stands right before it now in its group; null for the first. */
      readonly behind: string | null;
    };

/**
 * In the order of the newer version, removed entries last. An entry that changed and moved is in it twice. Fields are
 * compared by name, so that their order within an entry means nothing.
 */
export function differencesOf(before: Outline, after: Outline): readonly Difference[] {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const now = new Map(after.map((entry) => [keyOf(entry), entry]));
  const moved = movedEntries(before, after);
  return [
    ...after.flatMap((entry): readonly Difference[] => {
      const earlier = old.get(keyOf(entry));
      if (earlier === undefined) return [{ change: 'added', entry }];
      const fields = fieldChanges(earlier, entry);
      const behind = moved.get(keyOf(entry));
      return [
        ...(fields.length === 0 ? [] : [{ change: 'changed', entry, fields } as const]),
        ...(behind === undefined ? [] : [{ change: 'moved', entry, behind } as const]),
      ];
    }),
    ...before
      .filter((entry) => !now.has(keyOf(entry)))
      .map((entry): Difference => ({ change: 'removed', entry })),
  ];
}

const keyOf = ({ kind, path }: OutlineEntry): string => `${kind} ${path}`;

function fieldChanges(before: OutlineEntry, after: OutlineEntry): readonly FieldChange[] {
  const old = new Map(before.fields.map(({ name, value }) => [name, value]));
  const now = new Map(after.fields.map(({ name, value }) => [name, value]));
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))];
  return names
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter((field) => field.before !== field.after);
}

/** By key, the path of what stands before it now, for the fewest entries whose moving explains the new order. */
function movedEntries(before: Outline, after: Outline): ReadonlyMap<string, string | null> {
  const moved = new Map<string, string | null>();
  const groups = new Set(after.flatMap(({ group }) => group ?? []));
  for (const group of groups) {
    const now = after.filter((entry) => entry.group === group);
    const old = before.filter((entry) => entry.group === group).map(keyOf);
    const kept = now.filter((entry) => old.includes(keyOf(entry)));
    const still = longestRising(kept.map((entry) => old.indexOf(keyOf(entry))));
    for (const [place, entry] of kept.entries()) {
      if (still.has(place)) continue;
      moved.set(keyOf(entry), now[now.indexOf(entry) - 1]?.path ?? null);
    }
  }
  return moved;
}

/** Places of a longest rising part of distinct numbers: what can be said to have stayed. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (const [place, value] of values.entries()) {
    length[place] = 1;
    previous[place] = -1;
    for (let earlier = 0; earlier < place; earlier += 1) {
      if (values[earlier]! < value && length[earlier]! >= length[place]!) {
        length[place] = length[earlier]! + 1;
        previous[place] = earlier;
      }
    }
    if (best < 0 || length[place]! > length[best]!) best = place;
  }
  const kept = new Set<number>();
  for (let place = best; place >= 0; place = previous[place]!) kept.add(place);
  return kept;
}
