/** What feeds what, as text for a terminal, as Mermaid, as DOT and as JSON. */
import type { Scenario } from '../../scenario/index.ts';
import { plainLine } from '../words.ts';
import { dotText } from './dot.ts';
import { type InfluenceGraph, type InfluenceKind, influenceGraph } from './influence.ts';
import { mermaidText } from './mermaid.ts';

const HEADINGS: Readonly<Record<InfluenceKind, string>> = {
  parameter: 'parameters (fixed in a run)',
  variable: 'variables (change in a run)',
  auxiliary: 'auxiliaries (named expressions)',
  transition: 'transitions',
  decision: 'decisions',
  shock: 'shocks',
};

const KINDS = Object.keys(HEADINGS) as readonly InfluenceKind[];

/** Each thing with what it is fed by and what it feeds; no line longer than `width` but for a name that is. */
export function influenceText(scenario: Scenario, { width } = { width: 100 }): string {
  const graph = influenceGraph(scenario);
  const labels = labelsOf(graph);
  const blocks = KINDS.flatMap((kind) => {
    const nodes = graph.nodes.filter((node) => node.kind === kind);
    if (nodes.length === 0) return [];
    const lines = nodes.flatMap(({ id, label }) => [
      `  ${label}`,
      ...listLines('    ← ', namesAt(graph, labels, { to: id }), width),
      ...listLines('    → ', namesAt(graph, labels, { from: id }), width),
    ]);
    return ['', HEADINGS[kind], ...lines];
  });
  const head = [plainLine(scenario.title), '← fed by  → feeds'];
  return `${[...head, ...blocks].join('\n')}\n`;
}

const labelsOf = ({ nodes }: InfluenceGraph): ReadonlyMap<string, string> =>
  new Map(nodes.map(({ id, label }) => [id, label]));

function namesAt(
  { edges }: InfluenceGraph,
  labels: ReadonlyMap<string, string>,
  end: { readonly from: string } | { readonly to: string },
): readonly string[] {
  const found = edges.filter((edge) => ('from' in end ? edge.from === end.from : edge.to === end.to));
  return found.map((edge) => labels.get('from' in end ? edge.to : edge.from)!);
}

/** A list broken between its names. */
function listLines(head: string, names: readonly string[], width: number): readonly string[] {
  if (names.length === 0) return [];
  const lines: string[] = [];
  let line = head;
  for (const [index, name] of names.entries()) {
    const part = index === names.length - 1 ? name : `${name}, `;
    if (line.trim() !== head.trim() && line.trim() !== '' && [...line, ...part.trimEnd()].length > width) {
      lines.push(line.trimEnd());
      line = ' '.repeat(head.length);
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

const MERMAID_SHAPES: Readonly<Record<InfluenceKind, readonly [string, string]>> = {
  parameter: ['(["', '"])'],
  variable: ['["', '"]'],
  auxiliary: ['("', '")'],
  transition: ['{{"', '"}}'],
  decision: ['{"', '"}'],
  shock: ['>"', '"]'],
};

/** A Mermaid flow chart: a dotted arrow reads, a full one changes. All text from the scenario is escaped. */
export function influenceMermaid(scenario: Scenario): string {
  const { nodes, edges } = influenceGraph(scenario);
  const lines = [
    'flowchart LR',
    ...nodes.map(({ id, kind, label }) => {
      const [open, close] = MERMAID_SHAPES[kind];
      return `  ${id}${open}${mermaidText(label)}${close}`;
    }),
    ...edges.map(({ from, to, kind }) => `  ${from} ${kind === 'reads' ? '-.->' : '-->'} ${to}`),
  ];
  return `${lines.join('\n')}\n`;
}

const DOT_SHAPES: Readonly<Record<InfluenceKind, string>> = {
  parameter: 'oval',
  variable: 'box',
  auxiliary: 'box, style=rounded',
  transition: 'hexagon',
  decision: 'diamond',
  shock: 'note',
};

/** Graphviz DOT: a dashed arrow reads, a full one changes. All text from the scenario is escaped. */
export function influenceDot(scenario: Scenario): string {
  const { nodes, edges } = influenceGraph(scenario);
  const lines = [
    'digraph influence {',
    `  graph [label=${dotText(scenario.title)}, labelloc=t, rankdir=LR, fontname="sans-serif"];`,
    '  node [fontname="sans-serif"];',
    ...nodes.map(({ id, kind, label, formula }) => {
      const tooltip = formula === '' ? label : `${label}: ${formula}`;
      return `  ${id} [shape=${DOT_SHAPES[kind]}, label=${dotText(label)}, tooltip=${dotText(tooltip)}];`;
    }),
    ...edges.map(({ from, to, kind }) => `  ${from} -> ${to}${kind === 'reads' ? ' [style=dashed]' : ''};`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** `{nodes: [{id, kind, path, label, formula}], edges: [{from, to, kind}]}` as JSON; ids are `kind path`. */
export function influenceJson(scenario: Scenario): string {
  const { nodes, edges } = influenceGraph(scenario);
  const names = new Map(nodes.map(({ id, kind, path }) => [id, `${kind} ${path}`]));
  const graph = {
    scenario: scenario.id,
    scenario_hash: scenario.hash,
    nodes: nodes.map(({ id, kind, path, label, formula }) => ({
      id: names.get(id),
      kind,
      path,
      label,
      formula: formula === '' ? null : formula,
    })),
    edges: edges.map(({ from, to, kind }) => ({ from: names.get(from), to: names.get(to), kind })),
  };
  return `${JSON.stringify(graph, null, 2)}\n`;
}
