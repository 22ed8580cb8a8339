/**
 * A scenario as a list of named entries with their fields, in the author's own words: what its file says once `extends`
 * and `sets` are worked in, without layout and comments. Two versions are compared by it, and one is printed by it.
 */
import type { DocumentNode, MapNode } from '../document/index.ts';
import { flowText } from './flow-text.ts';

export type OutlineKind =
  | 'scenario'
  | 'source'
  | 'parameter'
  | 'correlation'
  | 'variable'
  | 'auxiliary'
  | 'region'
  | 'stage'
  | 'transition'
  | 'decision'
  | 'option'
  | 'shock'
  | 'outcome'
  | 'measure'
  | 'timeline entry'
  | 'variant'
  | 'promise';

export interface OutlineField {
  /** Keys joined by dots: `hazard`, `add.anger`, `ask.while`. */
  readonly name: string;
  readonly value: string;
}

export interface OutlineEntry {
  readonly kind: OutlineKind;
  /** `loyalty`, `street.riot`, `street.turns_violent`, `response.shoot`; empty for the scenario itself. */
  readonly path: string;
  /** Null where it has none of its own. */
  readonly label: string | null;
  readonly fields: readonly OutlineField[];
  /** Entries of one group stand in an order that means something; null where order means nothing. */
  readonly group: string | null;
}

export type Outline = readonly OutlineEntry[];

/** Sections whose entries are named by their key alone. `bare` is the field that a plain value stands for. */
const SECTIONS: Readonly<
  Record<string, { readonly kind: OutlineKind; readonly ordered: boolean; readonly bare: string }>
> = {
  sources: { kind: 'source', ordered: false, bare: 'text' },
  parameters: { kind: 'parameter', ordered: false, bare: 'baseline' },
  variables: { kind: 'variable', ordered: false, bare: 'initial' },
  auxiliaries: { kind: 'auxiliary', ordered: false, bare: 'value' },
  regions: { kind: 'region', ordered: true, bare: 'label' },
  decisions: { kind: 'decision', ordered: true, bare: 'label' },
  shocks: { kind: 'shock', ordered: true, bare: 'label' },
  outcomes: { kind: 'outcome', ordered: true, bare: 'label' },
  measures: { kind: 'measure', ordered: false, bare: 'label' },
  timeline: { kind: 'timeline entry', ordered: false, bare: 'what' },
  variants: { kind: 'variant', ordered: false, bare: 'label' },
  expect: { kind: 'promise', ordered: false, bare: 'outcome' },
};

/** Shown as one value, for their parts mean nothing alone. */
const WHOLE = new Set(['distribution', 'one_of', 'pair']);

/** The outline of a merged document. Entries are in document order, those inside others after them. */
export function outlineOf(root: MapNode): Outline {
  const own = root.entries.filter(({ key }) => SECTIONS[key] === undefined && key !== 'correlations');
  const scenario: OutlineEntry = {
    kind: 'scenario',
    path: '',
    label: null,
    fields: own.flatMap(({ key, value }) => fieldsOf(key, value)),
    group: null,
  };
  return [scenario, ...root.entries.flatMap(({ key, value }) => sectionEntries(key, value))];
}

function sectionEntries(key: string, section: DocumentNode): Outline {
  if (key === 'correlations') return section.kind === 'list' ? section.items.flatMap(correlation) : [];
  const shape = SECTIONS[key];
  if (shape === undefined || section.kind !== 'map') return [];
  return section.entries.flatMap(({ key: name, value }): Outline => {
    const group = shape.ordered ? key : null;
    if (value.kind !== 'map') {
      const fields = [{ name: shape.bare, value: flowText(value) }];
      return [{ kind: shape.kind, path: name, label: null, fields, group }];
    }
    if (shape.kind === 'region') return regionEntries(name, value);
    if (shape.kind === 'decision') return decisionEntries(name, value);
    return [entryOf(shape.kind, name, value, { group })];
  });
}

function correlation(item: DocumentNode): Outline {
  if (item.kind !== 'map') return [];
  const pair = item.entries.find(({ key }) => key === 'pair')?.value;
  const names = pair?.kind === 'list' ? pair.items.map(flowText).sort() : [];
  const rest = { ...item, entries: item.entries.filter(({ key }) => key !== 'pair') };
  return [entryOf('correlation', names.join(' and '), rest, { group: null })];
}

function regionEntries(name: string, region: MapNode): Outline {
  return [
    entryOf('region', name, region, { group: 'regions', without: ['transitions', 'stages'] }),
    ...transitionEntries(name, name, region),
    ...stageEntries(name, name, region),
  ];
}

function stageEntries(region: string, parent: string, node: MapNode): Outline {
  return inside(node, 'stages').flatMap(([name, stage]): Outline => {
    const path = `${parent}.${name}`;
    const group = `stages of ${parent}`;
    return [
      entryOf('stage', path, stage, { group, without: ['transitions', 'stages'] }),
      ...transitionEntries(region, path, stage),
      ...stageEntries(region, path, stage),
    ];
  });
}

/** A transition is named by its region; where it starts is one of its fields. */
function transitionEntries(region: string, from: string, node: MapNode): Outline {
  return inside(node, 'transitions').map(([name, transition]) => {
    const entry = entryOf('transition', `${region}.${name}`, transition, { group: `transitions of ${from}` });
    const start = { name: 'from', value: from === region ? `every stage of ${region}` : from };
    return { ...entry, fields: [start, ...entry.fields] };
  });
}

function decisionEntries(name: string, decision: MapNode): Outline {
  return [
    entryOf('decision', name, decision, { group: 'decisions', without: ['options'] }),
    ...inside(decision, 'options').map(([option, node]) =>
      entryOf('option', `${name}.${option}`, node, { group: `options of ${name}` }),
    ),
  ];
}

/** The entries of a map inside another; what is no map itself counts as an empty one. */
function inside(node: MapNode, key: string): readonly (readonly [string, MapNode])[] {
  const found = node.entries.find((entry) => entry.key === key)?.value;
  if (found?.kind !== 'map') return [];
  return found.entries.map(({ key: name, value }) => [
    name,
    value.kind === 'map' ? value : { kind: 'map', entries: [], origin: value.origin },
  ]);
}

function entryOf(
  kind: OutlineKind,
  path: string,
  node: MapNode,
  { group, without = [] }: { readonly group: string | null; readonly without?: readonly string[] },
): OutlineEntry {
  const own = node.entries.filter(({ key }) => !without.includes(key));
  const label = own.find(({ key }) => key === 'label')?.value;
  return {
    kind,
    path,
    label: label === undefined ? null : flowText(label),
    fields: own.flatMap(({ key, value }) => fieldsOf(key, value)),
    group,
  };
}

function fieldsOf(name: string, value: DocumentNode): readonly OutlineField[] {
  const [last = ''] = name.split('.').slice(-1);
  if (value.kind === 'map' && value.entries.length > 0 && !WHOLE.has(last)) {
    return value.entries.flatMap(({ key, value: inner }) => fieldsOf(`${name}.${key}`, inner));
  }
  return [{ name, value: flowText(value) }];
}
