/** The keys of a mapping against what its place knows: unknown, missing, excluding each other. */
import type { Wording } from './faults-of-type.ts';
import { isMergeKey, MERGE_KEY } from './name-faults.ts';
import type { Entry, MapNode, Origin } from './node.ts';
import { type Place, pointAtKey } from './place.ts';
import { guessKey, ownersOf } from './shapes/places.ts';
import type { Clash, Field, OneOf, StructShape } from './shapes/shape.ts';
import { listed, quoted } from './shapes/words.ts';

type Tell = (at: Origin, wording: Wording) => void;

export interface KeyFindings {
  /** Known keys to leave out. */
  readonly dropped: ReadonlySet<string>;
  /** Unknown keys, with the key that was probably meant where it does not stand here as well. */
  readonly unknown: ReadonlyMap<string, string | null>;
}

/** Reports what is wrong with the keys. */
export function structFaults(node: MapNode, shape: StructShape, place: Place, tell: Tell): KeyFindings {
  const present = new Map(node.entries.map((entry) => [entry.key, entry]));
  const unknown = unknownKeys(node, shape, tell);
  const meant = new Set(unknown.values());
  const there = (key: string): boolean => present.has(key) || meant.has(key);
  // A key of which nobody knows what was meant is perhaps what is missing.
  const strange = meant.has(null);
  const missing = (wording: Wording): void => tell(pointAtKey(node, place), wording);
  for (const [key, field] of shape.keys)
    if (field.required && !there(key)) missing(missingKey(key, field, place));
  for (const [key, needed] of shape.needs) {
    if (present.has(key) && !there(needed)) missing(neededKey(key, needed, place));
  }
  const dropped = new Set<string>();
  for (const group of shape.oneOf) {
    const chosen = group.among.filter((keys) => keys.some((key) => present.has(key)));
    if (chosen.length === 0 && group.required && !strange && !group.among.flat().some(there))
      missing(noneOf(group, shape, place));
    for (const key of reportSeveral(chosen, group, { present, place, tell })) dropped.add(key);
  }
  for (const clash of shape.clashes) {
    if (clash.keys.some((key) => dropped.has(key))) continue;
    const key = reportClash(clash, present, tell);
    if (key !== null) dropped.add(key);
  }
  return { dropped, unknown };
}

/** Reports keys the place does not know. A key is meant by one of them only, and by none where it stands itself. */
function unknownKeys(node: MapNode, shape: StructShape, tell: Tell): ReadonlyMap<string, string | null> {
  const taken = new Set(node.entries.map(({ key }) => key));
  const unknown = new Map<string, string | null>();
  for (const { key, keyOrigin } of node.entries) {
    if (shape.keys.has(key)) continue;
    const guess = isMergeKey(key) ? null : guessKey(key, shape);
    tell(keyOrigin, isMergeKey(key) ? MERGE_KEY : unknownKey(key, guess, shape));
    unknown.set(key, guess === null || taken.has(guess) ? null : guess);
    if (guess !== null) taken.add(guess);
  }
  return unknown;
}

function unknownKey(key: string, guess: string | null, shape: StructShape): Wording {
  const message = `${shape.called} has no key \`${key}\``;
  return {
    code: 'unknown-key',
    message,
    mend: guess === null ? mendByOwners(key, shape) : `Did you mean \`${guess}\`?`,
  };
}

/** Few enough to be told. */
const FEW_OWNERS = 4;

function mendByOwners(key: string, shape: StructShape): string {
  const owners = ownersOf(key, shape);
  if (owners.length > 0 && owners.length <= FEW_OWNERS)
    return `\`${key}\` belongs to ${listed(owners, 'or')}.`;
  return `Its keys are ${quoted([...shape.keys.keys()])}.`;
}

function missingKey(key: string, { about, missing }: Field, place: Place): Wording {
  return {
    code: missing,
    message: `${place.name} has no \`${key}\``,
    mend: `Write \`${key}: …\`. ${about}`,
  };
}

function neededKey(key: string, needed: string, place: Place): Wording {
  const message = `${place.name} has \`${key}\` and no \`${needed}\``;
  return { code: 'missing-key', message, mend: `Write \`${needed}: …\`; the two go together.` };
}

function noneOf(group: OneOf, shape: StructShape, place: Place): Wording {
  const keys = quoted(group.among.flat(), 'or');
  const message = `${place.name} needs ${group.what}`;
  return { code: group.codes.none, message, mend: `Give it ${keys}; for example \`${shape.example}\`.` };
}

interface Present {
  readonly present: ReadonlyMap<string, Entry>;
  readonly place: Place;
  readonly tell: Tell;
}

/** Of several alternatives the first written stays; returns the keys of the others. */
function reportSeveral(
  chosen: OneOf['among'],
  group: OneOf,
  { present, place, tell }: Present,
): readonly string[] {
  if (chosen.length < 2) return [];
  const written = chosen
    .map((keys) => [...present.keys()].filter((key) => keys.includes(key)))
    .sort((a, b) => [...present.keys()].indexOf(a[0]!) - [...present.keys()].indexOf(b[0]!));
  const [first, ...others] = written;
  for (const [key] of others) {
    const message = `${place.name} has \`${first![0]}\` and \`${key}\`; it takes ${group.what}`;
    tell(present.get(key!)!.keyOrigin, { code: group.codes.several, message, mend: 'Keep one of them.' });
  }
  return others.flat();
}

function reportClash(clash: Clash, present: ReadonlyMap<string, Entry>, tell: Tell): string | null {
  const [first, second] = clash.keys.map((key) => present.get(key));
  if (first === undefined || second === undefined) return null;
  if (clash.whenTrue && !(first.value.kind === 'scalar' && first.value.value === true)) return null;
  tell(first.keyOrigin, { code: 'exclusive-keys', message: clash.message, mend: clash.mend });
  return first.key;
}
