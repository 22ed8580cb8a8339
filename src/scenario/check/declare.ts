/** First pass: every name the file declares, with its index, before anything that refers to it is read. */
import type { Entry, MapNode } from '../document.ts';
import { asMap, entriesAt } from './node.ts';

export type ValueKind = 'parameter' | 'variable' | 'auxiliary';

export interface DeclaredRegion {
  readonly index: number;
  readonly name: string;
  readonly entry: Entry;
  /** Every stage of the region in document order; top ones have no parent. */
  readonly stages: number[];
  readonly transitions: number[];
}

export interface DeclaredStage {
  readonly index: number;
  readonly name: string;
  readonly path: string;
  /** Path of keys, `regions.street.stages.riot`. */
  readonly place: string;
  readonly region: number;
  readonly parent: number | null;
  readonly depth: number;
  readonly entry: Entry;
  readonly children: number[];
  readonly transitions: number[];
}

export interface DeclaredTransition {
  readonly index: number;
  readonly name: string;
  readonly path: string;
  readonly place: string;
  readonly region: number;
  readonly stage: number | null;
  readonly entry: Entry;
}

export interface DeclaredOption {
  readonly path: string;
  readonly entry: Entry;
  readonly happening: number;
}

export interface DeclaredDecision {
  readonly index: number;
  readonly name: string;
  readonly entry: Entry;
  readonly options: readonly DeclaredOption[];
}

/** An entry of a flat section, with its place in it. */
export interface Declared {
  readonly index: number;
  readonly name: string;
  readonly entry: Entry;
}

export interface DeclaredShock extends Declared {
  readonly happening: number;
}

/** Arrays are in document order and keep entries whose name is taken: indexes never shift. */
export interface Declarations {
  readonly parameters: readonly Declared[];
  readonly variables: readonly Declared[];
  readonly auxiliaries: readonly Declared[];
  readonly regions: readonly DeclaredRegion[];
  readonly stages: readonly DeclaredStage[];
  readonly transitions: readonly DeclaredTransition[];
  readonly decisions: readonly DeclaredDecision[];
  readonly shocks: readonly DeclaredShock[];
  readonly outcomes: readonly Declared[];
  readonly measures: readonly Declared[];
  readonly variants: readonly Declared[];
  readonly sources: readonly Declared[];
}

const flat = (root: MapNode, section: string): Declared[] =>
  entriesAt(root, section).map((entry, index) => ({ index, name: entry.key, entry }));

interface Chart {
  readonly regions: DeclaredRegion[];
  readonly stages: DeclaredStage[];
  readonly transitions: DeclaredTransition[];
}

interface Holder {
  readonly region: DeclaredRegion;
  readonly stage: DeclaredStage | null;
  readonly place: string;
}

/** Walks keys as written: a transition's index is its place in the text, which decides ties between clocks. */
function walk(chart: Chart, holder: Holder, node: MapNode | null): void {
  for (const { key } of node?.entries ?? []) {
    if (key === 'transitions') {
      for (const entry of entriesAt(node, key)) declareTransition(chart, holder, entry);
    } else if (key === 'stages') {
      for (const entry of entriesAt(node, key)) declareStage(chart, holder, entry);
    }
  }
}

function declareTransition(chart: Chart, { region, stage, place }: Holder, entry: Entry): void {
  const index = chart.transitions.length;
  chart.transitions.push({
    index,
    name: entry.key,
    path: `${region.name}.${entry.key}`,
    place: `${place}.transitions.${entry.key}`,
    region: region.index,
    stage: stage?.index ?? null,
    entry,
  });
  (stage ?? region).transitions.push(index);
}

function declareStage(chart: Chart, holder: Holder, entry: Entry): void {
  const { region, stage: parent } = holder;
  const stage: DeclaredStage = {
    index: chart.stages.length,
    name: entry.key,
    path: `${parent?.path ?? region.name}.${entry.key}`,
    place: `${holder.place}.stages.${entry.key}`,
    region: region.index,
    parent: parent?.index ?? null,
    depth: parent === null ? 0 : parent.depth + 1,
    entry,
    children: [],
    transitions: [],
  };
  chart.stages.push(stage);
  region.stages.push(stage.index);
  parent?.children.push(stage.index);
  walk(chart, { region, stage, place: stage.place }, asMap(entry.value));
}

function declareChart(root: MapNode): Chart {
  const chart: Chart = { regions: [], stages: [], transitions: [] };
  for (const entry of entriesAt(root, 'regions')) {
    const region: DeclaredRegion = {
      index: chart.regions.length,
      name: entry.key,
      entry,
      stages: [],
      transitions: [],
    };
    chart.regions.push(region);
    walk(chart, { region, stage: null, place: `regions.${entry.key}` }, asMap(entry.value));
  }
  return chart;
}

/** Happenings count transitions first, then options by decision, then shocks. */
export function declare(root: MapNode): Declarations {
  const chart = declareChart(root);
  let happening = chart.transitions.length;
  const decisions = flat(root, 'decisions').map(({ index, name, entry }) => ({
    index,
    name,
    entry,
    options: entriesAt(entry.value, 'options').map((option) => ({
      path: `${name}.${option.key}`,
      entry: option,
      happening: happening++,
    })),
  }));
  const shocks = flat(root, 'shocks').map((shock) => ({ ...shock, happening: happening++ }));
  return {
    ...chart,
    decisions,
    shocks,
    parameters: flat(root, 'parameters'),
    variables: flat(root, 'variables'),
    auxiliaries: flat(root, 'auxiliaries'),
    outcomes: flat(root, 'outcomes'),
    measures: flat(root, 'measures'),
    variants: flat(root, 'variants'),
    sources: flat(root, 'sources'),
  };
}
