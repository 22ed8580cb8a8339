/** `sets: { service: [police, army] }`: the names of sets and their members. */
import { MAX_SET_MEMBERS } from './limits.ts';
import { nameFault } from './name-faults.ts';
import type { DocumentNode, Entry, MapNode } from './node.ts';
import { valueAt } from './node.ts';
import { placeOfKey, pointAt } from './place.ts';
import type { Report } from './report.ts';
import type { Sets } from './set-text.ts';

const WANTS = 'a list of names, such as [police, army]';

/** Reads the sets of a file. A faulty one keeps what can be used of it, so that entries made from it exist. */
export function readSets(root: MapNode, report: Report): Sets {
  const node = valueAt(root, 'sets');
  if (node === null) return new Map();
  if (node.kind !== 'map') {
    const message = '`sets` wants lists of names, such as `service: [police, army]`';
    report(
      'set-fault',
      node.origin,
      message,
      'Write the name of the set, a colon, and its members in brackets.',
    );
    return new Map();
  }
  return new Map(node.entries.map((entry) => [entry.key, readSet(entry, report)]));
}

function readSet({ key, keyOrigin, value }: Entry, report: Report): readonly string[] {
  const fault = nameFault(key, [], []);
  if (fault !== null) report(fault.code, keyOrigin, fault.message, fault.mend);
  const at = pointAt(value, placeOfKey(key, keyOrigin));
  if (value.kind !== 'list')
    report('set-fault', at, `\`${key}\` wants ${WANTS}`, 'Put its members in brackets.');
  else if (value.items.length === 0) report('set-fault', at, `\`${key}\` has no members`, `Write ${WANTS}.`);
  else if (value.items.length > MAX_SET_MEMBERS) {
    report('set-fault', at, `\`${key}\` has more than ${MAX_SET_MEMBERS} members`, 'Write fewer members.');
  }
  const items = value.kind === 'list' ? value.items.slice(0, MAX_SET_MEMBERS) : [];
  const members = new Set<string>();
  for (const item of items) readMember(item, { set: key, members, report });
  return members.size === 0 ? [key] : [...members];
}

interface Reading {
  readonly set: string;
  readonly members: Set<string>;
  readonly report: Report;
}

function readMember(item: DocumentNode, { set, members, report }: Reading): void {
  const text = item.kind === 'scalar' && item.value !== null ? item.text : '';
  if (!/^[a-z0-9_]+$/.test(text)) {
    const message = `a member of \`${set}\` has lower-case letters, digits and underscores only`;
    report('set-fault', item.origin, message, 'Members become parts of names.');
  } else if (members.has(text)) {
    report('set-fault', item.origin, `\`${text}\` stands twice in \`${set}\``, 'Take one out.');
  } else members.add(text);
}
